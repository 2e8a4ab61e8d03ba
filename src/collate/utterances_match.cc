#include "collate/utterances_match.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>

#include "collate/utterances_synonyms.h"
#include "text/thesaurus.h"

namespace synoptic {
namespace {

constexpr size_t kLongest = 64;  // words of a segment that are compared
constexpr float kBrief = 3;      // weight of a fragment that needs the words around it
constexpr float kShort = 5;      // … that may be held to them
constexpr float kStrongContext = 3.5f, kFullContext = 5;  // weight of words shared around two
constexpr size_t kCommonest = 400;  // a key in more segments of one speaker finds no candidates

float TieOfLemmas(std::string_view a, std::string_view b) {
  if (AreSynonyms(a, b)) return 0.85f;
  const float loose = ShareSynonymRow(a, b) ? 0.7f : 0;
  switch (TieOf(a, b)) {
    case Tie::kSame:
      return 1;
    case Tie::kSynonym:
    case Tie::kDerived:
      return 0.8f;
    case Tie::kKind:
    case Tie::kBroader:
      return std::max(loose, 0.4f);
    case Tie::kOpposite:
      return 0;
    default:
      return loose;
  }
}

bool IsSame(const SaidWord& a, const SaidWord& b) {
  return a.key == b.key || (a.day != 0 && a.day == b.day);
}

// Weight of the words of `a` that have a counterpart of their own in `b`.
float Shared(const std::vector<SaidWord>& a, const std::vector<SaidWord>& b) {
  bool used[kLongest] = {};
  float shared = 0;
  const size_t n = std::min(a.size(), kLongest), m = std::min(b.size(), kLongest);
  bool matched[kLongest] = {};
  for (size_t i = 0; i < n; ++i) {  // the same words first
    for (size_t j = 0; j < m && !matched[i]; ++j) {
      if (used[j] || !IsSame(a[i], b[j])) continue;
      used[j] = matched[i] = true;
      shared += std::min(a[i].weight, b[j].weight);
    }
  }
  for (size_t i = 0; i < n; ++i) {
    if (matched[i] || a[i].actor) continue;
    float best = 0;
    size_t at = m;
    for (size_t j = 0; j < m; ++j) {
      if (used[j] || b[j].actor) continue;
      const float tie = WordTie(a[i], b[j]) * std::min(a[i].weight, b[j].weight);
      if (tie > best) best = tie, at = j;
    }
    if (at < m) used[at] = true, shared += best;
  }
  return shared;
}

bool ShareKey(const std::vector<SaidWord>& a, const std::vector<SaidWord>& b) {
  for (const SaidWord& x : a) {
    for (const SaidWord& y : b) {
      if (x.key == y.key) return true;
      if (!x.actor && !y.actor && ShareSynonymRow(x.lemma, y.lemma)) return true;
    }
  }
  return false;
}

// A fragment of few words needs the words around it to agree.
float ContextSupport(const Segment& a, const Segment& b) {
  float support = 0;
  if (!a.context.empty())
    support += Shared(a.context, b.context.empty() ? b.words : b.context);
  else if (!b.context.empty())
    support += Shared(b.context, a.words);
  return support;
}

// By identity of reports, not by their order: the answer must not depend on it.
auto PlaceOf(std::span<const Document> reports, const Segment& segment) {
  return std::tuple(std::string_view(reports[static_cast<size_t>(segment.report)].id),
                    segment.span.begin);
}

void Keep(std::span<const Segment> segments, int32_t a, int32_t b, std::vector<Rendering>& found) {
  const Segment &one = segments[static_cast<size_t>(a)], &two = segments[static_cast<size_t>(b)];
  const float score = RenderingScore(one, two);
  if (score >= kSameUtterance)
    found.push_back({a, b, score, std::min(one.weight, two.weight) < kBrief});
}

}  // namespace

void SortBest(std::span<const Document> reports, std::span<const Segment> segments,
              std::vector<Rendering>& found) {
  const auto first_last = [&](const Rendering& r) {
    auto a = PlaceOf(reports, segments[static_cast<size_t>(r.a)]);
    auto b = PlaceOf(reports, segments[static_cast<size_t>(r.b)]);
    return a < b ? std::pair(a, b) : std::pair(b, a);
  };
  std::sort(found.begin(), found.end(), [&](const Rendering& x, const Rendering& y) {
    if (x.brief != y.brief) return y.brief;
    return x.score != y.score ? x.score > y.score : first_last(x) < first_last(y);
  });
}

float WordTie(const SaidWord& a, const SaidWord& b) {
  if (a.key == b.key) return 1;
  if (a.actor || b.actor) return 0;
  return TieOfLemmas(a.lemma, b.lemma);
}

float RenderingScore(const Segment& a, const Segment& b) {
  if (a.report == b.report) return 0;
  const bool known = !a.speaker.empty() && !b.speaker.empty();
  if (known && a.speaker != b.speaker) return 0;
  if (!ShareKey(a.words, b.words)) return 0;
  const Segment& small =
      a.weight < b.weight || (a.weight == b.weight && a.words.size() <= b.words.size()) ? a : b;
  const Segment& large = &small == &a ? b : a;
  const float shared = Shared(small.words, large.words);
  const float of_small = shared / small.weight;
  const float dice = 2 * shared / (small.weight + large.weight);
  if (!known) return shared >= 4 && dice >= 0.8f ? dice : 0;
  float score = (small.fragment ? 0.7f : 0.5f) * of_small + (small.fragment ? 0.3f : 0.5f) * dice;
  if (small.fragment && small.weight < kShort) {
    const float support = ContextSupport(small, large);
    const float with_context = 0.6f * of_small + 0.1f * dice + 0.3f * std::min(1.0f, support / 3);
    const bool brief = small.weight < kBrief;
    if (brief) {
      const bool same_words = of_small > 0.99f && dice > 0.99f;
      if (support < (large.fragment ? 1.0f : 1.5f) && !same_words) return 0;
    }
    if (brief) score = with_context;
    if (of_small >= 0.5f) score = std::max(score, with_context);
    // "The mood was “open and deep”", "The atmosphere was “frank and deep”": all around agrees.
    if (support >= kStrongContext)
      score = std::max(score, 0.4f * of_small + 0.6f * std::min(1.0f, support / kFullContext));
  }
  if (small.negated != large.negated && !small.fragment) score *= 0.8f;
  return score;
}

float ScoreBeside(const Segment& a, const Segment& b) {
  constexpr float kBothDeny = 0.15f, kMostLonger = 3;
  if (a.report == b.report || a.speaker.empty() || a.speaker != b.speaker) return 0;
  const Segment& small = a.weight < b.weight ? a : b;
  const Segment& large = &small == &a ? b : a;
  if (small.weight <= 0 || large.weight > kMostLonger * small.weight) return 0;
  const float shared = Shared(small.words, large.words);
  const float score = 0.5f * shared / small.weight + shared / (small.weight + large.weight);
  if (small.negated != large.negated) return 0.5f * score;
  return std::min(1.0f, score + (small.negated ? kBothDeny : 0));
}

std::vector<Rendering> RenderingsByAllPairs(std::span<const Document> reports,
                                            std::span<const Segment> segments) {
  std::vector<Rendering> found;
  for (size_t a = 0; a < segments.size(); ++a) {
    for (size_t b = a + 1; b < segments.size(); ++b) {
      Keep(segments, static_cast<int32_t>(a), static_cast<int32_t>(b), found);
    }
  }
  SortBest(reports, segments, found);
  return found;
}

std::vector<Rendering> FindRenderings(std::span<const Document> reports,
                                      std::span<const Segment> segments) {
  std::vector<Rendering> found;
  std::unordered_map<uint64_t, std::vector<int32_t>> index;  // only looked up, never walked
  std::vector<int32_t> last(segments.size(), -1);  // the segment a candidate was last tried with
  for (size_t b = 0; b < segments.size(); ++b) {
    std::vector<uint64_t> keys;
    for (const SaidWord& word : segments[b].words) {
      keys.push_back(word.key);
      if (word.actor) continue;
      for (const uint16_t row : SynonymRows(word.lemma)) keys.push_back(0x5359000000000000u + row);
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const uint64_t key : keys) {
      std::vector<int32_t>& holders = index[key];
      if (holders.size() <= kCommonest) {
        for (const int32_t a : holders) {
          if (last[static_cast<size_t>(a)] == static_cast<int32_t>(b)) continue;
          last[static_cast<size_t>(a)] = static_cast<int32_t>(b);
          Keep(segments, a, static_cast<int32_t>(b), found);
        }
      }
      if (holders.size() <= kCommonest) holders.push_back(static_cast<int32_t>(b));
    }
  }
  SortBest(reports, segments, found);
  return found;
}

}  // namespace synoptic
