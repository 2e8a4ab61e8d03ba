#include "text/parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/ascii.h"
#include "text/lexicon.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

struct Told {
  Document doc;
  std::vector<Part> parts;
  std::string Cut(size_t part) const { return std::string(doc.Cut(parts[part].span)); }
  std::string Head(size_t part) const {
    return std::string(doc.tokens[static_cast<size_t>(parts[part].head)].lemma);
  }
  std::string Subject(size_t part) const {
    return parts[part].subject == kNone ? "" : std::string(doc.Word(parts[part].subject));
  }
};

Told Find(std::string_view text) {
  Told told;
  told.doc = MiniDocument("a", text)
                 .Names("Ostrin", "ostrin", ActorType::kState)
                 .Names("Velmara", "velmara", ActorType::kState)
                 .Names("Norland", "norland", ActorType::kState)
                 .Take();
  told.parts = FindParts(ReportIndex(told.doc));
  return told;
}

TEST(Parts, OnePredicateEach) {
  const Told told = Find("Ostrin closed the border on Monday, but it did not recall its envoy.");
  ASSERT_EQ(told.parts.size(), 2u);
  EXPECT_EQ(told.Head(0), "close");
  EXPECT_FALSE(told.parts[0].negated);
  EXPECT_EQ(told.Head(1), "recall");
  EXPECT_TRUE(told.parts[1].negated);
  EXPECT_EQ(told.doc.Cut(told.parts[1].predicate), "not recall");
}

TEST(Parts, SubjectsAreInherited) {
  const Told told = Find("Ostrin stopped imports from Velmara and threatened new tariffs.");
  ASSERT_EQ(told.parts.size(), 2u);
  EXPECT_EQ(told.Subject(0), "Ostrin");
  EXPECT_EQ(told.Subject(1), "Ostrin");
}

TEST(Parts, TheAgentOfAPassiveDoesIt) {
  const Told told = Find("The bridge was shelled by Ostrin in the night.");
  ASSERT_EQ(told.parts.size(), 1u);
  EXPECT_TRUE(told.parts[0].passive);
  EXPECT_EQ(told.Subject(0), "Ostrin");
}

TEST(Parts, WhatAPrepositionGovernsDoesNothing) {
  const Told told = Find("Shelling near Velmara killed two people.");
  ASSERT_EQ(told.parts.size(), 1u);
  EXPECT_EQ(told.Subject(0), "");
}

TEST(Parts, ExamplesOfTheTable) {
  const Lexicon table = Lexicon::Load("en/part_words.tsv");
  EXPECT_THAT(table.malformed(), testing::IsEmpty());
  ASSERT_FALSE(table.examples().empty());
  for (const std::string_view example : table.examples()) {
    const auto cells = Split(example, '\t');
    ASSERT_EQ(cells.size(), 2u) << example;
    const Told told = Find(cells[0]);
    bool negated = false, conditional = false, wanted = false;
    for (const Part& part : told.parts)
      negated |= part.negated, conditional |= part.conditional, wanted |= part.wanted;
    EXPECT_EQ(negated, cells[1] == "not") << example;
    EXPECT_EQ(conditional, cells[1] == "if") << example;
    EXPECT_EQ(wanted, cells[1] == "want") << example;
  }
}

TEST(Parts, EveryTokenIsInOnePart) {
  const Told told = Find(
      "If Ostrin, which Velmara blames, signs - and it may - then Norland, too, will sign; so it "
      "said.");
  size_t tokens = 0;
  for (const Part& part : told.parts) tokens += part.tokens.size();
  EXPECT_EQ(tokens, told.doc.tokens.size());
  EXPECT_TRUE(FindParts(ReportIndex(Document())).empty());
}

}  // namespace
}  // namespace synoptic
