#include "ledger/acting.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/fold.h"

namespace synoptic {
namespace {

constexpr Index kReach = 40;  // tokens to either side in which dependents are looked for
constexpr int kMaxConjuncts = 12;

bool IsFirstPerson(std::string_view lemma) {
  return lemma == "we" || lemma == "i" || lemma == "us" || lemma == "our";
}

bool IsRelative(std::string_view lemma) {
  return lemma == "who" || lemma == "which" || lemma == "that";
}

bool Accuses(std::string_view lemma) {
  return lemma == "accuse" || lemma == "blame" || lemma == "charge" || lemma == "fault" ||
         lemma == "denounce";
}

bool IsGovernor(const ReportIndex& index, Index token) {
  const Relation relation = index.token(token).relation;
  return relation == Relation::kNmodPoss || relation == Relation::kAmod ||
         relation == Relation::kCompound || relation == Relation::kDet;
}

std::string_view CaseOf(const ReportIndex& index, Index token) {
  const Index from = std::max<Index>(0, token - 8);
  for (Index i = token - 1; i >= from; --i) {
    if (index.token(i).head == token && index.token(i).relation == Relation::kCase)
      return index.token(i).lemma;
  }
  return {};
}

bool IsAgentPhrase(const ReportIndex& index, Index token) {
  const Relation relation = index.token(token).relation;
  if (relation == Relation::kOblAgent) return true;
  return (relation == Relation::kNmod || relation == Relation::kObl) &&
         CaseOf(index, token) == "by";
}

bool IsSourcePhrase(const ReportIndex& index, Index token) {
  const Relation relation = index.token(token).relation;
  if (relation != Relation::kNmod && relation != Relation::kObl) return false;
  const std::string_view by = CaseOf(index, token);
  return by == "by" || by == "from" || by == "of" || by == "between";
}

bool IsTargetPhrase(const ReportIndex& index, Index token) {
  const Relation relation = index.token(token).relation;
  if (relation == Relation::kObj || relation == Relation::kIobj) return true;
  if (relation != Relation::kNmod && relation != Relation::kObl) return false;
  const std::string_view by = CaseOf(index, token);
  return by == "on" || by == "against" || by == "with" || by == "to" || by == "at" ||
         by == "upon" || by == "for";
}

}  // namespace

Acting::Acting(const ReportIndex& index, const std::vector<Part>& parts)
    : index_(index), parts_(parts), part_(index.doc().tokens.size()) {
  for (size_t p = 0; p < parts.size(); ++p) {
    for (const Index token : parts[p].tokens)
      part_[static_cast<size_t>(token)] = static_cast<Index>(p);
  }
}

bool Acting::Parsed(Index token) const {
  return doc().sentences[static_cast<size_t>(index_.SentenceOf(token))].parsed;
}

void Acting::AddPhrase(Index token, int depth, ActorIds& found) const {
  if (depth > kMaxConjuncts) return;
  const Index actor = index_.ActorOf(token);
  std::string id;
  if (actor != kNone) {
    id = IdOf(actor);
  } else if (index_.token(token).pos == Upos::kNoun || index_.token(token).pos == Upos::kPropn) {
    id = Lower(index_.token(token).span.In(doc().text));
  }
  if (!id.empty() && std::find(found.begin(), found.end(), id) == found.end())
    found.push_back(std::move(id));
  const Index end = std::min<Index>(token + kReach, static_cast<Index>(doc().tokens.size()));
  for (Index i = token + 1; i < end; ++i) {
    if (index_.token(i).head == token && index_.token(i).relation == Relation::kConj)
      AddPhrase(i, depth + 1, found);
  }
}

ActorIds Acting::Phrase(Index token) const {
  ActorIds found;
  if (token != kNone) AddPhrase(token, 0, found);
  return found;
}

ActorIds Acting::Children(Index head, bool (*fits)(const ReportIndex&, Index)) const {
  ActorIds found;
  const Index first = std::max<Index>(0, head - kReach);
  const Index end = std::min<Index>(head + kReach, static_cast<Index>(doc().tokens.size()));
  for (Index i = first; i < end; ++i) {
    if (index_.token(i).head == head && index_.ActorOf(i) != kNone && fits(index_, i))
      AddPhrase(i, 0, found);
  }
  return found;
}

ActorIds Acting::Speakers(Index token) const {
  ActorIds found;
  for (const Index actor : index_.SpokenBy(token)) found.push_back(IdOf(actor));
  return found;
}

// The subject of the verb; of a passive, its agent; of an infinitive or participle, that of the
// clause above.
ActorIds Acting::Subject(Index trigger) const {
  Index at = index_.ClauseOf(trigger);
  for (int step = 0; step < 4 && at != kNone; ++step) {
    const Clause& clause = index_.clause(at);
    if (clause.head == kNone) break;
    if (step == 0 && clause.passive && clause.head == trigger)
      return Children(trigger, IsAgentPhrase);
    if (clause.subject != kNone) {
      const std::string lemma = Lower(index_.token(clause.subject).lemma);
      if (IsFirstPerson(lemma) && !Speakers(clause.subject).empty())
        return {Speakers(clause.subject).back()};
      if (!IsRelative(lemma)) return Phrase(clause.subject);
      if (clause.relation == Relation::kAclRelcl) return Phrase(index_.token(clause.head).head);
    }
    at = clause.parent;
  }
  return {};
}

ActorIds Acting::NounOwner(Index trigger, Who who) const {
  if (ActorIds found = Children(
          trigger, who == Who::kFrom || who == Who::kParties ? IsSourcePhrase : IsAgentPhrase);
      !found.empty()) {
    return found;
  }
  return Children(trigger, IsGovernor);
}

ActorIds Acting::Of(Index trigger, Who who) const {
  if (who == Who::kSpeaker) {
    const ActorIds speakers = Speakers(trigger);
    if (!speakers.empty()) return {speakers.back()};
  }
  if (!Parsed(trigger)) return LinearOf(trigger);
  const Upos pos = index_.token(trigger).pos;
  if (pos == Upos::kNoun || pos == Upos::kPropn) {
    if (ActorIds owner = NounOwner(trigger, who); !owner.empty()) return owner;
  }
  ActorIds found = Subject(trigger);
  if (found.empty()) found = LinearOf(trigger);
  if (found.empty()) found = Speakers(trigger);
  return found;
}

std::string Acting::TargetOf(Index trigger, const ActorIds& actors) const {
  for (const std::string& id : Children(trigger, IsTargetPhrase)) {
    if (std::find(actors.begin(), actors.end(), id) == actors.end()) return id;
  }
  const Sentence& sentence = doc().sentences[static_cast<size_t>(index_.SentenceOf(trigger))];
  const Index end = std::min(sentence.end_token, trigger + 12);
  for (Index i = trigger + 1; i < end; ++i) {
    if (index_.ActorOf(i) == kNone) continue;
    std::string id = IdOf(index_.ActorOf(i));
    if (std::find(actors.begin(), actors.end(), id) == actors.end()) return id;
  }
  return {};
}

bool Acting::Accused(Index trigger, ActorIds& accused, ActorIds& by) const {
  if (!Parsed(trigger)) return LinearAccused(trigger, accused, by);
  Index at = trigger;
  for (int step = 0; step < 5 && at != kNone; ++step, at = index_.token(at).head) {
    if (!Accuses(index_.token(at).lemma) || index_.token(at).pos != Upos::kVerb) continue;
    const Clause& clause = index_.clause(index_.ClauseOf(at));
    by = Subject(at);
    const Index end = std::min<Index>(at + kReach, static_cast<Index>(doc().tokens.size()));
    for (Index i = at + 1; i < end; ++i) {
      if (index_.token(i).head == at && index_.token(i).relation == Relation::kObj)
        accused = Phrase(i);
    }
    if (accused.empty() && clause.object != kNone) accused = Phrase(clause.object);
    return !accused.empty();
  }
  return false;
}

}  // namespace synoptic
