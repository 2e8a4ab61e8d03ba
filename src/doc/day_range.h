// Which days a TIMEX3 value covers.
#ifndef SYNOPTIC_DOC_DAY_RANGE_H_
#define SYNOPTIC_DOC_DAY_RANGE_H_

#include <optional>
#include <string_view>

#include "doc/date.h"

namespace synoptic {

struct DayRange {
  Date first, last;

  bool operator==(const DayRange&) const = default;
  bool Overlaps(const DayRange& other) const { return first <= other.last && other.first <= last; }
  bool Contains(const DayRange& other) const { return first <= other.first && other.last <= last; }
  int days() const { return last.DaysSince(first) + 1; }
};

// "2025-05-11", "2025-05-11TNI", "2025-05", "2025-W20", "2025-Q2", "2025-SU", "2025", "202", "20",
// and an interval of two of them ("2025-05-08/2025-05-10"). nullopt for a value that holds X or
// names no days.
std::optional<DayRange> DaysOf(std::string_view timex);

// Days of a TIMEX3 duration of whole days or hours that make them ("P3D", "PT72H", "P1M" 30,
// "P2W"); nullopt for others.
std::optional<int> DurationDays(std::string_view timex);

// Seconds of a TIMEX3 duration of one unit ("PT40M", "P2Y", "PT0.75H"; a month 30 days, a year
// 365); nullopt for others.
std::optional<double> DurationSeconds(std::string_view timex);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_DAY_RANGE_H_
