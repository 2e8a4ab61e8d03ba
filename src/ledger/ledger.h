// Room ledger: where does the process stand, and what happened when?
#ifndef SYNOPTIC_LEDGER_LEDGER_H_
#define SYNOPTIC_LEDGER_LEDGER_H_

#include <span>
#include <vector>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// Proposals, demands, ceasefires, violations …: one entry for each, with its evidence from all reports.
std::vector<LedgerEntry> BuildLedger(std::span<const Document> reports);

// Dated events in order, precision kept.
std::vector<TimelineEntry> BuildTimeline(std::span<const Document> reports);

}  // namespace synoptic

#endif  // SYNOPTIC_LEDGER_LEDGER_H_
