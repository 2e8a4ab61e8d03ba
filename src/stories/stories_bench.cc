// A stream of made reports through StoryIndex: reports a second, how time grows with their number
// (BigO), and what a live report takes in memory beyond its text. Every tenth report retells one
// before it; asserts that these are found.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "stories/stories.h"

namespace synoptic {
namespace {

constexpr int kWords = 130, kPerDay = 500;

std::string Word(uint32_t number) {
  static const char* const kSyllables[] = {"bra", "del", "fon", "gar", "hil", "kem", "lor", "mun",
                                           "nor", "pel", "rud", "sta", "tev", "vil", "wes", "zan"};
  std::string word;
  for (uint32_t rest = number + 16; rest > 0; rest /= 16) word += kSyllables[rest % 16];
  return word;
}

// Words as frequent as in news, by rank; a few of each report are its own matter.
ReportTerms Made(int number, std::mt19937& random) {
  std::geometric_distribution<uint32_t> common(0.004);
  const auto matter = static_cast<uint32_t>(number % 10 == 9 ? number - 5 : number);
  Document report;
  report.id = "r" + std::to_string(number);
  for (int i = 0; i < kWords; ++i) {
    const bool own = i % 4 == 0;
    report.text += Word(own ? 20000 + matter * 7 + random() % 7 : common(random)) + ' ';
  }
  const Date day = *Date::Parse("2031-01-01");
  report.published = Moment{day.Plus(number / kPerDay), ""};
  report.published_from = DateSource::kMetadata;
  return ReadTerms(report);
}

std::vector<ReportTerms> Stream(int reports) {
  std::mt19937 random(5);
  std::vector<ReportTerms> stream;
  for (int i = 0; i < reports; ++i) stream.push_back(Made(i, random));
  return stream;
}

void BM_Stories(benchmark::State& state) {
  const auto reports = static_cast<int>(state.range(0));
  const std::vector<ReportTerms> stream = Stream(reports);
  for (auto _ : state) {
    StoryIndex index;
    for (const ReportTerms& report : stream) index.Add(report);
    index.Finish();
    std::map<std::string, int> stories;
    for (const StoryReport& report : index.TakeReports()) ++stories[report.story];
    if (stories.size() > stream.size() * 19 / 20) std::abort();
  }
  state.SetComplexityN(reports);
  state.counters["reports/s"] = benchmark::Counter(
      static_cast<double>(reports * state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_Stories)
    ->Arg(5000)
    ->Arg(10000)
    ->Arg(20000)
    ->Complexity()
    ->Unit(benchmark::kMillisecond);

size_t Allocated() { return mallinfo2().uordblks + mallinfo2().hblkhd; }

// All of one day, so that all are live.
void BM_MemoryPerLiveReport(benchmark::State& state) {
  std::vector<ReportTerms> stream = Stream(20000);
  for (ReportTerms& report : stream) report.published = stream.front().published;
  double bytes = 0;
  for (auto _ : state) {
    const size_t before = Allocated();
    StoryIndex index;
    for (const ReportTerms& report : stream) index.Add(report);
    index.Settle();
    bytes = static_cast<double>(Allocated() - before) / static_cast<double>(stream.size());
  }
  if (bytes > 4096) std::abort();
  state.counters["bytes/report"] = bytes;
}
BENCHMARK(BM_MemoryPerLiveReport)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace synoptic
