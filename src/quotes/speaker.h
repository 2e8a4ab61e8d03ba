// Who says it: the words that name the speaker of a cue, and the actor they stand for.
#ifndef SYNOPTIC_QUOTES_SPEAKER_H_
#define SYNOPTIC_QUOTES_SPEAKER_H_

#include <optional>

#include "doc/document.h"
#include "quotes/syntax.h"

namespace synoptic {

struct SpeakerSite {
  WordRange words;        // as annotators mark them: titles, appositions and all
  Index head = kNone;     // the token that carries the phrase
  double confidence = 0;  // 0..1
};

// The noun phrase that ends right before, or begins right behind, the words of a cue inside
// `bounds`.
std::optional<SpeakerSite> NounPhraseBeside(const Syntax& syntax, WordRange cue, WordRange bounds);

// The reference for a site: its span, and the actor of the mention at its head or else of its first
// name.
Reference ReferenceTo(const Syntax& syntax, const SpeakerSite& site);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_SPEAKER_H_
