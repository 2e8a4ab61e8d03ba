// Where sentences begin and end.
#ifndef SYNOPTIC_TEXT_SENTENCES_H_
#define SYNOPTIC_TEXT_SENTENCES_H_

#include "doc/document.h"

namespace synoptic {

// Fills tokens and sentences from text and sections. A line is a paragraph, but for text whose
// lines were broken at a width: there an empty line is. Boilerplate gets neither. Linear.
void CutSentences(Document& document);

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_SENTENCES_H_
