#include "statements/event_sites.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/hazards.h"

namespace synoptic {
namespace {

constexpr Index kTurnReach = 9;  // tokens from "will not" to the event

// Help, talks, support and concessions: what one can offer or refuse.
bool IsGiven(PloverType type) {
  switch (type) {
    case PloverType::kAgree:
    case PloverType::kConsult:
    case PloverType::kSupport:
    case PloverType::kConcede:
    case PloverType::kRetreat:
    case PloverType::kCooperate:
    case PloverType::kAid:
      return true;
    default:
      return false;
  }
}

bool IsHarm(PloverType type) {
  return type == PloverType::kAssault || type == PloverType::kCoerce ||
         type == PloverType::kSanction || type == PloverType::kMobilize;
}

// What those who are named together do with each other.
bool IsMutual(PloverType type) {
  return type == PloverType::kAgree || type == PloverType::kConsult ||
         type == PloverType::kCooperate || type == PloverType::kSupport;
}

// Events whose object is a thing: on whom they are stands behind a preposition.
bool GoesPastObject(PloverType type) {
  switch (type) {
    case PloverType::kAid:
    case PloverType::kRetreat:
    case PloverType::kConcede:
    case PloverType::kMobilize:
    case PloverType::kSanction:
    case PloverType::kCooperate:
      return true;
    default:
      return false;
  }
}

// How well what stands behind a preposition is what an event is done to; 0: not at all.
int PrepositionRank(std::string_view word) {
  struct Ranked {
    std::string_view word;
    int rank;
  };
  static constexpr Ranked kRanks[] = {
      {"against", 6}, {"with", 5}, {"to", 5},     {"on", 5},      {"upon", 5},   {"into", 4},
      {"between", 4}, {"of", 4},   {"toward", 4}, {"towards", 4}, {"for", 3},    {"from", 4},
      {"over", 2},    {"at", 2},   {"in", 1},     {"inside", 1},  {"around", 1}, {"near", 1}};
  for (const Ranked& ranked : kRanks) {
    if (ranked.word == word) return ranked.rank;
  }
  return 0;
}

}  // namespace

const std::vector<EventSite>& EventReader::Read(const Sentence& sentence) {
  sites_.clear();
  turn_ = EventTurn::kNone;
  turn_end_ = 0;
  phrases_.Read(sentence);
  roles_.Read(sentence);
  for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
    const auto phrase = FindEventPhrase(doc_, i, sentence.end_token);
    if (phrase && phrase->type) {
      Add(i, phrase->end, *phrase->type, phrase->mode, phrase->strength + 1.0, true);
    } else if (phrase) {
      turn_ = phrase->turn;
      turn_end_ = phrase->end + kTurnReach;
    }
    const EventWord* word = FindEventWord(At(i));
    if (word && StandsAlone(i) && !(phrase && phrase->type && phrase->strength >= word->strength)) {
      const double verb = At(i).pos == Upos::kVerb ? 1.0 : 0.0;
      Add(i, i + 1, word->type, word->mode, word->strength + verb, false);
    }
  }
  return sites_;
}

// "Talks" in "peace talks", not "war" in "war crimes" nor "appeals" in "Court of Appeals".
bool EventReader::StandsAlone(Index token) const {
  if (At(token).pos != Upos::kNoun) return true;
  const Index phrase = phrases_.Of(token);
  if (phrase == kNone) return true;
  const NounPhrase& words = phrases_.at(phrase);
  const bool owns = token + 1 < words.end && At(token + 1).pos == Upos::kPart;
  return token == words.head || owns;
}

void EventReader::Add(Index token, Index end, PloverType type, std::string_view mode,
                      double strength, bool of_phrase) {
  EventSite site;
  site.token = token, site.end = end, site.type = type, site.mode = mode;
  site.strength = strength, site.of_phrase = of_phrase;
  site.noun = At(token).pos != Upos::kVerb && At(token).pos != Upos::kAux;
  if (token < turn_end_) Turn(site);
  FindRoles(site);
  if (IsHarm(type) && IsByHazard(site)) return;
  sites_.push_back(std::move(site));
}

void EventReader::Turn(EventSite& site) const {
  const PloverType type = site.type;
  if (turn_ == EventTurn::kDemand) {
    site.type = PloverType::kRequest;
  } else if (turn_ == EventTurn::kRefuse && (IsGiven(type) || type == PloverType::kSanction)) {
    site.type = PloverType::kReject;
  } else if (turn_ == EventTurn::kOffer && (IsGiven(type) || type == PloverType::kMobilize)) {
    site.type = PloverType::kAgree;
  } else if (turn_ == EventTurn::kIntend && IsGiven(type) && type != PloverType::kConcede) {
    site.type = PloverType::kAgree;
  } else if ((turn_ == EventTurn::kOffer || turn_ == EventTurn::kIntend) && IsHarm(type)) {
    site.type = PloverType::kThreaten;
  } else {
    return;
  }
  if (site.type != type) site.mode = {};
  site.turn = turn_;
  site.strength += 0.5;
}

bool EventReader::IsByHazard(const EventSite& site) const {
  return std::any_of(site.actors.begin(), site.actors.end(), [&](Index phrase) {
    const Index head = phrases_.at(phrase).head;
    return head != kNone && IsHazard(At(head).lemma);
  });
}

