// How far does a reported clause reach?
#ifndef SYNOPTIC_QUOTES_EXTENT_H_
#define SYNOPTIC_QUOTES_EXTENT_H_

#include "quotes/syntax.h"

namespace synoptic {

// What is reported: a clause goes on over commas, a noun phrase ends before words that tell when,
// why and how it was said; kPhraseAs holds an "as" ("described it as a lie").
enum class ContentShape : uint8_t { kClause, kPhrase, kPhraseAs };

// The end of the content that begins at `first`, at most `end`. It ends before the next attribution
// ("…, adding that", "… and said", "…, according to", "…, Velm said").
Index ContentEnd(const Syntax& syntax, Index first, Index end, ContentShape shape);

// `words` without punctuation at its ends, but for the marks of a quotation in it.
WordRange TrimLoose(const Syntax& syntax, WordRange words);

bool IsQuotationMark(const Syntax& syntax, Index token);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_EXTENT_H_
