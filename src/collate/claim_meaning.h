// What a claim is about, by word vectors: coarse, and enough to propose that two claims that share
// few words are about one matter.
#ifndef SYNOPTIC_COLLATE_CLAIM_MEANING_H_
#define SYNOPTIC_COLLATE_CLAIM_MEANING_H_

#include "doc/document.h"

namespace synoptic {

// The cosine between the sums of the claims' word vectors, each word once and by how rare it is:
// -1..1; 0 where one has no word that is known. At most the first 400 tokens are read. Thread-safe.
double LikenessOfMeaning(const Document& first, const Document& second);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_CLAIM_MEANING_H_
