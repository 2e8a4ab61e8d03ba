// Passages: the shared words of two reports as spans a reader can look at.
#ifndef SYNOPTIC_REUSE_PASSAGES_H_
#define SYNOPTIC_REUSE_PASSAGES_H_

#include <vector>

#include "doc/story.h"
#include "reuse/overlap.h"

namespace synoptic {

// Runs joined across small edits and stretched over them at their ends by a banded alignment of
// words; with `retold`, sentences told again as well, where no run stands. Passage::from is in a's
// report, `to` in b's; sorted by `to`, disjoint in it. A passage lies wholly inside or wholly
// outside quotations.
std::vector<Passage> FindPassages(const BodyWords& a, const BodyWords& b, const Overlap& overlap,
                                  bool retold);

// Of the words of `wording` outside quotations, the share inside `spans`, which are sorted and
// disjoint.
double ShareOutsideQuotations(const BodyWords& wording, const std::vector<Span>& spans);

}  // namespace synoptic

#endif  // SYNOPTIC_REUSE_PASSAGES_H_
