#include "text/report_index.h"

#include <algorithm>

namespace synoptic {
namespace {

// Cycles cannot make a walk longer than this; no sentence nests deeper.
constexpr int kMaxDepth = 64;

}  // namespace

ReportIndex::ReportIndex(const Document& document)
    : doc_(&document), clauses_(FindClauses(document)) {
  const size_t count = document.tokens.size();
  for (auto* list : {&sentence_, &clause_, &mention_, &time_, &quantity_, &quote_, &statement_})
    list->assign(count, kNone);
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    for (Index t = sentence.first_token; t < sentence.end_token; ++t)
      sentence_[static_cast<size_t>(t)] = static_cast<Index>(s);
  }
  for (size_t c = 0; c < clauses_.size(); ++c) {
    for (const Index t : clauses_[c].tokens)
      clause_[static_cast<size_t>(t)] = static_cast<Index>(c);
  }
  const auto cover = [&](const auto& items, std::vector<Index>& list) {
    for (size_t i = 0; i < items.size(); ++i) {
      const auto [first, end] = TokensIn(items[i].span);
      for (Index t = first; t < end; ++t) list[static_cast<size_t>(t)] = static_cast<Index>(i);
    }
  };
  cover(document.mentions, mention_);
  cover(document.times, time_);
  cover(document.quantities, quantity_);
  CoverQuotes();
  for (size_t i = 0; i < document.statements.size(); ++i) {
    const Index trigger = document.statements[i].trigger_token;
    if (trigger != kNone) statement_[static_cast<size_t>(trigger)] = static_cast<Index>(i);
  }
  left_.resize(count), right_.resize(count);
  for (size_t t = 0; t < count; ++t) left_[t] = right_[t] = static_cast<Index>(t);
  for (size_t t = 0; t < count; ++t) {
    Index at = document.tokens[t].head;
    for (int depth = 0; at != kNone && depth < kMaxDepth; ++depth) {
      left_[static_cast<size_t>(at)] =
          std::min(left_[static_cast<size_t>(at)], static_cast<Index>(t));
      right_[static_cast<size_t>(at)] =
          std::max(right_[static_cast<size_t>(at)], static_cast<Index>(t));
      at = document.tokens[static_cast<size_t>(at)].head;
    }
  }
}

// Longer quotations first, so that what lies inside them overwrites.
void ReportIndex::CoverQuotes() {
  std::vector<std::pair<Span, Index>> parts;
  for (size_t q = 0; q < doc_->quotes.size(); ++q) {
    for (const Span part : doc_->quotes[q].content) parts.emplace_back(part, static_cast<Index>(q));
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  for (const auto& [part, quote] : parts) {
    if (doc_->quotes[static_cast<size_t>(quote)].kind == QuoteKind::kScare) continue;
    const auto [first, end] = TokensIn(part);
    for (Index t = first; t < end; ++t) quote_[static_cast<size_t>(t)] = quote;
  }
}

std::pair<Index, Index> ReportIndex::TokensIn(Span span) const {
  const auto before = [](const Token& token, uint32_t at) { return token.span.begin < at; };
  const auto& tokens = doc_->tokens;
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin, before);
  const auto end = std::lower_bound(first, tokens.end(), span.end, before);
  return {static_cast<Index>(first - tokens.begin()), static_cast<Index>(end - tokens.begin())};
}

Span ReportIndex::Subtree(Index token_index) const {
  Index first = left_[static_cast<size_t>(token_index)],
        last = right_[static_cast<size_t>(token_index)];
  while (first < token_index && token(first).pos == Upos::kPunct) ++first;
  while (last > token_index && token(last).pos == Upos::kPunct) --last;
  return token(first).span.Cover(token(last).span);
}

Index ReportIndex::ActorOf(Index token_index) const {
  const Index mention = MentionOf(token_index);
  return mention == kNone ? kNone : doc_->mentions[static_cast<size_t>(mention)].actor;
}

std::vector<Index> ReportIndex::SpokenBy(Index token_index) const {
  const Index quote_index = QuoteOf(token_index);
  if (quote_index == kNone) return {};
  const Quote& quote = doc_->quotes[static_cast<size_t>(quote_index)];
  std::vector<Index> chain;
  if (quote.reporter && quote.reporter->actor != kNone) chain.push_back(quote.reporter->actor);
  if (quote.speaker && quote.speaker->actor != kNone) chain.push_back(quote.speaker->actor);
  return chain;
}

}  // namespace synoptic
