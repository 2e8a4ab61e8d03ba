#include "quotes/speaker.h"

#include <algorithm>

namespace synoptic {
namespace {

bool IsStop(const Syntax& syntax, Index token) { return syntax[token].pos == Upos::kPunct; }

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

bool IsOwner(const Syntax& syntax, Span name) {
  const Index behind = syntax.TokenFrom(name.end);
  return behind < syntax.size() && (syntax.Is(behind, "'s") || syntax.Word(behind) == "\u2019s");
}

}  // namespace

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
  if (site.head != kNone) {
    if (const Mention* mention = MentionAt(document, syntax[site.head].span))
      reference.actor = mention->actor;
  }
  // "a spokesman for Velm", "Velm's aide": who is named behind or before such words does not speak.
  bool belongs = false;  // to the noun in front, up to a comma: "a spokesman for the port, Dorn"
  for (Index t = site.words.first; t < site.words.end && reference.actor == kNone; ++t) {
    belongs = !syntax.Is(t, ",") && (belongs || (t > site.head && syntax[t].pos == Upos::kAdp));
    if (belongs) continue;
    const Mention* mention = MentionAt(document, syntax[t].span);
    const bool person = mention != nullptr && mention->kind == MentionKind::kName &&
                        mention->type == ActorType::kPerson;
    if (person && !IsOwner(syntax, mention->span)) reference.actor = mention->actor;
  }
  return reference;
}

}  // namespace synoptic
