#include "stories/gather.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "stories/open_sum.h"

namespace synoptic {
namespace {

constexpr double kUsualWithin =
    0.25;                          // mean similarity inside a story that has not shown its own yet,
constexpr double kUsualPairs = 4;  // which counts as much as so many pairs
constexpr size_t kMaxTies = 64;
constexpr uint32_t kEnoughReports = 5;  // to have names of its own
constexpr double kNearlyAll = 0.55, kNearlyNone = 0.1;
constexpr int kOwnNames = 2;

double Pairs(double reports) { return reports * (reports - 1) / 2; }

double MeanWithin(const Group& group) {
  return (kUsualWithin * kUsualPairs + group.within) / (kUsualPairs + Pairs(group.reports));
}

double LikenessOf(const Group& a, const Group& b, double dot) {
  const double between = dot / (static_cast<double>(a.reports) * b.reports);
  return between / std::sqrt(MeanWithin(a) * MeanWithin(b));
}

// Names and figures that nearly all reports of `group` have and nearly none of `other`.
int OwnNames(const Group& group, const Group& other) {
  int own = 0;
  auto at = other.sum.begin();
  for (const Entry& entry : group.sum) {
    if (entry.reports < kNearlyAll * group.reports || 2 * entry.names < entry.reports) continue;
    at = std::lower_bound(at, other.sum.end(), entry.stem,
                          [](const Entry& x, uint32_t stem) { return x.stem < stem; });
    const bool has = at != other.sum.end() && at->stem == entry.stem;
    own += !has || at->reports <= kNearlyNone * other.reports;
  }
  return own;
}

bool InTime(const Group& a, const Group& b, int32_t window_days) {
  if (!a.period || !b.period) return true;
  return b.period->first - a.period->last <= window_days &&
         a.period->first - b.period->last <= window_days;
}

struct Tie {
  double likeness = 0;
  uint32_t first = 0, second = 0;  // groups, first < second
  uint32_t version_a = 0, version_b = 0;
};

struct LessAlike {
  bool operator()(const Tie& a, const Tie& b) const {
    if (a.likeness != b.likeness) return a.likeness < b.likeness;
    return std::pair(a.first, a.second) > std::pair(b.first, b.second);
  }
};

size_t RankAll(std::vector<Group>& groups) {
  std::vector<Vector*> sums;
  for (Group& group : groups) sums.push_back(&group.sum);
  return RankStems(sums);
}

class Gatherer {
 public:
  Gatherer(std::vector<Group> groups, const GatherOptions& options)
      : groups_(std::move(groups)),
        opened_(RankAll(groups_)),
        options_(options),
        ties_(groups_.size()),
        version_(groups_.size(), 0) {
    for (uint32_t i = 0; i < groups_.size(); ++i) label_.push_back(i);
  }

  std::vector<uint32_t> Run(const std::vector<std::pair<uint32_t, uint32_t>>& ties) {
    for (const auto& [a, b] : ties) {
      ties_[a].push_back(b);
      ties_[b].push_back(a);
    }
    for (uint32_t i = 0; i < groups_.size(); ++i) {
      SortUnique(ties_[i]);
      opened_.Open(groups_[i].sum);
      for (const uint32_t other : ties_[i]) {
        if (other > i) Propose(i, other);
      }
    }
    while (!queue_.empty()) {
      const Tie tie = queue_.top();
      queue_.pop();
      if (version_[tie.first] != tie.version_a || version_[tie.second] != tie.version_b) continue;
      if (options_.keep_apart && HaveOwnNames(groups_[tie.first], groups_[tie.second])) continue;
      Join(tie.first, tie.second);
    }
    for (uint32_t i = 0; i < label_.size(); ++i) label_[i] = Root(i);
    return label_;
  }

 private:
  static constexpr uint32_t kGone = UINT32_MAX;

  static void SortUnique(std::vector<uint32_t>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }

  uint32_t Root(uint32_t group) {
    while (label_[group] != group) group = label_[group] = label_[label_[group]];
    return group;
  }

  // Of the group that `opened_` holds and another.
  double Propose(uint32_t opened, uint32_t other) {
    if (!InTime(groups_[opened], groups_[other], options_.window_days)) return 0;
    const double dot = opened_.Dot(groups_[other].sum);
    const double likeness = LikenessOf(groups_[opened], groups_[other], dot);
    const auto [a, b] = std::minmax(opened, other);
    if (likeness >= options_.likeness) queue_.push({likeness, a, b, version_[a], version_[b]});
    return likeness;
  }

  void Join(uint32_t kept, uint32_t gone) {
    Group& group = groups_[kept];
    Group& other = groups_[gone];
    group.within += other.within + Dot(group.sum, other.sum);
    Add(other.sum, group.sum);
    group.reports += other.reports;
    if (group.period && other.period) {
      group.period->first = std::min(group.period->first, other.period->first);
      group.period->last = std::max(group.period->last, other.period->last);
    } else if (other.period) {
      group.period = other.period;
    }
    other.sum = {};
    label_[gone] = kept;
    ++version_[kept];
    version_[gone] = kGone;
    Retie(kept, gone);
  }

  void Retie(uint32_t kept, uint32_t gone) {
    std::vector<uint32_t> all;
    for (const uint32_t group : {kept, gone}) {
      for (const uint32_t other : ties_[group]) {
        const uint32_t root = Root(other);
        if (root != kept) all.push_back(root);
      }
    }
    ties_[gone] = {};
    SortUnique(all);
    opened_.Open(groups_[kept].sum);
    std::vector<std::pair<double, uint32_t>> likely;
    for (const uint32_t other : all) likely.emplace_back(-Propose(kept, other), other);
    if (likely.size() > kMaxTies) {
      std::nth_element(likely.begin(), likely.begin() + kMaxTies, likely.end());
      likely.resize(kMaxTies);
    }
    ties_[kept].clear();
    for (const auto& [likeness, other] : likely) ties_[kept].push_back(other);
  }

  std::vector<Group> groups_;
  OpenSum opened_;
  GatherOptions options_;
  std::vector<std::vector<uint32_t>> ties_;
  std::vector<uint32_t> version_, label_;
  std::priority_queue<Tie, std::vector<Tie>, LessAlike> queue_;
};

}  // namespace

double Likeness(const Group& a, const Group& b) { return LikenessOf(a, b, Dot(a.sum, b.sum)); }

bool HaveOwnNames(const Group& a, const Group& b) {
  if (a.reports < kEnoughReports || b.reports < kEnoughReports) return false;
  return OwnNames(a, b) >= kOwnNames && OwnNames(b, a) >= kOwnNames;
}

std::vector<uint32_t> Gather(std::vector<Group> groups,
                             const std::vector<std::pair<uint32_t, uint32_t>>& ties,
                             const GatherOptions& options) {
  return Gatherer(std::move(groups), options).Run(ties);
}

}  // namespace synoptic
