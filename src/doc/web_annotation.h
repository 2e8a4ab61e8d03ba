// W3C Web Annotation Data Model (Recommendation, 23 February 2017): every annotation of a report as
// a JSON-LD object that other tools can lay over the text.
#ifndef SYNOPTIC_DOC_WEB_ANNOTATION_H_
#define SYNOPTIC_DOC_WEB_ANNOTATION_H_

#include <string>

#include "doc/document.h"

namespace synoptic {

// Appends one Annotation a line: mentions, times, quotations, statements. Targets are a
// TextPositionSelector in code points and a TextQuoteSelector with its words; the source is the
// report's URL, or its id.
void WriteWebAnnotation(const Document& document, std::string& out);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_WEB_ANNOTATION_H_
