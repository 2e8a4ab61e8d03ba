#include <algorithm>

#include "base/ascii.h"
#include "times/numbers.h"
#include "times/readers.h"

namespace synoptic::times {
namespace {

Found Literal(int begin, int end, std::string value) {
  Found found{begin, end, {}};
  found.meaning.value = std::move(value);
  return found;
}

Found YearFound(int begin, int end, int year) {
  Found found{begin, end, {}};
  found.meaning.form = Form::kDate;
  found.meaning.year = year;
  return found;
}

std::string TwoFigures(int value) {
  return std::string(1, static_cast<char>('0' + value / 10)) + static_cast<char>('0' + value % 10);
}

bool IsOneOf(const Atoms& atoms, int at, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return atoms.Is(at, word); });
}

// A number behind these is a year even far from ours.
bool LeadsToYear(const Atoms& atoms, int at) {
  return IsOneOf(atoms, at,
                 {"in", "since", "of", "by", "until", "from", "during", "year", "between", "before",
                  "after", "early", "late", "mid", "the", "circa", "back"});
}

// "2000 soldiers", "$1990", "1989%", "1,988", "version 2000.1", "No. 1985".
bool IsPlainNumber(const Atoms& atoms, int at) {
  const std::string_view before = atoms.Text(at - 1), after = atoms.Text(at + 1);
  if (before == "$" || before == "\xC2\xA3" || before == "\xE2\x82\xAC" || before == "#")
    return true;
  if (after == "%" || atoms.Is(at + 1, "percent") || atoms.Is(at + 1, "million") ||
      atoms.Is(at + 1, "billion"))
    return true;
  if ((after == "." || after == ",") && atoms.Glued(at + 1) && atoms.Glued(at + 2) &&
      atoms[at + 2].IsNumber())
    return true;
  if (before.size() == 1 && atoms.Glued(at) && (before == "." || before == "/" || before == ":") &&
      atoms[at - 2].IsNumber())
    return true;
  if (atoms.Glued(at) && at > 0 && IsAlpha(before.back())) return true;
  if (atoms.Glued(at + 1) && !after.empty() && IsAlpha(after[0])) return true;
  const bool plural = after.size() > 3 && IsLower(after[0]) && after.back() == 's' &&
                      !after.ends_with("ss") && !atoms.Has(at + 1, kStarter);
  return plural && !LeadsToYear(atoms, at - 1) && !after.ends_with("'s");
}

Found ReadBareYear(const Atoms& atoms, int at) {
  int end = 0, year = 0;
  if (!ReadYear(atoms, at, &end, &year)) return {};
  if (atoms[at].IsNumber()) {
    if (IsPlainNumber(atoms, at)) return {};
    if ((year < 1900 || year > 2050) && !LeadsToYear(atoms, at - 1)) return {};
    if ((year < 1500 || year > 2200) && !IsOneOf(atoms, at - 1, {"in", "year", "since", "circa"}))
      return {};
  } else if (atoms.Is(at + 1, "thousand") && !LeadsToYear(atoms, at - 1) && end - at < 3) {
    return {};
  }
  if (atoms.Has(end, kUnit) && !atoms.Has(end, kYearWord) && !atoms.Is(end, "quarter")) {
    if (!atoms[at].IsNumber() || atoms.Has(end, kPlural)) return {};
  }
  return YearFound(at, end, year);
}

// "fiscal 1989", "fiscal year 2009", "FY2009", "calendar year 2008", "the year 2000".
Found ReadNamedYear(const Atoms& atoms, int at) {
  int i = at;
  if (!atoms.Has(i, kYearWord) && !atoms.Is(i, "year")) return {};
  if (atoms.Has(i, kYearWord)) ++i;
  if (atoms.Is(i, "year")) ++i;
  if (atoms.Is(i, "of")) return {};
  int end = 0, year = 0;
  const bool short_form = atoms[i].figures == 2 && (atoms.Is(at, "cy") || atoms.Is(at, "fy"));
  if (short_form) {
    year = 2000 + atoms[i].number;
    end = i + 1;
  } else if (!ReadYear(atoms, i, &end, &year)) {
    return {};
  }
  Found found = YearFound(at, end, year);
  found.meaning.fiscal = atoms.Is(at, "fiscal") || atoms.Is(at, "fy") || atoms.Is(at, "financial");
  return found;
}

// "1990s", "'80s", "80s", "nineties", "nineteen-eighties".
Found ReadDecade(const Atoms& atoms, int at) {
  int i = at;
  if (atoms.Text(i) == "'" || atoms.Text(i) == "\xE2\x80\x99" || atoms.Text(i) == "\xE2\x80\x98")
    ++i;
  const bool figures = atoms[i].IsNumber() && !atoms[i].grouped && atoms[i].number % 10 == 0;
  if (figures) {
    const bool plural = atoms.Glued(i + 1) && (atoms.Is(i + 1, "s") || atoms.Is(i + 1, "'s"));
    if (!plural) return {};
    if (atoms[i].figures == 4 && atoms[i].number >= 1000 && atoms[i].number < 2100) {
      return Literal(at, i + 2, std::to_string(atoms[i].number / 10));
    }
    if (atoms[i].figures == 2 && atoms[i].number >= 20)
      return Literal(at, i + 2, "19" + std::to_string(atoms[i].number / 10));
    return {};
  }
  constexpr std::string_view kNames[] = {"twenties", "thirties",  "forties",  "fifties",
                                         "sixties",  "seventies", "eighties", "nineties"};
  const auto* const name = std::find_if(std::begin(kNames), std::end(kNames),
                                        [&](std::string_view n) { return atoms.Is(at, n); });
  if (name == std::end(kNames)) return {};
  const bool age = IsOneOf(atoms, at - 1, {"his", "her", "their", "my", "our"}) ||
                   IsOneOf(atoms, at - 2, {"his", "her", "their", "my"});
  if (age) return {};
  return Literal(at, at + 1, "19" + std::to_string(name - std::begin(kNames) + 2));
}

// "20th century", "21st-century".
Found ReadCentury(const Atoms& atoms, int at) {
  int end = 0, number = 0;
  if (!ReadOrdinal(atoms, at, &end, &number) || number > 30 || number < 1) return {};
  if (atoms.Dash(end)) ++end;
  if (!atoms.Is(end, "century")) return {};
  return Literal(at, end + 1, TwoFigures(number - 1));
}

// "'82", a year said short.
Found ReadShortYear(const Atoms& atoms, int at) {
  const std::string_view mark = atoms.Text(at);
  if (mark != "'" && mark != "\xE2\x80\x99") return {};
  if (!atoms.Glued(at + 1) || atoms[at + 1].figures != 2 || atoms.Glued(at + 2)) return {};
  if (at > 0 && atoms.Glued(at)) return {};
  const int year = atoms[at + 1].number;
  return YearFound(at, at + 2, year < 40 ? 2000 + year : 1900 + year);
}

}  // namespace

Found ReadYearLike(const Atoms& atoms, int at) {
  const int begin = at;
  if (atoms.Is(at, "the") || atoms.Text(at) == "=") ++at;
  Found best;
  for (const auto reader : {ReadBareYear, ReadNamedYear, ReadDecade, ReadCentury, ReadShortYear}) {
    Found found = reader(atoms, at);
    if (found.end > best.end) best = std::move(found);
  }
  if (!best) return {};
  const bool bare =
      at > begin && best.meaning.form == Form::kDate && atoms[at].IsNumber();  // "the 1962 crisis"
  best.begin = bare || atoms.Text(begin) == "=" ? at : begin;
  return best;
}

}  // namespace synoptic::times
