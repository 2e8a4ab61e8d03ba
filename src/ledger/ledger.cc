#include "ledger/ledger.h"

namespace synoptic {

std::vector<LedgerEntry> BuildLedger(std::span<const Document>) { return {}; }
std::vector<TimelineEntry> BuildTimeline(std::span<const Document>) { return {}; }

}  // namespace synoptic
