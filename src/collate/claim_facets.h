// Typed values that two claims which say the same otherwise cannot both hold.
#ifndef SYNOPTIC_COLLATE_CLAIM_FACETS_H_
#define SYNOPTIC_COLLATE_CLAIM_FACETS_H_

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// kNumber where both count one kind of thing and the counts leave no number for both; kWhen where
// both tell days and share none; kWhere where both name places and neither names one of the other's
// nor a place around it; kNone elsewhere. One pair that agrees is enough for kNone.
Facet ConflictingValues(const Document& first, const Document& second);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_CLAIM_FACETS_H_
