#include "quotes/speaker.h"

#include <algorithm>

namespace synoptic {
namespace {

constexpr int kClimb = 6;  // verbs up which a subject is looked for

bool IsSubject(Relation relation) {
  return relation == Relation::kNsubj || relation == Relation::kNsubjPass;
}

bool IsPassive(const Syntax& syntax, Index verb) {
  return syntax.Child(verb, {Relation::kAuxPass, Relation::kNsubjPass}) != kNone;
}

bool IsStop(const Syntax& syntax, Index token) { return syntax[token].pos == Upos::kPunct; }

// "by the minister" of a passive.
Index AgentOf(const Syntax& syntax, Index verb) {
  for (Index c = syntax.FirstChild(verb); c != kNone; c = syntax.NextSibling(c)) {
    const Relation relation = syntax[c].relation;
    if (relation == Relation::kOblAgent) return c;
    if (relation == Relation::kObl && c > verb) {
      const Index by = syntax.Child(c, {Relation::kCase});
      if (by != kNone && syntax.Is(by, "by") && IsPassive(syntax, verb)) return c;
    }
  }
  return kNone;
}

// Where to look when a verb has no subject of its own.
Index Upward(const Syntax& syntax, Index verb) {
  const Index head = syntax.Head(verb);
  if (head == kNone) return kNone;
  switch (syntax[verb].relation) {
    case Relation::kConj:
    case Relation::kXcomp:
    case Relation::kAdvcl:
    case Relation::kParataxis:
    case Relation::kAcl:
    case Relation::kAux:
      return head;
    default:
      return kNone;
  }
}

WordRange TrimStops(const Syntax& syntax, WordRange words) {
  const auto loose = [&](Index t) {
    return IsStop(syntax, t) && !syntax.Is(t, ")") && !syntax.Is(t, "(") && !syntax.Is(t, "$");
  };
  while (!words.empty() && loose(words.end - 1)) --words.end;
  while (!words.empty() && loose(words.first)) ++words.first;
  return words;
}

bool InPhrase(const Syntax& syntax, Index token) {
  switch (syntax[token].pos) {
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kPron:
    case Upos::kDet:
    case Upos::kAdj:
    case Upos::kNum:
    case Upos::kSym:
    case Upos::kPart:
    case Upos::kX:
      return true;
    default:
      return syntax.Is(token, "of") || syntax.Is(token, "-") || syntax.Is(token, "&");
  }
}

const Mention* MentionAt(const Document& document, Span word) {
  const auto& mentions = document.mentions;
  auto after = std::upper_bound(mentions.begin(), mentions.end(), word.begin,
                                [](uint32_t at, const Mention& m) { return at < m.span.begin; });
  const Mention* best = nullptr;
  for (int back = 0; back < 4 && after != mentions.begin(); ++back) {
    --after;
    if (!after->span.Overlaps(word)) continue;
    if (best == nullptr || (best->actor == kNone && after->actor != kNone)) best = &*after;
  }
  return best;
}

// "who said": the noun that the clause belongs to.
Index Antecedent(const Syntax& syntax, Index pronoun) {
  Index verb = syntax.Head(pronoun);
  for (int steps = 0; verb != kNone && steps < kClimb; ++steps) {
    const Relation relation = syntax[verb].relation;
    if (relation == Relation::kAclRelcl || relation == Relation::kAcl) return syntax.Head(verb);
    verb = syntax.Head(verb);
  }
  return kNone;
}

bool IsRelative(const Syntax& syntax, Index token) {
  return syntax.Is(token, "who") || syntax.Is(token, "which") || syntax.Is(token, "that") ||
         syntax.Is(token, "whom");
}

}  // namespace

SpeakerSite PhraseOf(const Syntax& syntax, Index head, double confidence) {
  WordRange words = syntax.Subtree(head);
  // a relative clause or participle behind a comma says more about the speaker, not who it is
  for (Index c = syntax.FirstChild(head); c != kNone; c = syntax.NextSibling(c)) {
    const Relation relation = syntax[c].relation;
    const bool clause = relation == Relation::kAclRelcl || relation == Relation::kParataxis ||
                        relation == Relation::kDep || relation == Relation::kCcomp;
    const WordRange own = syntax.Subtree(c);
    if (clause && c > head && own.first > head) words.end = std::min(words.end, own.first);
  }
  words = TrimStops(syntax, words);
  const Index by = syntax.Child(head, {Relation::kCase});
  if (by == words.first && by < head) ++words.first;
  return {words, head, confidence};
}

std::optional<SpeakerSite> SubjectOf(const Syntax& syntax, Index cue) {
  Index verb = cue;
  for (int steps = 0; verb != kNone && steps < kClimb; ++steps) {
    if (IsPassive(syntax, verb) && verb == cue) {
      const Index agent = AgentOf(syntax, verb);
      if (agent == kNone) return std::nullopt;
      return PhraseOf(syntax, agent, 0.85);
    }
    for (Index c = syntax.FirstChild(verb); c != kNone; c = syntax.NextSibling(c)) {
      if (IsSubject(syntax[c].relation)) return PhraseOf(syntax, c, steps == 0 ? 0.95 : 0.8);
    }
    const Index up = Upward(syntax, verb);
    if (up != kNone && syntax[verb].relation == Relation::kAcl && IsNominal(syntax[up].pos)) {
      return PhraseOf(syntax, up, 0.75);
    }
    verb = up;
  }
  return std::nullopt;
}

std::optional<SpeakerSite> NounPhraseBeside(const Syntax& syntax, WordRange cue, WordRange bounds) {
  Index first = cue.first;
  while (first > bounds.first && InPhrase(syntax, first - 1)) --first;
  if (first < cue.first) {
    const WordRange words = TrimStops(syntax, {first, cue.first});
    if (!words.empty() && IsNominal(syntax[words.end - 1].pos))
      return SpeakerSite{words, words.end - 1, 0.8};
  }
  Index end = cue.end;
  while (end < bounds.end && InPhrase(syntax, end)) ++end;
  const WordRange words = TrimStops(syntax, {cue.end, end});
  if (words.empty()) return std::nullopt;
  Index head = words.end - 1;
  while (head > words.first && !IsNominal(syntax[head].pos)) --head;
  return SpeakerSite{words, head, 0.7};
}

Reference ReferenceTo(const Syntax& syntax, const SpeakerSite& site) {
  const Document& document = syntax.document();
  Reference reference{syntax.SpanOf(site.words), kNone};
  Index head = site.head;
  if (head != kNone && IsRelative(syntax, head)) {
    const Index antecedent = Antecedent(syntax, head);
    if (antecedent != kNone) head = antecedent;
  }
  if (head != kNone) {
    if (const Mention* mention = MentionAt(document, syntax[head].span))
      reference.actor = mention->actor;
  }
  for (Index t = site.words.first; t < site.words.end && reference.actor == kNone; ++t) {
    const Mention* mention = MentionAt(document, syntax[t].span);
    const bool person = mention != nullptr && mention->kind == MentionKind::kName &&
                        mention->type == ActorType::kPerson;
    if (person) reference.actor = mention->actor;
  }
  return reference;
}

}  // namespace synoptic
