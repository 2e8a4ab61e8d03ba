// Sets of indices that only grow together.
#ifndef SYNOPTIC_NAMES_SETS_H_
#define SYNOPTIC_NAMES_SETS_H_

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace synoptic {

// The smallest index stands for a set, so that the result does not depend on the order of joining.
class Sets {
 public:
  explicit Sets(size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), size_t{0});
  }

  size_t Find(size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void Join(size_t a, size_t b) {
    a = Find(a), b = Find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<size_t> parent_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_SETS_H_
