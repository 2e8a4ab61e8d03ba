#include "ledger/ledger.h"

#include <algorithm>
#include <optional>
#include <set>

#include "doc/day_range.h"
#include "ledger/merge.h"
#include "ledger/rules.h"

namespace synoptic {
namespace {

constexpr int kLongAgo = 90;  // days after which something is history

// What kind of actors the ids of a story are.
class StoryActors {
 public:
  StoryActors(std::span<const Document> reports, const StorySides& sides)
      : alone_(reports.size() < 2) {
    for (const Document& report : reports) {
      for (const Actor& actor : report.actors) {
        const bool sided = sides.Of(actor.id) != actor.id;
        if (actor.type == ActorType::kOrganization && sided) organs_.insert(actor.id);
        const bool office = actor.type == ActorType::kState || sided || !actor.roles.empty();
        if (office || !seen_.insert(actor.id).second) parties_.insert(actor.id);
      }
    }
  }

  bool IsOrgan(const std::string& id) const { return organs_.contains(id); }
  // States, those who hold an office or are nationals of one, and who is named in several reports.
  bool IsParty(const std::string& id) const { return alone_ || parties_.contains(id); }

 private:
  bool alone_;
  std::set<std::string> organs_, seen_, parties_;
};

// The last day on which a report was published; nullopt if none says.
std::optional<Date> LastDay(std::span<const Document> reports) {
  std::optional<Date> last;
  for (const Document& report : reports) {
    if (report.published && (!last || *last < report.published->date))
      last = report.published->date;
  }
  return last;
}

// "both sides", "the two countries", "each other": the parties of the story.
bool MeansBoth(const std::string& actor) {
  const LedgerRules& rules = LedgerRules::Get();
  return (rules.ClassesOf(actor) & rules.Class("GROUP")) != 0;
}

// States fight, break truces and draft treaties; whoever speaks for them stands for them. A capital
// always does.
void NameStates(const StorySides& sides, LedgerEntry& entry) {
  const bool done = entry.status != LedgerStatus::kThreatened;  // a threat is a person's
  const bool of_states =
      entry.kind == LedgerKind::kCeasefire || (entry.kind == LedgerKind::kAttack && done) ||
      entry.kind == LedgerKind::kViolation || entry.kind == LedgerKind::kAgreementDraft ||
      entry.kind == LedgerKind::kGuarantee;
  std::vector<std::string> named;
  for (const std::string& actor : entry.actors) {
    const std::string& id = of_states || sides.IsSeat(actor) ? sides.Of(actor) : actor;
    if (std::find(named.begin(), named.end(), id) == named.end()) named.push_back(id);
  }
  entry.actors = std::move(named);
  const bool by_parties =
      entry.kind == LedgerKind::kAgreementDraft || entry.kind == LedgerKind::kCeasefire;
  if (entry.actors.empty() && by_parties) entry.actors = sides.parties();
}

// Who speaks for a state speaks for it where states act; a ministry always does.
void NameWhomTheySpeakFor(const StorySides& sides, const StoryActors& actors, LedgerEntry& entry) {
  const bool state_acts =
      entry.kind == LedgerKind::kDemand || entry.kind == LedgerKind::kCondition ||
      entry.kind == LedgerKind::kResponse || entry.kind == LedgerKind::kProposal ||
      entry.kind == LedgerKind::kSanctionThreat || entry.status == LedgerStatus::kThreatened;
  for (size_t i = 0; i < entry.actors.size(); ++i) {
    const std::string side = sides.Of(entry.actors[i]);
    if ((state_acts || actors.IsOrgan(entry.actors[i])) && side != entry.actors[i] &&
        std::find(entry.actors.begin(), entry.actors.end(), side) == entry.actors.end())
      entry.actors.push_back(side);
  }
}

// An offer told by the other side alone is that side's claim.
void NameClaims(const StorySides& sides, LedgerEntry& entry) {
  const bool proposes = entry.kind == LedgerKind::kProposal || entry.kind == LedgerKind::kDemand ||
                        entry.kind == LedgerKind::kAgreementDraft;
  if (!proposes || entry.actors.empty() || entry.alleged_by.empty()) return;
  const std::string& by = sides.Of(entry.alleged_by.back());
  for (const std::string& actor : entry.actors) {
    if (sides.Of(actor) == by) return;
  }
  entry.status = LedgerStatus::kClaimed;
}

void NameParties(const StorySides& sides, LedgerEntry& entry) {
  if (entry.actors.empty() || !MeansBoth(entry.actors[0]) || sides.parties().size() < 2) return;
  entry.actors = sides.parties();
}

// Who offers is ready of course; readiness of the other side answers the offer.
void TellPositionsFromResponses(const StorySides& sides, std::vector<LedgerCandidate>& candidates) {
  std::vector<std::string> offering;
  for (const LedgerCandidate& candidate : candidates) {
    const LedgerEntry& entry = candidate.entry;
    if (entry.kind == LedgerKind::kProposal && candidate.talks && !entry.actors.empty())
      offering.push_back(sides.Of(entry.actors[0]));
  }
  for (LedgerCandidate& candidate : candidates) {
    LedgerEntry& entry = candidate.entry;
    if (!candidate.readiness || entry.kind != LedgerKind::kResponse || entry.actors.empty())
      continue;
    if (std::find(offering.begin(), offering.end(), sides.Of(entry.actors[0])) != offering.end()) {
      entry.kind = LedgerKind::kPosition;
      entry.status = LedgerStatus::kClaimed;
    }
  }
}

// When it came up: the day of the first report that tells it, or the day it happened where that is
// earlier.
void TellWhenMade(std::span<const Document> reports, LedgerEntry& entry) {
  std::optional<Date> first;
  for (const Evidence& evidence : entry.evidence) {
    const auto& published = reports[static_cast<size_t>(evidence.report)].published;
    if (published && (!first || published->date < *first)) first = published->date;
  }
  if (!first) return;
  // The days of what is demanded are not those of the demand.
  const bool asks = entry.kind == LedgerKind::kDemand || entry.kind == LedgerKind::kProposal ||
                    entry.kind == LedgerKind::kCondition ||
                    entry.kind == LedgerKind::kSanctionThreat;
  const auto days = DaysOf(entry.when);
  if (days && first->DaysSince(days->first) > (asks ? kLongAgo : 0)) first = days->first;
  entry.made = first->Iso();
}

// What lies behind the last report is over, what lies ahead is planned.
void PlaceInTime(std::optional<Date> last, LedgerEntry& entry) {
  const auto days = DaysOf(entry.when);
  if (!days || !last) return;
  if (entry.kind == LedgerKind::kCeasefire && days->last < *last &&
      entry.status != LedgerStatus::kRejected) {
    entry.status = LedgerStatus::kExpired;
  }
  if (entry.kind == LedgerKind::kCeasefire && entry.status == LedgerStatus::kClaimed &&
      days->first <= *last && *last <= days->last && days->days() > 1) {
    entry.status = LedgerStatus::kInForce;
  }
  if (entry.kind == LedgerKind::kAttack && last->DaysSince(days->last) > kLongAgo)
    entry.status = LedgerStatus::kExpired;
  if (entry.kind == LedgerKind::kDemand && days->first >= *last) entry.deadline = days->first.Iso();
}

}  // namespace

std::vector<LedgerEntry> BuildLedger(std::span<const Document> reports) {
  if (reports.empty()) return {};
  const StoryWords words(reports);
  const StorySides sides(reports);
  std::vector<LedgerCandidate> candidates;
  for (size_t r = 0; r < reports.size(); ++r) {
    const ReportIndex index(reports[r]);
    std::vector<LedgerCandidate> found = FindCandidates(static_cast<Index>(r), index, words, sides);
    std::move(found.begin(), found.end(), std::back_inserter(candidates));
  }
  const StoryActors actors(reports, sides);
  // What bystanders think is no position in the process.
  std::erase_if(candidates, [&](const LedgerCandidate& candidate) {
    const LedgerEntry& entry = candidate.entry;
    return entry.kind == LedgerKind::kPosition && !actors.IsParty(entry.actors[0]);
  });
  for (LedgerCandidate& candidate : candidates) {
    NameParties(sides, candidate.entry);
    NameStates(sides, candidate.entry);
    NameClaims(sides, candidate.entry);
    NameWhomTheySpeakFor(sides, actors, candidate.entry);
  }
  TellPositionsFromResponses(sides, candidates);
  std::vector<LedgerEntry> entries = MergeCandidates(candidates, sides, words);
  const std::optional<Date> last = LastDay(reports);
  for (size_t i = 0; i < entries.size(); ++i) {
    entries[i].id = "l" + std::to_string(i + 1);
    TellWhenMade(reports, entries[i]);
    PlaceInTime(last, entries[i]);
  }
  return entries;
}

std::vector<LedgerEntry> LedgerAsOf(std::vector<LedgerEntry> entries, Date date) {
  std::vector<LedgerEntry> then;
  for (LedgerEntry& entry : entries) {
    if (const auto made = DaysOf(entry.made); made && made->first > date) continue;
    const auto days = DaysOf(entry.when);
    const bool happened = entry.kind == LedgerKind::kAttack || entry.kind == LedgerKind::kViolation;
    if (days && days->first > date && happened) continue;
    if (days && entry.kind == LedgerKind::kCeasefire) {
      if (days->last < date) entry.status = LedgerStatus::kExpired;
      if (days->first > date) entry.status = LedgerStatus::kPlanned;
      if (days->first <= date && date <= days->last && days->days() > 1)
        entry.status = LedgerStatus::kInForce;
    }
    if (const auto deadline = DaysOf(entry.deadline);
        deadline && deadline->last < date && entry.status == LedgerStatus::kProposed) {
      entry.status = LedgerStatus::kExpired;
    }
    then.push_back(std::move(entry));
  }
  return then;
}

}  // namespace synoptic
