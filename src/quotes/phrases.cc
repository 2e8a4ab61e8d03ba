#include "quotes/phrases.h"

#include <algorithm>

#include "quotes/cues.h"
#include "quotes/extent.h"

namespace synoptic {
namespace {

constexpr Index kLongestAside = 30;   // tokens between the commas of an apposition
constexpr Index kLongestPhrase = 25;  // tokens of a phrase with all that belongs to it
constexpr Index kAsSaying = 20;       // tokens from "quoted" to "as saying"
constexpr int kDeepest = 4;           // verbs up which a subject is looked for

bool IsFinite(const Syntax& syntax, Index t) {
  return syntax[t].pos == Upos::kVerb || syntax[t].pos == Upos::kAux;
}

bool IsParticiple(const Syntax& syntax, Index t) {
  return syntax[t].pos == Upos::kVerb && syntax.Word(t).ends_with("ing");
}

bool IsRelative(const Syntax& syntax, Index t) {
  return syntax.Is(t, "who") || syntax.Is(t, "which") || syntax.Is(t, "that");
}

bool IsPersonal(const Syntax& syntax, Index t) {
  for (const char* word : {"he", "she", "they", "we", "i", "you", "it"}) {
    if (syntax.Is(t, word)) return true;
  }
  return false;
}

bool InChunk(const Syntax& syntax, Index t) {
  switch (syntax[t].pos) {
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kPron:
    case Upos::kDet:
    case Upos::kAdj:
    case Upos::kNum:
    case Upos::kSym:
    case Upos::kX:
      return true;
    case Upos::kPart:
      return syntax.Word(t).ends_with("s") || syntax.Word(t).size() <= 3;
    default:
      return syntax.Is(t, "-") || syntax.Is(t, "&") || syntax.Is(t, "/");
  }
}

bool IsPossessiveMark(const Syntax& syntax, Index t) {
  return syntax[t].pos == Upos::kPart && !syntax.Is(t, "to") && !syntax.Is(t, "not");
}

// A preposition that ties a noun phrase to the one before it.
bool TiesPhrases(const Syntax& syntax, Index t) {
  if (syntax[t].pos != Upos::kAdp) return false;
  for (const char* word : {"of", "for", "at", "in", "from", "with", "to", "on", "by", "against",
                           "within", "inside", "behind", "near"}) {
    if (syntax.Is(t, word)) return true;
  }
  return false;
}

// "of" and "for" make one phrase of two; behind a person other prepositions tell where and when.
bool TiesClosely(const Syntax& syntax, Index t) {
  return syntax.Is(t, "of") || syntax.Is(t, "for") || syntax.Is(t, "from") || syntax.Is(t, "at");
}

class Chunks {
 public:
  Chunks(const Syntax& syntax, Index first, Index end)
      : syntax_(syntax), first_(first), end_(end) {}

  // The first token of the chunk that ends right before `end`; `end` where there is none.
  Index Back(Index end) const {
    Index t = end;
    if (t > first_ && syntax_.Is(t - 1, ")")) {  // "Dorn (Orsk)"
      Index open = t - 1;
      while (open > first_ && open + 6 > t && !syntax_.Is(open, "(")) --open;
      if (!syntax_.Is(open, "(")) return end;
      t = open;
    }
    const Index last = t;
    while (t > first_ && end - t < kLongestPhrase) {
      const Index before = t - 1;
      if (IsPersonal(syntax_, before) || IsRelative(syntax_, before)) return t == last ? before : t;
      const bool attribute =
          syntax_[before].pos == Upos::kVerb && t < last && before > first_ &&
          syntax_[t].pos != Upos::kDet &&
          (syntax_[before - 1].pos == Upos::kDet || syntax_[before - 1].pos == Upos::kAdj);
      if (!attribute && !InChunk(syntax_, before)) break;
      t = before;
      const bool opens = syntax_[t].pos == Upos::kDet || IsOwner(t);
      if (opens && t > first_ && syntax_[t - 1].pos != Upos::kDet) break;
    }
    if (t < last && syntax_[last - 1].pos == Upos::kDet && last - t == 1 && !Stands(last - 1))
      return end;
    return t == last ? end : t;
  }

