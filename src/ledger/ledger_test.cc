#include "ledger/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/ascii.h"
#include "doc/check.h"
#include "doc/labels.h"
#include "ledger/candidates.h"
#include "ledger/rules.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

std::vector<LedgerEntry> Build(std::vector<Document>& reports) {
  std::vector<LedgerEntry> entries = BuildLedger(reports);
  Comparison comparison;
  comparison.lineage = SeparateOrigins(reports.size());
  comparison.ledger = entries;
  EXPECT_THAT(BrokenInvariants(reports, comparison), testing::IsEmpty());
  return entries;
}

const LedgerEntry* OfKind(const std::vector<LedgerEntry>& entries, LedgerKind kind) {
  for (const LedgerEntry& entry : entries) {
    if (entry.kind == kind) return &entry;
  }
  return nullptr;
}

TEST(Ledger, ExamplesOfTheRules) {
  const Lexicon& table = LedgerRules::Get().rules_table();
  EXPECT_THAT(table.malformed(), testing::IsEmpty());
  ASSERT_FALSE(table.examples().empty());
  for (const std::string_view example : table.examples()) {
    const auto cells = Split(example, '\t');
    ASSERT_EQ(cells.size(), 3u) << example;
    std::vector<Document> reports;
    reports.push_back(MiniDocument("a", cells[0]).Take());
    const auto entries = Build(reports);
    const auto kind = FromLabel<LedgerKind>(cells[1]);
    if (!kind) {
      EXPECT_TRUE(entries.empty())
          << example << ": " << (entries.empty() ? "" : Label(entries[0].kind));
      continue;
    }
    const LedgerEntry* entry = OfKind(entries, *kind);
    EXPECT_TRUE(entry) << example;
    if (entry) {
      EXPECT_EQ(Label(entry->status), cells[2]) << example;
    }
  }
}

TEST(Ledger, HazardsAttackNobody) {
  const Lexicon table = Lexicon::Load("en/hazards.tsv");
  EXPECT_THAT(table.malformed(), testing::IsEmpty());
  ASSERT_FALSE(table.examples().empty());
  for (const std::string_view example : table.examples()) {
    std::vector<Document> reports;
    reports.push_back(MiniDocument("a", example).Take());
    EXPECT_FALSE(OfKind(Build(reports), LedgerKind::kAttack)) << example;
  }
}

TEST(Ledger, EveryRuleReads) {
  for (const Lexicon::Row& row : LedgerRules::Get().rules_table().rows()) {
    EXPECT_TRUE(FromLabel<LedgerKind>(row[0])) << row[0];
    EXPECT_TRUE(FromLabel<LedgerStatus>(row[5])) << row[1] << ' ' << row[5];
    EXPECT_THAT(std::string("vnasx"), testing::HasSubstr(std::string(row[2]))) << row[1];
    for (const size_t cell : {3u, 4u}) {
      for (const std::string_view name : Split(row[cell], '|')) {
        EXPECT_TRUE(name.empty() ||
                    LedgerRules::Get().Class(name.substr(name.find_first_of("=>") == 0 ? 1 : 0)))
            << row[1] << ": no class " << name;
      }
    }
  }
}

TEST(Ledger, ClassesHaveTheWordsOfTheirExamples) {
  const Lexicon& table = LedgerRules::Get().words_table();
  EXPECT_LE(table.rows().size(), 64u);  // bits of WordClasses
  for (const std::string_view example : table.examples()) {
    const auto cells = Split(example, '\t');
    Document doc = MiniDocument("a", cells[0]).Take();
    WordClasses found = 0;
    for (const Token& token : doc.tokens) found |= LedgerRules::Get().ClassesOf(token.lemma);
    EXPECT_TRUE(found & LedgerRules::Get().Class(cells[1])) << example;
  }
}

