// ParsePageDate: numbers and names of months, in whatever order pages have them.
#include <algorithm>
#include <unordered_map>

#include "base/ascii.h"
#include "base/hash.h"
#include "ingest/html_meta.h"
#include "text/fold.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr size_t kLongest = 400;  // bytes looked at
constexpr int kFirstYear = 1990, kLastYear = 2099;

int MonthOf(std::string_view word) {
  static const auto* const months = [] {
    auto* table = new std::unordered_map<std::string, int, StringHash, std::equal_to<>>;
    static const Lexicon lexicon = Lexicon::Load("web/months.tsv");
    for (const auto& row : lexicon.rows())
      (*table)[std::string(row[0])] = std::stoi(std::string(row[1]));
    return table;
  }();
  const auto found = months->find(word);
  return found == months->end() ? 0 : found->second;
}

struct Part {
  int number = -1;  // of digits
  size_t digits = 0;
  int month = 0;    // of a word
  char behind = 0;  // the character right behind it
  size_t end = 0;
};

std::vector<Part> Cut(const std::string& text) {
  std::vector<Part> parts;
  for (size_t at = 0; at < text.size();) {
    Part part;
    const size_t begin = at;
    if (IsDigit(text[at])) {
      part.number = 0;
      while (at < text.size() && IsDigit(text[at])) {
        part.number = std::min(part.number * 10 + (text[at++] - '0'), 99999999);
      }
      part.digits = at - begin;
      const std::string_view rest = std::string_view(text).substr(at);
      for (const std::string_view suffix : {"st", "nd", "rd", "th", "er"}) {
        if (rest.starts_with(suffix) && (rest.size() == 2 || !IsAlpha(rest[2]))) at += 2;
      }
    } else if (IsAlpha(text[at]) || (text[at] & 0x80) != 0) {
      while (at < text.size() && (IsAlpha(text[at]) || (text[at] & 0x80) != 0)) ++at;
      part.month = MonthOf(std::string_view(text).substr(begin, at - begin));
      if (part.month == 0) continue;
    } else {
      ++at;
      continue;
    }
    part.behind = at < text.size() ? text[at] : 0;
    part.end = at;
    parts.push_back(part);
  }
  return parts;
}

bool IsYear(const Part& part) {
  return part.digits == 4 && part.number >= kFirstYear && part.number <= kLastYear;
}
bool IsDay(const Part& part) {
  return (part.digits == 1 || part.digits == 2) && part.number >= 1 && part.number <= 31;
}

// The date in three parts; `first` of two numbers below 13 is the day where dots say so, else it is
// open.
std::optional<Date> FromParts(const Part& a, const Part& b, const Part& c) {
  if (IsYear(a) && b.number > 0 && IsDay(c)) return Date::Of(a.number, b.number, c.number);
  if (IsYear(a) && b.month > 0 && IsDay(c)) return Date::Of(a.number, b.month, c.number);
  if (IsDay(a) && b.month > 0 && IsYear(c)) return Date::Of(c.number, b.month, a.number);
  if (a.month > 0 && IsDay(b) && IsYear(c)) return Date::Of(c.number, a.month, b.number);
  const bool short_year = c.digits == 2 && a.behind == '.' && b.behind == '.';
  if (!IsDay(a) || !IsDay(b) || !(IsYear(c) || short_year) || a.behind != b.behind)
    return std::nullopt;
  const int year = short_year ? 2000 + c.number : c.number;
  if (a.behind == '.' || a.number > 12) return Date::Of(year, b.number, a.number);
  if (b.number > 12) return Date::Of(year, a.number, b.number);
  if (a.behind != '/' && a.behind != '-') return std::nullopt;
  return Date::Of(year, b.number, a.number);
}

// "09:00" behind the date.
std::string TimeBehind(const std::vector<Part>& parts, size_t at) {
  if (at + 1 >= parts.size()) return {};
  const Part& hour = parts[at];
  const Part& minute = parts[at + 1];
  if (hour.digits == 0 || hour.digits > 2 || hour.number > 23 || hour.behind != ':') return {};
  if (minute.digits != 2 || minute.number > 59) return {};
  const auto two = [](int number) {
    return std::string(number < 10 ? "0" : "") + std::to_string(number);
  };
  return "T" + two(hour.number) + ":" + two(minute.number);
}

}  // namespace

std::optional<Moment> ParsePageDate(std::string_view text) {
  text = Trim(text.substr(0, kLongest));
  if (auto exact = Moment::Parse(text)) {
    if (exact->date.year >= kFirstYear) return exact;
  }
  const std::string lower = Lower(text);
  const std::vector<Part> parts = Cut(lower);
  for (size_t i = 0; i + 2 < parts.size(); ++i) {
    const auto date = FromParts(parts[i], parts[i + 1], parts[i + 2]);
    if (!date || date->year < kFirstYear) continue;
    if (parts[i + 2].end - parts[i].end > 24) continue;
    return Moment{*date, TimeBehind(parts, i + 3)};
  }
  for (const Part& part : parts) {  // 20310304
    if (part.digits != 8) continue;
    const auto date = Date::Of(part.number / 10000, part.number / 100 % 100, part.number % 100);
    if (date && date->year >= kFirstYear && date->year <= kLastYear) return Moment{*date, ""};
  }
  return std::nullopt;
}

}  // namespace synoptic
