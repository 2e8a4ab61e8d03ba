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

ActorIds One(std::string_view id) { return id.empty() ? ActorIds() : ActorIds{std::string(id)}; }

void AddOnce(std::string id, ActorIds& found) {
  if (std::find(found.begin(), found.end(), id) == found.end()) found.push_back(std::move(id));
}

}  // namespace

Acting::Acting(const ReportIndex& index, const std::vector<Part>& parts, const StorySides& sides)
    : index_(index),
      parts_(parts),
      offices_(index, sides),
      part_(index.doc().tokens.size()),
      cued_(index.doc().tokens.size(), kNone) {
  for (size_t p = 0; p < parts.size(); ++p) {
    for (const Index token : parts[p].tokens)
      part_[static_cast<size_t>(token)] = static_cast<Index>(p);
  }
  for (size_t q = index.doc().quotes.size(); q-- > 0;) {
    const Quote& quote = index.doc().quotes[q];
    if (!quote.cue || !quote.speaker) continue;
    const auto [first, end] = index.TokensIn(*quote.cue);
    std::fill(cued_.begin() + first, cued_.begin() + end, static_cast<Index>(q));
  }
}

std::string Acting::SpeakerOf(const Quote& quote) const {
  if (!quote.speaker) return {};
  if (quote.speaker->actor != kNone) return IdOf(quote.speaker->actor);
  return std::string(offices_.SpeaksFor(quote.speaker->span));
}

ActorIds Acting::Speakers(Index token) const {
  ActorIds found;
  for (const Index actor : index_.SpokenBy(token)) found.push_back(IdOf(actor));
  if (const Index quote = index_.QuoteOf(token); found.empty() && quote != kNone) {
    if (std::string id = SpeakerOf(doc().quotes[static_cast<size_t>(quote)]); !id.empty())
      found.push_back(std::move(id));
  }
  return found;
}

ActorIds Acting::Of(Index trigger, Who who) const {
  if (who == Who::kSpeaker) {
    const ActorIds speakers = Speakers(trigger);
    if (!speakers.empty()) return {speakers.back()};
  }
  if (ActorIds owner = OwnerOf(trigger); !owner.empty()) return owner;
  if (ActorIds agent = AgentOf(trigger); !agent.empty()) return agent;
  if (ActorIds speaker = ByCue(trigger); !speaker.empty()) return speaker;
  return SubjectOf(trigger);
}

// Who says what the trigger, as its cue, opens ("a Norlandic official rejected the account").
ActorIds Acting::ByCue(Index trigger) const {
  const Index quote = cued_[static_cast<size_t>(trigger)];
  if (quote == kNone) return {};
  const Reference& speaker = *doc().quotes[static_cast<size_t>(quote)].speaker;
  if (speaker.actor != kNone) return {};  // its subject, with all that "and" joins to it
  return One(offices_.SpeaksFor(speaker.span));
}

// "proposals put forward by X", "X-mediated".
ActorIds Acting::AgentOf(Index trigger) const {
  if (trigger > 1 && index_.token(trigger - 1).lemma == "-") {
    if (ActorIds actor = One(offices_.ActorAt(trigger - 2)); !actor.empty()) return actor;
  }
  const Token& token = index_.token(trigger);
  if (token.pos != Upos::kVerb || doc().Word(trigger) == token.lemma) return {};
  const Sentence& sentence = doc().sentences[static_cast<size_t>(index_.SentenceOf(trigger))];
  Index by = trigger + 1;
  while (by < std::min(sentence.end_token, trigger + 3) && index_.token(by).lemma != "by") ++by;
  if (by >= sentence.end_token || index_.token(by).lemma != "by") return {};
  const Index end = std::min(sentence.end_token, by + kOwnerReach + 1);
  for (Index t = by + 1; t < end; ++t) {
    if (Acts(t)) return {IdOf(index_.ActorOf(t))};
    if (index_.token(t).pos == Upos::kVerb) break;
  }
  return CrewBetween(by + 1, end);  // "by the ministry", "by rebels"
}

// The noun phrase that the tokens open with, where it means people without a name.
ActorIds Acting::CrewBetween(Index first, Index end) const {
  for (Index t = first; t < end; ++t) {
    const Upos pos = index_.token(t).pos;
    if (pos == Upos::kDet || pos == Upos::kAdj || pos == Upos::kNum) continue;
    if (pos != Upos::kNoun || !IsCrew(t)) break;
    const Span phrase = index_.token(first).span.Cover(index_.token(t).span);
    if (ActorIds office = One(offices_.SpeaksFor(phrase)); !office.empty()) return office;
    return {Lower(doc().Word(t))};
  }
  return {};
}

