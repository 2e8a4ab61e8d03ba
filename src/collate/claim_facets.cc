#include "collate/claim_facets.h"

#include <string>

#include "doc/day_range.h"
#include "text/fold.h"
#include "text/thesaurus.h"

namespace synoptic {
namespace {

constexpr size_t kMostCompared = 64;  // values of a claim

enum class Values : uint8_t { kNotCompared, kAgree, kConflict };

// Whether some values of both can be compared and all those are in conflict. `compare` says how two
// are to each other.
template <typename T, typename Compare>
bool AllConflict(const std::vector<T>& first, const std::vector<T>& second, Compare compare) {
  bool conflict = false;
  for (size_t i = 0; i < std::min(first.size(), kMostCompared); ++i) {
    for (size_t j = 0; j < std::min(second.size(), kMostCompared); ++j) {
      const Values values = compare(first[i], second[j]);
      if (values == Values::kAgree) return false;
      conflict |= values == Values::kConflict;
    }
  }
  return conflict;
}

std::string_view LastWord(std::string_view phrase) {
  const size_t space = phrase.rfind(' ');
  return space == std::string_view::npos ? phrase : phrase.substr(space + 1);
}

Values CompareCounts(const Quantity& a, const Quantity& b) {
  if (a.of.empty() || b.of.empty() || a.percent != b.percent) return Values::kNotCompared;
  const Tie tie = TieOf(LastWord(a.of), LastWord(b.of));
  if (tie != Tie::kSame && tie != Tie::kSynonym) return Values::kNotCompared;
  return a.low <= b.high && b.low <= a.high ? Values::kAgree : Values::kConflict;
}

Values CompareTimes(const TimeExpression& a, const TimeExpression& b) {
  if (a.type == TimeType::kDuration || a.type == TimeType::kSet || b.type == TimeType::kDuration ||
      b.type == TimeType::kSet) {
    return Values::kNotCompared;
  }
  const auto x = DaysOf(a.value), y = DaysOf(b.value);
  if (!x || !y) return Values::kNotCompared;
  return x->Overlaps(*y) ? Values::kAgree : Values::kConflict;
}

struct ClaimPlace {
  std::string name, country;
};

std::vector<ClaimPlace> PlacesOf(const Document& claim) {
  std::vector<ClaimPlace> places;
  for (const Mention& mention : claim.mentions) {
    if (mention.type != ActorType::kPlace || mention.metonym) continue;
    ClaimPlace place{Lower(claim.Cut(mention.span)), ""};
    if (mention.actor != kNone)
      place.country = claim.actors[static_cast<size_t>(mention.actor)].country;
    places.push_back(std::move(place));
  }
  return places;
}

Values ComparePlaces(const ClaimPlace& a, const ClaimPlace& b) {
  if (a.name == b.name) return Values::kAgree;
  return a.country.empty() || b.country.empty() ? Values::kNotCompared : Values::kConflict;
}

}  // namespace

Facet ConflictingValues(const Document& first, const Document& second) {
  if (AllConflict(first.quantities, second.quantities, CompareCounts)) return Facet::kNumber;
  if (AllConflict(first.times, second.times, CompareTimes)) return Facet::kWhen;
  if (AllConflict(PlacesOf(first), PlacesOf(second), ComparePlaces)) return Facet::kWhere;
  return Facet::kNone;
}

}  // namespace synoptic
