// When: the days and the length that the times inside a stretch of text tell.
#ifndef SYNOPTIC_LEDGER_WHEN_H_
#define SYNOPTIC_LEDGER_WHEN_H_

#include <optional>
#include <string>

#include "doc/day_range.h"
#include "text/report_index.h"

namespace synoptic {

struct When {
  std::string value;  // TIMEX3 value or "begin/end"; empty if the text gives no date
  std::optional<DayRange> days;
  std::optional<int> duration;  // days
};

// The value of one expression as an interval where it is one: "May 8-10" is
// "2025-05-08/2025-05-10".
std::string IntervalOf(const TimeExpression& time);

// Of the dates in the span the one that is narrowest, the first of these; and the first duration.
When WhenOf(const ReportIndex& index, Span span);

}  // namespace synoptic

#endif  // SYNOPTIC_LEDGER_WHEN_H_
