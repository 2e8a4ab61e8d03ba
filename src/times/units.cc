// Periods told from the period of writing: "last year", "this week", "the third quarter of 1984",
// "this summer".
#include "times/numbers.h"
#include "times/readers.h"

namespace synoptic::times {
namespace {

constexpr std::string_view kLongUnits = "YECLQMWK";

bool IsLongUnit(char unit) { return unit != 0 && kLongUnits.find(unit) != std::string_view::npos; }

// "of 1984", "1984", "last year": sets year or direction; returns the new end.
int TakeYear(const Atoms& atoms, int at, Meaning& meaning) {
  int i = at, end = 0, year = 0;
  if (atoms.Is(i, "of") || atoms.Is(i, "in")) ++i;
  if (ReadYear(atoms, i, &end, &year) && year >= 1000 && year < 2200) {
    meaning.year = year;
    return end;
  }
  if (atoms.Is(i, "the")) ++i;
  if (atoms.Has(i, kDirection) && atoms.Word(i + 1).unit == 'Y') {
    meaning.direction = atoms.Word(i).direction;
    return i + 2;
  }
  return at;
}

}  // namespace

Found ReadDirected(const Atoms& atoms, int at) {
  int i = at;
  if (atoms.Is(i, "the")) ++i;
  if (!atoms.Has(i, kDirection)) return {};
  const int direction = atoms.Word(i).direction;
  const WordInfo& unit = atoms.Word(i + 1);
  if (unit.Is(kMonth) && atoms.Capital(i + 1)) {
    if (atoms[i + 2].figures == 1 || atoms[i + 2].figures == 2) return {};
    Found found{at, i + 2, {}};
    found.meaning.form = Form::kDate;
    found.meaning.month = unit.month;
    found.meaning.direction = direction;
    return found;
  }
  if (!unit.Is(kUnit) || unit.Is(kPlural) || !IsLongUnit(unit.unit)) return {};
  Found found{at, i + 2, {}};
  found.meaning.form = Form::kUnit;
  found.meaning.unit = unit.unit;
  found.meaning.direction = direction;
  return found;
}

Found ReadQuarter(const Atoms& atoms, int at) {
  int i = at;
  if (atoms.Is(i, "the")) ++i;
  // "the 1988 second quarter", "next year's first quarter"
  int end = 0, number = 0, year = 0, direction = kUnsaid;
  if (ReadYear(atoms, i, &end, &year) && year >= 1000 && year < 2200) {
    i = end;
    if (atoms.Is(i, "period") || atoms.Word(i).unit == 'Q') return {};
  } else if (atoms.Has(i, kDirection) && atoms.Word(i + 1).unit == 'Y' && atoms.Is(i + 2, "'s")) {
    direction = atoms.Word(i).direction;
    i += 3;
  }
  const bool led = year > 0 || direction != kUnsaid;
  if (!ReadOrdinal(atoms, i, &end, &number) || number < 1 || number > 4) return {};
  if (atoms.Dash(end)) ++end;
  const bool half = atoms.Is(end, "half");
  if (!half && atoms.Word(end).unit != 'Q') return {};
  if (half && number > 2) return {};
  Found found{at, end + 1, {}};
  found.meaning.form = Form::kQuarter;
  found.meaning.number = number;
  found.meaning.half = half;
  if (led) {
    found.meaning.year = year;
    found.meaning.direction = direction;
    return found;
  }
  found.end = TakeYear(atoms, found.end, found.meaning);
  if (half && found.end == end + 1) return {};  // of a game
  return found;
}

Found ReadSeason(const Atoms& atoms, int at) {
  int i = at;
  int direction = kUnsaid;
  if (atoms.Has(i, kDirection)) direction = atoms.Word(i++).direction;
  const bool article = atoms.Is(i, "the");
  if (article) ++i;
  const WordInfo& word = atoms.Word(i);
  if (!word.Is(kSeason) || word.Is(kPlural)) return {};
  Found found{at, i + 1, {}};
  found.meaning.form = Form::kSeason;
  found.meaning.season = {word.season.data(), 2};
  found.meaning.direction = direction;
  found.end = TakeYear(atoms, found.end, found.meaning);
  const bool dated = direction != kUnsaid || found.end > i + 1;
  // "fall" and "spring" are other words too.
  if (!dated &&
      (word.Is(kAmbiguous) || (!atoms.Is(i - 1, "in") && !article && !atoms.Is(i - 1, "by"))))
    return {};
  return found;
}

}  // namespace synoptic::times
