// Streams that nobody would wish for.
#include <gtest/gtest.h>

#include <set>

#include "stories/stories.h"

namespace synoptic {
namespace {

const char kFire[] =
    "The mill at Ostrel burned on Friday. Firemen from Tarnow fought the blaze at the Ostrel mill.";

ReportTerms Report(const std::string& id, const std::string& text, const std::string& day = "") {
  Document document;
  document.id = id;
  document.text = text;
  document.published = Moment::Parse(day);
  if (document.published) document.published_from = DateSource::kMetadata;
  return ReadTerms(document);
}

std::vector<StoryReport> Stream(const std::vector<ReportTerms>& reports) {
  StoryIndex index;
  for (const ReportTerms& report : reports) index.Add(report);
  index.Finish();
  return index.TakeReports();
}

std::set<std::string> StoriesOf(const std::vector<StoryReport>& reports) {
  std::set<std::string> stories;
  for (const StoryReport& report : reports) stories.insert(report.story);
  return stories;
}

TEST(HostileStream, TenThousandIdenticalReportsAreOneStory) {
  std::vector<ReportTerms> reports;
  for (int i = 0; i < 10000; ++i) reports.push_back(Report("r" + std::to_string(i), kFire));
  const std::vector<StoryReport> placed = Stream(reports);
  EXPECT_EQ(placed.size(), 10000u);
  EXPECT_EQ(StoriesOf(placed).size(), 1u);
}

TEST(HostileStream, EmptyBodiesAreNoStory) {
  std::vector<ReportTerms> reports;
  for (int i = 0; i < 5000; ++i) reports.push_back(Report("r" + std::to_string(i), ""));
  EXPECT_EQ(StoriesOf(Stream(reports)).size(), 5000u);
}

TEST(HostileStream, FiveMegabytesAreReadAndKeptShort) {
  std::string large;
  for (int i = 0; large.size() < 5000000; ++i) large += "Vessel" + std::to_string(i) + " sank. ";
  const ReportTerms terms = Report("large", large);
  EXPECT_LE(terms.terms.size(), kMaxTerms);
  EXPECT_EQ(StoriesOf(Stream({terms, Report("fire", kFire)})).size(), 2u);
}

TEST(HostileStream, OneShingleAMillionTimesIsFine) {
  std::string again;
  for (int i = 0; i < 1000000; ++i) again += "mill at Ostrel ";
  EXPECT_EQ(Stream({Report("a", again), Report("b", kFire)}).size(), 2u);
}

TEST(HostileStream, AReportFromTheFutureLosesNoOther) {
  const std::vector<StoryReport> placed =
      Stream({Report("a", kFire, "2031-05-01"), Report("z", kFire, "9999-12-31"),
              Report("b", kFire, "2031-05-02")});
  EXPECT_EQ(placed.size(), 3u);
}

TEST(HostileStream, TheSameStreamGivesTheSameAnswer) {
  std::vector<ReportTerms> reports;
  for (int i = 0; i < 400; ++i) {
    reports.push_back(Report("r" + std::to_string(i),
                             i % 3 == 0
                                 ? kFire
                                 : "Crew " + std::to_string(i % 20) + " left Velmara for pier " +
                                       std::to_string(i % 20 + 40) + ".",
                             "2031-05-0" + std::to_string(1 + i / 100)));
  }
  const auto once = Stream(reports), again = Stream(reports);
  ASSERT_EQ(once.size(), again.size());
  for (size_t i = 0; i < once.size(); ++i) {
    EXPECT_EQ(once[i].id, again[i].id);
    EXPECT_EQ(once[i].story, again[i].story);
  }
}

}  // namespace
}  // namespace synoptic
