// TimeML 1.2.1: a report with its time expressions marked, as the TempEval tools read it.
#ifndef SYNOPTIC_DOC_TIMEML_H_
#define SYNOPTIC_DOC_TIMEML_H_

#include <string>

#include "doc/document.h"

namespace synoptic {

// Appends one XML document: DOCID, DCT (the day of publication, XXXX-XX-XX where it is not known)
// and TEXT with TIMEX3 elements. Characters that XML does not allow become U+FFFD.
void WriteTimeml(const Document& document, std::string& out);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_TIMEML_H_
