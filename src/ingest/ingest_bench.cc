// Pages to reports, and records of archives without looking into them. Made pages are of the size
// and make-up of those of the news: a third is scripts, most of the rest menus and teasers. How to
// read the figures: pages a second on one core, by processor time. SYNOPTIC_PAGES=FOLDER reads the
// real pages below that folder too (*.html, *.htm, packed by gzip or not).
#include <benchmark/benchmark.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ingest/page.h"
#include "ingest/unpack.h"
#include "ingest/warc.h"

namespace synoptic {
namespace {

std::string Repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

// Words without sense, packed by gzip to about a fifth as pages are.
std::string Words(size_t size, uint32_t seed) {
  std::string out;
  while (out.size() < size) {
    seed = seed * 1664525 + 1013904223;
    uint32_t word = (seed >> 8) % 3000;
    for (int i = 0; i < 6; ++i, word = word * 31 + 7) out += static_cast<char>('a' + word / 5 % 23);
    out += seed >> 29 == 0 ? "</p>\n<p class=\"text\">" : " ";
  }
  return out;
}

// About 140 kB.
std::string Page(int number) {
  const std::string day = std::to_string(1 + number % 28);
  return "<!doctype html><html lang=en><head><title>Ferry talks, day " + day +
         " | The Bay Post</title><meta property='og:title' content='Ferry talks, day " + day +
         "'><meta property='og:site_name' content='The Bay Post'>"
         "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry "
         "talks, "
         "day " +
         day + "\",\"datePublished\":\"2031-03-" + (day.size() == 1 ? "0" : "") + day +
         "\",\"author\":{\"name\":\"Ana Orlec\"}}</script><script>" +
         Repeat("window.state.push({id:12345,kind:'slot',when:[1,2,3]});\n", 1500) +
         "</script></head><body class='single post'><nav><ul>" +
         Repeat("<li class='menu-item'><a href='/section/harbour'>Harbour and coast</a></li>",
                120) +
         "</ul></nav><main><article class='post-content'><h1>Ferry talks, day " + day + "</h1>" +
         Repeat(
             "<p class='text'>Envoys of both shores met again in the old customs house, and their "
             "hosts said that a draft of <a href='/draft'>nine points</a> lay on the table; "
             "&ldquo;nobody expects a signature&rdquo; before the end of the week, they said.</p>",
             30) +
         "</article></main><div class='related-articles'>" +
         Repeat(
             "<div class='teaser-card card--small' id='slot'><a href='/other'><img src='a.jpg' "
             "alt='A picture'><h3 class='teaser-card__title'>Storm keeps the boats in port for a "
             "third day</h3></a><div class='meta'><time datetime='2031-03-01'>1 March</time> "
             "<span class='author'>Tom Brisk</span></div></div>",
             140) +
         "</div><footer>" + Repeat("<a href='/imprint'>Imprint</a> ", 60) +
         "</footer></body></html>";
}

void BM_PageToReport(benchmark::State& state) {
  const std::string page = Page(4);
  size_t words = 0;
  for (auto _ : state) {
    const Document report = ReadPage("page.html", page, "https://bay.example/ferry", {});
    if (report.authors.size() != 1 || report.text.size() < 5000) state.SkipWithError("wrong text");
    words += report.text.size();
  }
  benchmark::DoNotOptimize(words);
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * page.size()));
  state.counters["pages/s"] = benchmark::Counter(1, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BM_PageToReport);

std::string Unpacked(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return UnpackedInput(file).Rest(kLargestReport);
}

std::vector<std::string> PagesBelow(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    std::string name = entry.path().filename().string();
    if (name.ends_with(".gz")) name.resize(name.size() - 3);
    if (name.ends_with(".html") || name.ends_with(".htm")) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> pages;
  for (const auto& path : paths) pages.push_back(Unpacked(path));
  return pages;
}

void BM_RealPages(benchmark::State& state, const std::string& folder) {
  const std::vector<std::string> pages = PagesBelow(folder);
  size_t bytes = 0;
  for (const std::string& page : pages) bytes += page.size();
  for (auto _ : state) {
    for (const std::string& page : pages)
      benchmark::DoNotOptimize(ReadPage("page.html", page, "", {}));
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * bytes));
  state.counters["pages/s"] = benchmark::Counter(static_cast<double>(pages.size()),
                                                 benchmark::Counter::kIsIterationInvariantRate);
}
const bool kRealPages = [] {
  const char* const folder = std::getenv("SYNOPTIC_PAGES");
  if (!folder) return false;
  benchmark::RegisterBenchmark("BM_RealPages", BM_RealPages, std::string(folder))
      ->Unit(benchmark::kMillisecond);
  return true;
}();

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

// Records of 20 kB on average, as in a crawl of news with its requests and metadata, each packed
// for itself.
void BM_WarcRecords(benchmark::State& state) {
  constexpr int kRecords = 300;
  std::string archive;
  for (int i = 0; i < kRecords; ++i) {
    const std::string body =
        i % 3 == 0 ? Words(60'000, static_cast<uint32_t>(i)) : "via: crawl\r\n\r\n";
    archive += Gzip("WARC/1.1\r\nWARC-Type: " + std::string(i % 3 == 0 ? "response" : "metadata") +
                    "\r\nWARC-Target-URI: https://bay.example/" + std::to_string(i) +
                    "\r\nWARC-Date: 2031-03-04T08:00:00Z\r\nContent-Length: " +
                    std::to_string(body.size()) + "\r\n\r\n" + body + "\r\n\r\n");
  }
  for (auto _ : state) {
    std::istringstream stream(archive);
    UnpackedInput input(stream);
    WarcReader reader(input, 32 << 20);
    int count = 0;
    while (auto next = reader.Next()) count += next->has_value();
    if (count != kRecords) state.SkipWithError("records lost");
  }
  state.counters["records/s"] =
      benchmark::Counter(kRecords, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BM_WarcRecords);

}  // namespace
}  // namespace synoptic
