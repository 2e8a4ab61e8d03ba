// One entry for one thing: candidates of all reports that tell of the same are laid together.
#ifndef SYNOPTIC_LEDGER_MERGE_H_
#define SYNOPTIC_LEDGER_MERGE_H_

#include <span>
#include <vector>

#include "ledger/candidates.h"
#include "text/story_sides.h"

namespace synoptic {

// Candidates in order of reports and of their place; entries in order of their first evidence.
std::vector<LedgerEntry> MergeCandidates(const std::vector<LedgerCandidate>& candidates,
                                         const StorySides& sides, const StoryWords& words);

}  // namespace synoptic

#endif  // SYNOPTIC_LEDGER_MERGE_H_
