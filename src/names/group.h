// Which people's names are one person: pairs that agree, found by blocking.
#ifndef SYNOPTIC_NAMES_GROUP_H_
#define SYNOPTIC_NAMES_GROUP_H_

#include <functional>
#include <string_view>
#include <vector>

#include "names/person.h"

namespace synoptic {

// A pair of indices into the names given, a < b, and why they are one person.
struct NameJoin {
  size_t a = 0, b = 0;
  std::string_view why;
};

// Joins that make groups: full names that agree, then names that lack something (a surname alone,
// an initial) where they fit one group and no other. `apart` says which pairs must not be joined,
// directly or by way of others; may be empty. `given` joins are made first. Sorted. Does not depend
// on the order of names but for the numbers. Cost: near linear for real names; blocks are cut at
// 400 names.
std::vector<NameJoin> JoinNames(const std::vector<PersonName>& names,
                                const std::function<bool(size_t, size_t)>& apart = {},
                                const std::vector<NameJoin>& given = {});

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_GROUP_H_
