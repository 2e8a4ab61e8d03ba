// Neighbours: which live reports may tell the same event as this one?
#ifndef SYNOPTIC_STORIES_NEIGHBOURS_H_
#define SYNOPTIC_STORIES_NEIGHBOURS_H_

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "stories/sparse.h"

namespace synoptic {

// An inverted index over the terms that say most of each report. Reports are known by numbers that
// the caller gives, rising; memory grows with the largest.
class NeighbourIndex {
 public:
  void Add(uint32_t number, const Vector& vector);
  void Clear();

  // Numbers that share most weight with `vector`, at most `most`, best first. Of a term that very
  // many have, the latest are looked at: cost is bounded for a report.
  std::vector<uint32_t> Find(const Vector& vector, size_t most);

 private:
  std::unordered_map<uint32_t, std::vector<std::pair<uint32_t, float>>> postings_;
  std::vector<float> shared_;  // by number, zero between calls
};

}  // namespace synoptic

#endif  // SYNOPTIC_STORIES_NEIGHBOURS_H_