TEST(Ledger, TwoReportsOfOneDemandAreOneEntry) {
  std::vector<Document> reports;
  reports.push_back(
      MiniDocument("a", "Ostrin demanded the release of twelve fishermen from Velmara.")
          .Names("Ostrin", "ostrin", ActorType::kState, "OS")
          .Names("Velmara", "velmara", ActorType::kState, "VE")
          .Take());
  reports.push_back(MiniDocument("b", "Ostrin has demanded that Velmara release the fishermen.")
                        .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                        .Names("Velmara", "velmara", ActorType::kState, "VE")
                        .Take());
  const auto entries = Build(reports);
  const LedgerEntry* demand = OfKind(entries, LedgerKind::kDemand);
  ASSERT_TRUE(demand);
  EXPECT_THAT(demand->actors, testing::ElementsAre("ostrin"));
  EXPECT_EQ(demand->target, "velmara");
  EXPECT_EQ(demand->evidence.size(), 2u);
  EXPECT_EQ(demand->evidence.back().report, 1);
}

TEST(Ledger, OneTruceUnderTwoNames) {
  std::vector<Document> reports;
  reports.push_back(MiniDocument("a", "The 72-hour truce ended quietly.")
                        .Time("72-hour", "PT72H", TimeType::kDuration)
                        .Published("2031-04-20")
                        .Take());
  reports.push_back(MiniDocument("b", "Both armies kept to the April 8-10 ceasefire.")
                        .Range("April 8-10", "2031-04-08", "2031-04-10")
                        .Published("2031-04-20")
                        .Take());
  reports.push_back(MiniDocument("c", "A ten-day ceasefire had failed in May.")
                        .Time("ten-day", "P10D", TimeType::kDuration)
                        .Published("2031-04-20")
                        .Take());
  const auto entries = Build(reports);
  std::vector<size_t> evidence;
  for (const LedgerEntry& entry : entries) {
    if (entry.kind == LedgerKind::kCeasefire) evidence.push_back(entry.evidence.size());
  }
  EXPECT_THAT(evidence, testing::UnorderedElementsAre(2, 1));
}

TEST(Ledger, TheAccusedIsTheActorOfAViolation) {
  std::vector<Document> reports;
  reports.push_back(MiniDocument("a", "Ostrin accused Velmara of violating the ceasefire.")
                        .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                        .Names("Velmara", "velmara", ActorType::kState, "VE")
                        .Take());
  const auto entries = Build(reports);
  const LedgerEntry* violation = OfKind(entries, LedgerKind::kViolation);
  ASSERT_TRUE(violation);
  EXPECT_THAT(violation->actors, testing::ElementsAre("velmara"));
  EXPECT_THAT(violation->alleged_by, testing::ElementsAre("ostrin"));
}

TEST(Ledger, AnAnswerThatIsOnlyDemandedIsNone) {
  std::vector<Document> reports;
  reports.push_back(
      MiniDocument(
          "a", "Ostrin urged Velmara to accept the plan. Norland will pay if Velmara accepts it.")
          .Names("Ostrin", "ostrin", ActorType::kState, "OS")
          .Names("Norland", "norland", ActorType::kState, "NO")
          .Names("Velmara", "velmara", ActorType::kState, "VE")
          .Take());
  const auto entries = Build(reports);
  EXPECT_FALSE(OfKind(entries, LedgerKind::kResponse));
  const LedgerEntry* demand = OfKind(entries, LedgerKind::kDemand);
  ASSERT_TRUE(demand);
  EXPECT_THAT(demand->actors, testing::ElementsAre("ostrin"));
}

TEST(Ledger, WhoDemandsThreatens) {
  std::vector<Document> reports;
  reports.push_back(
      MiniDocument("a", "Ostrin demanded that Velmara open the port or face new sanctions.")
          .Names("Ostrin", "ostrin", ActorType::kState, "OS")
          .Names("Velmara", "velmara", ActorType::kState, "VE")
          .Take());
  const auto entries = Build(reports);
  const LedgerEntry* threat = OfKind(entries, LedgerKind::kSanctionThreat);
  ASSERT_TRUE(threat);
  EXPECT_THAT(threat->actors, testing::ElementsAre("ostrin"));
}

