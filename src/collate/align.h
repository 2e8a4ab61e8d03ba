// Alignment: which facts of different reports are about the same matter.
#ifndef SYNOPTIC_COLLATE_ALIGN_H_
#define SYNOPTIC_COLLATE_ALIGN_H_

#include <vector>

#include "collate/facts.h"

namespace synoptic {

struct Match {
  int32_t first = 0, second = 0;  // into the facts that were aligned; first < second
  double score = 0;               // 0..1
};

// How alike two facts are, by their words, weighted by rarity, and the sides they name. 0 where a
// single common word is all they share.
double Likeness(const StoryView& story, const Fact& a, const Fact& b);

// Pairs of facts of different reports with a likeness of `enough` or more, sorted by first, second.
// Candidates come from an index of words, so that facts without a telling word in common are never
// compared.
std::vector<Match> AlignFacts(const StoryView& story, const std::vector<Fact>& facts,
                              double enough);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_ALIGN_H_
