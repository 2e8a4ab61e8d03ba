#include "show/time_axis.h"

#include <algorithm>
#include <array>

#include "show/wording.h"

namespace synoptic {
namespace {

constexpr int64_t kHour = 3600, kDay = 24 * kHour;

Date DayOf(int64_t seconds) {
  const std::chrono::sys_days days{std::chrono::days{seconds / kDay - (seconds % kDay < 0)}};
  const std::chrono::year_month_day day{days};
  return {int(day.year()), static_cast<uint8_t>(unsigned(day.month())),
          static_cast<uint8_t>(unsigned(day.day()))};
}

// The first multiple of `step` at or after `at`.
int64_t RoundUp(int64_t at, int64_t step) {
  const int64_t down = at - ((at % step) + step) % step;
  return down == at ? at : down + step;
}

}  // namespace

int64_t SecondsOf(Date day) {
  return std::chrono::duration_cast<std::chrono::seconds>(day.Days().time_since_epoch()).count();
}

TimeAxis::TimeAxis(int64_t first, int64_t last, double left, double right, int most)
    : first_(first), last_(std::max(last, first + kHour)), left_(left), right_(right) {
  TickAtMost(most);
}

void TimeAxis::TickAtMost(int most) {
  const int64_t span = last_ - first_;
  for (const int64_t hours : {1, 3, 6, 12}) {
    if (span / (hours * kHour) <= most) return TickHours(hours * kHour);
  }
  for (const int64_t days : {1, 2, 7, 14}) {
    if (span / (days * kDay) <= most) return TickDays(days);
  }
  for (const int months : {1, 3, 6}) {
    if (span / (months * 30 * kDay) <= most) return TickMonths(months);
  }
  TickMonths(12 * (1 + static_cast<int>(span / (365 * kDay)) / std::max(most, 1)));
}

double TimeAxis::X(int64_t seconds) const {
  const int64_t at = std::clamp(seconds, first_, last_);
  return left_ +
         (right_ - left_) * static_cast<double>(at - first_) / static_cast<double>(last_ - first_);
}

void TimeAxis::TickHours(int64_t step) {
  for (int64_t at = RoundUp(first_, step); at <= last_; at += step) {
    const int64_t hour = ((at % kDay) + kDay) % kDay / kHour;
    Tick tick{X(at), (hour < 10 ? "0" : "") + std::to_string(hour) + ":00", ""};
    if (hour == 0 || ticks_.empty()) tick.day = DayWords(DayOf(at), false);
    ticks_.push_back(std::move(tick));
  }
}

void TimeAxis::TickDays(int64_t days) {
  for (int64_t at = RoundUp(first_, kDay); at <= last_; at += days * kDay) {
    ticks_.push_back({X(at), DayWords(DayOf(at), false), ""});
  }
}

void TimeAxis::TickMonths(int months) {
  const Date start = DayOf(first_);
  int month = start.year * 12 + start.month - 1;
  month = (month / months) * months;
  for (;; month += months) {
    const auto day = Date::Of(month / 12, month % 12 + 1, 1);
    if (!day || SecondsOf(*day) > last_) return;
    if (SecondsOf(*day) < first_) continue;
    const std::string words = DayWords(*day, true).substr(2);
    ticks_.push_back({X(SecondsOf(*day)), months >= 12 ? std::to_string(day->year) : words, ""});
  }
}

}  // namespace synoptic
