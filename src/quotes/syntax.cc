#include "quotes/syntax.h"

#include <algorithm>

#include "base/ascii.h"

namespace synoptic {

Syntax::Syntax(const Document& document)
    : document_(document),
      sentence_of_(document.tokens.size(), kNone),
      first_child_(document.tokens.size(), kNone),
      next_sibling_(document.tokens.size(), kNone),
      subtree_(document.tokens.size()) {
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    for (Index t = sentence.first_token; t < sentence.end_token; ++t) {
      sentence_of_[static_cast<size_t>(t)] = static_cast<Index>(s);
      subtree_[static_cast<size_t>(t)] = {t, t + 1};
    }
    std::vector<Index> order;  // parents before their children
    for (Index t = sentence.end_token; t-- > sentence.first_token;) {
      const Index head = (*this)[t].head;
      if (head < sentence.first_token || head >= sentence.end_token || head == t) {
        order.push_back(t);
        continue;
      }
      next_sibling_[static_cast<size_t>(t)] = first_child_[static_cast<size_t>(head)];
      first_child_[static_cast<size_t>(head)] = t;
    }
    for (size_t i = 0; i < order.size(); ++i) {
      for (Index c = FirstChild(order[i]); c != kNone; c = NextSibling(c)) order.push_back(c);
    }
    for (size_t i = order.size(); i-- > 0;) {
      const Index head = (*this)[order[i]].head;
      if (head < sentence.first_token || head >= sentence.end_token || head == order[i]) continue;
      WordRange& of_head = subtree_[static_cast<size_t>(head)];
      const WordRange own = subtree_[static_cast<size_t>(order[i])];
      of_head = {std::min(of_head.first, own.first), std::max(of_head.end, own.end)};
    }
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

Index Syntax::Child(Index token, std::initializer_list<Relation> relations) const {
  for (Index c = FirstChild(token); c != kNone; c = NextSibling(c)) {
    if (std::find(relations.begin(), relations.end(), (*this)[c].relation) != relations.end())
      return c;
  }
  return kNone;
}

bool Syntax::Governs(Index token, Index other) const {
  for (int steps = 0; other != kNone && steps < 200; ++steps) {
    if (other == token) return true;
    other = Head(other);
  }
  return false;
}

bool IsNominal(Upos pos) { return pos == Upos::kNoun || pos == Upos::kPropn || pos == Upos::kPron; }

}  // namespace synoptic