TEST(Ledger, AnOfferNamedAgainIsOneOffer) {
  std::vector<Document> reports;
  reports.push_back(
      MiniDocument(
          "a", "Ostrin offered Velmara talks in the capital. Ostrin's offer came as a surprise.")
          .Names("Ostrin", "ostrin", ActorType::kState, "OS")
          .Names("Velmara", "velmara", ActorType::kState, "VE")
          .Take());
  const auto entries = Build(reports);
  EXPECT_EQ(
      std::count_if(entries.begin(), entries.end(),
                    [](const LedgerEntry& entry) { return entry.kind == LedgerKind::kProposal; }),
      1);
}

TEST(Ledger, WhatASideTellsOfAnotherIsAClaim) {
  std::vector<Document> reports;
  reports.push_back(MiniDocument("a", "Ostrin said that Velmara had proposed a treaty.")
                        .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                        .Names("Velmara", "velmara", ActorType::kState, "VE")
                        .Says("Velmara had proposed a treaty", "said", "ostrin")
                        .Take());
  const auto entries = Build(reports);
  const LedgerEntry* offer = OfKind(entries, LedgerKind::kProposal);
  ASSERT_TRUE(offer);
  EXPECT_THAT(offer->actors, testing::ElementsAre("velmara"));
  EXPECT_EQ(offer->status, LedgerStatus::kClaimed);
}

const LedgerEntry* Only(const std::vector<LedgerEntry>& entries) {
  return entries.size() == 1 ? &entries[0] : nullptr;
}

TEST(Ledger, WhatSomebodySaysOnIsOnePosition) {
  std::vector<Document> reports;
  reports.push_back(
      MiniDocument("a", "The road is the lifeline of the valley, Hale said. It was built by us.")
          .Names("Hale", "hale", ActorType::kPerson, "OS")
          .Says("The road is the lifeline of the valley", "said", "hale")
          .Says("It was built by us", "said", "hale", QuoteKind::kDirect)
          .Take());
  const auto entries = Build(reports);
  const LedgerEntry* position = Only(entries);
  ASSERT_TRUE(position);
  EXPECT_EQ(position->kind, LedgerKind::kPosition);
}

TEST(Ledger, ABystanderTakesNoPosition) {
  std::vector<Document> reports;
  reports.push_back(MiniDocument("a", "The road is closed every spring, Weaver said.")
                        .Names("Weaver", "weaver", ActorType::kPerson)
                        .Says("The road is closed every spring", "said", "weaver")
                        .Take());
  reports.push_back(MiniDocument("b", "Nothing else is known.").Take());
  EXPECT_FALSE(OfKind(Build(reports), LedgerKind::kPosition));
}

TEST(Ledger, WhatOthersMustDoIsDemanded) {
  struct Row {
    std::string_view said;
    LedgerKind kind;
  };
  const Row rows[] = {
      {"Velmara must open the port at once", LedgerKind::kDemand},
      {"Velmara would have to open the port", LedgerKind::kCondition},
      {"we must think of the port first", LedgerKind::kPosition},
      {"Ostrin must think of the port", LedgerKind::kPosition},
  };
  for (const Row& row : rows) {
    std::vector<Document> reports;
    reports.push_back(MiniDocument("a", "Ostrin said that " + std::string(row.said) + ".")
                          .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                          .Names("Velmara", "velmara", ActorType::kState, "VE")
                          .Says(row.said, "said", "ostrin")
                          .Take());
    EXPECT_TRUE(OfKind(Build(reports), row.kind)) << row.said;
  }
}

