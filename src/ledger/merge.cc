#include "ledger/merge.h"

#include <algorithm>
#include <map>

namespace synoptic {
namespace {

constexpr double kSameWords = 0.45;  // of the words of either side, for entries with the same actor
constexpr double kSameWordsLoose =
    0.25;  // where actor and target are the same, or the kind has one thing an actor
constexpr double kSameMatter = 0.5;   // of what is said of an entry and its own words
constexpr size_t kMaxCompared = 400;  // entries of a kind that a candidate is compared with

struct Group {
  LedgerEntry entry;
  std::vector<std::vector<WordId>> words;
  std::optional<DayRange> days;
  std::optional<int> duration;
  std::string side, target_side;
};

void AddMissing(const std::vector<std::string>& from, std::vector<std::string>& to) {
  for (const std::string& item : from) {
    if (std::find(to.begin(), to.end(), item) == to.end()) to.push_back(item);
  }
}

class Merger {
 public:
  Merger(const StorySides& sides, const StoryWords& words) : sides_(sides), words_(words) {}

  void Add(const LedgerCandidate& candidate) {
    Group* best = nullptr;
    double best_score = 0;
    size_t compared = 0;
    std::vector<size_t>& kind = by_kind_[candidate.entry.kind];
    for (auto at = kind.rbegin(); at != kind.rend() && compared < kMaxCompared; ++at, ++compared) {
      Group& group = groups_[*at];
      const double score = Match(group, candidate);
      if (score > best_score) best_score = score, best = &group;
    }
    if (!best && (candidate.mention || candidate.entry.kind == LedgerKind::kPosition))
      best = Told(candidate);
    if (best) return Join(*best, candidate);
    if (candidate.entry.kind == LedgerKind::kAttack && candidate.entry.actors.empty() &&
        candidate.entry.when.empty() && candidate.entry.where.empty())
      return;  // an attack by nobody, anywhere, at any time
    kind.push_back(groups_.size());
    Group group{candidate.entry,    {candidate.words}, candidate.days,
                candidate.duration, SideOf(candidate), {}};
    if (!candidate.entry.target.empty()) group.target_side = sides_.Of(candidate.entry.target);
    groups_.push_back(std::move(group));
  }

  std::vector<LedgerEntry> Take() {
    std::vector<LedgerEntry> entries;
    for (Group& group : groups_) {
      Lengthen(group);
      entries.push_back(std::move(group.entry));
    }
    return entries;
  }

 private:
  // Where something told already is named again: "X's offer" is X's latest, and what X says of his
  // own offer in its words belongs to it.
  Group* Told(const LedgerCandidate& candidate) {
    const std::string side = SideOf(candidate);
    const bool position = candidate.entry.kind == LedgerKind::kPosition;
    for (auto group = groups_.rbegin(); group != groups_.rend() && !side.empty(); ++group) {
      if (group->side != side) continue;
      const LedgerKind kind = group->entry.kind;
      if (!position && kind == candidate.entry.kind) return &*group;
      if (position &&
          (kind == LedgerKind::kProposal || kind == LedgerKind::kDemand ||
           kind == LedgerKind::kCondition || kind == LedgerKind::kSanctionThreat) &&
          WordsShared(*group, candidate) >= kSameMatter)
        return &*group;
    }
    return nullptr;
  }

  std::string SideOf(const LedgerCandidate& candidate) const {
    return candidate.entry.actors.empty() ? std::string() : sides_.Of(candidate.entry.actors[0]);
  }

  double WordsShared(const Group& group, const LedgerCandidate& candidate) const {
    double best = 0;
    for (const auto& words : group.words) {
      const auto overlap = words_.Compare(words, candidate.words);
      best = std::max(
          best, std::max(overlap.Dice(), 0.8 * std::max(overlap.of_first, overlap.of_second)));
    }
    return best;
  }

  // "A ten-day truce that began on the 9th" lasts to the 18th.
  static void Lengthen(Group& group) {
    const bool begins = group.entry.kind == LedgerKind::kCeasefire && group.days &&
                        group.days->days() == 1 && group.duration && *group.duration > 1;
    if (!begins) return;
    const Date last = group.days->first.Plus(*group.duration - 1);
    group.entry.when = group.days->first.Iso() + "/" + last.Iso();
  }

