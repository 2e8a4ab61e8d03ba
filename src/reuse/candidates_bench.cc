// Documents of 400 words a second through ReuseIndex on one core, from words already cut. One in
// ten takes a passage from the one before it; asserts that these are found.
#include "reuse/candidates.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <random>

namespace synoptic {
namespace {

constexpr size_t kWords = 400, kPassage = 60;

std::vector<std::vector<uint32_t>> Made(size_t documents) {
  std::mt19937 random(7);
  std::geometric_distribution<uint32_t> word(0.002);  // frequent and rare words
  std::vector<std::vector<uint32_t>> made(documents);
  for (size_t d = 0; d < documents; ++d) {
    for (size_t i = 0; i < kWords; ++i) made[d].push_back(word(random));
    if (d % 10 == 1) std::copy_n(made[d - 1].begin(), kPassage, made[d].begin() + 100);
  }
  return made;
}

void BM_ReuseIndex(benchmark::State& state) {
  const auto documents = Made(static_cast<size_t>(state.range(0)));
  size_t pairs = 0;
  for (auto _ : state) {
    ReuseIndex index;
    for (const auto& words : documents) index.Add(words);
    pairs = index.Find().size();
  }
  if (pairs < documents.size() / 10) std::abort();
  state.counters["documents/s"] = benchmark::Counter(
      static_cast<double>(documents.size() * state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_ReuseIndex)->Arg(5000)->Arg(50000);

}  // namespace
}  // namespace synoptic
