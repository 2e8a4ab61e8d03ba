#include "quotes/syntax.h"

#include <algorithm>

#include "base/ascii.h"

namespace synoptic {

Syntax::Syntax(const Document& document)
    : document_(document), sentence_of_(document.tokens.size(), kNone) {
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    for (Index t = sentence.first_token; t < sentence.end_token; ++t)
      sentence_of_[static_cast<size_t>(t)] = static_cast<Index>(s);
  }
}

bool Syntax::Is(Index token, std::string_view word) const {
  return token >= 0 && token < size() && EqualsIgnoreCase(Word(token), word);
}

WordRange Syntax::SentenceWords(Index sentence) const {
  if (sentence == kNone) return {};
  const Sentence& one = document_.sentences[static_cast<size_t>(sentence)];
  return {one.first_token, one.end_token};
}

Index Syntax::TokenFrom(uint32_t at) const {
  const auto found =
      std::lower_bound(document_.tokens.begin(), document_.tokens.end(), at,
                       [](const Token& token, uint32_t begin) { return token.span.begin < begin; });
  return static_cast<Index>(found - document_.tokens.begin());
}

Span Syntax::SpanOf(WordRange words) const {
  if (words.empty()) return {};
  return (*this)[words.first].span.Cover((*this)[words.end - 1].span);
}

bool IsNominal(Upos pos) { return pos == Upos::kNoun || pos == Upos::kPropn || pos == Upos::kPron; }

}  // namespace synoptic
