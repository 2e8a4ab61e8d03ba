#include "doc/date.h"

#include "base/ascii.h"

namespace synoptic {
namespace {

// The `count` digits at the front of `text`, taken off it; -1 where they are not there.
int TakeDigits(std::string_view& text, size_t count) {
  if (text.size() < count) return -1;
  int value = 0;
  for (size_t i = 0; i < count; ++i) {
    if (!IsDigit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool Take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

void AppendPadded(int value, int width, std::string& out) {
  const std::string digits = std::to_string(value);
  out.append(static_cast<size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
  out += digits;
}

struct Clock {
  int hour = 0, minute = 0, second = 0, offset_minutes = 0;
};

// "T09:30", "T09:30:15.250+02:00", "T093015Z", " 09:30": the whole of `text`.
std::optional<Clock> ParseClock(std::string_view text) {
  Clock clock;
  if (!Take(text, 'T') && !Take(text, ' ') && !Take(text, 't')) return std::nullopt;
  clock.hour = TakeDigits(text, 2);
  if (clock.hour < 0 || clock.hour > 24) return std::nullopt;
  if (Take(text, ':') || (!text.empty() && IsDigit(text.front()))) {
    clock.minute = TakeDigits(text, 2);
    if (clock.minute < 0 || clock.minute > 59) return std::nullopt;
    if (Take(text, ':') || (!text.empty() && IsDigit(text.front()))) {
      clock.second = TakeDigits(text, 2);
      if (clock.second < 0 || clock.second > 60) return std::nullopt;
      if (Take(text, '.') || Take(text, ',')) {
        while (!text.empty() && IsDigit(text.front())) text.remove_prefix(1);
      }
    }
  }
  Take(text, ' ');
  if (text.empty() || text == "Z" || text == "z") return clock;
  const int sign = text.front() == '-' ? -1 : text.front() == '+' ? 1 : 0;
  if (sign == 0) return std::nullopt;
  text.remove_prefix(1);
  const int hours = TakeDigits(text, 2);
  Take(text, ':');
  const int minutes = text.empty() ? 0 : TakeDigits(text, 2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || !text.empty()) return std::nullopt;
  clock.offset_minutes = sign * (hours * 60 + minutes);
  return clock;
}

}  // namespace

std::optional<Date> Date::Of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const Date date{year, static_cast<uint8_t>(month), static_cast<uint8_t>(day)};
  const std::chrono::year_month_day civil{std::chrono::year{year}, std::chrono::month{date.month},
                                          std::chrono::day{date.day}};
  if (!civil.ok()) return std::nullopt;
  return date;
}

std::optional<Date> Date::Parse(std::string_view text) {
  const int year = TakeDigits(text, 4);
  const bool dashed = Take(text, '-');
  const int month = TakeDigits(text, 2);
  if (dashed && !Take(text, '-')) return std::nullopt;
  const int day = TakeDigits(text, 2);
  if (!text.empty() && IsDigit(text.front())) return std::nullopt;
  return Of(year, month, day);
}

Date Date::Plus(int days) const {
  const std::chrono::year_month_day civil{Days() + std::chrono::days{days}};
  return {static_cast<int>(civil.year()),
          static_cast<uint8_t>(static_cast<unsigned>(civil.month())),
          static_cast<uint8_t>(static_cast<unsigned>(civil.day()))};
}

int Date::IsoWeekday() const {
  return static_cast<int>(std::chrono::weekday{Days()}.iso_encoding());
}

std::string Date::Iso() const {
  std::string out;
  AppendPadded(year, 4, out);
  out += '-';
  AppendPadded(month, 2, out);
  out += '-';
  AppendPadded(day, 2, out);
  return out;
}

std::optional<Moment> Moment::Parse(std::string_view text) {
  text = Trim(text);
  const auto date = Date::Parse(text);
  if (!date) return std::nullopt;
  text.remove_prefix(text.size() > 4 && text[4] == '-' ? 10 : 8);
  if (!text.empty() && !ParseClock(text)) return std::nullopt;
  Moment moment{*date, std::string(text)};
  if (!moment.time.empty()) moment.time.front() = 'T';
  return moment;
}

int64_t Moment::UnixSeconds() const {
  const Clock clock = ParseClock(time).value_or(Clock{});
  const int64_t days = date.Days().time_since_epoch().count();
  return days * 86400 + clock.hour * 3600 + (clock.minute - clock.offset_minutes) * 60 +
         clock.second;
}

}  // namespace synoptic
