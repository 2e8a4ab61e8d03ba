// From what an expression says to its TIMEX3 value, given the day it is read from.
#ifndef SYNOPTIC_TIMES_RESOLVE_H_
#define SYNOPTIC_TIMES_RESOLVE_H_

#include <optional>

#include "doc/document.h"
#include "times/meaning.h"

namespace synoptic::times {

enum class Tense : uint8_t { kUnknown, kPast, kFuture };

// Sets type, value, relative and unresolved of `time`. Without an anchor, what depends on it stays
// X and says why. `value` is empty where there is no such day ("February 30").
void Resolve(const Meaning& meaning, Tense tense, std::optional<Date> anchor, TimeExpression& time);

// The day of a holiday by its rule (data/en/time_holidays.tsv) in `year`; nullopt for a rule that
// gives none.
std::optional<Date> HolidayIn(std::string_view rule, int year);

}  // namespace synoptic::times

#endif  // SYNOPTIC_TIMES_RESOLVE_H_
