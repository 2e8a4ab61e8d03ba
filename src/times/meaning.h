// Meaning: what an expression says, before anybody asks which day it was said on.
#ifndef SYNOPTIC_TIMES_MEANING_H_
#define SYNOPTIC_TIMES_MEANING_H_

#include <memory>
#include <string>
#include <string_view>

#include "doc/document.h"

namespace synoptic::times {

enum class Form : uint8_t {
  kLiteral,  // `value` is complete
  kDate,     // year, month, day: zero where not said
  kWeekday,  // weekday; direction, and day of the month where said
  kDay,      // `amount` days from the anchor
  kUnit,   // the unit `direction` from the anchor's own; 0 the anchor's own, kAnaphor the one last
           // told of
  kShift,  // `amount` units from `base`, from the anchor, or from the day last told of
  kQuarter,  // the `number`th quarter (or half) of year or direction
  kSeason,
  kHoliday,  // `rule`
  kClock,    // only a time of day
  kWeek,     // week `number` of a year or month
  kPeriod,   // "the 1988 period", "the year-earlier quarter": the period last told of, moved by
             // whole years
};

inline constexpr int kAnaphor = 9;  // direction: "the quarter", "that year"
inline constexpr int kUnsaid = 8;   // direction: none said

struct Meaning {
  Form form = Form::kLiteral;
  TimeType type = TimeType::kDate;
  std::string value;
  int year = 0, month = 0, day = 0, weekday = 0, number = 0;
  int amount = 0;
  int direction = kUnsaid;
  char unit = 0;
  std::string_view season, part, rule;
  bool half = false;       // of kQuarter
  bool exact = false;      // kShift: to the day, whatever the unit
  bool discourse = false;  // kShift: "later", "earlier": from the day last told of
  bool fiscal = false;
  int hour = -1, minute = -1, second = -1;
  bool utc = false;
  std::string_view mod;
  std::string quant, freq;
  std::shared_ptr<const Meaning> base;  // "two weeks before Christmas"

  bool HasClock() const { return hour >= 0 || !part.empty(); }
};

// Atoms [begin, end) mean `meaning`; end 0 where nothing was found.
struct Found {
  int begin = 0, end = 0;
  Meaning meaning;
  explicit operator bool() const { return end > begin; }
};

}  // namespace synoptic::times

#endif  // SYNOPTIC_TIMES_MEANING_H_