// Whether a noun means people: by its office or by what it is.
bool Acting::IsCrew(Index noun) const {
  return offices_.IsOffice(noun) || IsPeople(index_.token(noun).lemma);
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

// "the request of X"
ActorIds Acting::OfWhom(Index noun) const {
  if (noun + 1 >= static_cast<Index>(doc().tokens.size()) || index_.token(noun + 1).lemma != "of")
    return {};
  const Sentence& sentence = doc().sentences[static_cast<size_t>(index_.SentenceOf(noun))];
  for (Index t = noun + 2; t < std::min(sentence.end_token, noun + kOwnerReach); ++t) {
    if (Acts(t)) return {IdOf(index_.ActorOf(t))};
    if (index_.token(t).pos == Upos::kVerb) break;
  }
  return {};
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
  if (infinitive) {
    if (ActorIds asked = AskedFor(trigger); !asked.empty()) return asked;
  }
  if (ActorIds own = RightBefore(part, trigger); !own.empty()) return own;
  if (part.subject != kNone)
    return Conjuncts(part.subject, doc().sentences[static_cast<size_t>(part.sentence)].first_token);
  if (IsFirstPerson(part)) {
    const ActorIds speakers = Speakers(trigger);
    if (!speakers.empty()) return {speakers.back()};
  }
  if (part.passive) return {};
  if (ActorIds nameless = NamelessSubject(part); !nameless.empty()) return nameless;
  return FromPartBefore(part);
}

ActorIds Acting::AskedFor(Index trigger) const {
  const Part& part = PartOf(trigger);
  if (!HasPartRole(index_.token(part.head).lemma, "want")) return {};
  for (Index t = trigger - 1; t > part.head; --t) {
    if (Acts(t)) return Conjuncts(t, part.head + 1);
  }
  return {};
}

// "the offer came hours after X demanded": of a verb behind the predicate who is named right
// before it.
ActorIds Acting::RightBefore(const Part& part, Index trigger) const {
  if (trigger <= part.head || index_.token(trigger).pos != Upos::kVerb) return {};
  Index t = trigger - 1;
  while (t > part.head && (index_.token(t).pos == Upos::kAux || index_.token(t).pos == Upos::kAdv))
    --t;
  if (t <= part.head + 1) return {};
  if (Acts(t)) return Conjuncts(t, part.head + 1);
  if (index_.token(t).pos != Upos::kNoun || !IsCrew(t)) return {};
  Index first = t;
  while (first > part.head + 1 &&
         (index_.token(first - 1).pos == Upos::kAdj || index_.token(first - 1).pos == Upos::kNoun))
    --first;
  return {Lower(doc().Cut(index_.token(first).span.Cover(index_.token(t).span)))};
}

// "X said that it was willing", "engineers would inspect the dam and monitor the flow".
ActorIds Acting::FromPartBefore(const Part& part) const {
  const auto number = static_cast<size_t>(&part - parts_.data());
  if (number == 0 || parts_[number - 1].sentence != part.sentence) return {};
  const Part& before = parts_[number - 1];
  Index opener = part.tokens.front();
  if (index_.token(opener).pos == Upos::kSconj && opener < part.head) ++opener;
  const bool pronoun = index_.token(opener).pos == Upos::kPron && opener < part.head;
  if (pronoun && before.subject != kNone)
    return Conjuncts(before.subject,
                     doc().sentences[static_cast<size_t>(before.sentence)].first_token);
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
    if (noun != kNone && pos == Upos::kPart) {  // "X's officers"
      noun = kNone;
      continue;
    }
    if (noun != kNone && !is_noun) break;
    if (index_.TimeOf(t) != kNone) return {};
    if (pos == Upos::kAdp || pos == Upos::kSconj || pos == Upos::kDet) first = kNone;
    if (is_noun) noun = t;
    if ((is_noun || pos == Upos::kAdj) && first == kNone) first = t;
  }
  const LedgerRules& rules = LedgerRules::Get();
  if (noun == kNone || (rules.ClassesOf(index_.token(noun).lemma) & rules.Class("ATTACK")))
    return {};
  const bool name =
      IsUpper(doc().Word(noun)[0]) && SensesOf(Lower(doc().Word(noun)), 'n').kinds.empty();
  if (index_.token(noun).pos == Upos::kNoun && !name && !IsCrew(noun)) return {};
  if (const Index of = noun + 1; of < part.head && index_.token(of).lemma == "of") {
    for (Index t = of + 1; t < std::min(part.head, of + kOwnerReach); ++t) {
      if (Acts(t)) return {IdOf(index_.ActorOf(t))};
    }
  }
  const Span phrase = index_.token(first).span.Cover(index_.token(noun).span);
  if (ActorIds office = One(offices_.SpeaksFor(phrase)); !office.empty()) return office;
  for (const Quote& quote : doc().quotes) {
    if (quote.speaker && quote.speaker->actor != kNone &&
        quote.speaker->span.Overlaps(index_.token(noun).span))
      return {IdOf(quote.speaker->actor)};
  }
  return {Lower(doc().Cut(phrase))};
}

bool Acting::IsFirstPerson(const Part& part) const {
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
    if (index_.ActorOf(t) == kNone) {
      if (ActorIds state = One(offices_.ActorAt(t)); !state.empty()) return state;
    }
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
    const bool of_agent = !AgentOf(t).empty();  // "put forward by X"
    if (!open && token.pos == Upos::kVerb && !doc().Word(t).ends_with("ed") && !of_agent) break;
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
  if (accused.empty()) accused = CrewBetween(part.head + 1, trigger);  // "accused the army of …"
  return !accused.empty();
}

}  // namespace synoptic
