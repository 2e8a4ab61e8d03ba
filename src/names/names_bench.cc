#include <benchmark/benchmark.h>

#include <string>

#include "names/names.h"
#include "text/text.h"

namespace synoptic {
namespace {

Document Report(int paragraphs) {
  static constexpr std::string_view kParagraph =
      "Norwegian Foreign Minister Marta Lindqvist told reporters in Oslo on Monday that the Baltic "
      "Shipping Council would meet again. \"We will not sign,\" she said. Jonas Berg, head of the "
      "Danish delegation, called the offer unacceptable, and Copenhagen said it would answer "
      "within "
      "a week. Lindqvist and Berg last spoke in March, when the council's talks in Gdansk "
      "failed.\n";
  Document document;
  document.id = "r";
  for (int i = 0; i < paragraphs; ++i) document.text += kParagraph;
  document.sections = {{{0, static_cast<uint32_t>(document.text.size())}, SectionKind::kBody}};
  return document;
}

void CountWords(benchmark::State& state, size_t words) {
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsIterationInvariantRate);
}

// From text to names: what `annotate` does up to here.
void BM_TextToNames(benchmark::State& state) {
  size_t words = 0;
  for (auto _ : state) {
    Document document = Report(8);
    FindTokens(document);
    FindNames(document);
    words = document.tokens.size();
    benchmark::DoNotOptimize(document);
  }
  CountWords(state, words);
}
BENCHMARK(BM_TextToNames);

void BM_NamesAlone(benchmark::State& state) {
  Document document = Report(8);
  FindTokens(document);
  for (auto _ : state) {
    FindNames(document);
    benchmark::DoNotOptimize(document);
  }
  CountWords(state, document.tokens.size());
}
BENCHMARK(BM_NamesAlone);

void BM_MatchNames(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(MatchNames("KOVALENKO, Dmytro", "Dmitri Kovalenko"));
}
BENCHMARK(BM_MatchNames);

}  // namespace
}  // namespace synoptic
