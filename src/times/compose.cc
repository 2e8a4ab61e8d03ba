// Expressions made of two: a clock and its day, a weekday of a week, days counted from a date.
#include <algorithm>

#include "times/numbers.h"
#include "times/readers.h"

namespace synoptic::times {
namespace {

bool IsDay(const Meaning& meaning) {
  switch (meaning.form) {
    case Form::kDay:
    case Form::kWeekday:
    case Form::kHoliday:
      return true;
    case Form::kDate:
      return meaning.day > 0;
    default:
      return false;
  }
}

Found LongerOf(Found a, Found b) { return b.end > a.end ? b : a; }

Found ReadAnyDay(const Atoms& atoms, int at) {
  return LongerOf(LongerOf(ReadDay(atoms, at), ReadDate(atoms, at)), ReadHoliday(atoms, at));
}

void SetClock(const Meaning& clock, Meaning& day) {
  day.hour = clock.hour;
  day.minute = clock.minute;
  day.second = clock.second;
  day.utc = clock.utc;
  day.type = TimeType::kTime;
}

// "Thursday, May 15" is one day, and the date is the surer half; "Tuesday the eleventh".
void JoinDate(const Atoms& atoms, Found& found) {
  if (found.meaning.form != Form::kWeekday || found.meaning.HasClock()) return;
  int next = found.end;
  if (atoms.Text(next) == "." && atoms.Glued(next)) ++next;
  if (atoms.Text(next) == ",") ++next;
  const bool article = atoms.Is(next, "the");
  if (article) ++next;
  if (Found date = ReadDate(atoms, next);
      date && date.meaning.form == Form::kDate && date.meaning.day > 0 && date.meaning.month > 0) {
    date.begin = found.begin;
    found = std::move(date);
    return;
  }
  int end = 0, day = 0;
  if (!article || !ReadOrdinal(atoms, next, &end, &day) || day < 1 || day > 31) return;
  if (atoms.Pos(end) == Upos::kNoun || atoms.Pos(end) == Upos::kAdj) return;
  found.meaning.day = day;
  found.end = end;
}

// The hour behind a part of the day, which says whether it is before noon: "tonight around 7".
Found ReadBareHour(const Atoms& atoms, int at, std::string_view part) {
  if (part.empty() || !(atoms.Is(at - 1, "at") || atoms.Is(at - 1, "around"))) return {};
  int end = 0, hour = 0;
  if (!ReadCardinal(atoms, at, &end, &hour) || hour < 1 || hour > 12) return {};
  if (!atoms.Text(end).empty() && atoms.Pos(end) != Upos::kPunct) return {};
  Found found{at, end, {}};
  found.meaning.form = Form::kClock;
  const bool late = part == "AF" || part == "EV" || part == "NI";
  found.meaning.hour = late && hour >= 5 && hour < 12 ? hour + 12 : hour;
  found.meaning.minute = 0;
  return found;
}

// "Sunday at 5 p.m.", "May 11, 10:30 GMT", "tomorrow morning at 9 o'clock".
void JoinClock(const Atoms& atoms, Found& found) {
  Meaning& day = found.meaning;
  if (!IsDay(day) || day.hour >= 0) return;
  int next = found.end;
  if (atoms.Is(next, "at") || atoms.Is(next, "around")) ++next;
  Found clock = ReadClock(atoms, next);
  const std::string_view tonight = atoms.Is(found.begin, "tonight") ? "NI" : day.part;
  if (!clock) clock = ReadBareHour(atoms, next, tonight);
  if (!clock || clock.meaning.form != Form::kClock || clock.meaning.hour < 0) return;
  SetClock(clock.meaning, day);
  found.end = clock.end;
}

// "10 p.m. Wednesday", "16:15 UTC, June 1", "3 p.m. on Monday".
void JoinDay(const Atoms& atoms, Found& found) {
  if (found.meaning.form != Form::kClock || found.meaning.hour < 0) return;
  int next = found.end;
  const bool comma = atoms.Text(next) == ",";
  if (comma) ++next;
  if (atoms.Is(next, "on")) ++next;
  Found day = ReadAnyDay(atoms, next);
  if (!day || !IsDay(day.meaning) || day.meaning.hour >= 0) return;
  if (comma && day.meaning.form != Form::kDate) return;
  JoinDate(atoms, day);
  const Meaning clock = found.meaning;
  found.meaning = day.meaning;
  SetClock(clock, found.meaning);
  found.end = day.end;
}

bool IsWeek(const Meaning& meaning) { return meaning.form == Form::kUnit && meaning.unit == 'W'; }

// "Monday of next week", "next week on Wednesday".
void JoinWeek(const Atoms& atoms, Found& found) {
  const Meaning& meaning = found.meaning;
  if (meaning.form == Form::kWeekday && !meaning.HasClock() && atoms.Is(found.end, "of")) {
    const Found week = ReadDirected(atoms, found.end + 1);
    if (!week || !IsWeek(week.meaning)) return;
    found.meaning.base = std::make_shared<const Meaning>(week.meaning);
    found.end = week.end;
  } else if (IsWeek(meaning)) {
    int next = found.end;
    if (atoms.Is(next, "on") || atoms.Dash(next)) ++next;
    Found day = ReadDay(atoms, next);
    if (!day || day.meaning.form != Form::kWeekday || day.meaning.direction != kUnsaid) return;
    day.meaning.base = std::make_shared<const Meaning>(meaning);
    found.meaning = day.meaning;
    found.end = day.end;
  }
}

// +1 for "after" and "from", -1 for "before"; 0 for anything else.
int SideOf(const Atoms& atoms, int at) {
  if (atoms.Is(at, "after") || atoms.Is(at, "from")) return 1;
  return atoms.Is(at, "before") ? -1 : 0;
}

// "two weeks before Christmas", "the day after tomorrow", "three weeks from Monday".
void JoinBase(const Atoms& atoms, Found& found) {
  const int sign = SideOf(atoms, found.end);
  if (sign == 0 || found.meaning.type != TimeType::kDuration || found.meaning.unit == 0) return;
  Found base = ReadAnyDay(atoms, found.end + 1);
  if (!base || !IsDay(base.meaning) || base.meaning.HasClock()) return;
  JoinDate(atoms, base);
  const int amount = found.meaning.amount;
  const char unit = found.meaning.unit;
  found.meaning = {};
  found.meaning.form = Form::kShift;
  found.meaning.amount = sign * amount;
  found.meaning.unit = unit;
  found.meaning.exact = true;
  found.meaning.base = std::make_shared<const Meaning>(base.meaning);
  found.end = base.end;
}

}  // namespace

void Compose(const Atoms& atoms, Found& found) {
  JoinBase(atoms, found);
  JoinWeek(atoms, found);
  JoinDate(atoms, found);
  JoinClock(atoms, found);
  JoinDay(atoms, found);
}

}  // namespace synoptic::times
