#include "ingest/published.h"

#include <gtest/gtest.h>

#include <string>

namespace synoptic {
namespace {

std::string Line(std::string_view line) {
  const auto date = DateOfLine(line);
  return date ? date->Iso() : "none";
}

TEST(DateOfLine, ReadsALineThatIsADateAndNothingElse) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Tue 4th March, 2031", "2031-03-04"},
      {"March 4, 2031", "2031-03-04"},
      {"4 March 2031", "2031-03-04"},
      {"Published: 2031-03-04 18:05 GMT", "2031-03-04"},
      {"Updated on March 4, 2031 at 6:05 pm EST", "2031-03-04"},
      {"Posted Mar. 4, 2031", "2031-03-04"},
      {"Published: 04.03.2031 18:05", "2031-03-04"},
      {"17/03/2031", "2031-03-17"},
      {"03/17/2031", "2031-03-17"},
      {"03/04/2031", "none"},
      {"04.13.2031", "none"},
      {"February 30, 2031", "none"},
      {"March 2031", "none"},
      {"March 4", "none"},
      {"The treaty of March 4, 2031", "none"},
      {"99999999999999999999", "none"},
      {"", "none"},
  };
  for (const auto& [line, date] : rows) EXPECT_EQ(Line(line), date) << line;
}

std::string Published(std::string_view text, Span dateline = {}) {
  const auto found = FindPublished(text, dateline);
  if (!found) return "unknown";
  EXPECT_FALSE(found->span.empty());
  EXPECT_LE(found->span.end, text.size());
  return found->date.Iso();
}

// 4 March 2031 is a Tuesday.
TEST(FindPublished, TakesTheOneDayOnWhichTheTextAgrees) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Harbour talks resume\nTue 4th March, 2031\nEnvoys met.", "2031-03-04"},
      // Mastheads; a date in a headline is the matter's.
      {"PORT GAZETTE #7 - 4 Mar. 2031\n\nThe ferry talks of 9 May 2029 go on.", "2031-03-04"},
      {"The ferry talks go on\nRadio Sill, Brenn. Tuesday 4 March 2031. By A. Lund", "2031-03-04"},
      {"SILL RADIO\nPublished: 04.03.2031 22:45 (UTC+3)\nEnvoys met.", "2031-03-04"},
      {"Ferries to sail on March 4, 2031\n\nEnvoys met.", "unknown"},
      {"The envoy said on Tuesday that the ferry talks, broken off in 2029, would resume tomorrow, "
       "March 5.",
       "2031-03-04"},
      {"On Tuesday the council met, after a first round on Monday, March 3. It will vote on "
       "Friday, March 7, "
       "for the first time since 2029.",
       "2031-03-04"},
      // A year to start from is missing.
      {"The envoy said on Tuesday that the ferry talks would resume tomorrow, March 5.", "unknown"},
      // Nothing ties the day of publication to the date.
      {"The ferry talks will resume on March 5. They broke off in 2029.", "unknown"},
      // Three days before the vote or four behind it: both are a Tuesday.
      {"On Tuesday the council met over the vote of Friday, March 7, the first since 2029.",
       "unknown"},
      // The weekdays contradict each other.
      {"It met on Wednesday, March 4, and on Friday, March 5, for the first time since 2030.",
       "unknown"},
      {"", "unknown"},
  };
  for (const auto& [text, date] : rows) EXPECT_EQ(Published(text), date) << text;
}

TEST(FindPublished, TakesTheDatelineAtItsWord) {
  const std::string text =
      "PORT ALVA, March 4 (Agency) — The envoy said on Tuesday that talks begun in 2029 failed.";
  EXPECT_EQ(Published(text, {0, 27}), "2031-03-04");
  EXPECT_EQ(Published("PORT ALVA, March 4, 2031 — Talks failed.", {0, 28}), "2031-03-04");
}

// A dateline without a year is of the year on whose day the weekday falls, also where the text
// looks ahead into the next.
TEST(FindPublished, ADatelineBeforeAYearThatIsTold) {
  const std::string text =
      "BRENN, March 4. The envoy said on Tuesday that the ferries would sail until January 9, "
      "2032.";
  EXPECT_EQ(Published(text, {0, 14}), "2031-03-04");
  // 4 March 2025 is a Tuesday, too, but an old year alone says nothing of the one before it.
  EXPECT_EQ(Published("BRENN, March 4. On Tuesday the envoy recalled the accord of 2026.", {0, 14}),
            "unknown");
}

}  // namespace
}  // namespace synoptic
