// Room reuse: which passages do reports share, who took them from whom, and how many origins are
// there?
#ifndef SYNOPTIC_REUSE_REUSE_H_
#define SYNOPTIC_REUSE_REUSE_H_

#include <span>
#include <string_view>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// Edges and origins among the reports of one story. Edges are verified by alignment, never only
// guessed from hashes; those with a confidence under 0.5 tell of a tie too weak to call one report
// derived. Needs `text` and `sections`; uses what else is there: quotes, dates, credits, outlets.
// `publishers`: rows in the form of data/publishers.tsv that win over those shipped.
//
// Pure and thread-safe; the answer does not depend on the order of reports but for the indices in
// it. Cost: up to 128 reports all pairs, each linear in its two texts but for sorting; of more only
// pairs that share a passage (candidates.h), a bounded number for each report.
Lineage FindLineage(std::span<const Document> reports, std::string_view publishers = {});

}  // namespace synoptic

#endif  // SYNOPTIC_REUSE_REUSE_H_
