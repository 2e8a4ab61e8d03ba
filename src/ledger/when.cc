#include "ledger/when.h"

namespace synoptic {

std::string IntervalOf(const TimeExpression& time) {
  if (time.begin.empty() || time.end.empty() || time.begin == time.end) return time.value;
  return time.begin + "/" + time.end;
}

When WhenOf(const ReportIndex& index, Span span) {
  When when;
  const auto [first, end] = index.TokensIn(span);
  Index last = kNone;
  for (Index t = first; t < end; ++t) {
    const Index at = index.TimeOf(t);
    if (at == kNone || at == last) continue;
    last = at;
    const TimeExpression& time = index.doc().times[static_cast<size_t>(at)];
    if (time.type == TimeType::kDuration) {
      if (!when.duration) when.duration = DurationDays(time.value);
      continue;
    }
    const std::string value = IntervalOf(time);
    const auto days = DaysOf(value);
    if (days && (!when.days || days->days() < when.days->days()))
      when.days = days, when.value = value;
  }
  return when;
}

}  // namespace synoptic
