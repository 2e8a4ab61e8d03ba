#include "quotes/reports.h"

#include "quotes/linear.h"

namespace synoptic {

bool MayReport(const Document& document, Index token) {
  const Token& one = document.tokens[static_cast<size_t>(token)];
  switch (one.pos) {
    case Upos::kVerb:
      return one.lemma == "accord" || FindCueVerb(document, token) != nullptr;
    case Upos::kNoun:
      return CueNounFrames(one.lemma) != 0;
    default:
      return one.lemma == "according" || one.lemma == "accord";
  }
}

std::optional<Reported> ReportAt(const Syntax& syntax, Index token, WordRange limit) {
  const Token& one = syntax[token];
  if (syntax.Is(token, "according")) return LinearAccordingReport(syntax, token, limit);
  if (one.pos == Upos::kNoun) {
    const Frames frames = CueNounFrames(one.lemma);
    return frames == 0 ? std::nullopt : LinearNounReport(syntax, token, frames, limit);
  }
  if (one.pos != Upos::kVerb) return std::nullopt;
  const CueEntry* entry = FindCueVerb(syntax.document(), token);
  return entry == nullptr ? std::nullopt : LinearReport(syntax, token, *entry, limit);
}

}  // namespace synoptic
