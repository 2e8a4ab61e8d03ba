// Agreements: what several reports tell alike, and how many origins stand behind it.
#ifndef SYNOPTIC_COLLATE_AGREEMENTS_H_
#define SYNOPTIC_COLLATE_AGREEMENTS_H_

#include <vector>

#include "collate/disputes.h"

namespace synoptic {

// Groups of aligned facts, at most one a report around the best, told alike; corroborated where two
// distinct origins tell them. And what speakers said, where utterances have readings in several
// reports.
void FindAgreements(const StoryView& story, const std::vector<Match>& matches,
                    const std::vector<Utterance>& utterances, Findings& out);

// Events and counts that rest on a single origin.
void FindSingles(const StoryView& story, const std::vector<Match>& matches, Findings& out);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_AGREEMENTS_H_
