#include "doc/day_range.h"

#include <gtest/gtest.h>

namespace synoptic {
namespace {

struct Row {
  std::string_view timex, first, last;  // empty: no days
};

TEST(DayRange, ValuesOfTimex) {
  constexpr Row kRows[] = {
      {"2031-04-09", "2031-04-09", "2031-04-09"},
      {"2031-04-09TNI", "2031-04-09", "2031-04-09"},
      {"2031-04-09T14:00", "2031-04-09", "2031-04-09"},
      {"2031-02", "2031-02-01", "2031-02-28"},
      {"2032-02", "2032-02-01", "2032-02-29"},
      {"2031-12", "2031-12-01", "2031-12-31"},
      {"2031", "2031-01-01", "2031-12-31"},
      {"203", "2030-01-01", "2039-12-31"},
      {"19", "1900-01-01", "1999-12-31"},
      {"2031-Q4", "2031-10-01", "2031-12-31"},
      {"2031-WI", "2031-12-01", "2032-02-29"},
      {"2025-W20", "2025-05-12", "2025-05-18"},
      {"2026-W01", "2025-12-29", "2026-01-04"},
      {"2031-04-09/2031-04-11", "2031-04-09", "2031-04-11"},
      {"2031-04/2031-05", "2031-04-01", "2031-05-31"},
      {"XXXX-06", "", ""},
      {"2031-13", "", ""},
      {"2031-02-30", "", ""},
      {"PAST_REF", "", ""},
      {"", "", ""},
      {"P3D", "", ""},
      {"2031-", "", ""},
      {"2031-04-1", "", ""},
      {"2031-04-11/2031-04-09", "", ""},
      {"9999-12", "", ""},
  };
  for (const Row& row : kRows) {
    const auto days = DaysOf(row.timex);
    ASSERT_EQ(days.has_value(), !row.first.empty()) << row.timex;
    if (!days) continue;
    EXPECT_EQ(days->first.Iso(), row.first) << row.timex;
    EXPECT_EQ(days->last.Iso(), row.last) << row.timex;
  }
}

TEST(DayRange, Durations) {
  EXPECT_EQ(DurationDays("P3D"), 3);
  EXPECT_EQ(DurationDays("PT72H"), 3);
  EXPECT_EQ(DurationDays("P1M"), 30);
  EXPECT_EQ(DurationDays("P2W"), 14);
  for (const auto* odd : {"PT5H", "PXD", "P", "3D", "PT3D", "P3", ""})
    EXPECT_EQ(DurationDays(odd), std::nullopt) << odd;
}

TEST(DayRange, SecondsOfDurations) {
  EXPECT_EQ(DurationSeconds("PT40M"), 2400);
  EXPECT_EQ(DurationSeconds("PT0.75H"), 2700);
  EXPECT_EQ(DurationSeconds("P2W"), 14 * 86400);
  EXPECT_EQ(DurationSeconds("P1Y"), 365 * 86400);
  for (const auto* odd : {"PXY", "P", "PT", "3D", "PT3D", "P3H", "P3", "P-3D", "P3DT4H", ""})
    EXPECT_EQ(DurationSeconds(odd), std::nullopt) << odd;
}

}  // namespace
}  // namespace synoptic
