// How real an event is: happened, planned, demanded or denied, and on whose word, by the words that
// govern it (data/en/modality.tsv).
#ifndef SYNOPTIC_STATEMENTS_MODALITY_H_
#define SYNOPTIC_STATEMENTS_MODALITY_H_

#include <vector>

#include "doc/document.h"
#include "statements/noun_phrases.h"
#include "statements/roles.h"

namespace synoptic {

struct EventReality {
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kAsserted;
  std::vector<Index> sayers;  // verbs on whose subject's word it is, outermost first
};

// Of the event that token `trigger` of `sentence` tells of. `phrases` and `roles` were read from
// that sentence. Cost: bounded. Thread-safe.
EventReality RealityOf(const Document& document, const Sentence& sentence,
                       const NounPhrases& phrases, const Roles& roles, Index trigger);

}  // namespace synoptic

#endif  // SYNOPTIC_STATEMENTS_MODALITY_H_