  // The end of the chunk that begins at `first`.
  Index Forth(Index first) const {
    Index t = first;
    if (t < end_ && (IsPersonal(syntax_, t) || IsRelative(syntax_, t))) return t + 1;
    while (t < end_ && t - first < kLongestPhrase) {
      const bool attribute = t > first && syntax_[t].pos == Upos::kVerb && t + 1 < end_ &&
                             syntax_[t - 1].pos == Upos::kDet && InChunk(syntax_, t + 1);
      if (!attribute && !InChunk(syntax_, t)) break;
      if (t > first && (IsPersonal(syntax_, t) || IsRelative(syntax_, t))) break;
      const bool opens = syntax_[t].pos == Upos::kDet && t > first &&
                         syntax_[t - 1].pos != Upos::kDet && !IsPossessiveMark(syntax_, t - 1);
      if (opens) break;
      ++t;
    }
    if (t > first && t < end_ && syntax_.Is(t, "(")) {
      for (Index close = t + 1; close < std::min(end_, t + 6); ++close) {
        if (syntax_.Is(close, ")")) return close + 1;
      }
    }
    return t;
  }

  // The token that carries the chunk: its last nominal before a parenthesis.
  Index HeadOf(Index first, Index end) const {
    Index head = first;
    for (Index t = first; t < end && !syntax_.Is(t, "("); ++t) {
      if (IsNominal(syntax_[t].pos) || syntax_[t].pos == Upos::kNum || Stands(t)) head = t;
    }
    return head;
  }

  bool HasNominal(Index first, Index end) const {
    for (Index t = first; t < end; ++t) {
      if (IsNominal(syntax_[t].pos) || Stands(t)) return true;
    }
    return false;
  }

  bool IsPerson(Index head) const {
    if (IsPersonal(syntax_, head)) return true;
    const auto& mentions = syntax_.document().mentions;
    const Span word = syntax_[head].span;
    const auto after =
        std::upper_bound(mentions.begin(), mentions.end(), word.begin,
                         [](uint32_t at, const Mention& m) { return at < m.span.begin; });
    if (after == mentions.begin()) return false;
    const Mention& mention = *(after - 1);
    return mention.span.Overlaps(word) && mention.type == ActorType::kPerson;
  }

 private:
  bool IsOwner(Index t) const {
    return syntax_[t].pos == Upos::kPron && !IsPersonal(syntax_, t) && !Stands(t);
  }
  // Words that name people on their own: "some", "many", "others".
  bool Stands(Index t) const {
    for (const char* word : {"some", "many", "others", "most", "several", "few", "all", "both",
                             "everyone", "one", "another", "those"}) {
      if (syntax_.Is(t, word)) return true;
    }
    return false;
  }

