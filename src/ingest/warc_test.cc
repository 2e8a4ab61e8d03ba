#include "ingest/warc.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <sstream>

#include "ingest/ingest.h"

namespace synoptic {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string Record(const std::string& url, const std::string& body) {
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + body;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + url +
         "\r\nContent-Length: " + std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
}

std::string Gzip(const std::string& bytes) {
  std::string out(compressBound(bytes.size()) + 32, '\0');
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string Zstd(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

// The URL of each record, and the message of each error.
std::vector<std::string> Lines(const std::string& bytes) {
  std::istringstream stream(bytes);
  UnpackedInput input(stream);
  WarcReader reader(input, 1 << 20);
  std::vector<std::string> lines;
  while (auto next = reader.Next()) lines.push_back(*next ? (*next)->url : next->error().message);
  return lines;
}

const std::string kA = Record("a", "one"), kB = Record("b", "two"), kC = Record("c", "three");

TEST(WarcTest, ReadsEveryPacking) {
  for (const std::string& bytes : {kA + kB + kC, Gzip(kA + kB + kC), Gzip(kA) + Gzip(kB) + Gzip(kC),
                                   Zstd(kA) + Zstd(kB) + Zstd(kC), Zstd(kA + kB + kC)}) {
    EXPECT_THAT(Lines(bytes), ElementsAre("a", "b", "c"));
  }
}

TEST(WarcTest, PassesOverADamagedMember) {
  std::string bad = Gzip(kB);
  bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 0x55);
  const std::string first = Gzip(kA);
  const auto lines = Lines(first + bad + Gzip(kC));
  ASSERT_GE(lines.size(), 3u);
  EXPECT_EQ(lines.front(), "a");
  EXPECT_THAT(lines[lines.size() - 2], HasSubstr("at byte " + std::to_string(first.size())));
  EXPECT_EQ(lines.back(), "c");
}

TEST(WarcTest, PassesOverWhatIsNoRecord) {
  EXPECT_THAT(Lines(kA + "garbage in between\r\n" + kC),
              ElementsAre("a", HasSubstr("at byte " + std::to_string(kA.size())), "c"));
  EXPECT_THAT(Lines("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\n" + kC),
              ElementsAre(HasSubstr("no Content-Length"), "c"));
}

TEST(WarcTest, BelievesNoDeclaredLength) {
  EXPECT_THAT(Lines("WARC/1.0\r\nContent-Length: 1073741824\r\n\r\nshort"),
              ElementsAre(HasSubstr("over the limit")));
  EXPECT_THAT(Lines("WARC/1.0\r\nContent-Length: 1000\r\n\r\nshort"),
              ElementsAre(HasSubstr("cut short")));
}

TEST(WarcTest, RestartsAtTheOffsetOfARecord) {
  const std::string first = Gzip(kA);
  std::istringstream stream((first + Gzip(kB)).substr(first.size()));
  UnpackedInput input(stream);
  auto next = WarcReader(input, 1 << 20).Next();
  ASSERT_TRUE(next && *next);
  EXPECT_EQ((*next)->url, "b");
}

TEST(WarcTest, UndoesChunksAndGzip) {
  const std::string packed = Gzip("hello");
  std::ostringstream size;
  size << std::hex << packed.size();
  const auto http = ParseHttp(
      "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=\"UTF-8\"\r\nTransfer-Encoding: "
      "chunked\r\n"
      "Content-Encoding: gzip\r\n\r\n" +
          size.str() + "\r\n" + packed + "\r\n0\r\n\r\n",
      100);
  ASSERT_TRUE(http);
  EXPECT_EQ(http->status, 200);
  EXPECT_EQ(http->content_type, "text/html");
  EXPECT_EQ(http->charset, "utf-8");
  EXPECT_EQ(http->body, "hello");
}

TEST(UnpackTest, StopsAtABomb) {
  std::istringstream stream(Gzip(std::string(100u << 20, 'a')));
  UnpackedInput input(stream);
  const uint64_t size = input.Skip(uint64_t{1} << 40);
  EXPECT_LT(size, 70u << 20);
  EXPECT_THAT(input.damage(), HasSubstr("without measure"));
}

TEST(WarcTest, RecordsAreReports) {
  std::istringstream stream(kA + kB);
  ReportReader reader("x.warc", stream, {});
  const auto report = reader.Next();
  ASSERT_TRUE(report && *report);
  EXPECT_EQ((*report)->id, "a");
  EXPECT_EQ((*report)->text, "one");
}

TEST(WarcTest, ReadsDraftsAndLinesWithTwoReturns) {
  EXPECT_THAT(Lines("WARC/0.18\r\nWARC-Target-URI: a\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
                    "WARC/1.0\r\r\nWARC-Target-URI: b\r\r\nContent-Length: 1\r\r\n\r\r\nx"),
              ElementsAre("a", "b"));
}

TEST(WarcTest, SaysWhatAnArchiveWithoutReportsHas) {
  std::istringstream stream(
      "WARC/1.0\r\nWARC-Type: revisit\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 26\r\n\r\n"
      "HTTP/1.1 404 Not Found\r\n\r\n\r\n\r\n");
  ReportReader reader("a.warc", stream, {});
  const auto next = reader.Next();
  ASSERT_TRUE(next && !*next);
  EXPECT_EQ(next->error().message,
            "a.warc: an archive without a report: revisit (1), status 404 (1)");
  EXPECT_FALSE(reader.Next());
}

TEST(WarcTest, RefusesTheOlderForm) {
  std::istringstream stream("filedesc://a.arc 0.0.0.0 20310304 text/plain 1\n1 0 Crawl\n");
  ReportReader reader("a.arc", stream, {});
  const auto next = reader.Next();
  ASSERT_TRUE(next && !*next);
  EXPECT_THAT(next->error().message, HasSubstr("an ARC archive"));
}

}  // namespace
}  // namespace synoptic
