// Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991) and the Julian
// computus; Islamic dates by the tabular calendar, which the sighted one may differ from by a day.
#include <charconv>

#include "base/ascii.h"
#include "times/resolve.h"

namespace synoptic::times {
namespace {

Date Easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, static_cast<uint8_t>(n / 31), static_cast<uint8_t>(n % 31 + 1)};
}

Date OrthodoxEaster(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int n = d + e + 114;
  const int shift = year / 100 - year / 400 - 2;  // Julian to Gregorian
  return Date{year, static_cast<uint8_t>(n / 31), static_cast<uint8_t>(n % 31 + 1)}.Plus(shift);
}

// Day `day` of Islamic month `month` in the Islamic year whose day falls into `year`.
std::optional<Date> Hijri(int year, int month, int day) {
  const int first = (year - 622) * 33 / 32 - 1;
  for (int islamic = first; islamic <= first + 3; ++islamic) {
    const int days =
        (11 * islamic + 3) / 30 + 354 * islamic + 30 * month - (month - 1) / 2 + day - 385;
    const Date date = Date{622, 7, 19}.Plus(days);
    if (date.year == year) return date;
  }
  return std::nullopt;
}

std::optional<Date> NthWeekday(int year, int month, int nth, int weekday) {
  if (nth == -1) {
    Date last =
        Date{month == 12 ? year + 1 : year, static_cast<uint8_t>(month == 12 ? 1 : month + 1), 1}
            .Plus(-1);
    while (last.IsoWeekday() != weekday) last = last.Plus(-1);
    return last;
  }
  Date day{year, static_cast<uint8_t>(month), 1};
  if (nth == -9) {  // the first one behind the first Monday
    while (day.IsoWeekday() != 1) day = day.Plus(1);
    nth = 1;
  }
  while (day.IsoWeekday() != weekday) day = day.Plus(1);
  return day.Plus(7 * (nth - 1));
}

int Number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

std::optional<Date> HolidayIn(std::string_view rule, int year) {
  const auto parts = Split(rule, ' ');
  int n[5] = {};
  for (size_t i = 1; i < parts.size() && i < 5; ++i) n[i] = Number(parts[i]);
  if (parts[0] == "fixed") return Date::Of(year, n[1], n[2]);
  if (year < 1 || year > 9000 || n[1] < -400) return std::nullopt;
  if (parts[0] == "easter") return Easter(year).Plus(n[1]);
  if (parts[0] == "orthodox") return OrthodoxEaster(year).Plus(n[1]);
  if (parts[0] == "hijri") return Hijri(year, n[1], n[2]);
  if (n[1] < 1 || n[1] > 12 || n[3] < 1 || n[3] > 7) return std::nullopt;
  const auto day = NthWeekday(year, n[1], n[2], n[3]);
  if (parts[0] == "after" && day) return day->Plus(n[4]);
  return parts[0] == "nth" ? day : std::nullopt;
}

}  // namespace synoptic::times
