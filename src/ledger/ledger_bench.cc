#include <benchmark/benchmark.h>

#include "ledger/ledger.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

std::vector<Document> Story(int reports) {
  std::vector<Document> made;
  for (int i = 0; i < reports; ++i) {
    std::string text;
    for (int s = 0; s < 20; ++s) {
      text += "Ostrin demanded the release of " + std::to_string(s) +
              " fishermen from Velmara. "
              "Velmara proposed a summit and threatened tariffs if Ostrin refused. "
              "Artillery shelled the harbour on April 9 and both sides violated the truce. ";
    }
    made.push_back(MiniDocument("r" + std::to_string(i), text)
                       .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                       .Names("Velmara", "velmara", ActorType::kState, "VE")
                       .Published("2031-04-10")
                       .Take());
  }
  return made;
}

void BM_Ledger(benchmark::State& state) {
  const std::vector<Document> reports = Story(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(BuildLedger(reports));
  state.counters["reports/s"] = benchmark::Counter(static_cast<double>(reports.size()),
                                                   benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BM_Ledger)->Arg(5)->Arg(50);

void BM_Timeline(benchmark::State& state) {
  const std::vector<Document> reports = Story(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(BuildTimeline(reports));
  state.counters["reports/s"] = benchmark::Counter(static_cast<double>(reports.size()),
                                                   benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BM_Timeline)->Arg(5)->Arg(50);

}  // namespace
}  // namespace synoptic
