// The collation of a story's utterances as a critical apparatus of the Text Encoding Initiative
// (TEI P5, chapters 12 and 2).
#ifndef SYNOPTIC_DOC_TEI_H_
#define SYNOPTIC_DOC_TEI_H_

#include <span>
#include <string>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// Appends one TEI document. Reports are the witnesses, speakers the persons; each utterance is a
// division with one apparatus entry: the best attested reading as its lemma, every other wording as
// a reading with its type, words changed in it as segments and words left out as gaps.
void WriteTei(std::span<const Document> reports, const Comparison& comparison, std::string& out);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_TEI_H_
