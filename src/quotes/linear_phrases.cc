#include <algorithm>

#include "quotes/extent.h"
#include "quotes/linear.h"
#include "quotes/phrases.h"

namespace synoptic {
namespace {

// "claim that …" and "promise to …" go on like clauses, "criticism of …" is a phrase.
Index NounContentEnd(const Syntax& syntax, Index first, Index end) {
  if (syntax.Is(first, "that")) return ContentEnd(syntax, first, end, ContentShape::kClause);
  if (syntax.Is(first, "to") || syntax[first].pos == Upos::kVerb)
    return ContentEnd(syntax, first, end, ContentShape::kPhrase);
  const auto phrase = PhraseFrom(syntax, first, end);
  if (!phrase) return first;
  const Index behind = phrase->words.end;
  const bool relative = behind < end && (syntax.Is(behind, "that") || syntax.Is(behind, "who"));
  return relative ? ContentEnd(syntax, first, end, ContentShape::kPhrase) : behind;
}

}  // namespace

std::optional<Reported> LinearNounReport(const Syntax& syntax, Index noun, Frames frames,
                                         WordRange limit) {
  const Index next = noun + 1;
  if (next + 1 >= limit.end) return std::nullopt;
  Reported report;
  report.cue = {noun, {noun, noun + 1}, nullptr, false};
  Index first = next;
  if (syntax.Is(next, "that")) {
    if ((frames & kThatFrame) == 0) return std::nullopt;
  } else if (syntax.Is(next, "to") && syntax[next + 1].pos == Upos::kVerb) {
    if ((frames & (kInfinitiveFrame | kToFrame)) == 0) return std::nullopt;
  } else if ((PrepositionFrame(syntax[next].lemma) & frames) != 0) {
    report.cue.words.end = next + 1;
    first = next + 1;
  } else {
    return std::nullopt;
  }
  const WordRange words = TrimLoose(syntax, {first, NounContentEnd(syntax, first, limit.end)});
  if (words.empty()) return std::nullopt;
  report.content = {words};
  // "Velm's claim", "their hope"
  Index owner = noun;
  while (owner > limit.first && syntax[owner - 1].pos == Upos::kAdj) --owner;
  if (owner > limit.first && syntax[owner - 1].pos == Upos::kPart) {
    report.speaker = PhraseBefore(syntax, owner - 1, limit.first);
  } else if (owner > limit.first && syntax[owner - 1].pos == Upos::kPron) {
    report.speaker = SpeakerSite{{owner - 1, owner}, owner - 1, 0.8};
  }
  if (!report.speaker && !syntax.Is(first, "that")) return std::nullopt;
  return report;
}

std::optional<Reported> LinearAccordingReport(const Syntax& syntax, Index according,
                                              WordRange limit) {
  if (!syntax.Is(according + 1, "to")) return std::nullopt;
  auto source = PhraseFrom(syntax, according + 2, limit.end);
  if (!source) return std::nullopt;
  if (according > limit.first) *source = WithAside(syntax, *source, limit.end);
  source->confidence = 0.9;
  Reported report;
  report.cue = {according, {according, according + 2}, nullptr, false};
  const Index behind = source->words.end;
  report.speaker = std::move(source);
  report.parenthesis = true;
  const WordRange left = TrimLoose(syntax, {limit.first, according});
  const Index end = ContentEnd(syntax, behind, limit.end, ContentShape::kClause);
  const WordRange right = TrimLoose(syntax, {behind, end});
  if (!left.empty()) report.content.push_back(left);
  const bool goes_on = behind < limit.end && syntax.Is(behind, ",");
  if (goes_on && right.end - right.first > 2) report.content.push_back(right);
  if (report.content.empty()) return std::nullopt;
  return report;
}

}  // namespace synoptic
