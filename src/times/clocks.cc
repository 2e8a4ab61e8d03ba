#include <algorithm>

#include "base/ascii.h"
#include "times/numbers.h"
#include "times/readers.h"

namespace synoptic::times {
namespace {

struct Clock {
  int end = 0;
  int hour = 0, minute = -1, second = -1;
  bool sure = false;  // a meridiem, "o'clock" or a zone says that it is one
};

bool ClockOk(const Clock& clock) {
  return clock.hour >= 0 && clock.hour <= 24 && clock.minute < 60 && clock.second < 61;
}

// "10", "10:35", "10:35:20", "8.30".
bool ReadHands(const Atoms& atoms, int at, Clock* clock) {
  if (!atoms[at].IsNumber() || atoms[at].figures > 2) return false;
  clock->hour = atoms[at].number;
  clock->end = at + 1;
  const bool colon = atoms.Joint(at + 1, ':'), stop = atoms.Joint(at + 1, '.');
  if ((colon || stop) && atoms[at + 2].figures == 2) {
    clock->minute = atoms[at + 2].number;
    clock->end = at + 3;
    if (colon && atoms.Joint(at + 3, ':') && atoms[at + 4].figures == 2) {
      clock->second = atoms[at + 4].number;
      clock->end = at + 5;
    }
  }
  return ClockOk(*clock);
}

// "six", "five-thirty"
bool ReadSpoken(const Atoms& atoms, int at, Clock* clock) {
  int minutes = 0;
  if (!atoms.Has(at, kNumber) || atoms.Word(at).number > 12 || atoms.Word(at).number < 1)
    return false;
  clock->hour = atoms.Word(at).number;
  clock->end = at + 1;
  const int next = atoms.Dash(at + 1) ? at + 2 : at + 1;
  int end = 0;
  if (atoms.Has(next, kNumber) && ReadCardinal(atoms, next, &end, &minutes) && minutes >= 10 &&
      minutes < 60) {
    clock->minute = minutes;
    clock->end = end;
  }
  return true;
}

// "half past eight", "ten past 9", "a quarter to five"
bool ReadPast(const Atoms& atoms, int at, Clock* clock) {
  int i = at, minutes = 0;
  if (atoms.Is(i, "a")) ++i;
  if (atoms.Is(i, "half")) {
    minutes = 30, ++i;
  } else if (atoms.Is(i, "quarter")) {
    minutes = 15, ++i;
  } else if (!ReadCardinal(atoms, i, &i, &minutes) || minutes >= 60) {
    return false;
  }
  const bool to = atoms.Is(i, "to");
  if (!to && !atoms.Is(i, "past")) return false;
  int hour = 0;
  if (!ReadCardinal(atoms, i + 1, &clock->end, &hour) || hour < 1 || hour > 12) return false;
  if (atoms.Is(clock->end, "p") || atoms.Has(clock->end, kUnit)) return false;
  clock->hour = to ? hour - 1 : hour;
  clock->minute = to ? 60 - minutes : minutes;
  clock->sure = !to || atoms.Is(at, "half") || atoms.Is(i - 1, "quarter");
  return true;
}

void AddMeridiem(int hours, Clock* clock) {
  if (clock->hour == 12) clock->hour = 0;
  clock->hour += hours;
  clock->sure = true;
}

// "a.m.", "pm", "p . m .", "9a", ".am"
bool ReadMeridiem(const Atoms& atoms, int at, Clock* clock) {
  int i = at;
  if (clock->hour > 12) return false;
  if (atoms.Text(i) == "." && atoms.Glued(i) && atoms.Has(i + 1, kMeridiem)) ++i;
  if (atoms.Has(i, kMeridiem)) {
    AddMeridiem(atoms.Word(i).number, clock);
    clock->end = i + 1;
    // The stop of "p.m." where the sentence goes on belongs to it.
    if (atoms.Text(i).find('.') != std::string_view::npos && !atoms.Text(i).ends_with('.') &&
        atoms.Text(i + 1) == "." && atoms.Glued(i + 1) && i + 2 < atoms.size()) {
      clock->end = i + 2;
    }
    return true;
  }
  const bool letter = atoms.Is(i, "a") || atoms.Is(i, "p");
  if (letter && atoms.Text(i + 1) == "." && atoms.Is(i + 2, "m")) {
    AddMeridiem(atoms.Is(i, "p") ? 12 : 0, clock);
    clock->end = atoms.Text(i + 3) == "." ? i + 4 : i + 3;
    return true;
  }
  if (letter && atoms.Glued(i)) {
    AddMeridiem(atoms.Is(i, "p") ? 12 : 0, clock);
    clock->end = i + 1;
    return true;
  }
  return false;
}

// "o'clock", "in the morning", "at night"
bool ReadDayHalf(const Atoms& atoms, int at, Clock* clock) {
  int i = at;
  if (atoms.Is(i, "o'clock")) clock->sure = true, clock->end = ++i;
  const bool in = atoms.Is(i, "in") && atoms.Is(i + 1, "the") && atoms.Has(i + 2, kPart);
  const bool at_night = atoms.Is(i, "at") && atoms.Is(i + 1, "night");
  if (!in && !at_night) return clock->sure;
  const int part = in ? i + 2 : i + 1;
  if (clock->hour > 12) return clock->sure;
  AddMeridiem(atoms.Is(part, "morning") || (at_night && clock->hour < 5) ? 0 : 12, clock);
  clock->end = part + 1;
  return true;
}

constexpr std::string_view kZoneNames[] = {"local",   "eastern",  "pacific", "mountain",
                                           "central", "standard", "daylight"};

// "EST", "(GMT +8)", "local time", "Moscow time"; sets `*utc`.
int ZoneEnd(const Atoms& atoms, int at, bool* utc) {
  int i = at;
  const bool bracket = atoms.Text(i) == "(" && atoms.Has(i + 1, kZone);
  if (bracket) ++i;
  if (atoms.Has(i, kZone) && atoms.Capital(i)) {
    *utc = atoms.Is(i, "utc") || atoms.Is(i, "gmt");
    ++i;
    const bool sign = atoms.Text(i) == "+" || atoms.Dash(i);
    if (sign && atoms[i + 1].IsNumber() && (bracket || atoms.Glued(i + 1))) *utc = false, i += 2;
    if (bracket) return atoms.Text(i) == ")" ? i + 1 : at;
    return i;
  }
  if (bracket) return at;
  const bool named = std::any_of(std::begin(kZoneNames), std::end(kZoneNames),
                                 [&](std::string_view z) { return atoms.Is(i, z); });
  if (named || atoms.Capital(i)) {
    int next = i + 1;
    if (atoms.Is(next, "standard") || atoms.Is(next, "daylight")) ++next;
    if (atoms.Is(next, "time")) return next + 1;
  }
  return at;
}

bool LeadsToClock(const Atoms& atoms, int at) {
  for (const std::string_view lead : {"at", "by", "until", "till", "around", "about", "from",
                                      "since", "before", "after", "between"}) {
    if (atoms.Is(at, lead)) return true;
  }
  return false;
}

// "1600 GMT", "0735 hours"
bool ReadMilitary(const Atoms& atoms, int at, Clock* clock) {
  const Atom& atom = atoms[at];
  if (atom.grouped || (atom.figures != 4 && atom.figures != 3)) return false;
  clock->hour = atom.number / 100;
  clock->minute = atom.number % 100;
  clock->end = at + 1;
  if (!ClockOk(*clock)) return false;
  return atoms.Has(at + 1, kZone) || atoms.Has(at + 1, kMeridiem) ||
         (atoms.Is(at + 1, "hours") && LeadsToClock(atoms, at - 1));
}

Found ReadNamedHour(const Atoms& atoms, int at) {
  int i = at;
  if (atoms[i].number == 12 && (atoms.Is(i + 1, "noon") || atoms.Is(i + 1, "midnight"))) ++i;
  int hour = -1;
  if (atoms.Is(i, "noon") || atoms.Is(i, "midday") || atoms.Is(i, "noonish")) hour = 12;
  if (atoms.Is(i, "midnight")) hour = 0;
  if (atoms.Is(i, "mid") && atoms.Is(i + 1, "night")) hour = 0, ++i;
  if (hour < 0) return {};
  Found found{at, i + 1, {}};
  found.meaning.form = Form::kClock;
  found.meaning.type = TimeType::kTime;
  found.meaning.hour = hour;
  found.meaning.minute = 0;
  bool utc = false;
  found.end = ZoneEnd(atoms, found.end, &utc);
  return found;
}

}  // namespace

Found ReadClock(const Atoms& atoms, int at) {
  if (Found named = ReadNamedHour(atoms, at)) return named;
  if (!atoms[at].IsNumber() && !atoms.Has(at, kNumber) && !atoms.Is(at, "half") &&
      !atoms.Is(at, "quarter") && !atoms.Is(at, "a"))
    return {};
  if (at > 0 && atoms.Glued(at) &&
      (atoms.Text(at - 1) == "$" || atoms.Text(at - 1) == ":" || atoms.Text(at - 1) == "."))
    return {};
  Clock clock;
  const bool read = ReadPast(atoms, at, &clock) || (clock = {}, ReadMilitary(atoms, at, &clock)) ||
                    (clock = {}, ReadHands(atoms, at, &clock)) ||
                    (clock = {}, ReadSpoken(atoms, at, &clock));
  if (!read) return {};
  if (!ReadMeridiem(atoms, clock.end, &clock)) ReadDayHalf(atoms, clock.end, &clock);
  if (atoms.Is(clock.end, "ish") && atoms.Glued(clock.end)) clock.sure = true, ++clock.end;
  bool utc = false;
  const int zone = ZoneEnd(atoms, clock.end, &utc);
  if (zone > clock.end && (clock.sure || clock.minute >= 0)) clock.sure = true, clock.end = zone;
  if (!clock.sure) {
    const bool colon = atoms.Joint(at + 1, ':');
    if (!colon || clock.minute < 0 || !LeadsToClock(atoms, at - 1)) return {};
  }
  if (!ClockOk(clock)) return {};
  Found found{at, clock.end, {}};
  Meaning& meaning = found.meaning;
  meaning.form = Form::kClock;
  meaning.type = TimeType::kTime;
  meaning.hour = clock.hour;
  meaning.minute = std::max(clock.minute, 0);
  meaning.second = clock.second;
  meaning.utc = utc;
  return found;
}

}  // namespace synoptic::times
