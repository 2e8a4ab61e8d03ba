#include "reuse/passages.h"

#include <algorithm>
#include <array>
#include <map>

namespace synoptic {
namespace {

constexpr uint32_t kJoinGap = 6;     // words between two runs of one passage, on either side
constexpr uint32_t kLeastWords = 5;  // of a passage that are shared
constexpr uint32_t kReach = 10;      // words an alignment may go past the end of a run
constexpr float kRetoldSentence = 0.4F;

// Shared words of one passage, as ranges of both wordings.
struct Stretch {
  WordRange a, b;
  uint32_t shared = 0;
  bool quoted = false;
  bool verbatim = true;
};

bool Quoted(const BodyWords& a, const BodyWords& b, const Run& run, uint32_t k) {
  return a.words[run.a + k].Is(LightWord::kQuoted) && b.words[run.b + k].Is(LightWord::kQuoted);
}

// Cut where a quotation begins or ends in either.
std::vector<Stretch> Cut(const BodyWords& a, const BodyWords& b, const std::vector<Run>& runs) {
  std::vector<Stretch> cut;
  for (const Run& run : runs) {
    for (uint32_t k = 0; k < run.size;) {
      const bool quoted = Quoted(a, b, run, k);
      uint32_t end = k + 1;
      while (end < run.size && Quoted(a, b, run, end) == quoted) ++end;
      cut.push_back({{run.a + k, run.a + end}, {run.b + k, run.b + end}, end - k, quoted, true});
      k = end;
    }
  }
  return cut;
}

bool Near(WordRange first, WordRange second) {
  return second.begin >= first.end && second.begin - first.end <= kJoinGap;
}

std::vector<Stretch> Join(const std::vector<Stretch>& cut) {
  std::vector<Stretch> joined;
  for (const Stretch& next : cut) {
    if (!joined.empty()) {
      Stretch& last = joined.back();
      if (last.quoted == next.quoted && Near(last.a, next.a) && Near(last.b, next.b)) {
        last.verbatim = last.verbatim && last.a.end == next.a.begin && last.b.end == next.b.begin;
        last.a.end = next.a.end;
        last.b.end = next.b.end;
        last.shared += next.shared;
        continue;
      }
    }
    joined.push_back(next);
  }
  return joined;
}

// How far words from (i, j) on, step +1 or -1, still align: the end of the best local alignment of
// at most kReach words each; {0, 0} where it gains nothing. A match scores 2, anything else -1
// (Smith & Waterman 1981).
std::pair<uint32_t, uint32_t> Reach(const BodyWords& a, const BodyWords& b, int64_t i, int64_t j,
                                    int64_t step, bool quoted) {
  std::array<std::array<int, kReach + 1>, kReach + 1> score{};
  std::pair<uint32_t, uint32_t> best{0, 0};
  int best_score = 3;  // two words at least
  auto word = [step](const BodyWords& wording, int64_t from, uint32_t n) -> const LightWord* {
    const int64_t at = from + step * static_cast<int64_t>(n);
    const bool inside = at >= 0 && at < static_cast<int64_t>(wording.words.size());
    return inside ? &wording.words[static_cast<size_t>(at)] : nullptr;
  };
  for (uint32_t x = 0; x <= kReach; ++x) score[x][0] = score[0][x] = -static_cast<int>(x);
  for (uint32_t x = 1; x <= kReach; ++x) {
    const LightWord* left = word(a, i, x - 1);
    if (!left) break;
    for (uint32_t y = 1; y <= kReach; ++y) {
      const LightWord* right = word(b, j, y - 1);
      if (!right) break;
      const bool both_quoted = left->Is(LightWord::kQuoted) && right->Is(LightWord::kQuoted);
      const bool match = left->stem == right->stem && both_quoted == quoted;
      score[x][y] = std::max(
          {score[x - 1][y - 1] + (match ? 2 : -1), score[x - 1][y] - 1, score[x][y - 1] - 1});
      if (match && score[x][y] > best_score) best_score = score[x][y], best = {x, y};
    }
  }
  return best;
}

void Stretched(const BodyWords& a, const BodyWords& b, Stretch& stretch) {
  const auto [right_a, right_b] = Reach(a, b, stretch.a.end, stretch.b.end, 1, stretch.quoted);
  const auto [left_a, left_b] =
      Reach(a, b, static_cast<int64_t>(stretch.a.begin) - 1,
            static_cast<int64_t>(stretch.b.begin) - 1, -1, stretch.quoted);
  stretch.a = {stretch.a.begin - left_a, stretch.a.end + right_a};
  stretch.b = {stretch.b.begin - left_b, stretch.b.end + right_b};
  if (left_b + right_b > 0) stretch.verbatim = false;
}

Span SpanOf(const BodyWords& wording, WordRange range) {
  return wording.words[range.begin].span().Cover(wording.words[range.end - 1].span());
}

bool SaysSomething(const BodyWords& b, WordRange range) {
  return std::any_of(b.words.begin() + range.begin, b.words.begin() + range.end,
                     [](const LightWord& word) { return !word.Is(LightWord::kFunction); });
}

// A span may end up with text between the marks of a quotation and without: keep `to` spans apart.
void DropOverlaps(std::vector<Passage>& passages) {
  std::stable_sort(passages.begin(), passages.end(), [](const Passage& x, const Passage& y) {
    return std::pair(x.to.begin, y.to.end) < std::pair(y.to.begin, x.to.end);
  });
  std::vector<Passage> kept;
  for (const Passage& passage : passages) {
    if (!kept.empty() && kept.back().to.Overlaps(passage.to)) continue;
    kept.push_back(passage);
  }
  passages = std::move(kept);
}

}  // namespace

std::vector<Passage> FindPassages(const BodyWords& a, const BodyWords& b, const Overlap& overlap,
                                  bool retold) {
  std::vector<Passage> passages;
  for (Stretch stretch : Join(Cut(a, b, overlap.runs))) {
    if (stretch.shared < kLeastWords || !SaysSomething(b, stretch.b)) continue;
    Stretched(a, b, stretch);
    passages.push_back(
        {SpanOf(a, stretch.a), SpanOf(b, stretch.b), stretch.quoted, stretch.verbatim});
  }
  DropOverlaps(passages);
  if (!retold) return passages;
  std::vector<Passage> told;
  for (const SentencePair& pair : overlap.retellings) {
    if (pair.share < kRetoldSentence) continue;
    const Span to = SpanOf(b, b.sentences[pair.b]);
    const bool taken = std::any_of(passages.begin(), passages.end(),
                                   [&](const Passage& passage) { return passage.to.Overlaps(to); });
    if (!taken) told.push_back({SpanOf(a, a.sentences[pair.a]), to, false, false});
  }
  passages.insert(passages.end(), told.begin(), told.end());
  DropOverlaps(passages);
  return passages;
}

double ShareOutsideQuotations(const BodyWords& wording, const std::vector<Span>& spans) {
  if (wording.unquoted == 0) return 0;
  size_t next = 0, inside = 0;
  for (const LightWord& word : wording.words) {
    while (next < spans.size() && spans[next].end <= word.begin) ++next;
    if (next == spans.size()) break;
    inside += !word.Is(LightWord::kQuoted) && spans[next].Contains(word.begin);
  }
  return static_cast<double>(inside) / static_cast<double>(wording.unquoted);
}

}  // namespace synoptic
