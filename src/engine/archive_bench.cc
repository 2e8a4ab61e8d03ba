// Adding, and searching while one adds: 50 readers, each with a breath between two searches, as
// people have. SYNOPTIC_REPORTS names a file of JSON Lines to take reports from; otherwise they are
// made up.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "engine/archive.h"
#include "ingest/ingest.h"

namespace synoptic {
namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kBatch = 200;
constexpr int kReaders = 50;
constexpr std::chrono::milliseconds kBreath(200);

std::vector<Document> MadeReports(size_t count) {
  static constexpr const char* kWords[] = {
      "harbour", "minister", "strike", "talks",  "bridge", "grain",    "bank",   "merger", "ferry",
      "council", "vote",     "storm",  "border", "truce",  "pipeline", "market", "court",  "train"};
  std::mt19937 dice(7);
  std::vector<Document> reports;
  for (size_t i = 0; i < count; ++i) {
    Document report;
    report.id = "r" + std::to_string(i);
    for (int sentence = 0; sentence < 8; ++sentence) {
      report.text += "The";
      for (int word = 0; word < 14; ++word) {
        report.text += ' ';
        report.text += kWords[dice() % std::size(kWords)];
        if (word == 5) report.text += " of Dunholt" + std::to_string(dice() % 400);
      }
      report.text += ". ";
    }
    report.published = Moment::Parse("2031-03-" + std::to_string(10 + i * 15 / count));
    report.published_from = DateSource::kMetadata;
    report.sections.push_back({{0, static_cast<uint32_t>(report.text.size())}, SectionKind::kBody});
    reports.push_back(std::move(report));
  }
  return reports;
}

std::vector<Document> SomeReports(size_t count) {
  const char* path = std::getenv("SYNOPTIC_REPORTS");
  if (!path) return MadeReports(count);
  std::ifstream file(path, std::ios::binary);
  ReportReader reader(path, file, {});
  std::vector<Document> reports;
  while (reports.size() < count) {
    auto report = reader.Next();
    if (!report) break;
    if (*report) reports.push_back(std::move(**report));
  }
  return reports;
}

std::string FreshPath() {
  const auto folder = std::filesystem::temp_directory_path() / "synoptic_archive_bench";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return (folder / "s.db").string();
}

// Two words that stand in one report: what people look for is there.
std::vector<std::string> SomeQueries(const std::vector<Document>& reports) {
  std::mt19937 dice(11);
  std::vector<std::string> queries;
  for (int i = 0; i < 500; ++i) {
    const std::string& text = reports[dice() % reports.size()].text;
    std::string query;
    for (int word = 0; word < 2; ++word) {
      size_t at = text.find(' ', dice() % text.size());
      if (at == std::string::npos) at = 0;
      const size_t end = std::min(text.find(' ', at + 1), text.size());
      query += text.substr(at, end - at) + ' ';
    }
    queries.push_back(std::move(query));
  }
  return queries;
}

size_t AddAll(Archive& archive, std::vector<Document> reports, const std::atomic<bool>& stop,
              int threads) {
  size_t added = 0;
  for (size_t i = 0; i < reports.size() && !stop; i += kBatch) {
    const size_t end = std::min(reports.size(), i + kBatch);
    std::vector<Document> batch(std::make_move_iterator(reports.begin() + static_cast<long>(i)),
                                std::make_move_iterator(reports.begin() + static_cast<long>(end)));
    const auto results = archive.Add(std::move(batch), threads);
    if (!results) break;
    added += results->size();
  }
  return added;
}

void Add(benchmark::State& state) {
  std::atomic<bool> never = false;
  size_t added = 0;
  for (auto _ : state) {
    state.PauseTiming();
    auto archive = Archive::Open(FreshPath(), OpenMode::kCreate);
    std::vector<Document> reports = SomeReports(static_cast<size_t>(state.range(0)));
    state.ResumeTiming();
    added += AddAll(*archive, std::move(reports), never, 0);
  }
  state.counters["reports/s"] =
      benchmark::Counter(static_cast<double>(added), benchmark::Counter::kIsRate);
}
BENCHMARK(Add)->Arg(2000)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void SearchWhileAdding(benchmark::State& state) {
  std::vector<Document> reports = SomeReports(static_cast<size_t>(state.range(0)));
  const std::vector<std::string> queries = SomeQueries(reports);
  const auto half = reports.begin() + static_cast<long>(reports.size() * 3 / 4);
  std::vector<Document> later(std::make_move_iterator(half),
                              std::make_move_iterator(reports.end()));
  reports.erase(half, reports.end());
  auto archive = Archive::Open(FreshPath(), OpenMode::kCreate);
  std::atomic<bool> stop = false;
  AddAll(*archive, std::move(reports), stop, 0);
  std::vector<std::vector<double>> times(kReaders);
  std::atomic<size_t> failed = 0;
  for (auto _ : state) {
    std::vector<std::thread> readers;
    for (int r = 0; r < kReaders; ++r) {
      readers.emplace_back([&, r] {
        std::mt19937 dice(static_cast<unsigned>(r));
        // They do not all come at one moment; the first search opens a connection and counts too.
        std::this_thread::sleep_for(kBreath * r / kReaders * 5);
        while (!stop) {
          const auto began = Clock::now();
          const auto hits =
              archive->Search(queries[dice() % queries.size()], SearchIn::kAll, {}, {});
          const std::chrono::duration<double, std::milli> took = Clock::now() - began;
          if (!hits && hits.error().code != ErrorCode::kInvalid) ++failed;
          times[static_cast<size_t>(r)].push_back(took.count());
          std::this_thread::sleep_for(kBreath);
        }
      });
    }
    AddAll(*archive, std::move(later), stop, 1);  // as a service adds, beside its readers
    stop = true;
    for (std::thread& reader : readers) reader.join();
  }
  std::vector<double> all;
  for (const auto& some : times) all.insert(all.end(), some.begin(), some.end());
  std::sort(all.begin(), all.end());
  if (all.empty()) return;
  state.counters["searches"] = static_cast<double>(all.size());
  state.counters["failed"] = static_cast<double>(failed);
  state.counters["median_ms"] = all[all.size() / 2];
  state.counters["p99_ms"] = all[all.size() * 99 / 100];
}
BENCHMARK(SearchWhileAdding)
    ->Arg(10000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace synoptic
