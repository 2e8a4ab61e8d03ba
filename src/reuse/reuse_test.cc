#include "reuse/reuse.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace synoptic
