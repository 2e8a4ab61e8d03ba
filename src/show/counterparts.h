// Which sentences of different reports tell the same, for laying the reports level.
#ifndef SYNOPTIC_SHOW_COUNTERPARTS_H_
#define SYNOPTIC_SHOW_COUNTERPARTS_H_

#include <vector>

#include "show/view.h"

namespace synoptic {

// Sentences that stand level: at most one run of neighbours a report, in the order of the reports.
struct Level {
  std::vector<Evidence> places;
};

// Groups with places in two reports or more, by place in the first report that has one. Two
// sentences are drawn together by passages, utterances, findings and entries of the ledger that
// both take part in; the strongest pairs join first. Cost: pairs of evidence, times a logarithm.
std::vector<Level> FindLevels(const View& view);

}  // namespace synoptic

#endif  // SYNOPTIC_SHOW_COUNTERPARTS_H_
