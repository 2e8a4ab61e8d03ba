#include "doc/source_map.h"

#include <gtest/gtest.h>

#include "doc/check.h"

namespace synoptic {
namespace {

// "Say “no” now": quotation marks are entities, the last space is three bytes of white space, and
// the word behind it stands in a tag.
const std::vector<SourceRun> kRuns = {
    {{0, 4}, {10, 14}, SourceKind::kCopied},  {{4, 7}, {14, 21}, SourceKind::kDecoded},
    {{7, 9}, {21, 23}, SourceKind::kCopied},  {{9, 12}, {23, 30}, SourceKind::kDecoded},
    {{12, 13}, {30, 33}, SourceKind::kSpace}, {{13, 16}, {36, 39}, SourceKind::kCopied}};

TEST(SourceOf, GivesTheBytesWithTheMarkupBetween) {
  struct {
    Span span, bytes;
  } rows[] = {{{0, 16}, {10, 39}}, {{2, 4}, {12, 14}},   {{4, 7}, {14, 21}},
              {{7, 9}, {21, 23}},  {{12, 14}, {30, 37}}, {{14, 16}, {37, 39}}};
  for (const auto& row : rows) EXPECT_EQ(SourceOf(kRuns, row.span), row.bytes) << row.span.begin;
}

TEST(SourceOf, FindsCharactersOfOneWidthByProportion) {
  const std::vector<SourceRun> cyrillic = {{{0, 8}, {100, 104}, SourceKind::kDecoded}};
  EXPECT_EQ(SourceOf(cyrillic, {2, 6}), (Span{101, 103}));
  const std::vector<SourceRun> utf16 = {{{0, 4}, {2, 10}, SourceKind::kDecoded}};
  EXPECT_EQ(SourceOf(utf16, {1, 2}), (Span{4, 6}));
}

TEST(SourceOf, LeavesOutWhatIsNotOfThePage) {
  const std::vector<SourceRun> runs = {{{0, 4}, {10, 14}, SourceKind::kCopied},
                                       {{6, 9}, {20, 23}, SourceKind::kCopied}};
  EXPECT_EQ(SourceOf(runs, {4, 6}), std::nullopt);
  EXPECT_EQ(SourceOf(runs, {3, 7}), (Span{13, 21}));
  EXPECT_EQ(SourceOf(runs, {4, 7}), (Span{20, 21}));
  EXPECT_EQ(SourceOf({}, {0, 1}), std::nullopt);
}

TEST(BrokenInvariants, NamesSourceRunsThatAreWrong) {
  struct {
    SourceRun run;
    const char* broken;
  } rows[] = {{{{0, 99}, {0, 99}, SourceKind::kCopied}, "source run outside the text at 0"},
              {{{0, 2}, {5, 5}, SourceKind::kDecoded}, "source run without bytes at 0"},
              {{{0, 2}, {5, 8}, SourceKind::kCopied}, "source run is no copy at 0"},
              {{{0, 1}, {5, 8}, SourceKind::kSpace}, "source run is no space at 0"},
              {{{4, 5}, {5, 8}, SourceKind::kDecoded}, "source run cuts a character at 4"}};
  for (const auto& row : rows) {
    Document report;
    report.text = "Cafés are open";
    report.source_map.runs = {row.run};
    EXPECT_EQ(BrokenInvariants(report), std::vector<std::string>{row.broken});
  }
  Document report;
  report.text = "Say now";
  report.source_map.runs = {{{0, 3}, {10, 13}, SourceKind::kCopied},
                            {{4, 7}, {12, 15}, SourceKind::kCopied}};
  EXPECT_EQ(BrokenInvariants(report), std::vector<std::string>{"source run out of order at 4"});
}

}  // namespace
}  // namespace synoptic
