#include "engine/order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "engine/engine.h"
#include "ingest/ingest.h"

namespace synoptic {
namespace {

using testing::ElementsAre;

Document Read(const std::string& name, const std::string& text) {
  std::istringstream file(text);
  ReportReader reader(name, file, {});
  auto report = reader.Next();
  EXPECT_TRUE(report && *report);
  Annotate(**report);
  return std::move(**report);
}

// "today 2031-03-04" of each time.
std::vector<std::string> Times(const Document& report) {
  std::vector<std::string> told;
  for (const TimeExpression& time : report.times)
    told.push_back(std::string(report.Cut(time.span)) + " " + time.value);
  return told;
}

std::vector<Document> Dated(const std::string& dateline) {
  std::vector<Document> reports;
  reports.push_back(Read("a.txt", "Ferry talks end\n4 March 2031\n\nEnvoys met on Tuesday."));
  reports.push_back(Read("b.txt", "Ferry talks fail\n\n" + dateline + "Envoys parted today."));
  return reports;
}

// 4 March 2031 is a Tuesday.
TEST(DateByOthers, ADatelineWithoutAYearTakesTheYearOfTheOthers) {
  struct Row {
    const char *dateline, *published, *today;
  };
  constexpr Row kRows[] = {
      {"PORT ALVA, March 5 (Tidewire) - ", "2031-03-05", "today 2031-03-05"},
      {"Port Alva, Feb. 28, Tidewire \u2013 ", "2031-02-28", "today 2031-02-28"},
      {"PORT ALVA, June 5 (Tidewire) - ", "", "today XXXX-XX-XX"},  // too far off to be sure
      {"PORT ALVA (Tidewire) - ", "", "today XXXX-XX-XX"},
  };
  for (const Row& row : kRows) {
    auto reports = Dated(row.dateline);
    Comparison comparison;
    DateByOthers(reports, comparison);
    EXPECT_EQ(reports[1].published ? reports[1].published->Iso() : "", row.published)
        << row.dateline;
    EXPECT_EQ(Times(reports[1]).back(), row.today) << row.dateline;
    EXPECT_EQ(comparison.notes.size(), *row.published != 0 ? 1u : 0u) << row.dateline;
  }
  auto alone = Dated("PORT ALVA, March 5 (Tidewire) - ");
  alone.erase(alone.begin());
  Comparison comparison;
  DateByOthers(alone, comparison);
  EXPECT_FALSE(alone[0].published);
}

TEST(ReadQuotedDays, TodayIsTheDayOnWhichItWasSaid) {
  const auto times = [](const std::string& sentence) {
    return Times(Read("a.txt", "Ferry talks end\n6 March 2031\n\n" + sentence));
  };
  EXPECT_THAT(times("\"We will sail tomorrow,\" Ana Velm said on Tuesday. It rained."),
              ElementsAre("6 March 2031 2031-03-06", "tomorrow 2031-03-05", "Tuesday 2031-03-04"));
  EXPECT_THAT(times("\"We will sail tomorrow,\" Ana Velm said. It rained on Tuesday."),
              ElementsAre("6 March 2031 2031-03-06", "tomorrow 2031-03-07", "Tuesday 2031-03-04"));
  // Two days: which of them is that of the saying is not clear.
  EXPECT_THAT(times("\"We will sail tomorrow,\" Ana Velm said on Tuesday and on Monday."),
              ElementsAre("6 March 2031 2031-03-06", "tomorrow 2031-03-07", "Tuesday 2031-03-04",
                          "Monday 2031-03-03"));
}

TEST(ReadSayingsFromTheFirst, TheEarliestReportTellsWhatTodayWas) {
  std::vector<Document> reports;
  const std::string said = "\"Our boats came a long way today,\" Ana Velm wrote. It rained.";
  reports.push_back(Read("a.txt", "Ferry talks end\n4 March 2031\n\n" + said));
  reports.push_back(Read("b.txt", "Ferry talks over\n5 March 2031\n\n" + said));
  const Comparison comparison = Compare(reports, {}, "");
  ASSERT_EQ(comparison.utterances.size(), 1u);
  for (const Document& report : reports) EXPECT_EQ(Times(report).back(), "today 2031-03-04");
}

}  // namespace
}  // namespace synoptic
