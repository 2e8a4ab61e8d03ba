#include "show/wording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "doc/labels.h"

namespace synoptic {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

bool AllDigits(std::string_view text) {
  for (const char c : text) {
    if (!IsDigit(c)) return false;
  }
  return !text.empty();
}

// The month "06" names; empty if none.
std::string_view MonthName(std::string_view digits) {
  if (digits.size() != 2 || !AllDigits(digits)) return {};
  const int number = (digits[0] - '0') * 10 + (digits[1] - '0');
  return number >= 1 && number <= 12 ? kMonths[static_cast<size_t>(number - 1)]
                                     : std::string_view();
}

std::string_view PartOfDay(std::string_view code) {
  if (code == "MO") return "morning";
  if (code == "MI") return "midday";
  if (code == "AF") return "afternoon";
  if (code == "EV") return "evening";
  if (code == "NI") return "night";
  if (code == "DT") return "daytime";
  return {};
}

std::string_view PartOfYear(std::string_view code) {
  if (code == "SP") return "spring";
  if (code == "SU") return "summer";
  if (code == "FA" || code == "AU") return "autumn";
  if (code == "WI") return "winter";
  if (code == "Q1") return "first quarter of";
  if (code == "Q2") return "second quarter of";
  if (code == "Q3") return "third quarter of";
  if (code == "Q4") return "fourth quarter of";
  if (code == "H1") return "first half of";
  if (code == "H2") return "second half of";
  return {};
}

// ", 11:40" of "11:40:00+02:00"; ", evening" of "EV".
std::string AfterT(std::string_view time) {
  if (time.size() >= 5 && AllDigits(time.substr(0, 2)) && time[2] == ':') {
    return ", " + std::string(time.substr(0, 5));
  }
  if (time.size() >= 2 && AllDigits(time.substr(0, 2))) {
    return ", " + std::string(time.substr(0, 2)) + ":00";
  }
  const std::string_view part = PartOfDay(time.substr(0, 2));
  return part.empty() ? std::string() : ", " + std::string(part);
}

std::string DurationWords(std::string_view timex) {
  const bool clock = timex.starts_with("PT");
  const std::string_view number = timex.substr(clock ? 2 : 1, timex.size() - (clock ? 3 : 2));
  if (!AllDigits(number)) return std::string(timex);
  std::string_view unit;
  switch (timex.back()) {
    case 'D':
      unit = "day";
      break;
    case 'W':
      unit = "week";
      break;
    case 'M':
      unit = clock ? "minute" : "month";
      break;
    case 'Y':
      unit = "year";
      break;
    case 'H':
      unit = "hour";
      break;
    case 'S':
      unit = "second";
      break;
    default:
      return std::string(timex);
  }
  return std::string(number) + " " + std::string(unit) + (number == "1" ? "" : "s");
}

// "2024" of "2024", nothing of "XXXX".
std::string YearAfter(std::string_view year) {
  return AllDigits(year) ? " " + std::string(year) : std::string();
}

std::string DateWords(std::string_view timex) {
  const size_t t = timex.find('T');
  const std::string_view day = timex.substr(0, t);
  const std::string clock = t == std::string_view::npos ? "" : AfterT(timex.substr(t + 1));
  if (day.size() < 6 || day[4] != '-')
    return day.size() == 4 && AllDigits(day) ? std::string(day) + clock : std::string(timex);
  const std::string year = YearAfter(day.substr(0, 4));
  const std::string_view rest = day.substr(5);
  if (const std::string_view part = PartOfYear(rest); !part.empty()) {
    return std::string(part) + year;
  }
  if (rest.front() == 'W' && AllDigits(rest.substr(1, 2))) {
    const bool weekend = rest.ends_with("-WE");
    return std::string(weekend ? "weekend of week " : "week ") + std::string(rest.substr(1, 2)) +
           (year.empty() ? "" : " of" + year);
  }
  const std::string_view month = MonthName(rest.substr(0, 2));
  if (month.empty()) return std::string(timex);
  if (rest.size() == 2) return std::string(month) + year;
  if (rest.size() < 5 || !AllDigits(rest.substr(3, 2))) return std::string(timex);
  const std::string_view number = rest.substr(rest[3] == '0' ? 4 : 3, rest[3] == '0' ? 1 : 2);
  return std::string(number) + " " + std::string(month) + year + clock;
}

}  // namespace

std::string DayWords(Date day, bool with_year) {
  std::string words = std::to_string(day.day) + " ";
  words += kMonths[static_cast<size_t>((day.month + 11) % 12)];
  if (with_year) words += " " + std::to_string(day.year);
  return words;
}

std::string ClockWords(const Moment& moment) {
  return moment.time.size() >= 6 ? moment.time.substr(1, 5) : std::string();
}

std::string MomentWords(const Moment& moment, bool with_year) {
  const std::string clock = ClockWords(moment);
  return DayWords(moment.date, with_year) + (clock.empty() ? "" : ", " + clock);
}

std::string TimeWords(std::string_view timex) {
  if (const size_t slash = timex.find('/'); slash != std::string_view::npos) {
    const std::string first = TimeWords(timex.substr(0, slash));
    const std::string last = TimeWords(timex.substr(slash + 1));
    if (first.empty()) return last.empty() ? "" : "until " + last;
    return last.empty() ? "from " + first : first + " to " + last;
  }
  if (timex.size() > 2 && timex.front() == 'P' && timex != "PRESENT_REF" && timex != "PAST_REF") {
    return DurationWords(timex);
  }
  if (timex == "PRESENT_REF") return "now";
  if (timex == "PAST_REF") return "in the past";
  if (timex == "FUTURE_REF") return "in the future";
  return DateWords(timex);
}

std::string Count(size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string Listed(const std::vector<std::string>& items) {
  std::string list;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) list += i + 1 == items.size() ? " and " : ", ";
    list += items[i];
  }
  return list;
}

std::string Spaced(std::string_view label) {
  std::string words(label);
  for (char& c : words) {
    if (c == '-') c = ' ';
  }
  return words;
}

std::string Capital(std::string text) {
  if (!text.empty()) text[0] = ToUpper(text[0]);
  return text;
}

std::string Percent(double share) {
  if (!(share > 0)) return "0 %";
  return std::to_string(std::lround(std::min(share, 1.0) * 100)) + " %";
}

std::string_view FacetWords(Facet facet) {
  switch (facet) {
    case Facet::kPolarity:
      return "yes or no";
    case Facet::kMedium:
      return "how it was said";
    default:
      return Label(facet);
  }
}

std::string_view EdgeVerb(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::kCopy:
      return "copies";
    case EdgeKind::kRewrite:
      return "rewrites";
    case EdgeKind::kUpdate:
      return "updates";
    case EdgeKind::kSharedOrigin:
      return "shares a source with";
    case EdgeKind::kTemplate:
      return "has the form of";
  }
  return {};
}

namespace {

bool IsControl(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F || c == 0x061C ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool IsBlank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x2028 ||
         c == 0x2029;
}

}  // namespace

std::string OneLine(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    if (IsBlank(point.value)) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else if (IsControl(point.value)) {
      AppendUtf8(kReplacement, line);
    } else {
      AppendUtf8(point.value, line);
    }
    at += point.length;
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace synoptic
