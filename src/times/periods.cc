// Periods that lean on one told before: "the quarter", "the year-earlier period", "the first week
// of May", "all day".
#include "times/numbers.h"
#include "times/readers.h"

namespace synoptic::times {
namespace {

bool IsPeriodWord(const Atoms& atoms, int at) {
  return atoms.Is(at, "period") || atoms.Word(at).unit == 'Q';
}

Found Period(int begin, int end, int years, char unit = 0) {
  Found found{begin, end, {}};
  found.meaning.unit = unit;
  found.meaning.form = Form::kPeriod;
  found.meaning.amount = years;
  return found;
}

// "year-earlier", "the year-ago quarter", "the year-earlier period"
Found ReadYearEarlier(const Atoms& atoms, int at) {
  int i = at;
  const bool article = atoms.Is(i, "the");
  if (article) ++i;
  if (atoms.Word(i).unit != 'Y' || !atoms.Dash(i + 1)) return {};
  if (!atoms.Is(i + 2, "earlier") && !atoms.Is(i + 2, "ago")) return {};
  int end = i + 3, number = 0;
  if (IsPeriodWord(atoms, end)) return Period(at, end + 1, -1, 'Q');
  if (int next = 0; ReadOrdinal(atoms, end, &next, &number) && atoms.Word(next).unit == 'Q')
    return Period(at, next + 1, -1, 'Q');
  return Period(article ? i : at, end, -1);
}

// "the latest quarter", "the same period last year", "the comparable period a year earlier"
Found ReadSamePeriod(const Atoms& atoms, int at) {
  if (!atoms.Is(at, "the") || !IsPeriodWord(atoms, at + 2)) return {};
  const bool same = atoms.Is(at + 1, "same") || atoms.Is(at + 1, "comparable") ||
                    atoms.Is(at + 1, "corresponding");
  if (!same && !atoms.Is(at + 1, "latest")) return {};
  const int end = at + 3;
  if (!same) return Period(at, end, 0, 'Q');
  int next = end;
  if (atoms.Is(next, "of")) ++next;
  if (atoms.Is(next, "the")) ++next;
  if (atoms.Is(next, "last") && atoms.Word(next + 1).unit == 'Y') return Period(at, next + 2, -1);
  if (atoms.Is(next, "a") && atoms.Word(next + 1).unit == 'Y' &&
      (atoms.Is(next + 2, "ago") || atoms.Is(next + 2, "earlier")))
    return Period(at, next + 3, -1);
  return {};
}

// Words behind "the day" and the like that turn it from a date into a description.
bool IsDescribed(const Atoms& atoms, int at) {
  for (const std::string_view word : {"of", "when", "that", "after", "before", "he", "she", "it",
                                      "they", "we", "i", "you", "to", "which", "in", "and"}) {
    if (atoms.Is(at, word)) return true;
  }
  return atoms.Dash(at) || atoms[at].IsNumber() || atoms.Has(at, kNumber | kPart);
}

// "the quarter", "the weekend", "the week", "the year": the one the report is about.
Found ReadTheUnit(const Atoms& atoms, int at) {
  if (!atoms.Is(at, "the")) return {};
  const WordInfo& word = atoms.Word(at + 1);
  if (!word.Is(kUnit) || word.Is(kPlural)) return {};
  static constexpr std::string_view kUnits = "YQMWKD";
  if (word.unit == 0 || kUnits.find(word.unit) == std::string_view::npos) return {};
  if (IsDescribed(atoms, at + 2)) return {};
  Found found{at, at + 2, {}};
  if (atoms.Is(at - 1, "for") && (word.unit == 'Y' || word.unit == 'W')) {
    found.meaning.type = TimeType::kDuration;
    found.meaning.value = std::string("P1") + word.unit;
    return found;
  }
  found.meaning.form = Form::kUnit;
  found.meaning.unit = word.unit;
  found.meaning.direction = kAnaphor;
  return found;
}

// "that day", "the same day", "the next morning", "the following day": from the day last told of.
Found ReadThatDay(const Atoms& atoms, int at) {
  int i = at, off = 0;
  if (atoms.Is(i, "that")) {
    ++i;
    if (atoms.Is(i, "same")) ++i;
  } else if (atoms.Is(i, "the")) {
    ++i;
    if (atoms.Is(i, "next") || atoms.Is(i, "following")) {
      off = 1;
    } else if (atoms.Is(i, "previous")) {
      off = -1;
    } else if (!atoms.Is(i, "same")) {
      return {};
    }
    ++i;
  } else {
    return {};
  }
  const WordInfo& word = atoms.Word(i);
  const bool part = word.Is(kPart) && !word.Is(kPlural);
  if (!part && word.unit != 'D') return {};
  if (word.Is(kPlural) || IsDescribed(atoms, i + 1)) return {};
  Found found{at, i + 1, {}};
  found.meaning.form = Form::kShift;
  found.meaning.amount = off;
  found.meaning.unit = 'D';
  found.meaning.discourse = true;
  if (part) {
    found.meaning.part = {word.part.data(), 2};
    found.meaning.type = TimeType::kTime;
  }
  return found;
}

// Sets the year or month of `found` from "of 2015", "of next year", "of May 2021"; false for none.
bool TakeWhole(const Atoms& atoms, Found& found) {
  if (!atoms.Is(found.end, "of")) return false;
  const int at = found.end + 1;
  int end = 0, year = 0;
  if (ReadYear(atoms, at, &end, &year) && year >= 1000 && year < 2200) {
    found.meaning.year = year;
    found.end = end;
    return true;
  }
  Found whole = ReadDirected(atoms, at);
  if (!whole) whole = ReadDate(atoms, at);
  const Meaning& meaning = whole.meaning;
  const bool year_unit = meaning.form == Form::kUnit && meaning.unit == 'Y';
  const bool month = (meaning.form == Form::kUnit && meaning.unit == 'M') ||
                     (meaning.form == Form::kDate && meaning.month > 0 && meaning.day == 0);
  if (!whole || (!year_unit && !month)) return false;
  found.meaning.base = std::make_shared<const Meaning>(meaning);
  found.end = whole.end;
  return true;
}

// "the first week of 2015", "the last week of May", "week 27 of last year", "the 9th month of next
// year", "the 15th day of next month"
Found ReadNth(const Atoms& atoms, int at) {
  int i = at, end = 0, number = 0;
  if (atoms.Is(i, "the")) ++i;
  if (atoms.Word(i).unit == 'W' && !atoms.Has(i, kPlural) && atoms[i + 1].IsNumber() &&
      atoms[i + 1].figures <= 2 && atoms[i + 1].number >= 1 && atoms[i + 1].number <= 53) {
    Found found{at, i + 2, {}};
    found.meaning.form = Form::kWeek;
    found.meaning.unit = 'W';
    found.meaning.number = atoms[i + 1].number;
    TakeWhole(atoms, found);
    return found;
  }
  const bool last = atoms.Is(i, "last");
  if (last) {
    end = i + 1, number = -1;
  } else if (!ReadOrdinal(atoms, i, &end, &number)) {
    return {};
  }
  const char unit = atoms.Word(end).unit;
  if ((unit != 'W' && unit != 'M' && unit != 'D') || atoms.Has(end, kPlural)) return {};
  Found found{at, end + 1, {}};
  found.meaning.form = Form::kWeek;
  found.meaning.unit = unit;
  found.meaning.number = number;
  return TakeWhole(atoms, found) ? found : Found{};
}

// "earlier in the week", "later this year"
Found ReadWithin(const Atoms& atoms, int at) {
  if (!atoms.Is(at, "earlier") && !atoms.Is(at, "later") && !atoms.Is(at, "late") &&
      !atoms.Is(at, "early"))
    return {};
  if (!atoms.Is(at + 1, "in") || !atoms.Is(at + 2, "the")) return {};
  Found found = ReadTheUnit(atoms, at + 2);
  if (!found || found.meaning.unit == 'Q') return {};
  found.begin = at;
  found.meaning.direction = 0;
  return found;
}

// "all day", "all week"
Found ReadAll(const Atoms& atoms, int at) {
  if (!atoms.Is(at, "all")) return {};
  const WordInfo& word = atoms.Word(at + 1);
  if (!word.Is(kUnit) || word.Is(kPlural)) return {};
  static constexpr std::string_view kUnits = "YMWD";
  if (word.unit == 0 || kUnits.find(word.unit) == std::string_view::npos) return {};
  Found found{at, at + 2, {}};
  found.meaning.type = TimeType::kDuration;
  found.meaning.value = std::string("P1") + word.unit;
  return found;
}

}  // namespace

Found ReadPeriod(const Atoms& atoms, int at) {
  Found best;
  for (const auto reader :
       {ReadYearEarlier, ReadSamePeriod, ReadTheUnit, ReadThatDay, ReadNth, ReadWithin, ReadAll}) {
    Found found = reader(atoms, at);
    if (found.end > best.end) best = std::move(found);
  }
  return best;
}

}  // namespace synoptic::times
