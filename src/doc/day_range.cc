#include "doc/day_range.h"

#include <charconv>

#include <algorithm>

#include "base/ascii.h"

namespace synoptic {
namespace {

// Reads `count` digits at the front; false and untouched where there are fewer.
bool TakeDigits(std::string_view& text, size_t count, int& number) {
  if (text.size() < count ||
      !std::all_of(text.begin(), text.begin() + static_cast<long>(count), IsDigit))
    return false;
  number = 0;
  for (size_t i = 0; i < count; ++i) number = number * 10 + (text[i] - '0');
  text.remove_prefix(count);
  return true;
}

std::optional<DayRange> Of(std::optional<Date> first, std::optional<Date> last) {
  if (!first || !last) return std::nullopt;
  return DayRange{*first, *last};
}

std::optional<DayRange> Months(int year, int month, int count) {
  const int next = month + count;
  const auto after = next > 12 ? Date::Of(year + 1, next - 12, 1) : Date::Of(year, next, 1);
  if (!after) return std::nullopt;
  return Of(Date::Of(year, month, 1), after->Plus(-1));
}

std::optional<DayRange> Week(int year, int week) {
  const auto fourth = Date::Of(year, 1, 4);  // always in the first ISO week
  if (!fourth || week < 1 || week > 53) return std::nullopt;
  const Date monday = fourth->Plus(1 - fourth->IsoWeekday() + 7 * (week - 1));
  return DayRange{monday, monday.Plus(6)};
}

std::optional<DayRange> Season(int year, std::string_view name) {
  if (name == "SP") return Months(year, 3, 3);
  if (name == "SU") return Months(year, 6, 3);
  if (name == "FA") return Months(year, 9, 3);
  if (name == "WI") return Months(year, 12, 3);
  if (name == "H1") return Months(year, 1, 6);
  if (name == "H2") return Months(year, 7, 6);
  if (name.size() == 2 && name[0] == 'Q' && name[1] >= '1' && name[1] <= '4')
    return Months(year, (name[1] - '1') * 3 + 1, 3);
  return std::nullopt;
}

std::optional<DayRange> One(std::string_view text) {
  int year = 0, number = 0;
  if (text.size() == 3 && TakeDigits(text, 3, year))
    return Of(Date::Of(year * 10, 1, 1), Date::Of(year * 10 + 9, 12, 31));
  if (text.size() == 2 && TakeDigits(text, 2, year))
    return Of(Date::Of(year * 100, 1, 1), Date::Of(year * 100 + 99, 12, 31));
  if (!TakeDigits(text, 4, year)) return std::nullopt;
  if (text.empty()) return Of(Date::Of(year, 1, 1), Date::Of(year, 12, 31));
  if (text[0] != '-') return std::nullopt;
  text.remove_prefix(1);
  if (text.size() > 1 && text[0] == 'W' && IsDigit(text[1])) {
    text.remove_prefix(1);
    if (!TakeDigits(text, 2, number)) return std::nullopt;
    return Week(year, number);
  }
  if (!TakeDigits(text, 2, number)) return Season(year, text);
  if (text.empty()) return number >= 1 && number <= 12 ? Months(year, number, 1) : std::nullopt;
  const int month = number;
  if (text[0] != '-') return std::nullopt;
  text.remove_prefix(1);
  if (!TakeDigits(text, 2, number) || !(text.empty() || text[0] == 'T')) return std::nullopt;
  return Of(Date::Of(year, month, number), Date::Of(year, month, number));
}

}  // namespace

std::optional<DayRange> DaysOf(std::string_view timex) {
  const size_t slash = timex.find('/');
  if (slash == std::string_view::npos) return One(timex);
  const auto first = One(timex.substr(0, slash)), last = One(timex.substr(slash + 1));
  if (!first || !last || last->last < first->first) return std::nullopt;
  return DayRange{first->first, last->last};
}

std::optional<int> DurationDays(std::string_view timex) {
  if (!timex.starts_with('P')) return std::nullopt;
  timex.remove_prefix(1);
  const bool time = timex.starts_with('T');
  if (time) timex.remove_prefix(1);
  int number = 0;
  size_t digits = 0;
  while (digits < timex.size() && digits < 6 && IsDigit(timex[digits]))
    number = number * 10 + (timex[digits++] - '0');
  if (digits == 0 || digits + 1 != timex.size()) return std::nullopt;
  switch (timex[digits]) {
    case 'H':
      return time && number % 24 == 0 ? std::optional(number / 24) : std::nullopt;
    case 'D':
      return time ? std::nullopt : std::optional(number);
    case 'W':
      return time ? std::nullopt : std::optional(number * 7);
    case 'M':
      return time ? std::nullopt : std::optional(number * 30);
    case 'Y':
      return time ? std::nullopt : std::optional(number * 365);
    default:
      return std::nullopt;
  }
}

std::optional<double> DurationSeconds(std::string_view timex) {
  constexpr double kDay = 86400;
  if (!timex.starts_with('P')) return std::nullopt;
  timex.remove_prefix(1);
  const bool time = timex.starts_with('T');
  if (time) timex.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(timex.data(), timex.data() + timex.size(), number);
  if (error != std::errc() || number < 0 || end + 1 != timex.data() + timex.size())
    return std::nullopt;
  switch (*end) {
    case 'S':
      return time ? std::optional(number) : std::nullopt;
    case 'M':
      return number * (time ? 60 : 30 * kDay);
    case 'H':
      return time ? std::optional(number * 3600) : std::nullopt;
    case 'D':
      return time ? std::nullopt : std::optional(number * kDay);
    case 'W':
      return time ? std::nullopt : std::optional(number * 7 * kDay);
    case 'Y':
      return time ? std::nullopt : std::optional(number * 365 * kDay);
    default:
      return std::nullopt;
  }
}

}  // namespace synoptic
