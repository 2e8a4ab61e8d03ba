// Overlap: what two wordings share, and how. Figures only; judge.h says what they mean.
#ifndef SYNOPTIC_REUSE_OVERLAP_H_
#define SYNOPTIC_REUSE_OVERLAP_H_

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/body_words.h"

namespace synoptic {

// Words a[a, a + size) are words b[b, b + size), by folded form.
struct Run {
  uint32_t a = 0, b = 0, size = 0;
};

// Maximal runs of at least kSeed words, greedily longest from the front of `b`, disjoint in `b`,
// sorted by it. Seed and extend. Linear in b times a small number: of a seed that stands in many
// places of `a` only kMaxPlaces are tried, the one that continues the run before first.
std::vector<Run> FindRuns(const BodyWords& a, const BodyWords& b);

// A sentence of `b` told again from a sentence of `a`.
struct SentencePair {
  uint32_t a = 0, b = 0;  // indices into sentences
  float share = 0;        // of the weight of b's content words that a's sentence has too, 0..1
};

// Measured from the side of the shorter text, `b`.
struct Overlap {
  std::vector<Run> runs;
  uint32_t words = 0;        // of b
  uint32_t matched = 0;      // of them in runs of four or more
  uint32_t longest = 0;      // run, in words outside quotations
  uint32_t new_figures = 0;  // numbers of b in sentences carried over that a does not have
  // Words of runs outside quotations, by the sentence of b they stand in:
  float agreeing = 0;     // its figures and names are all in a
  float conflicting = 0;  // it has figures or names that a does not have
  float plain = 0;        // it has neither; only sentences with 15 or more such words count
  // Told again in other words:
  float retold = 0;                      // weight of b's sentences that sentences of a cover, 0..1
  std::vector<SentencePair> retellings;  // in order of b; the sentences counted in `retold`
  uint32_t in_order = 0;                 // of `retellings`, the longest chain that keeps a's order
  uint32_t pairs = 0;                    // shared BodyWords::pairs
  float pair_share = 0;                  // of b's
  float phrase_share = 0;                // of the BodyWords::phrases of the one that has fewer
  float figures_kept = 1;                // of b's specifics, the share that a has
  float MatchedShare() const {
    return words == 0 ? 0 : static_cast<float>(matched) / static_cast<float>(words);
  }
};

// Cost: linear in the two but for binary searches. `b` should be the shorter.
Overlap Measure(const BodyWords& a, const BodyWords& b);

}  // namespace synoptic

#endif  // SYNOPTIC_REUSE_OVERLAP_H_
