// Room text: where do sentences and words begin and end, what part of speech are they, what governs
// what? Thread-safe: models are loaded once, on first use, and never change.
#ifndef SYNOPTIC_TEXT_TEXT_H_
#define SYNOPTIC_TEXT_TEXT_H_

#include "doc/document.h"

namespace synoptic {

// Fills `sentences` and `tokens` (span, pos, lemma) from `text` and `sections`; boilerplate gets
// none. Sets `language` where it is empty. Total: any valid UTF-8 is fine.
void FindTokens(Document& document);

// Where heads and relations of a sentence will be set. There is no parser yet: it leaves them
// unset, and what reads them goes by the order of tagged words.
void ParseSentence(Document& document, Index sentence);

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_TEXT_H_
