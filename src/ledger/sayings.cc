#include "ledger/sayings.h"

#include <algorithm>

namespace synoptic {

Sayings::Sayings(const ReportIndex& index, const Acting& acting)
    : index_(index), acting_(acting), speaks_(index.doc().tokens.size()) {
  for (size_t q = 0; q < index.doc().quotes.size(); ++q) {
    const Quote& quote = index.doc().quotes[q];
    if (!quote.cue || !quote.speaker || quote.content.empty()) continue;
    const auto [from, to] = index.TokensIn(quote.speaker->span);
    if (!quote.speaker->span.Overlaps(quote.content.front()))
      std::fill(speaks_.begin() + from, speaks_.begin() + to, true);
    const auto [first, end] = index.TokensIn(quote.content.front());
    if (first < end) said_.emplace_back(index.SentenceOf(first), static_cast<Index>(q));
  }
  std::sort(said_.begin(), said_.end());
}

Span Sayings::WithSaid(const Part& part, Index token, Span span) const {
  const Quote* cued = nullptr;
  const auto in_sentence = [](const auto& a, Index sentence) { return a.first < sentence; };
  auto at = std::lower_bound(said_.begin(), said_.end(), part.sentence, in_sentence);
  for (; at != said_.end() && at->first == part.sentence; ++at) {
    const Quote& quote = index_.doc().quotes[static_cast<size_t>(at->second)];
    const bool adds = cued && quote.speaker->span == cued->speaker->span &&
                      index_.doc().Cut(*quote.cue).ends_with("ing");
    if (!adds && !quote.cue->Contains(index_.token(token).span)) continue;
    if (!cued) cued = &quote;
    span = span.Cover(quote.content.front());
  }
  return span;
}

bool Sayings::IsNaming(const Quote& quote) const {
  if (!quote.cue) return false;
  const LedgerRules& rules = LedgerRules::Get();
  const auto [first, end] = index_.TokensIn(*quote.cue);
  for (Index t = first; t < end; ++t) {
    if (rules.ClassesOf(index_.token(t).lemma) & rules.Class("NAMING")) return true;
  }
  return false;
}

LedgerKind Sayings::KindOf(Index first, Index end, const std::string& speaker) const {
  const auto lemma = [&](Index token) -> std::string_view { return index_.token(token).lemma; };
  for (Index t = first; t + 1 < end; ++t) {
    const bool must = lemma(t) == "must";
    const bool need = (lemma(t) == "have" || lemma(t) == "need") && lemma(t + 1) == "to";
    if ((!must && !need) || index_.token(t).pos == Upos::kNoun) continue;
    const Part& part = acting_.PartOf(t);
    const bool own = part.subject != kNone && acting_.IdAt(part.subject) == speaker;
    if (own || acting_.IsFirstPerson(part)) continue;
    const bool would = t > first && (lemma(t - 1) == "would" || lemma(t - 1) == "will");
    return would ? LedgerKind::kCondition : LedgerKind::kDemand;
  }
  return LedgerKind::kPosition;
}

}  // namespace synoptic
