// Hazards: earthquakes, storms, crashes. They strike and kill, but nobody attacks.
#ifndef SYNOPTIC_TEXT_HAZARDS_H_
#define SYNOPTIC_TEXT_HAZARDS_H_

#include <string_view>

namespace synoptic {

// True for the lemma of a hazard (data/en/hazards.tsv). Thread-safe. Cost: a look-up.
bool IsHazard(std::string_view lemma);

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_HAZARDS_H_
