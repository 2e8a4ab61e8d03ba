#include <benchmark/benchmark.h>

#include "collate/collate.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

std::vector<Document> Story(int reports) {
  std::vector<Document> made;
  for (int i = 0; i < reports; ++i) {
    std::string text;
    for (int s = 0; s < 15; ++s) {
      text += "The flood in valley " + std::to_string(s) + " destroyed " + std::to_string(i + 3) +
              " bridges near Ostrin. "
              "Velmara accused Ostrin of opening the dam, and Ostrin denied the report. "
              "Delegates will sign the water treaty on April 12 without any conditions. ";
    }
    made.push_back(MiniDocument("r" + std::to_string(i), text)
                       .Names("Ostrin", "ostrin", ActorType::kState, "OS")
                       .Names("Velmara", "velmara", ActorType::kState, "VE")
                       .Published("2031-04-10")
                       .Take());
  }
  return made;
}

void BM_Findings(benchmark::State& state) {
  const std::vector<Document> reports = Story(static_cast<int>(state.range(0)));
  const Lineage lineage = SeparateOrigins(reports.size());
  for (auto _ : state) benchmark::DoNotOptimize(FindFindings(reports, lineage, {}));
  state.counters["reports/s"] = benchmark::Counter(static_cast<double>(reports.size()),
                                                   benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BM_Findings)->Arg(5)->Arg(20);

void BM_Relate(benchmark::State& state) {
  const Document first =
      MiniDocument("1", "A gardener in a green coat is watering the roses behind the house").Take();
  const Document second = MiniDocument("2", "There is no gardener watering the flowers").Take();
  for (auto _ : state) benchmark::DoNotOptimize(RelateClaims(first, second));
  state.counters["pairs/s"] = benchmark::Counter(1, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BM_Relate);

}  // namespace
}  // namespace synoptic
