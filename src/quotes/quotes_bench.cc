// Words a second of FindQuotes, over a made report; asserts how many
// quotations it holds.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "quotes/quotes.h"
#include "text/text.h"

namespace synoptic {
namespace {

constexpr std::string_view kParagraph =
    "\"We will keep the port open,\" Ana Velm, the foreign minister of Halden, said on Tuesday. "
    "\"Nobody will close it.\" "
    "She told reporters that the talks in Orsk would go on, and accused the council of \"playing "
    "for time\". According to "
    "the ministry, the envoys meet again in March.\n\nThe council said in a statement that it had "
    "received no offer. It "
    "called the raid on the harbour a crime and urged the government to stop. Ships waited off the "
    "coast for a third day "
    "while crews repaired the eastern pier and the market stayed shut.\n\n";

Document Made(int paragraphs) {
  Document document;
  document.id = "bench";
  for (int i = 0; i < paragraphs; ++i) document.text += kParagraph;
  document.sections.push_back(
      {{0, static_cast<uint32_t>(document.text.size())}, SectionKind::kBody});
  FindTokens(document);
  return document;
}

void BM_FindQuotes(benchmark::State& state) {
  const auto paragraphs = static_cast<int>(state.range(0));
  size_t tokens = 0, quotes = 0;
  for (auto _ : state) {
    state.PauseTiming();
    Document document = Made(paragraphs);
    state.ResumeTiming();
    FindQuotes(document);
    tokens += document.tokens.size();
    quotes = document.quotes.size();
  }
  if (quotes < static_cast<size_t>(paragraphs) * 4) std::abort();
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_FindQuotes)->Arg(10)->Arg(200);

}  // namespace
}  // namespace synoptic