  const Syntax& syntax_;
  Index first_, end_;
};

// With all chunks that prepositions and "and" tie to it.
std::optional<SpeakerSite> ChainBefore(const Syntax& syntax, Index end, Index first) {
  const Chunks chunks(syntax, first, end);
  Index begin = chunks.Back(end);
  if (begin == end || !chunks.HasNominal(begin, end)) return std::nullopt;
  SpeakerSite site{{begin, end}, chunks.HeadOf(begin, end), 0.8};
  while (begin > first && end - begin < kLongestPhrase && !IsPersonal(syntax, site.head)) {
    const Index tie = begin - 1;
    const bool joins = syntax.Is(tie, "and") || syntax.Is(tie, "or");
    if (!joins && !TiesPhrases(syntax, tie)) break;
    const Index before = chunks.Back(tie);
    if (before == tie || !chunks.HasNominal(before, tie)) break;
    if (joins && before > first && IsFinite(syntax, before - 1)) break;  // "met Dorn and Velm said"
    const Index head = chunks.HeadOf(before, tie);
    site.head = head;
    if (!joins && !TiesClosely(syntax, tie) && chunks.IsPerson(head)) {
      site.words = {before, tie};  // "Velm on Monday said"
    } else {
      site.words.first = before;
    }
    begin = before;
  }
  return site;
}

// "officials who met Velm said", "a letter written by Velm said": the phrase that ends in a clause
// of its own begins before that clause. `inner` is the last noun phrase of it.
std::optional<SpeakerSite> WithItsClause(const Syntax& syntax, const SpeakerSite& inner,
                                         Index first) {
  const Index end = inner.words.end;
  Index verbs = 0;
  for (Index t = inner.words.first; t-- > std::max(first, end - kLongestPhrase);) {
    if (syntax[t].pos == Upos::kPunct || syntax[t].pos == Upos::kSconj) break;
    const bool finite = IsFinite(syntax, t);
    verbs += finite;
    const bool relative =
        verbs > 0 && (syntax.Is(t, "who") || syntax.Is(t, "which") || syntax.Is(t, "that"));
    const bool agent = finite && verbs == 1 && syntax.Is(t + 1, "by") && t + 2 == inner.words.first;
    if (!relative && !agent) continue;
    auto outer = ChainBefore(syntax, t, first);
    if (!outer) return std::nullopt;
    outer->words.end = end;
    outer->confidence = 0.7;
    return outer;
  }
  return std::nullopt;
}

// The comma that opens the aside closed by the comma at `close`; kNone if nothing looks like one.
Index AsideBegin(const Syntax& syntax, Index close, Index first) {
  for (Index t = close; t-- > std::max(first, close - kLongestAside);) {
    if (!syntax.Is(t, ",")) continue;
    const bool clause = IsRelative(syntax, t + 1) || IsParticiple(syntax, t + 1);
    bool verb = false;
    for (Index u = t + 1; u < close; ++u) verb |= syntax[u].pos == Upos::kAux;
    if (!clause && verb) continue;  // a clause of its own: the aside began before it
    return t;
  }
  return kNone;
}

bool IsDash(const Syntax& syntax, Index t) {
  if (syntax.Is(t, "--") || syntax.Is(t, "—") || syntax.Is(t, "–")) return true;
  return syntax.Is(t, "-") && t > 0 && syntax[t - 1].span.end < syntax[t].span.begin;
}

bool BeginsApposition(const Syntax& syntax, Index t) {
  if (IsRelative(syntax, t) && !syntax.Is(t, "that")) return true;
  const Upos pos = syntax[t].pos;
  return pos == Upos::kDet || pos == Upos::kNoun || pos == Upos::kAdj || pos == Upos::kPropn ||
         pos == Upos::kNum || syntax.Is(t, "whose");
}

std::optional<SpeakerSite> SubjectOfClause(const Syntax& syntax, Index from, Index to);

std::optional<SpeakerSite> Subject(const Syntax& syntax, WordRange cue, Index first, int depth);

// The subject of the nearest verb before `end`.
std::optional<SpeakerSite> SubjectOfVerbBefore(const Syntax& syntax, Index end, Index first,
                                               int depth) {
  if (depth >= kDeepest) return std::nullopt;
  Index cue = end;  // the nearest cue, or else the nearest verb
  while (cue > first && !(syntax[cue - 1].pos == Upos::kVerb && !IsParticiple(syntax, cue - 1) &&
                          FindCueVerb(syntax.document(), cue - 1) != nullptr))
    --cue;
  for (Index t = cue > first ? cue : end; t-- > first;) {
    if (!IsFinite(syntax, t)) continue;
    Index begin = t;
    while (begin > first && (syntax[begin - 1].pos == Upos::kAux ||
                             syntax[begin - 1].pos == Upos::kAdv || syntax.Is(begin - 1, "not")))
      --begin;
    auto site = Subject(syntax, {begin, t + 1}, first, depth + 1);
    if (site) site->confidence = std::min(site->confidence, 0.7);
    return site;
  }
  return std::nullopt;
}

// The first noun phrase with a verb behind it.
std::optional<SpeakerSite> SubjectOfClause(const Syntax& syntax, Index from, Index to) {
  Index first = from;
  while (first < to && syntax[first].pos == Upos::kPunct) ++first;
  if (first < to && (syntax[first].pos == Upos::kSconj || syntax[first].pos == Upos::kAdp)) {
    while (first < to && !syntax.Is(first, ",")) ++first;
  }
  for (Index t = first; t < to; ++t) {
    if (!IsFinite(syntax, t) || IsParticiple(syntax, t)) continue;
    auto site = Subject(syntax, {t, t + 1}, first, kDeepest);
    if (site) {
      site->confidence = std::min(site->confidence, 0.7);
      return site;
    }
    return PhraseFrom(syntax, t + 1, to);  // "said Velm, adding …"
  }
  return std::nullopt;
}

std::optional<SpeakerSite> Subject(const Syntax& syntax, WordRange cue, Index first, int depth) {
  Index end = cue.first;
  if (end <= first) return std::nullopt;
  const bool comma = syntax.Is(end - 1, ",");
  if (IsParticiple(syntax, cue.end - 1) && cue.end - cue.first == 1 && depth < kDeepest) {
    if (auto site = SubjectOfClause(syntax, first, end)) return site;
  }
  if (syntax.Is(end - 1, "and") || syntax.Is(end - 1, "but") || syntax.Is(end - 1, "or") ||
      syntax.Is(end - 1, "then")) {
    const bool pause = end - 2 > first && syntax.Is(end - 2, ",");
    if (pause && depth < kDeepest) return SubjectOfClause(syntax, first, end - 1);
    return SubjectOfVerbBefore(syntax, end - 1, first, depth);
  }
  if (syntax.Is(end - 1, "to")) return SubjectOfVerbBefore(syntax, end - 1, first, depth);
  if (IsRelative(syntax, end - 1)) return SpeakerSite{{end - 1, end}, end - 1, 0.75};
  if (auto site = PhraseBefore(syntax, end, first)) {
    if (comma || IsPersonal(syntax, site->head)) return site;
    if (auto outer = WithItsClause(syntax, *site, first)) return outer;
    return site;
  }
  if (comma) return std::nullopt;
  // "Velm on the same day quietly said": back over what tells how and when
  for (Index t = end; t-- > std::max(first, end - 8);) {
    if (IsFinite(syntax, t) || syntax[t].pos == Upos::kPunct) break;
    if (!IsNominal(syntax[t].pos)) continue;
    auto site = ChainBefore(syntax, t + 1, first);
    if (site) site->confidence = 0.6;
    return site;
  }
  return std::nullopt;
}

}  // namespace

std::optional<SpeakerSite> PhraseBefore(const Syntax& syntax, Index end, Index first) {
  if (end <= first) return std::nullopt;
  if (IsDash(syntax, end - 1)) {
    Index open = end - 1;
    while (open > first && end - open < kLongestAside && !IsDash(syntax, open - 1)) --open;
    if (open == first || !IsDash(syntax, open - 1)) return std::nullopt;
    return ChainBefore(syntax, open - 1, first);
  }
  if (!syntax.Is(end - 1, ",")) return ChainBefore(syntax, end, first);
  const Index comma = AsideBegin(syntax, end - 1, first);
  if (comma == kNone) return std::nullopt;
  auto site = ChainBefore(syntax, comma, first);
  if (!site) return std::nullopt;
  if (BeginsApposition(syntax, comma + 1)) site->words.end = end - 1;
  return site;
}

std::optional<SpeakerSite> PhraseFrom(const Syntax& syntax, Index first, Index end) {
  const Chunks chunks(syntax, first, end);
  Index to = chunks.Forth(first);
  if (to == first || !chunks.HasNominal(first, to)) return std::nullopt;
  SpeakerSite site{{first, to}, chunks.HeadOf(first, to), 0.7};
  if (IsPersonal(syntax, first)) return site;
  while (to + 1 < end && to - first < kLongestPhrase) {
    const bool joins = syntax.Is(to, "and") && !IsFinite(syntax, to + 1);
    const bool ties =
        TiesClosely(syntax, to) || (TiesPhrases(syntax, to) && !chunks.IsPerson(site.head));
    if (!joins && !ties) break;
    const Index next = chunks.Forth(to + 1);
    if (next == to + 1 || !chunks.HasNominal(to + 1, next)) break;
    to = next;
  }
  site.words.end = to;
  return site;
}

SpeakerSite WithAside(const Syntax& syntax, SpeakerSite site, Index end) {
  const Index comma = site.words.end;
  if (comma + 1 >= end || !syntax.Is(comma, ",") || !BeginsApposition(syntax, comma + 1))
    return site;
  site.words.end = ContentEnd(syntax, comma + 1, end, ContentShape::kPhrase);
  site.words = TrimLoose(syntax, site.words);
  return site;
}

std::optional<SpeakerSite> SubjectBefore(const Syntax& syntax, WordRange cue, Index first) {
  return Subject(syntax, cue, first, 0);
}

bool QuotesAsSaying(const Syntax& syntax, Index verb, Index end) {
  if (syntax[verb].lemma != "quote" && syntax[verb].lemma != "cite") return false;
  for (Index t = verb + 1; t + 1 < std::min(end, verb + kAsSaying); ++t) {
    if (syntax.Is(t, "as") && IsParticiple(syntax, t + 1)) return true;
  }
  return false;
}

std::optional<SecondHand> SecondHandOf(const Syntax& syntax, Index saying, Index first) {
  if (saying - 1 <= first || !syntax.Is(saying - 1, "as")) return std::nullopt;
  Index verb = saying - 1;
  while (verb > first && saying - verb < kAsSaying && !QuotesAsSaying(syntax, verb, saying + 1))
    --verb;
  if (!QuotesAsSaying(syntax, verb, saying + 1)) return std::nullopt;
  Index begin = verb;
  while (begin > first && syntax[begin - 1].pos == Upos::kAux) --begin;
  const auto subject = SubjectBefore(syntax, {begin, verb + 1}, first);
  if (IsPassiveCue(syntax, verb, {begin, verb + 1})) {
    if (!subject) return std::nullopt;
    SecondHand found{*subject, std::nullopt};
    if (syntax.Is(verb + 1, "by")) found.reporter = PhraseFrom(syntax, verb + 2, saying - 1);
    return found;
  }
  const auto quoted = PhraseFrom(syntax, verb + 1, saying - 1);
  if (!quoted) return std::nullopt;
  return SecondHand{*quoted, subject};
}

bool IsPassiveCue(const Syntax& syntax, Index verb, WordRange cue) {
  if (IsParticiple(syntax, verb)) return false;
  for (Index t = cue.first; t < verb; ++t) {
    if (syntax[t].pos == Upos::kAux && syntax[t].lemma == "be") return true;
  }
  return false;
}

}  // namespace synoptic
