#include "statements/noun_phrases.h"

#include <algorithm>

#include "base/ascii.h"

namespace synoptic {
namespace {

constexpr uint32_t kLongestReference = 60;  // bytes of a phrase together with its complements
constexpr size_t kMostJoined = 6;

const Token& Tok(const Document& doc, Index i) { return doc.tokens[static_cast<size_t>(i)]; }

bool IsNounLike(Upos pos) { return pos == Upos::kNoun || pos == Upos::kPropn; }

bool IsPossessiveMark(const Document& doc, Index i) {
  const std::string_view word = doc.Word(i);
  return word == "'s" || word == "’s" || word == "'" || word == "’";
}

bool IsRelative(std::string_view word) {
  return EqualsIgnoreCase(word, "that") || EqualsIgnoreCase(word, "which") ||
         EqualsIgnoreCase(word, "who") || EqualsIgnoreCase(word, "whom") ||
         EqualsIgnoreCase(word, "what");
}

bool IsPossessivePronoun(std::string_view lower) {
  return lower == "his" || lower == "her" || lower == "its" || lower == "their" || lower == "our" ||
         lower == "my" || lower == "your" || lower == "whose";
}

bool IsParticiple(std::string_view word) {
  return word.ends_with("ed") || word.ends_with("ing") || word.ends_with("en");
}

}  // namespace

bool NounPhrases::GluedTo(Index token, Index next) const {
  return next < end_ && Tok(doc_, token).span.end == Tok(doc_, next).span.begin;
}

bool NounPhrases::InTime(Index token) const {
  return token >= first_ && token < end_ && timed_[static_cast<size_t>(token - first_)];
}

// Whether `token` belongs to the phrase that stands right before it.
bool NounPhrases::Continues(Index token, const NounPhrase& phrase) const {
  const Token& word = Tok(doc_, token);
  const bool empty = phrase.first == token;
  const Upos before = empty ? Upos::kX : Tok(doc_, token - 1).pos;
  const bool hyphen_before = !empty && doc_.Word(token - 1) == "-";
  if (hyphen_before) return true;
  switch (word.pos) {
    case Upos::kNoun:
    case Upos::kPropn:
      return empty || before != Upos::kPron ||
             IsPossessivePronoun(AsciiLower(doc_.Word(token - 1)));
    case Upos::kNum:
    case Upos::kSym:
    case Upos::kAdj:
      return empty || before != Upos::kPron ||
             IsPossessivePronoun(AsciiLower(doc_.Word(token - 1)));
    case Upos::kDet:
      return empty || (before == Upos::kDet && phrase.first == token - 1);
    case Upos::kPron:
      return empty && !IsRelative(doc_.Word(token));
    case Upos::kPart:
      return !empty && IsPossessiveMark(doc_, token) && IsNounLike(before);
    case Upos::kPunct:
      if (empty) return false;
      if (doc_.Word(token) == "-") return GluedTo(token - 1, token) && GluedTo(token, token + 1);
      return doc_.Word(token) == "," && before == Upos::kAdj && token + 2 < end_ &&
             Tok(doc_, token + 1).pos == Upos::kAdj && Tok(doc_, token + 2).pos != Upos::kPunct;
    case Upos::kAdp:  // "more than two dozen"
      return !empty && word.lemma == "than" && token + 1 < end_ &&
             Tok(doc_, token + 1).pos == Upos::kNum;
    case Upos::kAdv:
      return !empty && before == Upos::kDet && token + 1 < end_ &&
             Tok(doc_, token + 1).pos == Upos::kAdj;
    case Upos::kCconj:  // "Norwegian and Danish officials"
      return !empty && before == Upos::kAdj && token + 2 < end_ &&
             Tok(doc_, token + 1).pos == Upos::kAdj && !IsNounLike(Tok(doc_, phrase.first).pos) &&
             (IsNounLike(Tok(doc_, token + 2).pos) || Tok(doc_, token + 2).pos == Upos::kAdj);
    case Upos::kVerb:  // "the besieged town", "the ruling party"
      return !empty && IsParticiple(doc_.Word(token)) && token + 1 < end_ &&
             (before == Upos::kDet || before == Upos::kAdj || before == Upos::kPart ||
              before == Upos::kNum) &&
             (IsNounLike(Tok(doc_, token + 1).pos) || Tok(doc_, token + 1).pos == Upos::kAdj);
    default:
      return false;
  }
}

Index NounPhrases::HeadOf(const NounPhrase& phrase) const {
  for (Index i = phrase.end; i-- > phrase.first;) {
    if (IsNounLike(Tok(doc_, i).pos)) return i;
  }
  for (Index i = phrase.end; i-- > phrase.first;) {
    const Upos pos = Tok(doc_, i).pos;
    if (pos == Upos::kPron && !IsPossessivePronoun(AsciiLower(doc_.Word(i)))) return i;
    if (pos == Upos::kNum) return i;
    if (pos == Upos::kAdj && Tok(doc_, phrase.first).pos == Upos::kDet) return i;
  }
  return kNone;
}

void NounPhrases::Read(const Sentence& sentence) {
  first_ = sentence.first_token, end_ = sentence.end_token;
  const auto size = static_cast<size_t>(end_ - first_);
  phrases_.clear();
  of_.assign(size, kNone);
  timed_.assign(size, false);
  auto time = std::lower_bound(
      doc_.times.begin(), doc_.times.end(), sentence.span.begin,
      [](const TimeExpression& expression, uint32_t at) { return expression.span.end <= at; });
  for (Index i = first_; i < end_; ++i) {
    const Span span = Tok(doc_, i).span;
    while (time != doc_.times.end() && time->span.end <= span.begin) ++time;
    timed_[static_cast<size_t>(i - first_)] = time != doc_.times.end() && time->span.Overlaps(span);
  }
  for (Index i = first_; i < end_;) {
    NounPhrase phrase{i, i, kNone};
    while (phrase.end < end_) {
      const Index behind = phrase.end > i && InTime(phrase.end) ? BehindTime(phrase.end) : kNone;
      if (behind != kNone && behind < end_ && IsNounLike(Tok(doc_, behind).pos)) {
        phrase.end = behind;  // "the 4 March vote"
      } else if (InTime(phrase.end) || !Continues(phrase.end, phrase)) {
        break;
      }
      ++phrase.end;
    }
    phrase.head = phrase.end > i ? HeadOf(phrase) : kNone;
    if (phrase.head == kNone) {
      ++i;
      continue;
    }
    for (Index k = phrase.first; k < phrase.end; ++k)
      of_[static_cast<size_t>(k - first_)] = static_cast<Index>(phrases_.size());
    phrases_.push_back(phrase);
    i = phrase.end;
  }
}

Index NounPhrases::Of(Index token) const {
  return token >= first_ && token < end_ ? of_[static_cast<size_t>(token - first_)] : kNone;
}

Index NounPhrases::EndingAt(Index token) const {
  const Index phrase = Of(token - 1);
  return phrase != kNone && at(phrase).end == token ? phrase : kNone;
}

Index NounPhrases::BeginningAt(Index token) const {
  const Index phrase = Of(token);
  return phrase != kNone && at(phrase).first == token ? phrase : kNone;
}

// Of a list that goes on behind `phrase`: the phrase that follows; else kNone.
Index NounPhrases::Coordinator(Index phrase) const {
  Index token = at(phrase).end;
  bool comma = false;
  if (token < end_ && doc_.Word(token) == ",") ++token, comma = true;
  const bool conjunction = token < end_ && Tok(doc_, token).pos == Upos::kCconj &&
                           !EqualsIgnoreCase(doc_.Word(token), "but");
  if (conjunction) ++token;
  const Index next = BeginningAt(token);
  if (next == kNone || (!comma && !conjunction)) return kNone;
  return next;
}

std::vector<Index> NounPhrases::Joined(Index phrase) const {
  std::vector<Index> list = {phrase};
  size_t kept = 1;  // up to the last that a conjunction joins
  for (Index i = phrase; list.size() < kMostJoined;) {
    const Index next = Coordinator(i);
    if (next == kNone) break;
    list.push_back(next);
    if (Tok(doc_, at(next).first - 1).pos == Upos::kCconj) kept = list.size();
    i = next;
  }
  list.resize(kept);
  return list;
}

// The token behind the time at `token` and the preposition before it, if there is one.
Index NounPhrases::BehindTime(Index token) const {
  Index i = token;
  if (i < end_ && Tok(doc_, i).pos == Upos::kAdp && InTime(i + 1)) ++i;
  if (!InTime(i)) return token;
  while (InTime(i)) ++i;
  return i;
}

// The phrase with its complements: "the raid on Tuesday in Brenn".
Span NounPhrases::WithComplements(Index phrase) const {
  const NounPhrase& words = at(phrase);
  Span span = Tok(doc_, words.first).span.Cover(Tok(doc_, words.end - 1).span);
  for (Index end = words.end; end + 1 < end_;) {
    const Index preposition = BehindTime(end);
    if (preposition + 1 >= end_ || Tok(doc_, preposition).pos != Upos::kAdp) break;
    const Index next = BeginningAt(preposition + 1);
    if (next == kNone) break;
    const Span wider = span.Cover(Tok(doc_, at(next).end - 1).span);
    if (wider.size() > kLongestReference) break;
    span = wider;
    end = at(next).end;
  }
  return span;
}

Reference NounPhrases::AsReference(Index phrase) const {
  Reference reference{WithComplements(phrase), kNone};
  const uint32_t head = Tok(doc_, at(phrase).head).span.begin;
  const bool pronoun = at(phrase).end - at(phrase).first == 1;
  auto mention =
      std::lower_bound(doc_.mentions.begin(), doc_.mentions.end(), reference.span.begin,
                       [](const Mention& one, uint32_t from) { return one.span.begin < from; });
  for (; mention != doc_.mentions.end() && mention->span.begin < reference.span.end; ++mention) {
    if (mention->actor == kNone) continue;
    if (mention->kind == MentionKind::kPronoun && !pronoun) continue;
    if (reference.actor != kNone && mention->span.begin > head) break;
    reference.actor = mention->actor;
    if (mention->span.Contains(head)) break;
  }
  return reference;
}

bool NounPhrases::IsActor(Index phrase) const {
  const Span own = Tok(doc_, at(phrase).first).span.Cover(Tok(doc_, at(phrase).end - 1).span);
  auto mention =
      std::lower_bound(doc_.mentions.begin(), doc_.mentions.end(), own.begin,
                       [](const Mention& one, uint32_t from) { return one.span.begin < from; });
  for (; mention != doc_.mentions.end() && mention->span.begin < own.end; ++mention) {
    if (mention->actor != kNone && mention->type != ActorType::kOther) return true;
  }
  return false;
}

}  // namespace synoptic
