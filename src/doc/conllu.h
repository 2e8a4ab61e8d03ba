// CoNLL-U: tokens, parts of speech and dependencies, as Universal Dependencies tools read them.
#ifndef SYNOPTIC_DOC_CONLLU_H_
#define SYNOPTIC_DOC_CONLLU_H_

#include <string>

#include "doc/document.h"

namespace synoptic {

// Appends a block a sentence, with `newdoc id`, `sent_id` and `text` comments and SpaceAfter=No.
// Head and relation are "_" in sentences that were not parsed.
void WriteConllu(const Document& document, std::string& out);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_CONLLU_H_
