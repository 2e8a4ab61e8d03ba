#include "ingest/html_source.h"

#include <gtest/gtest.h>

#include <sstream>

#include "doc/check.h"
#include "ingest/ingest.h"
#include "ingest/page.h"
#include "ingest/page_encoding.h"

namespace synoptic {
namespace {

std::string Story(const std::string& paragraph) {
  return "<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>" + paragraph +
         "</p><p>They will meet again on Friday, a spokesman for the harbour said to us."
         "</p></article></body></html>";
}

// The bytes that stand for `words` of the report on `page`.
std::string BytesOf(const std::string& page, const std::string& words) {
  const Document report = ReadPage("a.html", page, "", {});
  EXPECT_TRUE(BrokenInvariants(report).empty());
  const size_t at = report.text.find(words);
  if (at == std::string::npos) return "not in: " + report.text;
  const auto begin = static_cast<uint32_t>(at);
  const auto source =
      SourceOf(report.source_map.runs, {begin, begin + static_cast<uint32_t>(words.size())});
  return source ? std::string(source->In(page)) : "no source";
}

// A fuzz run found it taken for a character that is decoded.
TEST(SourceMap, TakesANulForASpace) {
  using namespace std::string_literals;
  const std::string page = Story("Envoys of both\0shores met on Tuesday in the house."s);
  EXPECT_EQ(BytesOf(page, "both shores"), "both\0shores"s);
  const Document report = ReadPage("a.html", page, "", {});
  size_t spaces = 0;
  for (const SourceRun& run : report.source_map.runs) {
    if (run.kind == SourceKind::kCopied) continue;
    EXPECT_EQ(run.kind, SourceKind::kSpace);
    spaces += run.source.In(page) == "\0"s;
  }
  EXPECT_EQ(spaces, 1u);
}

TEST(SourceMap, GivesTheBytesOfThePage) {
  struct {
    const char *paragraph, *words, *bytes, *why;
  } rows[] = {
      {"Envoys of both shores met on Tuesday in the house.", "met on", "met on", "as it stands"},
      {"Envoys of both shores said &ldquo;no&rdquo; in the house.", "“no”", "&ldquo;no&rdquo;",
       "entities by name"},
      {"Envoys of both shores said &#8220;no&#x201D; in the house.", "“no”", "&#8220;no&#x201D;",
       "entities by number"},
      {"Envoys of both shores said &ldquo;no&rdquo; in the house.", "no", "no", "within entities"},
      {"Envoys of Marks &amp; Orlec, of R&D and of P&Q; met there.", "Marks & Orlec",
       "Marks &amp; Orlec", "an ampersand escaped"},
      {"Envoys of Marks &amp; Orlec, of R&D and of P&Q; met there.", "R&D and", "R&D and",
       "an ampersand that is not"},
      {"Envoys of Marks &amp; Orlec, of R&D and of P&Q; met there.", "P&Q", "P&Q",
       "a name that is no entity"},
      {"Envoys of both&nbsp;shores met&nbsp; on Tuesday in the house.", "both shores",
       "both&nbsp;shores", "no-break space"},
      {"Envoys of both&nbsp;shores met&nbsp; on Tuesday in the house.", "met on", "met&nbsp; on",
       "white space folded"},
      {"Envoys of both\n    shores met on Tuesday in the house.", "both shores", "both\n    shores",
       "a line that is broken"},
      {"Envoys of <b>both <i>shor</i>es</b> met on Tuesday in the house.", "both shores met",
       "both <i>shor</i>es</b> met", "nested tags"},
      {"Envoys of both<br>shores met on Tuesday in the house.", "both shores", "both<br>shores",
       "a break"},
      {"Envoys of both sho<!-- x -->res met on Tuesday in the house.", "shores met",
       "sho<!-- x -->res met", "a remark"},
      {"Envoys <script>var a = '<p>';</script>of both shores met on Tuesday in the house.",
       "Envoys of", "Envoys <script>var a = '<p>';</script>of", "a script"},
      {"Envoys of both sh\x01\x02ores met on Tuesday in the house.", "shores", "sh\x01\x02ores",
       "characters that no page may have"},
      {"Envoys of b\xC3\xB6th shores < 3 met on Tuesday in the house.", "b\xC3\xB6th shores < 3",
       "b\xC3\xB6th shores < 3", "beyond ASCII"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(BytesOf(Story(row.paragraph), row.words), row.bytes) << row.why;
}

TEST(SourceMap, HasNoBytesForWhatIsNotOfThePage) {
  EXPECT_EQ(BytesOf(Story("Envoys of both shores met on Tuesday in the house."), "\n\n"),
            "no source");
  EXPECT_EQ(BytesOf(Story("Envoys of both<br>shores met on Tuesday in the house."), " shores"),
            "shores");
}

TEST(SourceMap, HoldsWhereTheParserHandsOverTextInParts) {
  std::string paragraph = "It began.";
  for (int i = 0; i < 400; ++i) paragraph += i % 7 ? " aaaa" : " bé" + std::to_string(i);
  const Document report = ReadPage("a.html", Story(paragraph), "", {});
  EXPECT_EQ(BytesOf(Story(paragraph), paragraph), paragraph);
  EXPECT_EQ(report.source_map.runs.size(), 2u);
}

std::string ToUtf16(const std::string& text, bool mark) {
  std::string wide = mark ? "\xFF\xFE" : "";
  for (size_t at = 0; at < text.size(); ++at) {
    const bool two = (text[at] & 0xE0) == 0xC0;
    const int code = two ? (text[at] & 0x1F) << 6 | (text[at + 1] & 0x3F) : text[at];
    wide += static_cast<char>(code & 0xFF), wide += static_cast<char>(code >> 8);
    at += two;
  }
  return wide;
}

TEST(SourceMap, CountsInTheBytesOfThePagesEncoding) {
  const std::string paragraph = "Envoys of Caf\xC3\xA9s &eacute;tc. met on Tuesday in the house.";
  for (const bool mark : {true, false}) {
    const std::string wide = ToUtf16(Story(paragraph), mark);
    EXPECT_EQ(BytesOf(wide, "Caf\xC3\xA9s \xC3\xA9t"), ToUtf16("Caf\xC3\xA9s &eacute;t", false));
    EXPECT_EQ(ReadPage("a.html", wide, "", {}).source_map.encoding, "utf-16le");
  }
  const std::string latin = Story("Envoys of Caf\xE9s &eacute;tc. met in the \x93house\x94.");
  EXPECT_EQ(BytesOf(latin, "Caf\xC3\xA9s \xC3\xA9t"), "Caf\xE9s &eacute;t");
  EXPECT_EQ(BytesOf(latin, "“house”"), "\x93house\x94");
  EXPECT_EQ(ReadPage("a.html", latin, "", {}).source_map.encoding, "windows-1252");
  const std::string marked = "\xEF\xBB\xBF" + Story(paragraph);
  EXPECT_EQ(BytesOf(marked, "Caf\xC3\xA9s"), "Caf\xC3\xA9s");
  const std::string broken = Story("Envoys of Caf\xC3\xA9s met on \xFF Tuesday in the house.");
  EXPECT_EQ(BytesOf(broken, "\xEF\xBF\xBD Tues"), "\xFF Tues");
  const std::string cyrillic =
      "<meta charset=koi8-r>" + Story(
                                    "\xF0\xCF\xD3\xCC\xD9 \xCF\xC2\xCF\xC9\xC8 "
                                    "\xC2\xC5\xD2\xC5\xC7\xCF\xD7 met there again.");
  EXPECT_EQ(BytesOf(cyrillic, "обоих берегов"),
            "\xCF\xC2\xCF\xC9\xC8 \xC2\xC5\xD2\xC5\xC7\xCF\xD7");
  const std::string japanese =
      "<meta charset=shift_jis>" +
      Story("\x93\xFA\x96{ envoys of both shores met on Tuesday in the house.");
  EXPECT_EQ(BytesOf(japanese, "日本 envoys"), "\x93\xFA\x96{ envoys");
}

TEST(SourceMap, SaysWhereTheTitleStands) {
  const auto title = [](const std::string& page) {
    const Document report = ReadPage("a.html", page, "", {});
    const auto& runs = report.source_map.title;
    if (!report.title || runs.empty()) return std::string("none");
    return std::string(Span{runs.front().source.begin, runs.back().source.end}.In(page));
  };
  const std::string story = "<p>Envoys of both shores met on Tuesday in the old customs house.</p>";
  EXPECT_EQ(title("<title>Ferry talks begin &amp; end | The Bay Post</title>" + story),
            "Ferry talks begin &amp; end");
  EXPECT_EQ(title("<h1>Ferry\n<b>talks</b> begin</h1>" + story), "Ferry\n<b>talks</b> begin");
  EXPECT_EQ(title("<meta property='og:title' content='Ferry talks begin'>"
                  "<meta property='og:type' content=article>" +
                  story),
            "Ferry talks begin");
  EXPECT_EQ(title("<meta property='og:title' content='Ferry &amp; talks begin'>"
                  "<meta property='og:type' content=article>" +
                  story),
            "none");
}

TEST(SourceMap, OfAnArchiveCountsInTheBodyOfTheRecord) {
  const std::string page = Story("Envoys of Caf\xE9s met on Tuesday in the \x93house\x94.");
  const std::string http =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n" + page;
  const auto record = [](const std::string& type, const std::string& body) {
    return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: https://bay.example/ferry" +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body + "\r\n\r\n";
  };
  const std::string first = record("metadata", "via: crawl");
  std::istringstream stream(first + record("response", http));
  ReportReader reader("a.warc", stream, {});
  const auto report = reader.Next();
  ASSERT_TRUE(report && *report);
  const SourceMap& map = (*report)->source_map;
  EXPECT_EQ(map.record, first.size());
  EXPECT_EQ(map.encoding, "windows-1252");
  const auto begin = static_cast<uint32_t>((*report)->text.find("Caf"));
  const auto source = SourceOf(map.runs, {begin, begin + 6});
  ASSERT_TRUE(source);
  EXPECT_EQ(source->In(page), "Caf\xE9s");
}

}  // namespace
}  // namespace synoptic
