// Sentences of quotations a second that GatherUtterances compares: reports that share a tenth of
// their quotations; asserts how many utterances come of it.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "collate/collate.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

constexpr int kQuotations = 20;  // of a report

Document Made(int report) {
  constexpr const char* kVerbs[] = {"close", "open", "watch", "blockade", "rebuild", "inspect"};
  constexpr const char* kThings[] = {"harbour",  "road",   "bridge",  "border",
                                     "pipeline", "market", "airfield"};
  std::string text;
  std::vector<Span> quoted;
  for (int q = 0; q < kQuotations; ++q) {
    const int saying = q % 10 == 0 ? q : report * kQuotations + q;
    const auto begin = static_cast<uint32_t>(text.size());
    text += "We will " + std::string(kVerbs[saying % 6]) + " the " + kThings[saying % 7] +
            " of Velm" + std::to_string(saying) + " before winter number " +
            std::to_string(saying * 7) + ".";
    quoted.push_back({begin, static_cast<uint32_t>(text.size())});
    text += "\n\n";
  }
  Document document = MiniDocument("r" + std::to_string(report), text).Take();
  document.actors.emplace_back();
  document.actors.back().id = "velm";
  for (const Span span : quoted) {
    Quote quote;
    quote.content = {span};
    quote.speaker = Reference{span, 0};
    document.quotes.push_back(std::move(quote));
  }
  return document;
}

void BM_GatherUtterances(benchmark::State& state) {
  std::vector<Document> reports;
  for (int i = 0; i < state.range(0); ++i) reports.push_back(Made(i));
  size_t utterances = 0;
  for (auto _ : state) utterances = GatherUtterances(reports).size();
  if (utterances < 2) std::abort();
  state.SetItemsProcessed(state.iterations() * state.range(0) * kQuotations);
}
BENCHMARK(BM_GatherUtterances)->Arg(5)->Arg(20)->Arg(80)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace synoptic
