#include "quotes/extent.h"

#include <algorithm>

#include "quotes/cues.h"
#include "quotes/phrases.h"

namespace synoptic {
namespace {

constexpr Index kNear = 9;  // tokens from a comma or "and" to the cue that follows it

bool IsQuotingVerb(const Syntax& syntax, Index t) {
  if (syntax[t].pos != Upos::kVerb) return false;
  const CueEntry* entry = FindCueVerb(syntax.document(), t);
  return entry != nullptr && (entry->strong & kQuoteFrame) != 0;
}

Index SkipAdverbs(const Syntax& syntax, Index t, Index end) {
  while (t < end && (syntax[t].pos == Upos::kAdv || syntax[t].pos == Upos::kAux)) ++t;
  return t;
}

// ", adding that", ", saying": a participle that reports on its own.
bool BeginsParticiple(const Syntax& syntax, Index t, Index end) {
  t = SkipAdverbs(syntax, t, end);
  return t < end && syntax.Word(t).ends_with("ing") && IsQuotingVerb(syntax, t);
}

// "Velm said", "the ministry has said", "said Velm" from `t` to near the end of the sentence.
bool IsTrailingCue(const Syntax& syntax, Index t, Index end) {
  if (t < end && IsQuotingVerb(syntax, t) && !syntax.Word(t).ends_with("ing")) return true;
  const auto who = PhraseFrom(syntax, t, std::min(end, t + kNear));
  if (!who) return false;
  const Index verb = SkipAdverbs(syntax, who->words.end, end);
  if (verb >= end || !IsQuotingVerb(syntax, verb)) return false;
  const Index after = verb + 1;
  return after >= end || !(syntax.Is(after, "that") || IsNominal(syntax[after].pos) ||
                           syntax[after].pos == Upos::kDet);
}

// "and said (that)", "but added": the second cue of one speaker; "but Velm said": another's.
bool IsJoinedCue(const Syntax& syntax, Index conjunction, Index end) {
  Index t = SkipAdverbs(syntax, conjunction + 1, end);
  if (t < end && IsQuotingVerb(syntax, t) && !syntax.Word(t).ends_with("ing"))
    return t + 1 < end && syntax[t + 1].pos != Upos::kAdp;
  if (!syntax.Is(conjunction, "but") && !syntax.Is(conjunction - 1, ",")) return false;
  const auto who = PhraseFrom(syntax, t, std::min(end, t + kNear));
  if (!who) return false;
  t = SkipAdverbs(syntax, who->words.end, end);
  return t < end && IsQuotingVerb(syntax, t);
}

bool TellsWhen(const Syntax& syntax, Index t) {
  for (const char* word : {"after", "before", "when", "while", "because", "as", "since", "although",
                           "though", "during", "amid", "following", "but", "if", "until"}) {
    if (syntax.Is(t, word)) return true;
  }
  return false;
}

// Behind a comma the reporter sets something against what was said.
bool SetsAgainst(const Syntax& syntax, Index t) {
  return syntax.Is(t, "while") || syntax.Is(t, "though") || syntax.Is(t, "although");
}

// ", though it “would be costly”": the speaker's own words go on.
bool GoesOverIntoMarks(const Syntax& syntax, Index first, Index end) {
  for (Index t = first; t < std::min(end, first + 5); ++t) {
    if (syntax[t].pos == Upos::kPunct) return IsQuotationMark(syntax, t);
  }
  return false;
}

}  // namespace

bool IsQuotationMark(const Syntax& syntax, Index token) {
  const std::string_view word = syntax.Word(token);
  return word == "\"" || word == "“" || word == "”" || word == "''" || word == "``" ||
         word == "‘" || word == "'" || word == "«" || word == "»" || word == "„";
}

WordRange TrimLoose(const Syntax& syntax, WordRange words) {
  const auto loose = [&](Index t) {
    return syntax[t].pos == Upos::kPunct && !IsQuotationMark(syntax, t) && !syntax.Is(t, ")") &&
           !syntax.Is(t, "(") && syntax.Word(t) != "’";
  };
  while (!words.empty() && loose(words.end - 1)) --words.end;
  while (!words.empty() && loose(words.first)) ++words.first;
  return words;
}

Index ContentEnd(const Syntax& syntax, Index first, Index end, ContentShape shape) {
  for (Index t = first + 1; t < end; ++t) {
    if (syntax.Is(t, ";")) return t;
    if (syntax.Is(t, "according") && syntax.Is(t + 1, "to")) return t;
    const bool conjunction = syntax[t].pos == Upos::kCconj;
    if (conjunction && IsJoinedCue(syntax, t, end)) return t;
    const bool pause =
        syntax.Is(t, ",") || syntax.Is(t, "--") || syntax.Is(t, "—") || syntax.Is(t, "–");
    if (pause && (BeginsParticiple(syntax, t + 1, end) || IsTrailingCue(syntax, t + 1, end)))
      return t;
    if (pause && t + 1 < end && SetsAgainst(syntax, t + 1) &&
        !GoesOverIntoMarks(syntax, t + 2, end))
      return t;
    if (shape == ContentShape::kClause) continue;
    const bool as = shape == ContentShape::kPhraseAs && syntax.Is(t, "as");
    if ((TellsWhen(syntax, t) && !as) || (pause && t + 1 < end && TellsWhen(syntax, t + 1)))
      return t;
    if (BeginsParticiple(syntax, t, end) && !syntax.Is(t - 1, "of")) return t;
  }
  return end;
}

}  // namespace synoptic
