#include "base/ascii.h"
#include "collate/dispute_words.h"
#include "collate/findings_testing.h"

namespace synoptic {
namespace {

Lineage Together(const std::vector<Document>& reports) {
  Lineage lineage;
  Origin origin;
  origin.id = "o0";
  for (size_t r = 0; r < reports.size(); ++r)
    origin.reports.push_back(static_cast<Index>(r)), lineage.origin_of.push_back(0);
  lineage.origins.push_back(std::move(origin));
  return lineage;
}

TEST(Findings, CountsThatExcludeEachOther) {
  const auto reports =
      Two(Report("a", "The flood in the valley killed 12 villagers.").Count("12", 12, "villagers"),
          Report("b", "The flood killed 17 villagers in the valley.").Count("17", 17, "villagers"));
  EXPECT_THAT(Disputes(Find(reports)), testing::Contains("number: 12 | 17"));
}

TEST(Findings, EqualCountsAreNoDispute) {
  const auto reports =
      Two(Report("a", "The flood in the valley killed 12 villagers.").Count("12", 12, "villagers"),
          Report("b", "The flood killed 12 villagers in the valley.").Count("12", 12, "villagers"));
  const auto findings = Find(reports);
  EXPECT_THAT(Disputes(findings), testing::IsEmpty());
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings[0].status, FindingStatus::kCorroborated);
  EXPECT_EQ(findings[0].origins, 2);
}

TEST(Findings, ALaterCountIsAnUpdate) {
  const auto reports = Two(Report("a", "The flood in the valley killed at least 12 villagers.")
                               .Count("at least 12", 12, "villagers"),
                           Report("b", "The death toll of the flood in the valley has risen to 15.")
                               .Published("2031-04-11"));
  const auto findings = Find(reports);
  EXPECT_THAT(Disputes(findings), testing::ElementsAre("number: 12 | 15"));
  EXPECT_TRUE(findings[0].update);
  EXPECT_EQ(findings[0].explanation, "Updated, no contradiction, on number: 12 (a); 15 (b)");
}

TEST(Findings, AHigherCountOfALaterDayIsAnUpdate) {
  const auto told = [](std::string_view later) {
    const auto reports = Two(
        Report("a", "The flood in the valley killed 12 villagers.").Count("12", 12, "villagers"),
        Report("b", "The flood in the valley killed 15 villagers.")
            .Count("15", 15, "villagers")
            .Published(later));
    return Find(reports)[0].update;
  };
  EXPECT_TRUE(told("2031-04-11"));
  EXPECT_FALSE(told("2031-04-10"));
}

TEST(Findings, ARiseToLessIsADispute) {
  const auto reports =
      Two(Report("a", "The flood in the valley killed 19 villagers.").Count("19", 19, "villagers"),
          Report("b", "The death toll of the flood in the valley has risen to 15.")
              .Published("2031-04-11"));
  const auto findings = Find(reports);
  EXPECT_THAT(Disputes(findings), testing::ElementsAre("number: 19 | 15"));
  EXPECT_FALSE(findings[0].update);
}

TEST(Findings, CountsOfDifferentThingsAreNoDispute) {
  const auto reports =
      Two(Report("a", "Velmara frees 40 captives in return for 90 detainees.")
              .Count("40", 40, "captives")
              .Count("90", 90, "detainees"),
          Report("b", "Velmara will free 40 captives in exchange for 90 detainees.")
              .Count("40", 40, "captives")
              .Count("90", 90, "detainees"));
  EXPECT_THAT(Disputes(Find(reports)), testing::IsEmpty());
}

TEST(Findings, ARefusalAndAConditionAreNoDispute) {
  const auto reports =
      Two(Report("a", "The tariffs will apply unless Ostrin releases the water."),
          Report("b", "The tariffs will apply if Ostrin does not release the water."));
  EXPECT_THAT(Disputes(Find(reports)), testing::IsEmpty());
}

TEST(Findings, WhatIsDeniedOfOnePredicateIsNotDeniedOfAnother) {
  const auto reports =
      Two(Report("a", "Ostrin opened the bridge, but it did not lift the blockade."),
          Report("b", "Ostrin opened the bridge."));
  EXPECT_THAT(Disputes(Find(reports)), testing::IsEmpty());
}

TEST(Findings, WhatIsDoneAndNotDone) {
  const auto reports = Two(Report("a", "Ostrin opened the border bridge to lorries."),
                           Report("b", "Ostrin has not opened the border bridge to lorries."));
  EXPECT_THAT(Disputes(Find(reports)), testing::Contains("polarity: open | not open"));
}

TEST(Findings, HarmToldAndDenied) {
  const auto reports = Two(
      Report("a", "The blast at the refinery injured four workers."),
      Report("b", "A blast shook the refinery. Nobody was injured in the blast at the refinery."));
  EXPECT_THAT(Disputes(Find(reports)), testing::Contains("polarity: injured | no injured"));
}

TEST(Findings, HarmAtOnePlaceToldAndDeniedInOtherWords) {
  const auto told = [](std::string_view place, std::string_view id) {
    const auto reports =
        Two(Report("a", "Shells hit the harbour of Brenn. Four sailors were injured.")
                .Names("Brenn", "brenn", ActorType::kPlace)
                .Count("Four", 4, "sailors"),
            Report("b", "Nobody was hurt in the incident at the harbour of " + std::string(place) +
                            ", a colonel of the guard said in the evening.")
                .Names(place, std::string(id), ActorType::kPlace));
    return Disputes(Find(reports));
  };
  EXPECT_THAT(told("Brenn", "brenn"), testing::ElementsAre("polarity: injured | no injured"));
  EXPECT_THAT(told("Sill", "sill"), testing::IsEmpty());
}

TEST(Findings, NoAnswerYetIsAnUpdate) {
  const auto reports = Two(Report("a", "There was no immediate answer from Ostrin."),
                           Report("b", "Ostrin replied to the offer within hours."));
  const auto findings = Find(reports);
  EXPECT_THAT(Disputes(findings), testing::Contains("polarity: no response | response"));
  EXPECT_TRUE(findings[0].update);
}

TEST(Findings, TheFirstEventOfItsKindIsNoOrder) {
  const auto reports =
      Two(Report("a", "It was the first exchange of prisoners in years."),
          Report("b", "Ostrin says that talks must come before any exchange of prisoners."));
  EXPECT_THAT(Disputes(Find(reports)), testing::IsEmpty());
}

TEST(Findings, DaysThatExcludeEachOther) {
  const auto reports = Two(Report("a", "Delegates will sign the fishing treaty on April 12.")
                               .Time("April 12", "2031-04-12"),
                           Report("b", "Delegates will sign the fishing treaty on April 14.")
                               .Time("April 14", "2031-04-14"));
  EXPECT_THAT(Disputes(Find(reports)), testing::Contains("when: 2031-04-12 | 2031-04-14"));
}

TEST(Findings, EachDayOfAPartIsLaidToItsOwnEvent) {
  const auto reports =
      Two(Report("a", "Ostrin agreed on Monday to sign the fishing treaty on April 12.")
              .Time("Monday", "2031-04-07")
              .Time("April 12", "2031-04-12"),
          Report("b", "Delegates of Ostrin will sign the fishing treaty on April 14.")
              .Time("April 14", "2031-04-14"));
  const auto findings = Find(reports);
  EXPECT_THAT(Disputes(findings), testing::ElementsAre("when: 2031-04-12 | 2031-04-14"));
  for (const Finding& finding : findings)  // what is disputed supports nothing
    EXPECT_NE(finding.status, FindingStatus::kCorroborated) << finding.topic;
}

TEST(Findings, MeetingsToComeAtOnePlace) {
  const auto reports = Two(
      Report("a", "Ostrin offered talks over the fishing banks, to be held in Varholm on April 12.")
          .Names("Varholm", "varholm", ActorType::kPlace)
          .Time("April 12", "2031-04-12"),
      Report("b", "The envoy said that negotiations could begin in Varholm on April 13.")
          .Names("Varholm", "varholm", ActorType::kPlace)
          .Time("April 13", "2031-04-13"));
  EXPECT_THAT(Disputes(Find(reports)), testing::Contains("when: 2031-04-12 | 2031-04-13"));
}

TEST(Findings, TheEndsOfOneRangeAreNoDispute) {
  const auto range = [](std::string id, std::string_view text) {
    auto report = Report(std::move(id), text);
    report.Time("April 1", "2031-04-01").Time("April 8", "2031-04-08");
    return report;
  };
  const auto reports =
      Two(range("a", "Ostrin broke the fishing truce of April 1 to April 8."),
          range("b", "Ostrin broke the fishing truce of April 1 to April 8 nine times."));
  EXPECT_THAT(Disputes(Find(reports)), testing::IsEmpty());
}

TEST(Findings, ADeadlineIsNoDay) {
  const auto reports =
      Two(Report("a", "The harbour must reopen by April 20.").Time("April 20", "2031-04-20"),
          Report("b", "The harbour must reopen on April 18.").Time("April 18", "2031-04-18"));
  EXPECT_THAT(Disputes(Find(reports)), testing::IsEmpty());
}

TEST(Findings, NotOneIsNone) {
  const auto reports = Two(Report("a", "Not one ship will be searched in the harbour."),
                           Report("b", "No ship will be searched in the harbour."));
  EXPECT_THAT(Disputes(Find(reports)), testing::IsEmpty());
}

TEST(Findings, GranularityIsNoDispute) {
  const auto reports =
      Two(Report("a", "Delegates will sign the fishing treaty on April 12.")
              .Time("April 12", "2031-04-12"),
          Report("b", "Delegates will sign the fishing treaty in April.").Time("April", "2031-04"));
  EXPECT_THAT(Disputes(Find(reports)), testing::IsEmpty());
}

TEST(Findings, AnOfficeThatIsOver) {
  const auto reports = Two(Report("a", "Former President Anna Lund praised the harbour plan.")
                               .Names("Anna Lund", "lund", ActorType::kPerson)
                               .Role("Former President", "lund"),
                           Report("b", "President Anna Lund praised the harbour plan.")
                               .Names("Anna Lund", "lund", ActorType::kPerson)
                               .Role("President", "lund"));
  EXPECT_THAT(Disputes(Find(reports)), testing::Contains("role: former president | president"));
}

TEST(Findings, AnOfficeToldAlikeIsNoDispute) {
  const auto reports = Two(Report("a", "President Anna Lund praised the plan.")
                               .Names("Anna Lund", "lund", ActorType::kPerson)
                               .Role("President", "lund"),
                           Report("b", "President Lund praised the plan.")
                               .Names("Lund", "lund", ActorType::kPerson)
                               .Role("President", "lund"));
  EXPECT_THAT(Disputes(Find(reports)), testing::IsEmpty());
}

TEST(Findings, WhoAnswered) {
  const auto reports = Two(Report("a", "Ostrin did not respond to the offer."),
                           Report("b", "Ostrin responded to the offer within hours."));
  EXPECT_THAT(Disputes(Find(reports)), testing::Contains("polarity: no response | response"));
}

TEST(Findings, AccusationsInBothDirections) {
  const auto reports = Two(Report("a", "Ostrin accused Velmara of violating the truce."),
                           Report("b", "Velmara accused Ostrin of breaking the truce."));
  EXPECT_THAT(Disputes(Find(reports)), testing::Contains("who: velmara | ostrin"));
}

TEST(Findings, OneSidedAccusationIsNoDispute) {
  const auto reports = Two(Report("a", "Ostrin accused Velmara of violating the truce."),
                           Report("b", "Ostrin accused Velmara of breaking the truce."));
  EXPECT_THAT(Disputes(Find(reports)), testing::Not(testing::Contains(testing::StartsWith("who"))));
}

TEST(Findings, ADeedLaidOnAnother) {
  const auto reports = Two(Report("a", "It was not Ostrin that closed the border. It was Velmara."),
                           Report("b", "Velmara closed the border, not Ostrin."));
  EXPECT_THAT(Disputes(Find(reports)), testing::Contains(testing::StartsWith("who: ")));
}

TEST(Findings, WhatComesFirst) {
  const auto reports = Two(Report("a", "Ostrin wants inspections before any elections."),
                           Report("b", "Velmara says elections must come before inspections."));
  EXPECT_THAT(
      Disputes(Find(reports)),
      testing::Contains("when: inspections before elections | elections before inspections"));
}

TEST(Findings, CopiesDoNotCorroborate) {
  const auto reports = Two(Report("a", "The flood destroyed the old railway bridge."),
                           Report("b", "The flood destroyed the old railway bridge."));
  const Lineage lineage = Together(reports);
  const auto findings = FindFindings(reports, lineage, {});
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings[0].status, FindingStatus::kSingleOrigin);
  EXPECT_EQ(findings[0].origins, 1);
}

