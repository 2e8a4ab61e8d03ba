// Gather: which of these reports tell one event?
//
// Groups are joined, the most alike first, while they are as alike as reports of one event are
// among themselves. Two measures decide. The likeness of two groups is their mean similarity over
// that inside them, so that a story told in a few stock words and one told in many are held to
// their own measure. And where both groups are large enough to have names and figures of their own,
// that nearly all of one have and nearly none of the other, they are two events of one kind: two
// earthquakes, two rounds of talks between the same parties.
#ifndef SYNOPTIC_STORIES_GATHER_H_
#define SYNOPTIC_STORIES_GATHER_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "stories/sparse.h"

namespace synoptic {

// Days since 1970 of the first and last publication; nothing where no report is dated.
struct Period {
  int32_t first = 0, last = 0;
};

// Reports that are together from the start: one, copies of one, or what is left of an older story.
struct Group {
  Vector sum;         // of the unit vectors of its reports
  double within = 0;  // sum of similarities over its pairs of reports
  uint32_t reports = 1;
  std::optional<Period> period;
};

struct GatherOptions {
  double likeness = 0.55;   // over which two groups tell one event
  bool keep_apart = true;   // by names and figures of their own
  int32_t window_days = 7;  // groups further apart in time are not joined
};

// A label for each group, the smallest index of the groups that are one with it. `ties`: pairs of
// groups that may be joined, first < second; others are joined only through them. Deterministic.
// Cost: n log n in the number of ties for bounded vectors; a group looks at its kMaxTies best ties
// only.
std::vector<uint32_t> Gather(std::vector<Group> groups,
                             const std::vector<std::pair<uint32_t, uint32_t>>& ties,
                             const GatherOptions& options);

// Of two groups: mean similarity between over that within.
double Likeness(const Group& a, const Group& b);

// Both have names and figures that the other lacks.
bool HaveOwnNames(const Group& a, const Group& b);

}  // namespace synoptic

#endif  // SYNOPTIC_STORIES_GATHER_H_
