// Room collate: what do the reports of one story agree on, what do they dispute, and how did each
// render what was said? Pure functions of a story's annotated reports.
#ifndef SYNOPTIC_COLLATE_COLLATE_H_
#define SYNOPTIC_COLLATE_COLLATE_H_

#include <span>
#include <string>
#include <vector>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// Quotations that render one utterance, each compared with the best attested reading. With
// `lineage`, a report that took words from another is the lesser witness of them.
std::vector<Utterance> GatherUtterances(std::span<const Document> reports,
                                        const Lineage* lineage = nullptr);

// Corroborated, single-origin and disputed, the weightiest first.
std::vector<Finding> FindFindings(std::span<const Document> reports, const Lineage& lineage,
                                  const std::vector<Utterance>& utterances);

// Do two claims, each annotated as a report of its own, support or contradict each other?
enum class ClaimStance { kAgree, kDisagree, kUnrelated };
struct ClaimRelation {
  bool same_matter = false;
  ClaimStance relation = ClaimStance::kUnrelated;
  Facet facet = Facet::kNone;
  double score = 0;
};
ClaimRelation RelateClaims(const Document& first, const Document& second);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_COLLATE_H_
