// Words a second of FindTimes alone over a made report, on one core; asserts how many expressions
// it holds.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "text/text.h"
#include "times/times.h"

namespace synoptic {
namespace {

constexpr std::string_view kParagraph =
    "The foreign minister of Halden said on Tuesday that the talks in Orsk, which began in early "
    "March, would go on until the end of June. Ships have waited off the coast for three weeks "
    "while crews repaired the eastern pier, and the market stayed shut. The council met at 10:30 "
    "a.m. on May 11, 2025, and twice a week since then; nobody expects an answer before next "
    "Friday. In the second quarter the port lost a third of its trade, the worst result since "
    "1998, the harbour master told reporters who asked about the raid and the crews.\n\n";

Document Made(int paragraphs) {
  Document document;
  document.id = "bench";
  document.published = Moment{{2025, 5, 14}, ""};
  for (int i = 0; i < paragraphs; ++i) document.text += kParagraph;
  document.sections.push_back(
      {{0, static_cast<uint32_t>(document.text.size())}, SectionKind::kBody});
  FindTokens(document);
  return document;
}

void BM_FindTimes(benchmark::State& state) {
  const auto paragraphs = static_cast<int>(state.range(0));
  Document document = Made(paragraphs);
  size_t tokens = 0;
  for (auto _ : state) {
    FindTimes(document);
    tokens += document.tokens.size();
  }
  if (document.times.size() < static_cast<size_t>(paragraphs) * 8) std::abort();
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_FindTimes)->Arg(10)->Arg(200);

}  // namespace
}  // namespace synoptic
