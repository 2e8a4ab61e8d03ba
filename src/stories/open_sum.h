// OpenSum: products of one sum of report vectors with many others.
#ifndef SYNOPTIC_STORIES_OPEN_SUM_H_
#define SYNOPTIC_STORIES_OPEN_SUM_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stories/sparse.h"

namespace synoptic {

// Replaces every stem by its rank among the stems of all vectors, which keeps their order, and
// returns how many there are. Linear, but for sorting the different stems.
size_t RankStems(std::span<Vector* const> vectors);

// A vector of ranks laid out over all of them: a product costs one look-up an entry of the other
// and no branch, where walking through both costs more than their sum.
class OpenSum {
 public:
  explicit OpenSum(size_t ranks) : weight_(ranks, 0) {}
  // Instead of the one before. Linear in both.
  void Open(const Vector& sum);
  double Dot(const Vector& other) const;

 private:
  std::vector<float> weight_;    // by rank, zero but for those of the open sum
  std::vector<uint32_t> ranks_;  // of the open sum
};

}  // namespace synoptic

#endif  // SYNOPTIC_STORIES_OPEN_SUM_H_
