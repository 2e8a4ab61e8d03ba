#include "statements/statements.h"

#include <gtest/gtest.h>

#include "base/ascii.h"
#include "doc/check.h"
#include "doc/labels.h"
#include "statements/event_words.h"
#include "text/lexicon.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

void HoldExamples(std::string_view table) {
  const Lexicon lexicon = Lexicon::Load(table);
  EXPECT_TRUE(lexicon.malformed().empty());
  ASSERT_FALSE(lexicon.examples().empty());
  for (const std::string_view example : lexicon.examples()) {
    const size_t arrow = example.find(" => ");
    ASSERT_NE(arrow, std::string_view::npos) << example;
    const auto cells = Split(example.substr(0, arrow), '|');
    ASSERT_EQ(cells.size(), 3u) << example;
    Document sentence = MiniDocument("s", Trim(cells[2])).Take();
    const EventCode code = CodeEvent(sentence, Trim(cells[0]), Trim(cells[1]));
    EXPECT_EQ(code.type ? Name(*code.type) : "none", example.substr(arrow + 4)) << example;
  }
}

TEST(CodeEvent, ExamplesHold) {
  HoldExamples("en/events.tsv");
  HoldExamples("en/event_phrases.tsv");
}

Statement First(std::string_view text) {
  Document document = MiniDocument("s", text)
                          .Names("Velmara", "velmara", ActorType::kState)
                          .Names("Karsk", "karsk", ActorType::kState)
                          .Take();
  FindStatements(document);
  EXPECT_EQ(BrokenInvariants(document), std::vector<std::string>{}) << text;
  EXPECT_FALSE(document.statements.empty()) << text;
  return document.statements.empty() ? Statement{} : document.statements.front();
}

TEST(FindStatements, WhoDidWhatToWhom) {
  const Statement active = First("Velmara attacked Karsk.");
  EXPECT_EQ(active.type, PloverType::kAssault);
  ASSERT_TRUE(active.actor && active.target);
  EXPECT_EQ(active.actor->actor, 0);
  EXPECT_EQ(active.target->actor, 1);
  const Statement passive = First("Velmara was attacked by Karsk.");
  ASSERT_TRUE(passive.actor && passive.target);
  EXPECT_EQ(passive.actor->actor, 1);
  EXPECT_EQ(passive.target->actor, 0);
}

TEST(FindStatements, PolarityAndModality) {
  EXPECT_EQ(First("Velmara did not attack Karsk.").polarity, Polarity::kDenied);
  EXPECT_EQ(First("Velmara attacked Karsk.").polarity, Polarity::kAffirmed);
  EXPECT_EQ(First("Velmara will attack Karsk.").modality, Modality::kPlanned);
  EXPECT_EQ(First("Velmara could attack Karsk.").modality, Modality::kPossible);
  EXPECT_EQ(First("Velmara urged Karsk to wait.").modality, Modality::kDemanded);
}

TEST(FindStatements, HazardsAssaultNobody) {
  for (const std::string_view text :
       {"The earthquake struck the town.", "A bus hit the wall of the station."}) {
    MiniDocument mini("a", text);
    Document document = mini.Take();
    FindStatements(document);
    for (const Statement& statement : document.statements)
      EXPECT_NE(statement.type, PloverType::kAssault) << text;
  }
}

TEST(FindStatements, NothingFromNothing) {
  Document document;
  FindStatements(document);
  EXPECT_TRUE(document.statements.empty());
}

}  // namespace
}  // namespace synoptic
