// Origins: how many sources do the reports of one story come from?
#ifndef SYNOPTIC_REUSE_ORIGINS_H_
#define SYNOPTIC_REUSE_ORIGINS_H_

#include <span>
#include <string>
#include <vector>

#include "doc/story.h"
#include "reuse/provenance.h"

namespace synoptic {

// Fills origins and origin_of of `lineage`, whose edges are set. Reports join where an edge shows
// that one holds the other's words, where both credit one agency, or where one house publishes
// both. Edges are no closure: two groups that one edge would join stay apart unless that edge is
// most of a report, or half of their pairs are edges too.
void FindOrigins(std::span<const Document> reports, std::span<const Provenance> provenances,
                 Lineage& lineage);

}  // namespace synoptic

#endif  // SYNOPTIC_REUSE_ORIGINS_H_