  // 0: another thing.
  double Match(const Group& group, const LedgerCandidate& candidate) const {
    if (group.days && candidate.days && !group.days->Overlaps(*candidate.days)) return 0;
    const double shared = WordsShared(group, candidate);
    if (group.entry.kind == LedgerKind::kCeasefire) return MatchCeasefire(group, candidate, shared);
    if (group.entry.kind == LedgerKind::kResponse &&
        (group.entry.status == LedgerStatus::kRejected) !=
            (candidate.entry.status == LedgerStatus::kRejected))
      return 0;  // a welcome and a refusal are two answers
    const std::string side = SideOf(candidate);
    if (side != group.side && !side.empty() && !group.side.empty()) return 0;
    const bool same_target = !group.target_side.empty() && !candidate.entry.target.empty() &&
                             group.target_side == sides_.Of(candidate.entry.target);
    const bool one_thing = group.entry.kind == LedgerKind::kSanctionThreat ||
                           group.entry.kind == LedgerKind::kProposal;
    const double enough = same_target || one_thing ? kSameWordsLoose : kSameWords;
    return shared >= enough ? shared : 0;
  }

  // The same truce under several names: by its days, by its length, by what it is named after.
  static double MatchCeasefire(const Group& group, const LedgerCandidate& candidate,
                               double shared) {
    if (group.days && candidate.days) return 1;
    const auto length = [](const std::optional<DayRange>& days,
                           const std::optional<int>& duration) {
      return duration                    ? duration
             : days && days->days() < 28 ? std::optional(days->days())
                                         : std::nullopt;
    };
    const auto a = length(group.days, group.duration),
               b = length(candidate.days, candidate.duration);
    if (a && b) return *a == *b ? 0.9 : 0;
    return shared >= 0.6 ? shared : 0;
  }

  void Join(Group& group, const LedgerCandidate& candidate) {
    LedgerEntry& entry = group.entry;
    AddMissing(candidate.entry.actors, entry.actors);
    AddMissing(candidate.entry.alleged_by, entry.alleged_by);
    for (const Evidence& evidence : candidate.entry.evidence) {
      if (std::find(entry.evidence.begin(), entry.evidence.end(), evidence) == entry.evidence.end())
        entry.evidence.push_back(evidence);
    }
    if (entry.target.empty()) entry.target = candidate.entry.target;
    if (entry.where.empty()) entry.where = candidate.entry.where;
    if (entry.conditional_on.empty()) entry.conditional_on = candidate.entry.conditional_on;
    if (candidate.days && (!group.days || candidate.days->days() < group.days->days())) {
      group.days = candidate.days;
      entry.when = candidate.entry.when;
    }
    if (!group.duration) group.duration = candidate.duration;
    if (entry.kind == LedgerKind::kCeasefire && candidate.entry.what != entry.what)
      AddMissing({candidate.entry.what}, entry.names);
    if (entry.status == LedgerStatus::kClaimed &&
        candidate.entry.status == LedgerStatus::kProposed && entry.kind != LedgerKind::kPosition)
      entry.status = LedgerStatus::kProposed;  // not told by the other side alone
    if (Strength(candidate.entry.status) > Strength(entry.status))
      entry.status = candidate.entry.status;
    if (group.words.size() < 8) group.words.push_back(candidate.words);
  }

  // Which status says more about where the thing stands: a later state covers an earlier one.
  static int Strength(LedgerStatus status) {
    switch (status) {
      case LedgerStatus::kExpired:
        return 6;
      case LedgerStatus::kRejected:
        return 5;
      case LedgerStatus::kInForce:
        return 4;
      case LedgerStatus::kAgreed:
        return 3;
      default:
        return 0;
    }
  }

  const StorySides& sides_;
  const StoryWords& words_;
  std::vector<Group> groups_;
  std::map<LedgerKind, std::vector<size_t>> by_kind_;
};

}  // namespace

std::vector<LedgerEntry> MergeCandidates(const std::vector<LedgerCandidate>& candidates,
                                         const StorySides& sides, const StoryWords& words) {
  Merger merger(sides, words);
  for (const LedgerCandidate& candidate : candidates) merger.Add(candidate);
  return merger.Take();
}

}  // namespace synoptic
