#include "statements/roles.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace synoptic {
namespace {

constexpr int kDeepest = 6;          // verbs that hand a subject on
constexpr Index kLongestAside = 40;  // tokens between two commas
constexpr size_t kMostObliques = 8;

// Verbs whose object does what the infinitive behind it says.
constexpr std::array<std::string_view, 40> kObjectControl = {
    "urge",   "ask",     "order",     "tell",      "force",     "allow",   "permit",  "warn",
    "help",   "invite",  "persuade",  "convince",  "want",      "expect",  "require", "enable",
    "compel", "press",   "pressure",  "instruct",  "encourage", "command", "request", "advise",
    "beg",    "implore", "authorize", "authorise", "call",      "appeal",  "direct",  "cause",
    "lead",   "lobby",   "challenge", "exhort",    "prompt",    "oblige",  "remind",  "empower"};
// Verbs whose object did what the participle behind "of", "for" or "from" says.
constexpr std::array<std::string_view, 16> kObjectDid = {
    "accuse", "blame",   "suspect",    "charge", "convict",  "condemn", "criticize", "criticise",
    "stop",   "prevent", "discourage", "praise", "prohibit", "ban",     "bar",       "acquit"};

template <size_t n>
bool IsOneOf(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsVerbParticle(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kParticles = {
      "up", "out", "off", "down", "over", "away", "back", "in", "on"};
  return IsOneOf(word, kParticles);
}

}  // namespace

bool Roles::Is(Index i, std::string_view word) const {
  return Inside(i) && EqualsIgnoreCase(doc_.Word(i), word);
}

bool Roles::IsPronoun(Index phrase) const {
  const NounPhrase& words = np_.at(phrase);
  return words.end - words.first == 1 && At(words.head).pos == Upos::kPron;
}

Index Roles::GroupStart(Index verb) const {
  Index first = verb;
  while (Inside(first - 1)) {
    const Token& before = At(first - 1);
    const bool not_word = before.pos == Upos::kPart && before.lemma == "not";
    if (before.pos != Upos::kAux && before.pos != Upos::kAdv && !not_word) break;
    --first;
  }
  return first;
}

// Leftwards over adverbs, times and what leads to them: "on Tuesday", "also".
Index Roles::SkipBack(Index token) const {
  while (Inside(token)) {
    if (np_.InTime(token)) {
      while (Inside(token) && np_.InTime(token)) --token;
      if (Inside(token) && At(token).pos == Upos::kAdp) --token;
    } else if (At(token).pos == Upos::kAdv || Is(token, ")")) {
      const bool bracket = Is(token, ")");
      --token;
      for (int i = 0; bracket && i < 12 && Inside(token); ++i) {
        if (Is(token--, "(")) break;
      }
    } else {
      break;
    }
  }
  return token;
}

Index Roles::SkipOn(Index token) const {
  while (Inside(token)) {
    const bool to_time = At(token).pos == Upos::kAdp && np_.InTime(token + 1);
    if (Inside(token + 2) && At(token + 2).pos == Upos::kNum &&
        (Is(token, "at") || Is(token, "up"))) {  // "at least 12", "up to 300"
      token += 2;
      continue;
    }
    if (!np_.InTime(token) && !to_time && At(token).pos != Upos::kAdv) break;
    ++token;
  }
  return token;
}

Index Roles::VerbBefore(Index token) const {
  for (--token; Inside(token); --token) {
    if (At(token).pos == Upos::kVerb && np_.Of(token) == kNone) return token;
  }
  return kNone;
}

bool Roles::IsBareParticiple(Index verb) const {
  if (At(verb).pos != Upos::kVerb || !doc_.Word(verb).ends_with("ing")) return false;
  const Index first = GroupStart(verb);
  for (Index i = first; i < verb; ++i) {
    if (At(i).pos == Upos::kAux) return false;
  }
  return true;
}

bool Roles::IsPassive(Index verb) const {
  if (At(verb).pos != Upos::kVerb || doc_.Word(verb).ends_with("ing")) return false;
  const Index first = GroupStart(verb);
  for (Index i = verb; i-- > first;) {
    if (At(i).pos == Upos::kAux) return At(i).lemma == "be" || At(i).lemma == "get";
  }
  // "a town shelled by Karsk"
  return first == verb && np_.EndingAt(verb) != kNone && Is(SkipOn(verb + 1), "by") &&
         np_.BeginningAt(SkipOn(verb + 1) + 1) != kNone;
}

Index Roles::Agent(Index verb) const {
  for (const Oblique& oblique : Obliques(verb + 1)) {
    if (Is(oblique.preposition, "by")) return oblique.phrase;
  }
  return kNone;
}

Index Roles::Object(Index verb) const {
  Index i = SkipOn(verb + 1);
  if (Inside(i) && At(i).pos == Upos::kAdp && IsVerbParticle(At(i).lemma) && i == verb + 1 &&
      np_.BeginningAt(i + 1) != kNone && !Is(i, "in") && !Is(i, "on")) {
    ++i;
  }
  return np_.BeginningAt(i);
}

bool Roles::EndsClause(Index token) const {
  const Token& word = At(token);
  switch (word.pos) {
    case Upos::kPunct:
      return !Is(token, "-") && !Is(token, "\"") && !Is(token, "“") && !Is(token, "”");
    case Upos::kSconj:
    case Upos::kAux:
      return true;
    case Upos::kVerb:
      return np_.Of(token) == kNone;
    case Upos::kPron:
      return np_.Of(token) == kNone;  // relative
    case Upos::kPart:
      return word.lemma == "to";
    case Upos::kCconj:
      return Inside(token + 1) && np_.BeginningAt(token + 1) == kNone;
    default:
      return false;
  }
}

std::vector<Oblique> Roles::Obliques(Index from) const {
  std::vector<Oblique> found;
  for (Index i = from; Inside(i) && found.size() < kMostObliques; ++i) {
    if (Is(i, "(")) {
      while (Inside(i) && !Is(i, ")")) ++i;
      continue;
    }
    if (Is(i, ",") && Inside(i + 1)) {  // ", on Tuesday ," and ", yesterday ,"
      const Index next = SkipOn(i + 1);
      if (next > i + 1 && Is(next, ",")) {
        i = next;
        continue;
      }
    }
    if (EndsClause(i)) break;
    if (At(i).pos != Upos::kAdp || np_.Of(i) != kNone) continue;
    const Index phrase = np_.BeginningAt(SkipOn(i + 1));
    if (phrase != kNone) found.push_back({i, phrase});
  }
  return found;
}

Index Roles::Infinitive(Index verb) const {
  const Index to = SkipOn(verb + 1);
  if (At(verb).lemma == "help" && Inside(to) && At(to).pos == Upos::kVerb) return to;
  if (!Is(to, "to")) return kNone;
  for (Index i = to + 1; Inside(i) && i < to + 4; ++i) {
    if (At(i).pos == Upos::kVerb) return i;
    if (At(i).pos != Upos::kAdv && At(i).pos != Upos::kAux) break;
  }
  return kNone;
}

Index Roles::Reporting(Index phrase) const {
  Index before = SkipBack(np_.at(phrase).first - 1);
  if (Is(before, "that")) before = SkipBack(before - 1);
  return Inside(before) && At(before).pos == Upos::kVerb ? before : kNone;
}

Index Roles::FirstJoined(Index phrase) const {
  for (int i = 0; i < kDeepest; ++i) {
    const Index before = np_.at(phrase).first - 1;
    if (!Inside(before)) break;
    const bool conjunction = At(before).pos == Upos::kCconj;
    Index end = before;
    if (conjunction && Is(before - 1, ",")) --end;
    const Index other = np_.EndingAt(end);
    if (!conjunction || other == kNone) break;
    phrase = other;
  }
  return phrase;
}

// From a phrase right before a verb to the one that the verb agrees with: "a court in Lyon" is a
// court, and between commas stands who somebody is.
Index Roles::Outermost(Index phrase, bool closing_comma) const {
  for (int i = 0; i < kDeepest; ++i) {
    phrase = FirstJoined(phrase);
    const Index before = np_.at(phrase).first - 1;
    if (!Inside(before)) break;
    Index outer = kNone;
    if (At(before).pos == Upos::kAdp) {
      const Index end = SkipBack(before - 1);
      outer = np_.EndingAt(end + 1);
      if (outer == kNone && Inside(end) && At(end).pos == Upos::kVerb)  // "officials based in Lyon"
        outer = np_.EndingAt(end);
    } else if (closing_comma && Is(before, ",")) {
      outer = np_.EndingAt(SkipBack(before - 1) + 1);
    } else if (IsBareParticiple(before) || Is(before, ")")) {
      // "ships carrying grain", "the League of Ports (LP) board"
      outer = np_.EndingAt(Is(before, ")") ? SkipBack(before) + 1 : before);
    }
    if (outer == kNone) break;
    phrase = outer;
  }
  return phrase;
}

// The phrase before what stands between two commas, the second of which is at `comma`.
Index Roles::BehindAside(Index comma) const {
  for (Index i = comma - 1; Inside(i) && i > comma - kLongestAside; --i) {
    if (!Is(i, ",")) continue;
    const Index phrase = np_.EndingAt(SkipBack(i - 1) + 1);
    if (phrase != kNone) return Outermost(phrase, true);
  }
  const Index phrase = np_.EndingAt(SkipBack(comma - 1) + 1);
  return phrase == kNone ? kNone : Outermost(phrase, true);
}

Index Roles::FiniteSubject(Index first, Index before, int depth) const {
  const Token& word = At(before);
  const Index phrase = np_.EndingAt(before + 1);
  if (phrase != kNone) return Antecedent(Outermost(phrase, false), depth);
  if (word.pos == Upos::kPron || Is(before, "that")) {
    Index end = SkipBack(before - 1);
    if (Is(end, ",")) end = SkipBack(end - 1);
    const Index named = np_.EndingAt(end + 1);
    if (named != kNone) return FirstJoined(named);
  }
  if (word.pos == Upos::kCconj) {
    const Index verb = VerbBefore(before);
    return verb == kNone ? kNone : SubjectAt(verb, depth + 1);
  }
  if (Is(before, ",")) {
    const Index aside = BehindAside(before);
    if (aside != kNone) return aside;
  }
  for (Index i = first - 1; Inside(i) && i > first - kLongestAside; --i) {
    if (np_.Of(i) != kNone) return Outermost(np_.Of(i), false);
  }
  return kNone;
}

// Of "-ing" without an auxiliary.
Index Roles::ParticipleSubject(Index before, int depth) const {
  const Index phrase = np_.EndingAt(before + 1);
  if (phrase != kNone) return FirstJoined(phrase);
  const bool governed = At(before).pos == Upos::kAdp || At(before).pos == Upos::kSconj;
  const Index verb = VerbBefore(before + 1);
  if (verb == kNone) return kNone;
  if (governed) {
    const Index named = np_.EndingAt(before);
    if (named != kNone && IsOneOf(At(verb).lemma, kObjectDid) && Object(verb) != kNone)
      return Object(verb);
  }
  return SubjectAt(verb, depth + 1);
}

// Who does what the infinitive behind "to" says.
Index Roles::Controller(Index to, int depth) const {
  const Index before = SkipBack(to - 1);
  if (!Inside(before)) return kNone;
  Index phrase = np_.EndingAt(before + 1);
  const Index verb = VerbBefore(before + 1);
  if (phrase != kNone && verb != kNone && IsOneOf(At(verb).lemma, kObjectControl)) {
    const Index object = Object(verb);
    if (object != kNone) return object;
    const auto obliques = Obliques(verb + 1);
    if (!obliques.empty()) return obliques[0].phrase;
  }
  if (verb != kNone) return SubjectAt(verb, depth + 1);
  for (Index i = before; Inside(i) && i > before - 6; --i) {
    if (At(i).pos == Upos::kAux) return SubjectAt(i, depth + 1);
  }
  return kNone;
}

// For a pronoun the phrase of the sentence that it stands for, where that can be told.
Index Roles::Antecedent(Index phrase, int depth) const {
  if (!IsPronoun(phrase)) return phrase;
  const Index actor = np_.AsReference(phrase).actor;
  for (Index i = 0; actor != kNone && i < phrase; ++i) {
    if (!IsPronoun(i) && np_.AsReference(i).actor == actor) return i;
  }
  const Index verb = Reporting(phrase);
  const Index speaker = verb == kNone ? kNone : SubjectAt(verb, depth + 1);
  return speaker == kNone ? phrase : speaker;
}

Index Roles::SubjectAt(Index verb, int depth) const {
  if (depth > kDeepest) return kNone;
  const Index first = GroupStart(verb);
  const Index before = SkipBack(first - 1);
  if (!Inside(before)) return kNone;
  if (Is(before, "to")) return Controller(before, depth);
  if (At(before).lemma == "help" && At(before).pos == Upos::kVerb)  // "to help defend"
    return SubjectAt(before, depth + 1);
  if (IsBareParticiple(verb)) return ParticipleSubject(before, depth);
  return FiniteSubject(first, before, depth);
}

}  // namespace synoptic
