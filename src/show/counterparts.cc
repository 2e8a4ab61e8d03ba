#include "show/counterparts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "base/ascii.h"

namespace synoptic {
namespace {

constexpr size_t kMostPerItem = 48;  // readings of one item that are paired with each other
constexpr uint32_t kLongestRun = 3;  // neighbours of one report that may stand together

// A sentence: its report and number there.
struct Place {
  Index report = kNone;
  uint32_t sentence = 0;
  auto operator<=>(const Place&) const = default;
};

class Leveller {
 public:
  explicit Leveller(const View& view) : view_(view) {
    for (const Document& report : view.reports()) {
      first_.push_back(static_cast<uint32_t>(places_.size()));
      for (uint32_t i = 0; i < report.sentences.size(); ++i) {
        places_.push_back({static_cast<Index>(first_.size() - 1), i});
      }
    }
    members_.resize(places_.size());
    leader_.resize(places_.size());
    std::iota(leader_.begin(), leader_.end(), 0);
    for (uint32_t i = 0; i < places_.size(); ++i) members_[i] = {i};
  }

  void DrawTogether() {
    const Comparison& comparison = view_.comparison();
    for (const Edge& edge : comparison.lineage.edges) {
      if (!view_.Has(edge.from) || !view_.Has(edge.to)) continue;
      for (const Passage& passage : edge.passages) DrawPassage(edge, passage);
    }
    for (const Utterance& utterance : comparison.utterances) {
      DrawItem(utterance.readings, 3);
    }
    for (const Finding& finding : comparison.findings) DrawItem(finding.readings, 2);
    for (const LedgerEntry& entry : comparison.ledger) DrawItem(entry.evidence, 1);
  }

  void Join() {
    std::vector<std::tuple<double, uint32_t, uint32_t>> pairs;
    for (const auto& [pair, score] : scores_) pairs.emplace_back(-score, pair.first, pair.second);
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [score, a, b] : pairs) TryJoin(leader_[a], leader_[b]);
  }

  std::vector<Level> Take() const {
    std::vector<std::pair<std::pair<int, uint32_t>, Level>> levels;
    for (uint32_t i = 0; i < members_.size(); ++i) {
      if (leader_[i] != i || members_[i].size() < 2) continue;
      Level level = LevelOf(members_[i]);
      if (level.places.size() < 2) continue;
      const Evidence& head = level.places.front();
      levels.push_back({{view_.Rank(head.report), head.span.begin}, std::move(level)});
    }
    std::sort(levels.begin(), levels.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Level> sorted;
    for (auto& [key, level] : levels) sorted.push_back(std::move(level));
    return sorted;
  }

 private:
  // Number of the sentence that holds byte `at`, or the last before it; -1 without one.
  int64_t SentenceAt(Index report, uint32_t at) const {
    const auto& sentences = view_.Report(report).sentences;
    const auto after = std::upper_bound(
        sentences.begin(), sentences.end(), at,
        [](uint32_t wanted, const Sentence& each) { return wanted < each.span.begin; });
    if (after == sentences.begin()) return -1;
    return static_cast<int64_t>(first_[static_cast<size_t>(report)]) + (after - sentences.begin()) -
           1;
  }

  void Draw(int64_t a, int64_t b, double strength) {
    if (a < 0 || b < 0) return;
    const auto low = static_cast<uint32_t>(std::min(a, b)),
               high = static_cast<uint32_t>(std::max(a, b));
    if (places_[low].report == places_[high].report) return;
    scores_[{low, high}] += strength;
  }

  // A passage over several sentences draws those together that lie at the same share of it.
  void DrawPassage(const Edge& edge, const Passage& passage) {
    const auto& sentences = view_.Report(edge.to).sentences;
    const int64_t base = first_[static_cast<size_t>(edge.to)];
    int64_t at = SentenceAt(edge.to, passage.to.begin);
    for (; at >= 0 && at - base < static_cast<int64_t>(sentences.size()); ++at) {
      const Span sentence = sentences[static_cast<size_t>(at - base)].span;
      if (sentence.begin >= passage.to.end) break;
      const uint32_t begin = std::max(sentence.begin, passage.to.begin),
                     end = std::min(sentence.end, passage.to.end);
      if (begin >= end) continue;
      const double middle = (begin + end) / 2.0;
      const double share = (middle - passage.to.begin) / passage.to.size();
      const auto there = static_cast<uint32_t>(passage.from.begin + share * passage.from.size());
      Draw(at, SentenceAt(edge.from, there), 4.0 * (end - begin) / sentence.size());
    }
  }

  template <typename Reading>
  void DrawItem(const std::vector<Reading>& readings, double strength) {
    const size_t count = std::min(readings.size(), kMostPerItem);
    for (size_t i = 0; i < count; ++i) {
      if (!view_.Has(readings[i].report)) continue;
      const int64_t a = SentenceAt(readings[i].report, readings[i].span.begin);
      for (size_t j = i + 1; j < count; ++j) {
        if (!view_.Has(readings[j].report)) continue;
        Draw(a, SentenceAt(readings[j].report, readings[j].span.begin), strength);
      }
    }
  }

  // Joins unless a report would have sentences in it that do not stand together.
  void TryJoin(uint32_t a, uint32_t b) {
    if (a == b) return;
    std::vector<uint32_t> joined;
    std::merge(members_[a].begin(), members_[a].end(), members_[b].begin(), members_[b].end(),
               std::back_inserter(joined));
    uint32_t run = 1;
    for (size_t i = 1; i < joined.size(); ++i) {
      if (places_[joined[i]].report != places_[joined[i - 1]].report) {
        run = 1;
      } else if (joined[i] != joined[i - 1] + 1 || ++run > kLongestRun) {
        return;
      }
    }
    for (const uint32_t member : members_[b]) leader_[member] = a;
    members_[a] = std::move(joined);
    members_[b].clear();
  }

  Level LevelOf(const std::vector<uint32_t>& members) const {
    std::map<int, Evidence> by_rank;
    for (const uint32_t member : members) {
      const Place& place = places_[member];
      const Span span = view_.Report(place.report).sentences[place.sentence].span;
      auto [found, fresh] =
          by_rank.try_emplace(view_.Rank(place.report), Evidence{place.report, span});
      if (!fresh) found->second.span = found->second.span.Cover(span);
    }
    Level level;
    for (const auto& [rank, evidence] : by_rank) level.places.push_back(evidence);
    return level;
  }

  const View& view_;
  std::vector<uint32_t> first_;  // place of each report's first sentence
  std::vector<Place> places_;
  std::map<std::pair<uint32_t, uint32_t>, double> scores_;
  std::vector<uint32_t> leader_;
  std::vector<std::vector<uint32_t>> members_;  // of a leader, sorted
};

}  // namespace

std::vector<Level> FindLevels(const View& view) {
  Leveller leveller(view);
  leveller.DrawTogether();
  leveller.Join();
  return leveller.Take();
}

}  // namespace synoptic