TEST(Ledger, WhoMightBreakATruceBreaksNone) {
  std::vector<Document> reports;
  reports.push_back(
      MiniDocument("a", "Ostrin threatened sanctions against those who break the truce.")
          .Names("Ostrin", "ostrin", ActorType::kState, "OS")
          .Take());
  EXPECT_FALSE(OfKind(Build(reports), LedgerKind::kViolation));
}

TEST(Ledger, AGuaranteeThatIsDemandedIsNone) {
  std::vector<Document> reports;
  reports.push_back(
      MiniDocument("a", "Ostrin called for the safety of the miners to be guaranteed.")
          .Names("Ostrin", "ostrin", ActorType::kState, "OS")
          .Take());
  const auto entries = Build(reports);
  EXPECT_TRUE(OfKind(entries, LedgerKind::kDemand));
  EXPECT_FALSE(OfKind(entries, LedgerKind::kGuarantee));
}

TEST(Ledger, AWelcomeAndARefusalAreTwoAnswers) {
  std::vector<Document> reports;
  reports.push_back(MiniDocument("a", "Ostrin welcomed the plan for the bridge.")
                        .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                        .Take());
  reports.push_back(MiniDocument("b", "Ostrin rejected the plan for the bridge.")
                        .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                        .Take());
  EXPECT_EQ(Build(reports).size(), 2u);
}

TEST(Ledger, AsOfADay) {
  LedgerEntry truce;
  truce.kind = LedgerKind::kCeasefire;
  truce.when = "2031-04-08/2031-04-10";
  LedgerEntry demand;
  demand.kind = LedgerKind::kDemand;
  demand.made = "2031-04-09";
  demand.deadline = "2031-04-12";
  LedgerEntry raid;
  raid.kind = LedgerKind::kAttack;
  raid.when = "2031-04-11";
  raid.status = LedgerStatus::kClaimed;
  struct Row {
    Date date;
    std::vector<LedgerStatus> states;  // of truce, demand, raid, as far as they are there
  };
  const Row rows[] = {
      {{2031, 4, 7}, {LedgerStatus::kPlanned}},
      {{2031, 4, 8}, {LedgerStatus::kInForce}},
      {{2031, 4, 10}, {LedgerStatus::kInForce, LedgerStatus::kProposed}},
      {{2031, 4, 11}, {LedgerStatus::kExpired, LedgerStatus::kProposed, LedgerStatus::kClaimed}},
      {{2031, 4, 13}, {LedgerStatus::kExpired, LedgerStatus::kExpired, LedgerStatus::kClaimed}},
  };
  for (const Row& row : rows) {
    std::vector<LedgerStatus> states;
    for (const LedgerEntry& entry : LedgerAsOf({truce, demand, raid}, row.date))
      states.push_back(entry.status);
    EXPECT_EQ(states, row.states) << row.date.Iso();
  }
}

TEST(Ledger, OrderOfReportsOnlyOrdersEvidence) {
  const auto make = [](bool turned) {
    std::vector<Document> reports;
    reports.push_back(MiniDocument("a", "Ostrin threatened new tariffs on steel.")
                          .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                          .Take());
    reports.push_back(MiniDocument("b", "Velmara proposed a summit with Ostrin.")
                          .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                          .Names("Velmara", "velmara", ActorType::kState, "VE")
                          .Take());
    if (turned) std::swap(reports[0], reports[1]);
    std::vector<std::string> told;
    for (const LedgerEntry& entry : Build(reports))
      told.push_back(std::string(Label(entry.kind)) + " " +
                     (entry.actors.empty() ? "" : entry.actors[0]));
    std::sort(told.begin(), told.end());
    return told;
  };
  EXPECT_EQ(make(false), make(true));
}

TEST(Ledger, NothingFromNothing) {
  std::vector<Document> none;
  EXPECT_TRUE(BuildLedger(none).empty());
  EXPECT_TRUE(BuildTimeline(none).empty());
  std::vector<Document> empty(2);
  EXPECT_TRUE(BuildLedger(empty).empty());
}

}  // namespace
}  // namespace synoptic
