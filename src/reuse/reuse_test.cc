#include "reuse/reuse.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "doc/check.h"

namespace synoptic {
namespace {

const char kWire[] =
    "The harbour council of Ostrel voted on Monday to close the northern quay for repairs until "
    "autumn. "
    "Engineers found cracks in 14 of the 60 pillars after a freighter from Velmara struck the quay "
    "in March. "
    "Mayor Lida Sorn said ferries would use the smaller southern basin while the work goes on.";

Document Report(const std::string& id, const std::string& text, const std::string& published = "") {
  Document report;
  report.id = id;
  report.text = text;
  report.published = Moment::Parse(published);
  return report;
}

TEST(FindLineage, DatesTellWhoCopied) {
  std::vector<Document> reports;
  reports.push_back(Report("late", std::string(kWire) + " Fishermen protested.", "2031-05-02"));
  reports.push_back(Report("early", kWire, "2031-05-01"));
  Comparison comparison;
  comparison.lineage = FindLineage(reports);
  ASSERT_EQ(comparison.lineage.edges.size(), 1u);
  const Edge& edge = comparison.lineage.edges[0];
  EXPECT_EQ(edge.from, 1);
  EXPECT_TRUE(edge.directed);
  EXPECT_GE(edge.confidence, 0.5);
  EXPECT_EQ(comparison.lineage.origins.size(), 1u);
  EXPECT_TRUE(BrokenInvariants(reports, comparison).empty());
}

TEST(FindLineage, NothingSharedIsTwoDistinctOrigins) {
  std::vector<Document> reports;
  reports.push_back(Report("a", kWire));
  reports.push_back(
      Report("b", "Farmers in the Sill valley expect a late harvest after a wet and cold spring."));
  const Lineage lineage = FindLineage(reports);
  EXPECT_TRUE(lineage.edges.empty());
  ASSERT_EQ(lineage.origins.size(), 2u);
  EXPECT_TRUE(lineage.origins[0].distinct);
  EXPECT_FALSE(lineage.origins[0].known);
}

TEST(FindLineage, EmptyAndRepetitiveTextsAreFine) {
  std::vector<Document> reports;
  reports.push_back(Report("a", ""));
  reports.push_back(Report("b", ""));
  std::string again;
  for (int i = 0; i < 100000; ++i) again += "one and the same ";
  reports.push_back(Report("c", again));
  reports.push_back(Report("d", again));
  EXPECT_EQ(FindLineage(reports).origin_of.size(), 4u);
}

TEST(FindLineage, TenThousandIdenticalReportsAreOneOrigin) {
  std::vector<Document> reports;
  for (int i = 0; i < 10000; ++i) reports.push_back(Report("r" + std::to_string(i), kWire));
  const Lineage lineage = FindLineage(reports);
  EXPECT_EQ(lineage.origins.size(), 1u);
  EXPECT_LE(lineage.edges.size(), 80000u);
}

TEST(FindLineage, FiveMegabytesNoDatesAndTheFutureAreFine) {
  std::string large;
  for (int i = 0; large.size() < 5000000; ++i) {
    large += "Vessel " + std::to_string(i * 7919 % 100003) + " left pier " + std::to_string(i) +
             " with grain for the valley. ";
  }
  std::vector<Document> reports;
  reports.push_back(Report("large", large));
  reports.push_back(Report("small", kWire));
  reports.push_back(Report("future", kWire, "9999-12-31"));
  const Lineage lineage = FindLineage(reports);
  ASSERT_EQ(lineage.edges.size(), 1u);
  EXPECT_FALSE(lineage.edges[0].directed) << "one of the two has no date";
}

TEST(FindLineage, OneShingleAMillionTimesIsFine) {
  std::string again;
  for (int i = 0; i < 1000000; ++i) again += "on and on ";
  std::vector<Document> reports;
  reports.push_back(Report("a", again));
  reports.push_back(Report("b", again));
  EXPECT_EQ(FindLineage(reports).origin_of.size(), 2u);
}

TEST(FindLineage, FindsTheSamePairsInManyReportsInAnyOrder) {
  std::vector<Document> reports;
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (int k = 0; k < 12; ++k) {
      text += "Crew " + std::to_string(i * 31 + k) + " moved lamp " +
              std::to_string(i * 17 + k * 5) + " to shed " + std::to_string(i * i + k) + ". ";
    }
    const bool holds = i % 100 == 50;
    reports.push_back(Report("r" + std::to_string(i), holds ? text + kWire : text));
  }
  const auto pairs = [&reports] {
    std::set<std::pair<std::string, std::string>> found;
    for (const Edge& edge : FindLineage(reports).edges) {
      if (edge.confidence < 0.5) continue;
      const std::string &a = reports[static_cast<size_t>(edge.from)].id,
                        &b = reports[static_cast<size_t>(edge.to)].id;
      found.insert(std::minmax(a, b));
    }
    return found;
  };
  const auto found = pairs();
  EXPECT_EQ(found.size(), 3u) << "of r50, r150 and r250";
  std::reverse(reports.begin(), reports.end());
  EXPECT_EQ(pairs(), found);
}

}  // namespace
}  // namespace synoptic