TEST(Findings, DisputesComeFirst) {
  const auto reports = Two(Report("a",
                                  "The flood in the valley killed 12 villagers. The flood "
                                  "destroyed the old railway bridge.")
                               .Count("12", 12, "villagers"),
                           Report("b",
                                  "The flood killed 17 villagers in the valley. The flood "
                                  "destroyed the old railway bridge.")
                               .Count("17", 17, "villagers"));
  const auto findings = Find(reports);
  ASSERT_GE(findings.size(), 2u);
  EXPECT_EQ(findings[0].status, FindingStatus::kDisputed);
  EXPECT_TRUE(
      std::is_sorted(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.weight > b.weight; }));
}

TEST(Findings, WordsOfTheTableCarryTheirValue) {
  const Lexicon& table = DisputeWords::Get().table();
  EXPECT_THAT(table.malformed(), testing::IsEmpty());
  ASSERT_FALSE(table.examples().empty());
  for (const std::string_view example : table.examples()) {
    const auto cells = Split(example, '\t');
    ASSERT_EQ(cells.size(), 3u) << example;
    const Document doc = MiniDocument("a", cells[0]).Take();
    std::vector<std::string> values;
    for (size_t t = 0; t < doc.tokens.size(); ++t) {
      for (const auto& hit : DisputeWords::Get().NamesAt(doc, static_cast<Index>(t))) {
        if (hit.set == cells[1]) values.emplace_back(hit.value);
      }
    }
    EXPECT_THAT(values, testing::Contains(std::string(cells[2]))) << example;
  }
}

}  // namespace
}  // namespace synoptic
