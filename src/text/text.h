// Room text: where do sentences and words begin and end, what part of speech are they, what governs
// what? Thread-safe: models are loaded once, on first use, and never change.
#ifndef SYNOPTIC_TEXT_TEXT_H_
#define SYNOPTIC_TEXT_TEXT_H_

#include "doc/document.h"

namespace synoptic {

// Fills `sentences` and `tokens` (span, pos, lemma) from `text` and `sections`; boilerplate gets
// none. Sets `language` where it is empty. Total: any valid UTF-8 is fine.
void FindTokens(Document& document);

// Sets heads and relations of a sentence's tokens, and its `parsed`; does nothing to one that is
// parsed already. FindTokens does not, since most sentences are never asked for: a stage parses
// what it needs. A sentence of more than 400 words stays without, and so what reads heads must do
// without them, too. Linear in the words, about a microsecond each.
void ParseSentence(Document& document, Index sentence);

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_TEXT_H_
