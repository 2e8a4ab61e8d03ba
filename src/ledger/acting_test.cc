// Who acts, seen in the entries of the ledger.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/ledger.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

const LedgerEntry* OfKind(const std::vector<LedgerEntry>& entries, LedgerKind kind) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const LedgerEntry& entry) { return entry.kind == kind; });
  return found == entries.end() ? nullptr : &*found;
}

TEST(Acting, OfficesSpeakForTheirStates) {
  struct Row {
    std::string_view text, said, cue, office;
  };
  const Row rows[] = {
      {"A Swiss official rejected that account.", "that account", "rejected", "A Swiss official"},
      {"The ministry in Switzerland rejected the plan.", "the plan", "rejected",
       "The ministry in Switzerland"},
      {"The foreign ministry of Switzerland was asked. The ministry rejected the plan.", "the plan",
       "rejected", "The ministry"},
  };
  for (const Row& row : rows) {
    MiniDocument report("a", std::string(row.text) + " Switzerland is a state.");
    report.Names("Switzerland", "switzerland", ActorType::kState, "CH").Says(row.said, row.cue, "");
    std::vector<Document> reports;
    reports.push_back(report.Take());
    const auto at = static_cast<uint32_t>(reports[0].text.rfind(row.office));
    reports[0].quotes[0].speaker =
        Reference{{at, at + static_cast<uint32_t>(row.office.size())}, kNone};
    const auto entries = BuildLedger(reports);
    const LedgerEntry* answer = OfKind(entries, LedgerKind::kResponse);
    ASSERT_TRUE(answer) << row.text;
    EXPECT_THAT(answer->actors, testing::ElementsAre("switzerland")) << row.text;
  }
}

TEST(Acting, AnAdjectiveNamesAStateOfTheStory) {
  std::vector<Document> reports;
  reports.push_back(MiniDocument("a", "Swiss-mediated talks went on.").Take());
  reports.push_back(MiniDocument("b", "Switzerland is a state.")
                        .Names("Switzerland", "switzerland", ActorType::kState, "CH")
                        .Take());
  const auto entries = BuildLedger(reports);
  const LedgerEntry* mediation = OfKind(entries, LedgerKind::kMediation);
  ASSERT_TRUE(mediation);
  EXPECT_THAT(mediation->actors, testing::ElementsAre("switzerland"));
}

TEST(Acting, WhoIsAskedMediates) {
  std::vector<Document> reports;
  reports.push_back(MiniDocument("a", "Ostrin asked Norland for its good offices.")
                        .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                        .Names("Norland", "norland", ActorType::kState, "NO")
                        .Take());
  const auto entries = BuildLedger(reports);
  const LedgerEntry* mediation = OfKind(entries, LedgerKind::kMediation);
  ASSERT_TRUE(mediation);
  EXPECT_THAT(mediation->actors, testing::ElementsAre("norland"));
}

TEST(Acting, WhoThreatensAnAttackIsNamedWithHisState) {
  std::vector<Document> reports;
  reports.push_back(MiniDocument("a", "Hale threatened to bomb the harbour. Ostrin is a state.")
                        .Names("Hale", "hale", ActorType::kPerson, "OS")
                        .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                        .Take());
  const auto entries = BuildLedger(reports);
  const LedgerEntry* attack = OfKind(entries, LedgerKind::kAttack);
  ASSERT_TRUE(attack);
  EXPECT_EQ(attack->status, LedgerStatus::kThreatened);
  EXPECT_THAT(attack->actors, testing::ElementsAre("hale", "ostrin"));
}

TEST(Acting, ACapitalTakenForAPersonIsItsState) {
  std::vector<Document> reports;
  reports.push_back(MiniDocument("a", "Tarn requested talks on the bridge.")
                        .Names("Tarn", "tarn-person", ActorType::kPerson)
                        .Take());
  reports.push_back(MiniDocument("b", "Tarn is the capital of Ostrin.")
                        .Names("Tarn", "tarn", ActorType::kPlace, "OS")
                        .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                        .Take());
  const auto entries = BuildLedger(reports);
  const LedgerEntry* offer = OfKind(entries, LedgerKind::kProposal);
  ASSERT_TRUE(offer);
  EXPECT_THAT(offer->actors, testing::ElementsAre("ostrin"));
}

}  // namespace
}  // namespace synoptic
