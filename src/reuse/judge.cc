// Two ways to be derived.
//
// Carried over: sentences of one stand in the other with their figures and names. A form filled in
// anew (weekly statistics, bond issues) shares more words than many a rewritten dispatch, but its
// sentences bring other figures and names: these count against. What is told on another day must
// agree in all of them.
//
// Told again: few words in a row are left, but the sentences cover each other, rare neighbouring
// words stay neighbours, and the order is kept, beyond what one event explains. News shares names
// and figures even when written independently, so the bar rises with the share of names.
#include "reuse/judge.h"

#include <algorithm>
#include <cmath>

namespace synoptic {
namespace {

constexpr float kCarried = 18;          // words that decide, from one day to the next,
constexpr float kCarriedShare = 0.02F;  // and this share of the report: much is said of one event
constexpr float kConflictWeight = 1.3F;
constexpr int kRecurringDays = 4;  // further apart, a form filled in anew is likely
constexpr float kCarriedLater = 60;
constexpr uint32_t kRetoldPairs = 10;
constexpr uint32_t kRetoldWords = 120;  // in shorter texts chance explains too much
constexpr float kRetold = 0.30F;
constexpr float kRetoldNames = 0.45F;
constexpr float kCopyShare = 0.62F;   // of the words: less is a rewrite
constexpr uint32_t kCopyRun = 32;     // but not where one run is this long
constexpr float kSpelledAnew = 0.9F;  // of the words
constexpr float kFormShare = 0.3F;    // of the words of the shorter text,
constexpr float kFormShareOfLonger = 0.25F;
constexpr uint32_t kFormRun = 9;  // words in a row
constexpr float kFormWords = 10;  // that stand with other figures and names

// Nearly all words stand in the other, every figure among them: a name that differs is a spelling.
bool SpelledAnew(const Overlap& overlap) {
  return overlap.new_figures == 0 && overlap.MatchedShare() >= kSpelledAnew &&
         overlap.longest >= kCopyRun;
}

float Carried(const Overlap& overlap, bool recurring) {
  const float found = overlap.agreeing + overlap.plain;
  if (recurring) return found / kCarriedLater / static_cast<float>(1 + 2 * overlap.new_figures);
  const float enough = kCarried + kCarriedShare * static_cast<float>(overlap.words);
  const float against = SpelledAnew(overlap) ? 0 : overlap.conflicting * kConflictWeight;
  return found / std::max(enough, against);
}

float Retold(const BodyWords& b, const Overlap& overlap) {
  const auto chain = static_cast<float>(overlap.in_order);
  if (overlap.pairs < kRetoldPairs || b.unquoted < kRetoldWords) return 0;
  if (chain < 0.55F * static_cast<float>(overlap.retellings.size())) return 0;
  if (overlap.conflicting > 0.15F * static_cast<float>(overlap.words)) return 0;
  const float names =
      b.content == 0 ? 0 : static_cast<float>(b.names) / static_cast<float>(b.content);
  const float found = overlap.retold + overlap.pair_share + 2 * overlap.phrase_share;
  return found / (kRetold + kRetoldNames * names);
}

// The later of two versions has facts that the earlier has not.
bool BringsNews(const BodyWords& a, const BodyWords& b, const Overlap& overlap,
                const PairContext& context) {
  if (context.corrects) return true;
  if (overlap.new_figures > 0) return true;
  const BodyWords& later = context.later_is_b ? b : a;
  uint32_t kept = 0;
  for (const Run& run : overlap.runs) kept += run.size;
  const auto words = static_cast<uint32_t>(later.words.size());
  const uint32_t added = words - std::min(words, kept);
  return added >= 15 && added * 10 >= words;
}

EdgeKind KindOf(const BodyWords& a, const BodyWords& b, const Overlap& overlap,
                const PairContext& context) {
  const bool kept = overlap.MatchedShare() >= kCopyShare || overlap.longest >= kCopyRun;
  if (context.ordered && context.same_house) {
    if (BringsNews(a, b, overlap, context)) return EdgeKind::kUpdate;
    return EdgeKind::kCopy;
  }
  return kept ? EdgeKind::kCopy : EdgeKind::kRewrite;
}

// Much of both is the same, in phrases as long as only a form has them, but with figures and names
// of their own, or on another day altogether.
bool IsFormFilledIn(const BodyWords& a, const Overlap& overlap, bool recurring) {
  const float of_longer =
      static_cast<float>(overlap.matched) / static_cast<float>(std::max<size_t>(1, a.words.size()));
  if (overlap.MatchedShare() < kFormShare || of_longer < kFormShareOfLonger) return false;
  if (overlap.longest < kFormRun) return false;
  const float found = overlap.agreeing + overlap.plain;
  if (recurring && overlap.MatchedShare() >= kCopyShare) return true;
  return overlap.conflicting >= kFormWords && overlap.conflicting * 2 >= found;
}

}  // namespace

Verdict Judge(const BodyWords& a, const BodyWords& b, const Overlap& overlap,
              const PairContext& context) {
  const bool recurring = context.days_apart && std::abs(*context.days_apart) >= kRecurringDays;
  const float carried = Carried(overlap, recurring);
  const float retold = Retold(b, overlap);
  const double by_words = static_cast<double>(carried) * carried;
  const double by_retelling = std::pow(static_cast<double>(retold), 4);
  Verdict verdict;
  verdict.retold = by_retelling > by_words && carried < 1;
  const double odds = std::max(by_words, by_retelling);
  verdict.confidence = odds / (1 + odds);
  verdict.kind = verdict.retold && !(context.ordered && context.same_house)
                     ? EdgeKind::kRewrite
                     : KindOf(a, b, overlap, context);
  if (verdict.confidence < 0.5 && IsFormFilledIn(a, overlap, recurring)) {
    verdict.kind = EdgeKind::kTemplate;
  }
  return verdict;
}

}  // namespace synoptic
