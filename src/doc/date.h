// Date: a civil day of the proleptic Gregorian calendar. No time zone, no clock: nothing here asks
// what day it is today, since output may depend on input alone.
#ifndef SYNOPTIC_DOC_DATE_H_
#define SYNOPTIC_DOC_DATE_H_

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic {

struct Date {
  int32_t year = 0;
  uint8_t month = 0;  // 1..12
  uint8_t day = 0;    // 1..31

  auto operator<=>(const Date&) const = default;

  // nullopt where there is no such day ("February 30", year 0 or over 9999).
  static std::optional<Date> Of(int year, int month, int day);
  // Reads the ISO 8601 day at the start of `text` ("2025-05-11", "2025-05-11T09:00:00Z").
  static std::optional<Date> Parse(std::string_view text);

  std::chrono::sys_days Days() const {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
  }
  Date Plus(int days) const;
  int DaysSince(Date other) const { return static_cast<int>((Days() - other.Days()).count()); }
  // 1 Monday .. 7 Sunday.
  int IsoWeekday() const;
  // "2025-05-11"
  std::string Iso() const;
};

// A moment as a report gives it: the day, and the rest of the ISO 8601 string where there is one.
struct Moment {
  Date date;
  std::string time;  // "T09:30:00+02:00", "T09:30Z" or empty

  // Reads a whole ISO 8601 date or date-time; nullopt for anything else.
  static std::optional<Moment> Parse(std::string_view text);
  std::string Iso() const { return date.Iso() + time; }
  // Seconds since 1970 UTC; a missing time is the start of the day, a missing zone is UTC.
  int64_t UnixSeconds() const;
};

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_DATE_H_
