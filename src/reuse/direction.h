// Direction: which of two reports that share words had them first?
#ifndef SYNOPTIC_REUSE_DIRECTION_H_
#define SYNOPTIC_REUSE_DIRECTION_H_

#include <string>
#include <vector>

#include "reuse/overlap.h"
#include "reuse/provenance.h"

namespace synoptic {

// One report as comparing sees it.
struct Candidate {
  const Document* report = nullptr;
  const BodyWords* wording = nullptr;
  const Provenance* provenance = nullptr;
  bool correction = false;
};

struct Direction {
  double towards_b = 0;  // over 0: b took the words from a; under 0 the other way; 0 not known
  std::vector<std::string> reasons;  // of the winning side, strongest first, fixed wording
};

// -1 where a was published before b, 1 after, 0 where that is not known: a day says nothing about
// the hours in it.
int PublishedOrder(const Document& a, const Document& b);

// `b` is the shorter, as in Measure. Weighs what the reports say of themselves, when they appeared,
// and what only one order of events can explain. Reasons that point both ways leave a smaller
// figure, at worst 0.
Direction FindDirection(const Candidate& a, const Candidate& b, const Overlap& overlap);

}  // namespace synoptic

#endif  // SYNOPTIC_REUSE_DIRECTION_H_
