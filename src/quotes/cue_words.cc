#include "quotes/cue_words.h"

#include <algorithm>

namespace synoptic {
namespace {

bool IsNegation(const Syntax& syntax, Index t) {
  return syntax.Is(t, "not") || syntax.Is(t, "n't") || syntax.Is(t, "n’t") || syntax.Is(t, "never");
}

// WordRange that stand between a subject and its verb and belong to the verb.
bool GoesWithVerb(const Syntax& syntax, Index t) {
  switch (syntax[t].pos) {
    case Upos::kAux:
      return true;
    case Upos::kPart:
      return IsNegation(syntax, t) || syntax.Is(t, "to");
    case Upos::kAdv:
      return !syntax.Is(t, "when") && !syntax.Is(t, "where") && !syntax.Is(t, "how") &&
             !syntax.Is(t, "why");
    default:
      return IsNegation(syntax, t);
  }
}

Index ExtendLeft(const Syntax& syntax, Index first, WordRange bounds) {
  while (first > bounds.first && GoesWithVerb(syntax, first - 1)) --first;
  return first;
}

}  // namespace

CueSite CueAt(const Syntax& syntax, Index verb, const CueEntry* entry, WordRange bounds) {
  CueSite site{verb, {verb, verb + 1}, entry, false};
  if (entry != nullptr)
    site.words.end = std::min(verb + static_cast<Index>(entry->words.size()), bounds.end);
  site.words.first = ExtendLeft(syntax, verb, bounds);
  if (syntax.Is(site.words.first, "to") && site.words.first + 1 == verb) ++site.words.first;
  while (site.words.first < verb && syntax[site.words.first].pos == Upos::kAdv &&
         syntax.Is(site.words.first, "however")) {
    ++site.words.first;
  }
  for (Index t = site.words.first; t < verb; ++t) site.negated |= IsNegation(syntax, t);
  return site;
}

bool IsVerb(const Syntax& syntax, Index token) { return syntax[token].pos == Upos::kVerb; }

}  // namespace synoptic
