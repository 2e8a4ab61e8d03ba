#include "collate/utterances_changes.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "collate/utterances_match.h"
#include "collate/utterances_segments.h"
#include "text/fold.h"
#include "text/thesaurus.h"

namespace synoptic {
namespace {

constexpr size_t kFewWords = 6;  // of a stretch in which opposites are looked for

struct DiffWord {
  SaidWord said;  // span, lemma, key of the folded form
  Upos pos = Upos::kX;
  bool content = false;
};

std::vector<DiffWord> WordsOf(const Document& report, Span span) {
  std::vector<DiffWord> words;
  const Index end = TokenFrom(report, span.end);
  for (Index t = TokenFrom(report, span.begin); t < end && words.size() < kMostWords; ++t) {
    const Token& token = report.tokens[static_cast<size_t>(t)];
    if (token.pos == Upos::kPunct || token.pos == Upos::kSym) continue;
    DiffWord word{
        {token.span, token.lemma, Hash64(Fold(report.Word(t))), 1, false}, token.pos, false};
    word.content = token.pos == Upos::kNoun || token.pos == Upos::kVerb ||
                   token.pos == Upos::kAdj || token.pos == Upos::kAdv;
    words.push_back(word);
  }
  return words;
}

// 3 the same word, 2 one that means it, 0 neither. A capital letter makes no other word.
int PairValue(const DiffWord& a, const DiffWord& b) {
  if (a.said.key == b.said.key) return 3;
  if (!a.content || !b.content) return 0;
  return WordTie({a.said.span, a.said.lemma, 1, 1, false},
                 {b.said.span, b.said.lemma, 2, 1, false}) >= 0.8f
             ? 2
             : 0;
}

struct Pairing {
  std::vector<int> to_of;  // of each word of `from`: the word of `to` in its place, or -1
  std::vector<int> value;  // 3 or 2
};

// The alignment of greatest value, by dynamic programming.
Pairing Align(const std::vector<DiffWord>& from, const std::vector<DiffWord>& to) {
  const size_t n = from.size(), m = to.size();
  std::vector<uint8_t> value(n * m);
  std::vector<int> best((n + 1) * (m + 1), 0);
  const auto at = [m](size_t i, size_t j) { return i * (m + 1) + j; };
  for (size_t i = n; i-- > 0;) {
    for (size_t j = m; j-- > 0;) {
      const int here = PairValue(from[i], to[j]);
      value[i * m + j] = static_cast<uint8_t>(here);
      best[at(i, j)] = std::max(
          {best[at(i + 1, j)], best[at(i, j + 1)], here > 0 ? best[at(i + 1, j + 1)] + here : 0});
    }
  }
  Pairing pairing{std::vector<int>(n, -1), std::vector<int>(n, 0)};
  for (size_t i = 0, j = 0; i < n && j < m;) {
    const int here = value[i * m + j];
    if (here > 0 && best[at(i, j)] == best[at(i + 1, j + 1)] + here) {
      pairing.to_of[i] = static_cast<int>(j), pairing.value[i] = here;
      ++i, ++j;
    } else if (best[at(i, j)] == best[at(i + 1, j)]) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairing;
}

// The last annotation that begins at or before `word`, if it holds it.
template <class Annotation>
const Annotation* At(const std::vector<Annotation>& all, Span word) {
  auto after = std::upper_bound(all.begin(), all.end(), word.begin,
                                [](uint32_t at, const Annotation& a) { return at < a.span.begin; });
  if (after == all.begin() || !(after - 1)->span.Contains(word)) return nullptr;
  return &*(after - 1);
}

// What a word says that no other word may stand for: whose name, which number or day, whether and
// how surely. Empty for other words.
std::string Weighty(const Document& report, const DiffWord& word) {
  if (IsNegation(word.said.lemma)) return "not";
  if (IsModal(word.said.lemma)) return "modal " + std::string(word.said.lemma);
  if (const auto* time = At(report.times, word.said.span)) return "time " + time->value;
  if (word.pos == Upos::kNum) {
    const auto* quantity = At(report.quantities, word.said.span);
    if (quantity != nullptr && quantity->value) return "number " + std::to_string(*quantity->value);
    return Fold(report.Cut(word.said.span));
  }
  const auto* mention = At(report.mentions, word.said.span);
  const bool named = mention != nullptr && mention->kind == MentionKind::kName;
  if (named && mention->actor != kNone)
    return "actor " + report.actors[static_cast<size_t>(mention->actor)].id;
  return word.pos == Upos::kPropn ? Fold(report.Cut(word.said.span)) : std::string();
}

std::vector<std::string> WeightyIn(const Document& report, std::span<const DiffWord> words) {
  std::vector<std::string> found;
  for (const DiffWord& word : words) {
    if (std::string said = Weighty(report, word); !said.empty()) found.push_back(std::move(said));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool HoldsOpposites(std::span<const DiffWord> from, std::span<const DiffWord> to) {
  if (from.size() > kFewWords || to.size() > kFewWords) return false;
  for (const DiffWord& a : from) {
    for (const DiffWord& b : to) {
      if (a.content && b.content && TieOf(a.said.lemma, b.said.lemma) == Tie::kOpposite)
        return true;
    }
  }
  return false;
}

// A change of words changes the meaning where names, numbers, days, negations or modals on either
// side differ, or a word gives way to its opposite.
bool ChangesMeaning(const Document& from_report, std::span<const DiffWord> from,
                    const Document& to_report, std::span<const DiffWord> to) {
  return WeightyIn(from_report, from) != WeightyIn(to_report, to) || HoldsOpposites(from, to);
}

Span Cover(std::span<const DiffWord> words) {
  return words.empty() ? Span{} : words.front().said.span.Cover(words.back().said.span);
}

class Differ {
 public:
  Differ(const Document& from_report, Span from, const Document& to_report, Span to)
      : from_report_(from_report),
        to_report_(to_report),
        from_(WordsOf(from_report, from)),
        to_(WordsOf(to_report, to)),
        pairing_(Align(from_, to_)) {}

  WordComparison Compare(bool fragment) {
    size_t begin = 0, end = from_.size();
    if (fragment) {
      while (begin < end && pairing_.to_of[begin] < 0) ++begin;
      while (end > begin && pairing_.to_of[end - 1] < 0) --end;
      if (begin == end) begin = 0, end = from_.size();  // other words altogether
    }
    size_t i = begin, j = 0;  // the stretch of unlike words since here is not told yet
    for (size_t k = begin; k <= end; ++k) {
      const bool same = k < end && pairing_.value[k] == 3;
      if (k < end && !same && pairing_.value[k] != 2) continue;
      const size_t match = k < end ? static_cast<size_t>(pairing_.to_of[k]) : to_.size();
      Tell(i, k, j, match);
      if (k == end) break;
      if (!same) Tell(k, k + 1, match, match + 1);
      same_words_ += same;
      i = k + 1, j = match + 1;
    }
    comparison_.wording = Classify(begin > 0 || end < from_.size());
    return std::move(comparison_);
  }

 private:
  void Tell(size_t i, size_t i_end, size_t j, size_t j_end) {
    if (i == i_end && j == j_end) return;
    const auto old_words = std::span(from_).subspan(i, i_end - i),
               new_words = std::span(to_).subspan(j, j_end - j);
    Change change;
    change.op = i == i_end   ? ChangeOp::kInsert
                : j == j_end ? ChangeOp::kDelete
                             : ChangeOp::kReplace;
    change.from = Cover(old_words), change.to = Cover(new_words);
    change.meaning = ChangesMeaning(from_report_, old_words, to_report_, new_words);
    comparison_.meaning_changed |= change.meaning;
    only_deletes_ &= change.op == ChangeOp::kDelete;
    comparison_.changes.push_back(change);
  }

  Wording Classify(bool left_out) const {
    if (comparison_.changes.empty()) return left_out ? Wording::kTrimmed : Wording::kVerbatim;
    if (only_deletes_) return Wording::kTrimmed;
    return 2 * same_words_ >= to_.size() ? Wording::kAltered : Wording::kRewritten;
  }

  const Document& from_report_;
  const Document& to_report_;
  std::vector<DiffWord> from_, to_;
  Pairing pairing_;
  WordComparison comparison_;
  size_t same_words_ = 0;
  bool only_deletes_ = true;
};

}  // namespace

WordComparison CompareWording(const Document& from_report, Span from, const Document& to_report,
                              Span to, bool fragment) {
  return Differ(from_report, from, to_report, to).Compare(fragment);
}

}  // namespace synoptic
