// Room quotes: who said what, in which words and where?
#ifndef SYNOPTIC_QUOTES_QUOTES_H_
#define SYNOPTIC_QUOTES_QUOTES_H_

#include "doc/document.h"

namespace synoptic {

// Fills `quotes` from tokens and mentions, one for each act of speech. A quotation that its
// attribution interrupts, or that runs over several paragraphs, is one quote with several content
// spans; a reported clause with words between marks is one mixed quote whose content is the clause
// (Quote::marked holds the words). Content spans of two quotes never cross unless one holds the
// other. A speaker whose confidence is under kLeastConfidence is left out. Total, thread-safe.
// Cost: linear in text.
void FindQuotes(Document& document);

inline constexpr double kLeastConfidence = 0.5;

// Gives every marked stretch a quote of its own, as laying reports side by side needs it: an
// interrupted quotation falls into its sentences (Quote::continues), a mixed one into its fragments
// and the clause they stand in, which is indirect. Statements keep pointing to the quote their
// trigger stands in. Does nothing the second time.
void UnfoldQuotes(Document& document);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_QUOTES_H_
