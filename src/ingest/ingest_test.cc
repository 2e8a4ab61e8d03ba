#include "ingest/ingest.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/ascii.h"
#include "doc/check.h"
#include "ingest/html_classes.h"
#include "ingest/html_meta.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

struct Read {
  std::vector<Document> reports;
  std::vector<std::string> refused;
};

Read ReadAll(const std::string& path, const std::string& bytes, const ReadOptions& options = {}) {
  std::istringstream input(bytes);
  ReportReader reader(path, input, options);
  Read read;
  while (auto next = reader.Next()) {
    if (*next) {
      EXPECT_EQ(BrokenInvariants(**next), std::vector<std::string>{});
      read.reports.push_back(std::move(**next));
    } else {
      read.refused.push_back(next->error().message);
    }
  }
  return read;
}

TEST(ReportReader, ReadsPlainText) {
  const Read read =
      ReadAll("news/ferry.talks.txt", "Ferry talks\nMarch 4, 2031\nEnvoys met. They parted.\n");
  ASSERT_EQ(read.reports.size(), 1u);
  const Document& report = read.reports[0];
  EXPECT_EQ(report.id, "ferry.talks");
  EXPECT_EQ(report.path, "news/ferry.talks.txt");
  EXPECT_EQ(report.title, "Ferry talks");
  EXPECT_EQ(report.published->Iso(), "2031-03-04");
  EXPECT_EQ(report.published_from, DateSource::kText);
  EXPECT_EQ(report.Cut(*report.published_span), "March 4, 2031");
}

TEST(ReportReader, ReadsAWebPage) {
  const Read read = ReadAll(
      "page.txt",
      "<!doctype html><html lang=en><head><title>Ferry talks | The Bay Post</title>"
      "<meta property='og:site_name' content='The Bay Post'>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry talks\","
      "\"datePublished\":\"2031-03-04T08:00:00+01:00\",\"author\":{\"name\":\"Ana "
      "Orlec\"}}</script></head>"
      "<body><nav><a href=/>Home</a> <a href=/x>Sport and weather of the bay today</a></nav>"
      "<article><h1>Ferry talks</h1><p>Envoys of both shores met on Tuesday in the old customs "
      "house.</p>"
      "<p>They will meet again on Friday, a spokesman for the harbour said.</p></article>"
      "<footer>All rights reserved.</footer></body></html>");
  ASSERT_EQ(read.reports.size(), 1u);
  const Document& page = read.reports[0];
  EXPECT_EQ(page.title, "Ferry talks");
  EXPECT_EQ(page.source, "The Bay Post");
  EXPECT_EQ(page.authors, std::vector<std::string>{"Ana Orlec"});
  EXPECT_EQ(page.published->Iso(), "2031-03-04T08:00:00+01:00");
  EXPECT_EQ(page.text,
            "Envoys of both shores met on Tuesday in the old customs house.\n\n"
            "They will meet again on Friday, a spokesman for the harbour said.");
}

TEST(ParsePageDate, ExamplesHold) {
  const Lexicon lexicon = Lexicon::Load("web/months.tsv");
  ASSERT_FALSE(lexicon.examples().empty());
  for (const std::string_view example : lexicon.examples()) {
    const size_t arrow = example.find(" => ");
    const auto moment = ParsePageDate(example.substr(0, arrow));
    EXPECT_EQ(moment ? moment->Iso() : "none", example.substr(arrow + 4)) << example;
  }
}

TEST(PageClasses, ExamplesHold) {
  const Lexicon lexicon = Lexicon::Load("web/classes.tsv");
  ASSERT_FALSE(lexicon.examples().empty());
  for (const std::string_view example : lexicon.examples()) {
    const size_t arrow = example.find(" => ");
    const uint8_t kinds = KindsOfName(example.substr(0, arrow));
    const std::string_view kind = example.substr(arrow + 4);
    uint8_t wanted = 0;
    for (const std::string_view one : Split(kind, ' ')) {
      wanted |= one == "body"      ? kBodyPart
                : one == "drop"    ? kDropPart
                : one == "teaser"  ? kTeaserPart
                : one == "caption" ? kCaptionPart
                : one == "live"    ? kLivePart
                                   : 0;
    }
    EXPECT_EQ(kinds & (kBodyPart | kDropPart | kTeaserPart | kCaptionPart | kLivePart), wanted)
        << example;
  }
}

TEST(ReportReader, LetsTheOptionWinOverTheText) {
  const Read read = ReadAll("a.txt", "March 4, 2031\nEnvoys met.", {Moment::Parse("2031-03-06")});
  EXPECT_EQ(read.reports.at(0).published->Iso(), "2031-03-06");
  EXPECT_EQ(read.reports.at(0).published_from, DateSource::kOption);
}

TEST(ReportReader, ReadsJsonLinesAndGoesOnBehindABadOne) {
  const Read read = ReadAll(
      "day.jsonl",
      "{\"id\":\"x\",\"title\":\"T\",\"published\":\"2031-03-04T08:00:00Z\",\"source\":\"S\","
      "\"url\":null,\"text\":\"Envoys met.\"}\n"
      "\n"
      "{\"text\": \n"
      "[1]\n"
      "{\"id\":\"y\"}\n"
      "{\"text\":\"No id.\",\"published\":\"soon\"}");
  ASSERT_EQ(read.reports.size(), 2u);
  EXPECT_EQ(read.reports[0].id, "x");
  EXPECT_EQ(read.reports[0].title, "T");
  EXPECT_EQ(read.reports[0].source, "S");
  EXPECT_EQ(read.reports[0].url, std::nullopt);
  EXPECT_EQ(read.reports[0].published->Iso(), "2031-03-04T08:00:00Z");
  EXPECT_EQ(read.reports[0].published_from, DateSource::kMetadata);
  EXPECT_EQ(read.reports[1].id, "day:6");
  EXPECT_EQ(read.reports[1].warnings.size(), 1u);
  ASSERT_EQ(read.refused.size(), 3u);
  EXPECT_EQ(read.refused[0].rfind("day.jsonl:3: not JSON at byte", 0), 0u) << read.refused[0];
  EXPECT_EQ(read.refused[1], "day.jsonl:4: not a JSON object");
  EXPECT_EQ(read.refused[2], "day.jsonl:5: no \"text\"");
}

TEST(ReportReader, RefusesWhatIsNoReport) {
  const std::pair<std::string, std::string> rows[] = {
      {"", "a.txt: empty"},
      {" \n\t\n", "a.txt: empty"},
      {std::string("\x7F"
                   "ELF\0\1\2",
                   7),
       "a.txt: binary, not text"},
      {std::string(kLargestReport + 1, 'a'), "a.txt: over the limit of 32 MiB"},
  };
  for (const auto& [bytes, message] : rows) {
    const Read read = ReadAll("a.txt", bytes);
    EXPECT_TRUE(read.reports.empty());
    EXPECT_EQ(read.refused, std::vector<std::string>{message});
  }
  const Read lines =
      ReadAll("a.jsonl", std::string(kLargestReport + 9, '[') + "\n{\"text\":\"Read on.\"}\n");
  EXPECT_EQ(lines.refused, std::vector<std::string>{"a.jsonl:1: over the limit of 32 MiB"});
  EXPECT_EQ(lines.reports.size(), 1u);
}

TEST(ReportReader, SurvivesDeepNesting) {
  const Read read = ReadAll("a.jsonl", std::string(1'000'000, '[') + "\n");
  EXPECT_EQ(read.refused.size(), 1u);
}

}  // namespace
}  // namespace synoptic