void EventReader::FindRoles(EventSite& site) const {
  site.noun ? NounRoles(site) : VerbRoles(site, site.token);
  if (!site.actors.empty()) site.actors = phrases_.Joined(site.actors[0]);
  if (!site.targets.empty()) site.targets = phrases_.Joined(site.targets[0]);
  site.mutual =
      site.actors.size() > 1 &&
      (site.targets.empty() || (IsMutual(site.type) && !phrases_.IsActor(site.targets[0])));
}

void EventReader::VerbRoles(EventSite& site, Index verb) const {
  const bool passive = roles_.IsPassive(verb);
  Index actor = passive ? roles_.Agent(verb) : roles_.Subject(verb);
  Index target = passive ? roles_.Subject(verb) : VerbTarget(site, verb, 0);
  if (site.turn == EventTurn::kDemand) {  // "said that Karsk must withdraw"
    const Index asked = passive ? target : actor;
    const Index saying = asked == kNone ? kNone : roles_.Reporting(asked);
    if (saying != kNone && roles_.Subject(saying) != kNone)
      target = asked, actor = roles_.Subject(saying);
  }
  if (actor != kNone) site.actors = {actor};
  if (target != kNone && target != actor) site.targets = {target};
}

// Of the phrases behind prepositions the likeliest; kNone where none will do.
Index EventReader::BestOblique(Index from, PloverType type, bool has_object) const {
  Index best = kNone;
  double most = 0;
  for (const Oblique& oblique : roles_.Obliques(from)) {
    double rank = PrepositionRank(At(oblique.preposition).lemma);
    if (rank == 0 || (rank == 1 && has_object && !GoesPastObject(type))) continue;
    if (phrases_.IsActor(oblique.phrase)) rank += 1.5;
    if (rank > most) most = rank, best = oblique.phrase;
  }
  return best;
}

Index EventReader::VerbTarget(const EventSite& site, Index verb, int depth) const {
  const Index object = roles_.Object(verb);
  const bool own = verb == site.token;
  const Index from = own && site.of_phrase ? site.end : verb + 1;
  const bool light = own && site.of_phrase && object != kNone &&
                     phrases_.at(object).head < site.end && !phrases_.IsActor(object);
  if (object != kNone && !light && !GoesPastObject(site.type)) return object;
  if (object != kNone && !light && phrases_.IsActor(object) &&
      phrases_.BeginningAt(phrases_.at(object).end) != kNone) {
    return object;  // "gave the council a mandate"
  }
  const Index oblique = BestOblique(from, site.type, object != kNone);
  if (oblique != kNone && (object == kNone || light || phrases_.IsActor(oblique))) return oblique;
  if (object != kNone) return object;
  const Index next = phrases_.BeginningAt(from);
  if (next != kNone && own && site.of_phrase) return next;
  const Index infinitive = depth < 3 ? roles_.Infinitive(verb) : kNone;
  return infinitive == kNone ? kNone : VerbTarget(site, infinitive, depth + 1);
}

// Who stands before the head of a phrase: "Karsk's demand", "the Karsk attack".
std::optional<Reference> EventReader::Owner(Index phrase, Index head) const {
  const Index first = phrases_.at(phrase).first;
  Span words{At(first).span.begin, At(head).span.begin};
  Reference owner;
  for (Index i = first + 1; i < head; ++i) {
    if (At(i).pos != Upos::kPart) continue;
    words.end = At(i).span.begin;
    owner.span = words;
  }
  auto mention =
      std::lower_bound(doc_.mentions.begin(), doc_.mentions.end(), words.begin,
                       [](const Mention& one, uint32_t from) { return one.span.begin < from; });
  for (; mention != doc_.mentions.end() && words.Contains(mention->span); ++mention) {
    if (mention->actor == kNone || mention->type == ActorType::kOther) continue;
    owner.actor = mention->actor;
    if (owner.span.empty()) owner.span = mention->span;
    break;
  }
  return owner.span.empty() ? std::nullopt : std::optional(owner);
}

void EventReader::NounRoles(EventSite& site) const {
  const Index phrase = phrases_.Of(site.token);
  if (phrase == kNone) return;
  Index actor = kNone;
  const Index first = phrases_.at(phrase).first;
  const Index verb = roles_.VerbBefore(first);
  const bool governed = first > 0 && At(first - 1).pos == Upos::kAdp;
  if (verb != kNone && !governed && roles_.Object(verb) == phrase && !roles_.IsPassive(verb) &&
      (!FindEventWord(At(verb)) || FindEventWord(At(verb))->strength < 2)) {
    actor = roles_.Subject(verb);  // "launched an attack"
  }
  Index target = kNone;
  double most = 0;
  for (const Oblique& oblique : roles_.Obliques(phrases_.at(phrase).end)) {
    if (EqualsIgnoreCase(doc_.Word(oblique.preposition), "by")) {
      actor = oblique.phrase;
      continue;
    }
    const double rank = PrepositionRank(At(oblique.preposition).lemma) +
                        (phrases_.IsActor(oblique.phrase) ? 1.5 : 0.0);
    if (rank > most && rank != 1) most = rank, target = oblique.phrase;
  }
  if (actor == kNone) site.owner = Owner(phrase, site.token);
  if (actor != kNone) site.actors = {actor};
  if (target != kNone && target != actor) site.targets = {target};
}

}  // namespace synoptic
