#include <algorithm>

#include "base/ascii.h"
#include "times/numbers.h"
#include "times/readers.h"

namespace synoptic::times {
namespace {

bool IsSeparator(const Atoms& atoms, int at, char* mark) {
  const std::string_view text = atoms.Text(at);
  if (text.size() != 1 || (text[0] != '/' && text[0] != '-' && text[0] != '.')) return false;
  *mark = text[0];
  return atoms.Glued(at) && atoms.Glued(at + 1);
}

int FullYear(int year, int figures) {
  if (figures == 4) return year;
  return year < 40 ? 2000 + year : 1900 + year;
}

Found DateFound(int begin, int end, int year, int month, int day) {
  Found found{begin, end, {}};
  found.meaning.form = Form::kDate;
  found.meaning.year = year;
  found.meaning.month = month;
  found.meaning.day = day;
  return found;
}

bool MonthOk(int month) { return month >= 1 && month <= 12; }
bool DayOk(int day) { return day >= 1 && day <= 31; }
bool YearOk(const Atom& atom) {
  return atom.figures == 4 && !atom.grouped && atom.number >= 1000 && atom.number < 3000;
}

// A number or a month's name between separators.
struct Part {
  int number = 0, figures = 0;
  bool name = false;
};

Part ReadPart(const Atoms& atoms, int at) {
  if (atoms.Has(at, kMonth)) return {atoms.Word(at).month, 0, true};
  if (!atoms[at].IsNumber() || atoms[at].grouped) return {};
  return {atoms[at].number, atoms[at].figures, false};
}

bool PutInOrder(Part a, Part b, Part c, char mark, int* year, int* month, int* day) {
  if (a.figures == 4) {
    *year = a.number;
    const bool swapped = !b.name && (c.name || b.number > 12);
    *month = swapped ? c.number : b.number;
    *day = swapped ? b.number : c.number;
  } else if (b.figures == 4 && (a.name || c.name)) {
    *year = b.number;
    *month = a.name ? a.number : c.number;
    *day = a.name ? c.number : a.number;
  } else if (c.figures == 4 || (c.figures == 2 && (mark == '/' || a.name || b.name))) {
    *year = FullYear(c.number, c.figures);
    const bool day_first =
        b.name || (!a.name && (a.number > 12 || (mark == '.' && b.number <= 12)));
    *day = day_first ? a.number : b.number;
    *month = day_first ? b.number : a.number;
  } else {
    return false;
  }
  return MonthOk(*month) && DayOk(*day) && *year >= 1000 && *year < 3000;
}

// Three parts, or two where one is a year: "2025-05-11", "05/11/25", "05-Aug-2016", "2016-11".
Found ReadFigures(const Atoms& atoms, int at) {
  char first = 0, second = 0;
  const Part a = ReadPart(atoms, at);
  if ((a.figures == 0 && !a.name) || !IsSeparator(atoms, at + 1, &first)) return {};
  if (at > 0 && atoms.Glued(at) && IsDigit(atoms.Text(at - 1).back())) return {};
  const Part b = ReadPart(atoms, at + 2);
  int year = 0, month = 0, day = 0;
  if (IsSeparator(atoms, at + 3, &second) && second == first) {
    const Part c = ReadPart(atoms, at + 4);
    char third = 0;
    if (IsSeparator(atoms, at + 5, &third) && atoms[at + 6].IsNumber() && third == first) return {};
    if (PutInOrder(a, b, c, first, &year, &month, &day))
      return DateFound(at, at + 5, year, month, day);
    return {};
  }
  if (first == '.') return {};
  if (YearOk(atoms[at]) && MonthOk(b.number) && (b.figures <= 2))
    return DateFound(at, at + 3, a.number, b.number, 0);
  if (YearOk(atoms[at + 2]) && MonthOk(a.number) && a.figures <= 2)
    return DateFound(at, at + 3, b.number, a.number, 0);
  return {};
}

// "20250511"
Found ReadCompact(const Atoms& atoms, int at) {
  const Atom& atom = atoms[at];
  if (atom.figures != 8 || atom.grouped) return {};
  const int year = atom.number / 10000, month = atom.number / 100 % 100, day = atom.number % 100;
  if (year < 1900 || year > 2100 || !MonthOk(month) || !DayOk(day)) return {};
  return DateFound(at, at + 1, year, month, day);
}

// The year behind a month or day: "2025", ", 2025", "of 1987", "'82", "in 2020"; 0 where none.
int YearBehind(const Atoms& atoms, int at, int* end) {
  int i = at;
  if (atoms.Text(i) == "," || atoms.Is(i, "of") || atoms.Is(i, "in")) ++i;
  int year = 0;
  if (ReadYear(atoms, i, end, &year) && year >= 1000 && !atoms.Is(*end, "hours") &&
      !atoms.Has(*end, kMeridiem | kZone))
    return year;
  const bool of = i > at && atoms.Is(at, "of");
  if (of && atoms[i].figures == 2) {
    *end = i + 1;
    return FullYear(atoms[i].number, 2);
  }
  if (atoms.Text(i) == "'" && atoms.Glued(i + 1) && atoms[i + 1].figures == 2) {
    *end = i + 2;
    return FullYear(atoms[i + 1].number, 2);
  }
  if (atoms.Is(at, "this") && atoms.Is(at + 1, "year")) *end = at + 2;
  return 0;
}

// A day of the month: "11", "11th", "twenty-first"; not the hour of a clock.
bool ReadMonthDay(const Atoms& atoms, int at, int* end, int* day) {
  int i = at;
  if (atoms.Is(i, "the")) ++i;
  if (ReadOrdinal(atoms, i, end, day)) return DayOk(*day);
  if (!atoms[i].IsNumber() || atoms[i].figures > 2 || atoms[i].grouped || !DayOk(atoms[i].number))
    return false;
  if (atoms.Joint(i + 1, ':') && atoms[i + 2].IsNumber()) return false;
  if (atoms.Has(i + 1, kMeridiem) || (atoms.Text(i + 1) == "%" || atoms.Is(i + 1, "percent")))
    return false;
  *end = i + 1;
  *day = atoms[i].number;
  return true;
}

int SkipStop(const Atoms& atoms, int at) {
  return atoms.Has(at - 1, kAbbreviated) && atoms.Text(at) == "." && atoms.Glued(at) ? at + 1 : at;
}

// Words that make the next one a month: "in May", "last March".
bool LeadsToMonth(const Atoms& atoms, int at) {
  constexpr std::string_view kLeads[] = {
      "in",      "of",   "since",    "until",     "till",  "by",    "during", "from",
      "through", "to",   "between",  "before",    "after", "for",   "and",    "or",
      "around",  "late", "early",    "mid",       "each",  "every", "this",   "last",
      "next",    "past", "starting", "beginning", "the",   "on"};
  return std::any_of(std::begin(kLeads), std::end(kLeads),
                     [&](std::string_view lead) { return atoms.Is(at, lead); }) ||
         (atoms.Dash(at) && atoms.Is(at - 1, "mid"));
}

// A month's name that stands alone, not "may", "march" or Ms. June Haverly.
bool IsMonthAlone(const Atoms& atoms, int at) {
  const Upos pos = atoms.Pos(at);
  if (pos == Upos::kVerb || pos == Upos::kAux) return false;
  const bool leads = LeadsToMonth(atoms, at - 1);
  if (atoms.Has(at, kAmbiguous) || atoms.Has(at, kAbbreviated)) {
    const Upos next = atoms.Pos(at + 1);
    const bool bare_article =
        atoms.Is(at - 1, "the") && next != Upos::kNoun && next != Upos::kAdj && next != Upos::kNum;
    return atoms.Capital(at) && leads && !bare_article &&
           !(atoms.Is(at - 1, "to") && pos == Upos::kX && atoms.Has(at, kAmbiguous) &&
             !atoms.Capital(at));
  }
  if (!atoms.Capital(at)) return leads;
  return leads || !atoms.Capital(at + 1) || atoms.Has(at + 1, kMonth | kWeekday | kHoliday);
}

// "March" of "March and May 2022" takes the year that comes.
int YearAhead(const Atoms& atoms, int at) {
  if (!atoms.Is(at, "and") && !atoms.Is(at, "or") && !atoms.Is(at, "to") &&
      !atoms.Is(at, "through") && !atoms.Dash(at))
    return 0;
  if (!atoms.Has(at + 1, kMonth)) return 0;
  int end = SkipStop(atoms, at + 2), day = 0;
  ReadMonthDay(atoms, end, &end, &day);
  return YearBehind(atoms, end, &end);
}

// "May 11, 2025", "May 11th", "May 2025", "May".
Found ReadMonthFirst(const Atoms& atoms, int at) {
  if (!atoms.Has(at, kMonth)) return {};
  const int month = atoms.Word(at).month;
  int end = SkipStop(atoms, at + 1), day = 0, year = 0;
  int after = end;
  if (atoms.Capital(at) || !atoms.Has(at, kAmbiguous)) {
    if (const int said = YearBehind(atoms, end, &after); said != 0) {
      return DateFound(at, after, said, month, 0);
    }
    if (ReadMonthDay(atoms, end, &after, &day) &&
        !(atoms.Has(after, kUnit) && !atoms.Has(after - 1, kOrdinal))) {
      end = after;
      int range = end;  // "May 8-10, 2025"
      if ((atoms.Dash(end) || atoms.Is(end, "and") || atoms.Is(end, "to")) &&
          atoms[end + 1].figures > 0 && atoms[end + 1].figures <= 2) {
        year = YearBehind(atoms, end + 2, &range);
      } else {
        year = YearBehind(atoms, end, &end);
        if (year == 0) year = YearAhead(atoms, end);
      }
      return DateFound(at, end, year, month, day);
    }
    if (end < after) return DateFound(at, after, 0, month, 0);  // "January this year"
  }
  if (!IsMonthAlone(atoms, at)) return {};
  return DateFound(at, end, YearAhead(atoms, end), month, 0);
}

// "11 May 2025", "the 11th of May", "8-10 May".
Found ReadDayFirst(const Atoms& atoms, int at) {
  int end = 0, day = 0;
  if (!ReadMonthDay(atoms, at, &end, &day)) {
    int value = 0;
    if (!atoms.Has(at, kNumber) || !ReadCardinal(atoms, at, &end, &value) || !DayOk(value))
      return {};
    day = value;
  }
  if (atoms.Is(end, "of")) ++end;
  int month = end;
  if ((atoms.Dash(end) || atoms.Is(end, "and") || atoms.Is(end, "to")) &&
      atoms[end + 1].IsNumber() && atoms.Has(end + 2, kMonth))
    month = end + 2;
  if (!atoms.Has(month, kMonth) || (atoms.Has(month, kAmbiguous) && !atoms.Capital(month)))
    return {};
  int stop = SkipStop(atoms, month + 1);
  const int year = YearBehind(atoms, stop, &stop);
  Found found = DateFound(at, month == end ? stop : end, year, atoms.Word(month).month, day);
  return found;
}

// "2017 April", "2016, Nov", "2016 10 16".
Found ReadYearFirst(const Atoms& atoms, int at) {
  if (!YearOk(atoms[at])) return {};
  const int next = atoms.Text(at + 1) == "," ? at + 2 : at + 1;
  if (atoms.Has(next, kMonth) && !atoms.Has(next, kAmbiguous) && !atoms[next + 1].IsNumber()) {
    return DateFound(at, next + 1, atoms[at].number, atoms.Word(next).month, 0);
  }
  if (atoms[next].figures == 2 && atoms[next + 1].figures == 2 && MonthOk(atoms[next].number) &&
      DayOk(atoms[next + 1].number)) {
    return DateFound(at, next + 2, atoms[at].number, atoms[next].number, atoms[next + 1].number);
  }
  return {};
}

}  // namespace

Found ReadDate(const Atoms& atoms, int at) {
  if (!atoms[at].IsNumber() && !atoms.Has(at, kMonth | kNumber | kOrdinal) && !atoms.Is(at, "the"))
    return {};
  Found best;
  for (const auto reader :
       {ReadFigures, ReadCompact, ReadMonthFirst, ReadDayFirst, ReadYearFirst}) {
    Found found = reader(atoms, at);
    if (found.end > best.end) best = std::move(found);
  }
  return best;
}

Found ReadRangeEnd(const Atoms& atoms, const Found& first) {
  const Meaning& meaning = first.meaning;
  if (meaning.form != Form::kDate || meaning.day == 0 || meaning.month == 0) return {};
  const int at = first.end;
  if (!atoms.Dash(at) && !atoms.Is(at, "to") && !atoms.Is(at, "and") && !atoms.Is(at, "through"))
    return {};
  int end = 0, day = 0;
  if (!ReadMonthDay(atoms, at + 1, &end, &day) || day <= meaning.day) return {};
  const bool day_first = atoms.Has(end, kMonth);
  if (!day_first && !atoms.Dash(at) && atoms.Has(end, kUnit)) return {};
  if (day_first && !atoms[first.begin].IsNumber()) return {};
  if (!day_first && !atoms.Has(first.begin, kMonth) && !atoms.Has(first.begin, kWeekday)) return {};
  if (!day_first && !atoms.Dash(at) && atoms[at + 1].IsNumber() && !atoms.Text(end).empty() &&
      IsAlpha(atoms.Text(end)[0]) && atoms.Is(at, "and")) {
    return {};  // "on May 8 and 10 people"
  }
  int stop = end, year = meaning.year;
  if (day_first) stop = SkipStop(atoms, end + 1);
  if (const int said = YearBehind(atoms, stop, &stop); said != 0) year = said;
  if (!day_first && stop == end && year == 0) stop = end;
  return DateFound(at + 1, stop, year, meaning.month, day);
}

}  // namespace synoptic::times
