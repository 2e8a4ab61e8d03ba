// A straight axis of time with ticks at round times.
#ifndef SYNOPTIC_SHOW_TIME_AXIS_H_
#define SYNOPTIC_SHOW_TIME_AXIS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "doc/date.h"

namespace synoptic {

struct Tick {
  double x = 0;
  std::string label;  // "15:00", "9 June", "June 2024"
  std::string day;    // over a midnight among hours: "10 June"; else empty
};

class TimeAxis {
 public:
  // Seconds since 1970; `last` at least `first`. At most about `most` ticks between left and right.
  TimeAxis(int64_t first, int64_t last, double left, double right, int most);

  // Times outside are drawn at the ends.
  double X(int64_t seconds) const;
  bool Before(int64_t seconds) const { return seconds < first_; }
  bool After(int64_t seconds) const { return seconds > last_; }
  const std::vector<Tick>& ticks() const { return ticks_; }

 private:
  void TickAtMost(int most);
  void TickHours(int64_t step);
  void TickDays(int64_t days);
  void TickMonths(int months);

  int64_t first_, last_;
  double left_, right_;
  std::vector<Tick> ticks_;
};

// Midnight UTC at the start of a day.
int64_t SecondsOf(Date day);

}  // namespace synoptic

#endif  // SYNOPTIC_SHOW_TIME_AXIS_H_
