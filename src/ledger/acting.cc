#include "ledger/acting.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/fold.h"
#include "text/thesaurus.h"

namespace synoptic {
namespace {

constexpr Index kOwnerReach = 5;    // tokens between an owner and its noun
constexpr Index kTargetReach = 12;  // tokens behind a trigger that may name its target
constexpr Index kSourceReach = 14;  // tokens of "from X, Y and Z"

bool Accuses(std::string_view lemma) {
  return lemma == "accuse" || lemma == "blame" || lemma == "charge" || lemma == "fault" ||
         lemma == "denounce";
}

bool IsPossessive(std::string_view lemma) {
  return lemma == "its" || lemma == "their" || lemma == "his" || lemma == "her";
}

// By WordNet: a kind of person or group.
bool IsPeople(std::string_view lemma) {
  const std::string_view kinds = SensesOf(lemma, 'n').kinds;
  size_t at = 0;
  while (at < kinds.size()) {
    const size_t end = std::min(kinds.find(' ', at), kinds.size());
    const std::string_view kind = kinds.substr(at, end - at);
    if (kind == "person" || kind == "people" || kind == "group" || kind == "organization" ||
        kind == "unit" || kind == "leader" || kind == "worker" || kind == "adult" ||
        kind == "state" || kind == "force")
      return true;
    at = end + 1;
  }
  return false;
}

bool OpensSource(std::string_view lemma) {
  return lemma == "by" || lemma == "from" || lemma == "between";
}

void AddOnce(std::string id, ActorIds& found) {
  if (std::find(found.begin(), found.end(), id) == found.end()) found.push_back(std::move(id));
}

}  // namespace

Acting::Acting(const ReportIndex& index, const std::vector<Part>& parts)
    : index_(index), parts_(parts), part_(index.doc().tokens.size()) {
  for (size_t p = 0; p < parts.size(); ++p) {
    for (const Index token : parts[p].tokens)
      part_[static_cast<size_t>(token)] = static_cast<Index>(p);
  }
}

ActorIds Acting::Speakers(Index token) const {
  ActorIds found;
  for (const Index actor : index_.SpokenBy(token)) found.push_back(IdOf(actor));
  return found;
}

ActorIds Acting::Of(Index trigger, Who who) const {
  if (who == Who::kSpeaker) {
    const ActorIds speakers = Speakers(trigger);
    if (!speakers.empty()) return {speakers.back()};
  }
  if (ActorIds owner = OwnerOf(trigger); !owner.empty()) return owner;
  return SubjectOf(trigger);
}

std::string Acting::TargetOf(Index trigger, const ActorIds& actors) const {
  const Sentence& sentence = doc().sentences[static_cast<size_t>(index_.SentenceOf(trigger))];
  const Index end = std::min(sentence.end_token, trigger + kTargetReach);
  for (Index i = trigger + 1; i < end; ++i) {
    if (index_.ActorOf(i) == kNone) continue;
    std::string id = IdOf(index_.ActorOf(i));
    if (std::find(actors.begin(), actors.end(), id) == actors.end()) return id;
  }
  return {};
}

// Days, wars and faiths have names and do nothing.
bool Acting::Acts(Index token) const {
  const Index actor = index_.ActorOf(token);
  return actor != kNone && doc().actors[static_cast<size_t>(actor)].type != ActorType::kOther;
}

ActorIds Acting::OwnerOf(Index trigger) const {
  const Upos pos = index_.token(trigger).pos;
  if (pos != Upos::kNoun && pos != Upos::kPropn) return {};
  if (ActorIds source = NounSource(trigger); !source.empty()) return source;
  return NounOwner(trigger);
}

// The subject of the part; of an infinitive whom its verb asks ("asked Norland to mediate"); the
// first person is who speaks.
ActorIds Acting::SubjectOf(Index trigger) const {
  const Part& part = PartOf(trigger);
  const bool infinitive =
      trigger > part.head && trigger > 0 && index_.token(trigger - 1).lemma == "to";
  if (infinitive && HasPartRole(index_.token(part.head).lemma, "want")) {
    for (Index t = trigger - 2; t > part.head; --t) {
      if (Acts(t)) return Conjuncts(t, part.head + 1);
    }
  }
  if (part.subject != kNone)
    return Conjuncts(part.subject, doc().sentences[static_cast<size_t>(part.sentence)].first_token);
  if (FirstPerson(part)) {
    const ActorIds speakers = Speakers(trigger);
    if (!speakers.empty()) return {speakers.back()};
  }
  if (part.passive) return {};
  if (ActorIds nameless = NamelessSubject(part); !nameless.empty()) return nameless;
  return FromPartBefore(part);
}

// "X said that it was willing", "engineers would inspect the dam and monitor the flow".
ActorIds Acting::FromPartBefore(const Part& part) const {
  const auto number = static_cast<size_t>(&part - parts_.data());
  if (number == 0 || parts_[number - 1].sentence != part.sentence) return {};
  const Part& before = parts_[number - 1];
  Index opener = part.tokens.front();
  if (index_.token(opener).pos == Upos::kSconj && opener < part.head) ++opener;
  const bool pronoun = index_.token(opener).pos == Upos::kPron && opener < part.head;
  if (pronoun && before.subject != kNone) return {IdOf(index_.ActorOf(before.subject))};
  return index_.token(opener).pos == Upos::kCconj && !before.passive ? NamelessSubject(before)
                                                                     : ActorIds();
}

// "major powers demanded": the words of the first noun phrase, where it names nobody known and its
// noun stands for people.
ActorIds Acting::NamelessSubject(const Part& part) const {
  Index first = kNone, noun = kNone;
  for (const Index t : part.tokens) {
    if (t >= part.head) break;
    const Upos pos = index_.token(t).pos;
    const bool is_noun = pos == Upos::kNoun || pos == Upos::kPropn;
    if (noun != kNone && !is_noun) break;
    if (index_.TimeOf(t) != kNone) return {};
    if (pos == Upos::kAdp || pos == Upos::kSconj || pos == Upos::kDet) first = kNone;
    if (is_noun) noun = t;
    if ((is_noun || pos == Upos::kAdj) && first == kNone) first = t;
  }
  if (noun == kNone) return {};
  const bool name =
      IsUpper(doc().Word(noun)[0]) && SensesOf(Lower(doc().Word(noun)), 'n').kinds.empty();
  if (index_.token(noun).pos == Upos::kNoun && !name && !IsPeople(index_.token(noun).lemma))
    return {};
  if (const Index of = noun + 1; of < part.head && index_.token(of).lemma == "of") {
    for (Index t = of + 1; t < std::min(part.head, of + kOwnerReach); ++t) {
      if (Acts(t)) return {IdOf(index_.ActorOf(t))};
    }
  }
  for (const Quote& quote : doc().quotes) {
    if (quote.speaker && quote.speaker->actor != kNone &&
        quote.speaker->span.Overlaps(index_.token(noun).span))
      return {IdOf(quote.speaker->actor)};
  }
  return {Lower(doc().Cut(index_.token(first).span.Cover(index_.token(noun).span)))};
}

bool Acting::FirstPerson(const Part& part) const {
  return std::any_of(part.tokens.begin(), part.tokens.end(), [&](Index token) {
    const std::string_view lemma = index_.token(token).lemma;
    return token < part.head && (lemma == "we" || lemma == "i" || lemma == "our");
  });
}

// "X's offer", "the Xian invasion".
ActorIds Acting::NounOwner(Index trigger) const {
  for (Index t = trigger - 1; t >= 0 && t >= trigger - kOwnerReach; --t) {
    if (index_.SentenceOf(t) != index_.SentenceOf(trigger)) break;
    if (Acts(t))
      return Conjuncts(t, doc().sentences[static_cast<size_t>(index_.SentenceOf(t))].first_token);
    const Upos pos = index_.token(t).pos;
    if (IsPossessive(index_.token(t).lemma)) return Possessor(t);
    if (pos != Upos::kAdj && pos != Upos::kNoun && pos != Upos::kNum && pos != Upos::kPart &&
        pos != Upos::kPropn && index_.token(t).lemma != "-")
      break;
  }
  return {};
}

// Whom "their" means: those named last before it.
ActorIds Acting::Possessor(Index pronoun) const {
  const Index first = doc().sentences[static_cast<size_t>(index_.SentenceOf(pronoun))].first_token;
  if (Acts(pronoun)) return {IdOf(index_.ActorOf(pronoun))};
  for (Index t = pronoun - 1; t >= std::max(first, pronoun - 6); --t) {
    if (Acts(t)) return Conjuncts(t, first);
  }
  return {};
}

// "a demand by X", "guarantees from X, Y and Z", "negotiated between X and Y".
ActorIds Acting::NounSource(Index trigger) const {
  const Part& part = PartOf(trigger);
  ActorIds found;
  bool open = false;
  for (const Index t : part.tokens) {
    if (t <= trigger) continue;
    if (t > trigger + kSourceReach) break;
    const Token& token = index_.token(t);
    if (!open && t > trigger + kOwnerReach + 3) break;
    if (OpensSource(token.lemma)) open = true;
    if (!open && token.pos == Upos::kVerb && !doc().Word(t).ends_with("ed")) break;
    if (open && Acts(t)) AddOnce(IdOf(index_.ActorOf(t)), found);
    if (open && !found.empty() && (token.pos == Upos::kVerb || token.pos == Upos::kSconj)) break;
  }
  return found;
}

// The actor named at `token`, and those before it that "and" or a comma joins to it; the main one,
// named last before the predicate, first.
ActorIds Acting::Conjuncts(Index token, Index first) const {
  ActorIds found = {IdOf(index_.ActorOf(token))};
  bool joined = false;
  for (Index t = token; t >= first && t >= token - 24; --t) {
    const Token& word = index_.token(t);
    if (Acts(t)) {
      if (joined) AddOnce(IdOf(index_.ActorOf(t)), found), joined = false;
      continue;
    }
    if (word.lemma == "and" || word.lemma == ",") {
      joined = true;
    } else if (word.pos == Upos::kVerb || word.pos == Upos::kAux || word.pos == Upos::kSconj ||
               (word.pos == Upos::kPunct && word.lemma != "-")) {
      break;
    }
  }
  return found;
}

bool Acting::Accused(Index trigger, ActorIds& accused, ActorIds& by) const {
  const Part& part = PartOf(trigger);
  if (!Accuses(index_.token(part.head).lemma) || trigger <= part.head) return false;
  by = SubjectOf(part.head);
  for (Index t = part.head + 1; t < trigger; ++t) {
    if (Acts(t)) AddOnce(IdOf(index_.ActorOf(t)), accused);
  }
  return !accused.empty();
}

}  // namespace synoptic
