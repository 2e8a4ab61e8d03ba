// Truces: which words name a certain ceasefire that is, was or is to be.
#ifndef SYNOPTIC_LEDGER_TRUCES_H_
#define SYNOPTIC_LEDGER_TRUCES_H_

#include <optional>
#include <vector>

#include "doc/story.h"
#include "text/parts.h"

namespace synoptic {

struct Truce {
  Span span;  // the noun phrase; with the predicate where that tells its state
  LedgerStatus status = LedgerStatus::kClaimed;
};

// The truce that `token` of part `number` names: one with a date, a length, a name or a state.
// Nothing where a truce is only demanded, hoped for or supposed.
std::optional<Truce> TruceAt(const ReportIndex& index, const std::vector<Part>& parts,
                             size_t number, Index token);

}  // namespace synoptic

#endif  // SYNOPTIC_LEDGER_TRUCES_H_
