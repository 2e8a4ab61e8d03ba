// Speakers that the words around a quotation leave unsaid.
#ifndef SYNOPTIC_QUOTES_CARRY_H_
#define SYNOPTIC_QUOTES_CARRY_H_

#include "doc/document.h"

namespace synoptic {

// Gives a speaker to quotations that have none, or only an unresolved "he" or "she": whoever the
// sentence is about, else whoever the sentence or the quotation before is about, at a confidence
// that says so. Drops speakers that are a time ("May"). `document.quotes` are in order. Linear.
void CarrySpeakers(Document& document);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_CARRY_H_
