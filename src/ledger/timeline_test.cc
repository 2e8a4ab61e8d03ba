#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "doc/check.h"
#include "ledger/ledger.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

std::vector<std::string> Told(std::vector<Document>& reports) {
  Comparison comparison;
  comparison.lineage = SeparateOrigins(reports.size());
  comparison.timeline = BuildTimeline(reports);
  EXPECT_THAT(BrokenInvariants(reports, comparison), testing::IsEmpty());
  std::vector<std::string> rows;
  for (const TimelineEntry& entry : comparison.timeline) {
    rows.push_back(entry.when + (entry.planned ? " planned " : " ") +
                   std::to_string(entry.evidence.size()));
  }
  return rows;
}

TEST(Timeline, OrderAndPrecision) {
  std::vector<Document> reports;
  reports.push_back(
      MiniDocument(
          "a", "The dam broke on April 9. It was built in 1962. Engineers will inspect it in May.")
          .Published("2031-04-10")
          .Time("April 9", "2031-04-09")
          .Time("1962", "1962")
          .Time("May", "2031-05")
          .Take());
  EXPECT_THAT(Told(reports), testing::ElementsAre("1962 1", "2031-04-09 1", "2031-05 planned 1"));
}

TEST(Timeline, OneEventOfTwoReports) {
  std::vector<Document> reports;
  reports.push_back(MiniDocument("a", "The dam above Ostrin broke on April 9.")
                        .Time("April 9", "2031-04-09")
                        .Published("2031-04-10")
                        .Take());
  reports.push_back(MiniDocument("b", "On Wednesday the dam broke above Ostrin.")
                        .Time("Wednesday", "2031-04-09")
                        .Published("2031-04-10")
                        .Take());
  reports.push_back(MiniDocument("c", "Voters elected a mayor on April 9.")
                        .Time("April 9", "2031-04-09")
                        .Published("2031-04-10")
                        .Take());
  EXPECT_THAT(Told(reports), testing::UnorderedElementsAre("2031-04-09 2", "2031-04-09 1"));
}

TEST(Timeline, LeavesOutWhatHasNoDate) {
  std::vector<Document> reports;
  reports.push_back(MiniDocument("a", "They talked for two hours in June, as they do every week.")
                        .Time("two hours", "PT2H", TimeType::kDuration)
                        .Time("June", "XXXX-06")
                        .Time("every week", "P1W", TimeType::kSet)
                        .Take());
  EXPECT_THAT(Told(reports), testing::IsEmpty());
}

}  // namespace
}  // namespace synoptic
