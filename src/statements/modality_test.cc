#include "statements/modality.h"

#include <gtest/gtest.h>

#include "doc/labels.h"
#include "statements/statements.h"
#include "text/lexicon.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

Document Told(std::string_view text) {
  Document document = MiniDocument("s", text)
                          .Names("Velmara", "velmara", ActorType::kState)
                          .Names("Karsk", "karsk", ActorType::kState)
                          .Names("Torvald", "torvald", ActorType::kPerson)
                          .Take();
  FindStatements(document);
  return document;
}

// "trigger modality polarity" of the first event whose trigger is the word that `expected` begins
// with.
std::string Reality(std::string_view text, std::string_view expected) {
  const Document document = Told(text);
  const std::string_view word = expected.substr(0, expected.find(' '));
  for (const Statement& statement : document.statements) {
    if (statement.fact != FactKind::kEvent || document.Cut(statement.trigger) != word) continue;
    return std::string(word) + " " + std::string(Label(statement.modality)) + " " +
           std::string(Label(statement.polarity));
  }
  return "none";
}

TEST(Modality, ExamplesHold) {
  const Lexicon lexicon = Lexicon::Load("en/modality.tsv");
  EXPECT_TRUE(lexicon.malformed().empty());
  ASSERT_FALSE(lexicon.examples().empty());
  for (const std::string_view example : lexicon.examples()) {
    const size_t arrow = example.find(" => ");
    ASSERT_NE(arrow, std::string_view::npos) << example;
    const std::string_view expected = example.substr(arrow + 4);
    EXPECT_EQ(Reality(example.substr(0, arrow), expected), expected) << example;
  }
}

// The sources of the last event, outermost first.
std::string Sources(std::string_view text) {
  const Document document = Told(text);
  std::string sources;
  if (document.statements.empty()) return "none";
  for (const Index actor : document.statements.back().attributed_to) {
    if (!sources.empty()) sources += " > ";
    sources += document.actors[static_cast<size_t>(actor)].id;
  }
  return sources;
}

TEST(Modality, OnWhoseWord) {
  EXPECT_EQ(Sources("Velmara attacked Karsk."), "");
  EXPECT_EQ(Sources("Torvald said Velmara attacked Karsk."), "torvald");
  EXPECT_EQ(Sources("Torvald accused Karsk of violating the truce."), "torvald");
  EXPECT_EQ(Sources("Torvald said Velmara had accused Karsk of violating the truce."),
            "torvald > velmara");
}

}  // namespace
}  // namespace synoptic
