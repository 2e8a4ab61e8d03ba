// Room quotes: who said what, in which words and where?
#ifndef SYNOPTIC_QUOTES_QUOTES_H_
#define SYNOPTIC_QUOTES_QUOTES_H_

#include "doc/document.h"

namespace synoptic {

// Fills `quotes` from tokens, parses and mentions; parses the sentences it needs. Total, thread-safe.
void FindQuotes(Document& document);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_QUOTES_H_
