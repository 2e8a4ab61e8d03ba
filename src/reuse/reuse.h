// Room reuse: which passages do reports share, who took them from whom, and how many origins are there?
#ifndef SYNOPTIC_REUSE_REUSE_H_
#define SYNOPTIC_REUSE_REUSE_H_

#include <span>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// Edges and origins among the reports of one story. Pure; the answer does not depend on their order but for
// the indices in it.
Lineage FindLineage(std::span<const Document> reports);

}  // namespace synoptic

#endif  // SYNOPTIC_REUSE_REUSE_H_
