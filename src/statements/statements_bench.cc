// Words a second of FindQuantities and FindStatements over a made report, on one core; asserts how
// many they find.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "statements/statements.h"
#include "text/text.h"

namespace synoptic {
namespace {

constexpr std::string_view kParagraph =
    "The foreign ministry of Halden accused the council of Orsk of shelling the harbour, where at "
    "least 12 sailors were killed and dozens more injured. The council, which had refused to meet "
    "the envoys, said it would not withdraw its troops unless the blockade was lifted. Prosecutors "
    "opened an investigation into the raid, and the union called on both sides to release the 45 "
    "crews. Ships waited off the coast while crews repaired the eastern pier.\n\n";

Document Made(int paragraphs) {
  Document document;
  document.id = "bench";
  for (int i = 0; i < paragraphs; ++i) document.text += kParagraph;
  document.sections.push_back(
      {{0, static_cast<uint32_t>(document.text.size())}, SectionKind::kBody});
  FindTokens(document);
  return document;
}

void Rate(benchmark::State& state, size_t tokens) {
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}

void BM_FindStatements(benchmark::State& state) {
  const auto paragraphs = static_cast<int>(state.range(0));
  Document document = Made(paragraphs);
  size_t tokens = 0;
  for (auto _ : state) {
    FindStatements(document);
    tokens += document.tokens.size();
  }
  if (document.statements.size() < static_cast<size_t>(paragraphs) * 7) std::abort();
  Rate(state, tokens);
}
BENCHMARK(BM_FindStatements)->Arg(10)->Arg(200);

void BM_FindQuantities(benchmark::State& state) {
  const auto paragraphs = static_cast<int>(state.range(0));
  Document document = Made(paragraphs);
  size_t tokens = 0;
  for (auto _ : state) {
    FindQuantities(document);
    tokens += document.tokens.size();
  }
  if (document.quantities.size() < static_cast<size_t>(paragraphs) * 2) std::abort();
  Rate(state, tokens);
}
BENCHMARK(BM_FindQuantities)->Arg(10)->Arg(200);

}  // namespace
}  // namespace synoptic
