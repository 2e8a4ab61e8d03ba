#include <benchmark/benchmark.h>

#include <string>

#include "text/text.h"
#include "text/tokenizer.h"

namespace synoptic {
namespace {

std::string Text() {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text +=
        "The envoys of both islands met for a third day in Port Alva on Thursday, and their hosts "
        "said that a draft of nine points lay on the table. \"We don't expect a signature before "
        "June 12,\" the mediator told reporters, adding that 1,250 fishermen were still held. ";
  }
  return text;
}

void CountWords(benchmark::State& state, size_t words) {
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsIterationInvariantRate);
}

void BM_Tokenize(benchmark::State& state) {
  const std::string text = Text();
  std::vector<Token> tokens;
  for (auto _ : state) {
    tokens.clear();
    Tokenize(text, {0, static_cast<uint32_t>(text.size())}, tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  CountWords(state, tokens.size());
}
BENCHMARK(BM_Tokenize);

void ReadText(benchmark::State& state, bool parse) {
  const std::string text = Text();
  size_t words = 0;
  for (auto _ : state) {
    Document document;
    document.text = text;
    document.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::kBody}};
    FindTokens(document);
    for (size_t s = 0; parse && s < document.sentences.size(); ++s)
      ParseSentence(document, static_cast<Index>(s));
    words = document.tokens.size();
    benchmark::DoNotOptimize(document);
  }
  CountWords(state, words);
}

// Sentences, tokens, tags and lemmas.
void BM_FindTokens(benchmark::State& state) { ReadText(state, false); }
BENCHMARK(BM_FindTokens);

// The same, and heads and relations of every sentence.
void BM_FindTokensAndParse(benchmark::State& state) { ReadText(state, true); }
BENCHMARK(BM_FindTokensAndParse);

}  // namespace
}  // namespace synoptic
