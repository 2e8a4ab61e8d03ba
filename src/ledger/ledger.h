// Room ledger: where does the process stand, and what happened when?
#ifndef SYNOPTIC_LEDGER_LEDGER_H_
#define SYNOPTIC_LEDGER_LEDGER_H_

#include <span>
#include <vector>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// Proposals, demands, ceasefires, violations …: one entry for each, with its evidence from all
// reports, in order of the first of it. `reports` are annotated and their actors joined. Total,
// thread-safe.
std::vector<LedgerEntry> BuildLedger(std::span<const Document> reports);

// The ledger as it stood at the end of `date`: what was made or happened later is left out; what
// was to begin later is planned; what is over by then has expired. Entries without any date are
// kept as they are.
std::vector<LedgerEntry> LedgerAsOf(std::vector<LedgerEntry> entries, Date date);

// Dated events in order, precision kept ("2022-03"), each with the words that tell it in every
// report. Total, thread-safe.
std::vector<TimelineEntry> BuildTimeline(std::span<const Document> reports);

}  // namespace synoptic

#endif  // SYNOPTIC_LEDGER_LEDGER_H_
