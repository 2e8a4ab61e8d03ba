// The words of a cue: its verb with auxiliaries, negation and adverbs before it and particles
// behind it.
#ifndef SYNOPTIC_QUOTES_CUE_WORDS_H_
#define SYNOPTIC_QUOTES_CUE_WORDS_H_

#include "quotes/cues.h"
#include "quotes/syntax.h"

namespace synoptic {

struct CueSite {
  Index verb = kNone;
  WordRange words;                  // "did not rule out", "has repeatedly said", "went on to say"
  const CueEntry* entry = nullptr;  // nullptr: a verb that the table does not know, or a mere colon
  bool negated = false;
};

// `verb` as a cue inside `bounds`.
CueSite CueAt(const Syntax& syntax, Index verb, const CueEntry* entry, WordRange bounds);

// True for a verb, also one that the tagger took for an auxiliary, a noun of a verb's form or a
// participle.
bool IsVerb(const Syntax& syntax, Index token);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_CUE_WORDS_H_
