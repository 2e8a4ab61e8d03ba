// Who acts: the actors behind a verb or an event noun of one report, read from the order of words
// in the parts of its sentence.
#ifndef SYNOPTIC_LEDGER_ACTING_H_
#define SYNOPTIC_LEDGER_ACTING_H_

#include <string>
#include <vector>

#include "ledger/offices.h"
#include "ledger/rules.h"
#include "text/parts.h"
#include "text/report_index.h"

namespace synoptic {

// Ids of actors; a noun phrase that stands for no known actor gives its words in lower case ("both
// sides").
using ActorIds = std::vector<std::string>;

class Acting {
 public:
  // `parts` are those of `index`; all must outlive it.
  Acting(const ReportIndex& index, const std::vector<Part>& parts, const StorySides& sides);

  // Those that `who` asks for, main one first. Empty if the text does not say.
  ActorIds Of(Index trigger, Who who) const;
  // Whose a noun is: "X's offer", "an offer by X". Empty where nobody owns it.
  ActorIds OwnerOf(Index noun) const;
  // Whom the predicate asks for what stands at `trigger`: "asked X for its good offices". Empty if
  // it asks nobody.
  ActorIds AskedFor(Index trigger) const;
  // "threats from X", "a ban by X". Empty where nobody is named so.
  ActorIds SourceOf(Index noun) const { return NounSource(noun); }
  // Whose a noun is that "of" opens: "the request of X". Empty where nobody is named.
  ActorIds OfWhom(Index noun) const;
  // On whom: object, "against X", "on X", "with X"; never one of `actors`.
  std::string TargetOf(Index trigger, const ActorIds& actors) const;
  // Who says what stands at `token`, outermost first.
  ActorIds Speakers(Index token) const;
  // Who says `quote`: its actor; of one told by an office only, for whom it speaks ("a Norlandic
  // official", "the ministry" named before). Empty if the text does not say.
  std::string SpeakerOf(const Quote& quote) const;
  // Who accuses where the clause of `trigger` hangs on "accuse", "blame" …; and who is accused.
  bool Accused(Index trigger, ActorIds& accused, ActorIds& by) const;

  // The actor named at `token`; empty if none is.
  std::string IdAt(Index token) const {
    return index_.ActorOf(token) == kNone ? std::string() : IdOf(index_.ActorOf(token));
  }
  // "we", "I", "our" before the predicate.
  bool IsFirstPerson(const Part& part) const;

  // The part that a token is in.
  const Part& PartOf(Index token) const {
    return parts_[static_cast<size_t>(part_[static_cast<size_t>(token)])];
  }

 private:
  const Document& doc() const { return index_.doc(); }
  bool Acts(Index token) const;
  bool IsCrew(Index noun) const;
  ActorIds CrewBetween(Index first, Index end) const;
  ActorIds SubjectOf(Index trigger) const;
  ActorIds ByCue(Index trigger) const;
  ActorIds AgentOf(Index trigger) const;
  ActorIds RightBefore(const Part& part, Index trigger) const;
  ActorIds NounOwner(Index trigger) const;
  ActorIds NounSource(Index trigger) const;
  ActorIds Possessor(Index pronoun) const;
  ActorIds Conjuncts(Index token, Index first) const;
  ActorIds NamelessSubject(const Part& part) const;
  ActorIds FromPartBefore(const Part& part) const;
  std::string IdOf(Index actor) const { return doc().actors[static_cast<size_t>(actor)].id; }

  const ReportIndex& index_;
  const std::vector<Part>& parts_;
  Offices offices_;
  std::vector<Index> part_;  // token -> part
  std::vector<Index> cued_;  // token -> the first quote whose cue holds it
};

}  // namespace synoptic

#endif  // SYNOPTIC_LEDGER_ACTING_H_
