// Where the words of a sentence tell of an event, which, and who acts there on whom. The one
// reading that both `statements` and `CodeEvent` rest on.
#ifndef SYNOPTIC_STATEMENTS_EVENT_SITES_H_
#define SYNOPTIC_STATEMENTS_EVENT_SITES_H_

#include <optional>
#include <string_view>
#include <vector>

#include "statements/event_words.h"
#include "statements/noun_phrases.h"
#include "statements/roles.h"

namespace synoptic {

struct EventSite {
  Index token = kNone;  // the first word that tells of it
  Index end = kNone;    // behind the last
  PloverType type = PloverType::kConsult;
  std::string_view mode;  // empty if none
  double strength = 0;
  bool of_phrase = false;  // told by several words
  bool noun = false;
  EventTurn turn = EventTurn::kNone;   // what made it this type: "will", "refused to"
  std::vector<Index> actors, targets;  // noun phrases; several where words are joined
  std::optional<Reference> owner;  // who acts where that is a part of a phrase: "Karsk's demand"
  bool mutual = false;             // those joined act on each other
};

// The events of a sentence, by token; the noun phrases of the last sentence read. Not thread-safe.
class EventReader {
 public:
  explicit EventReader(const Document& document)
      : doc_(document), phrases_(document), roles_(document, phrases_) {}

  // Cost: linear in the tokens of the sentence, times the phrases that begin with one word.
  const std::vector<EventSite>& Read(const Sentence& sentence);
  const NounPhrases& phrases() const { return phrases_; }
  const Roles& roles() const { return roles_; }

 private:
  const Token& At(Index i) const { return doc_.tokens[static_cast<size_t>(i)]; }
  void Add(Index token, Index end, PloverType type, std::string_view mode, double strength,
           bool of_phrase);
  bool StandsAlone(Index token) const;
  void Turn(EventSite& site) const;
  void FindRoles(EventSite& site) const;
  bool IsByHazard(const EventSite& site) const;
  void VerbRoles(EventSite& site, Index verb) const;
  void NounRoles(EventSite& site) const;
  Index VerbTarget(const EventSite& site, Index verb, int depth) const;
  Index BestOblique(Index from, PloverType type, bool has_object) const;
  std::optional<Reference> Owner(Index phrase, Index head) const;

  const Document& doc_;
  NounPhrases phrases_;
  Roles roles_;
  std::vector<EventSite> sites_;
  EventTurn turn_ = EventTurn::kNone;
  Index turn_end_ = 0;
};

}  // namespace synoptic

#endif  // SYNOPTIC_STATEMENTS_EVENT_SITES_H_
