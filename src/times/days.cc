// Days told from the day of writing: "yesterday", "Sunday", "late Saturday night", "this morning".
#include "times/readers.h"

namespace synoptic::times {
namespace {

std::string_view PartOf(const WordInfo& word) { return {word.part.data(), word.part[0] ? 2u : 0u}; }

// "morning" behind a day.
void TakePart(const Atoms& atoms, Found& found) {
  if (!atoms.Has(found.end, kPart)) return;
  if (atoms.Has(found.end, kPlural)) return;
  found.meaning.part = PartOf(atoms.Word(found.end));
  found.meaning.type = TimeType::kTime;
  ++found.end;
}

Found ReadWeekday(const Atoms& atoms, int at) {
  int i = at;
  int direction = kUnsaid;
  if (atoms.Has(i, kDirection)) direction = atoms.Word(i++).direction;
  if (!atoms.Has(i, kWeekday) || atoms.Has(i, kPlural)) return {};
  if (!atoms.Capital(i)) return {};
  const bool abbreviated = atoms.Has(i, kAbbreviated) || atoms.Has(i, kAmbiguous);
  if (abbreviated && i == at && !atoms.Is(i - 1, "on")) return {};
  Found found{at, i + 1, {}};
  found.meaning.form = Form::kWeekday;
  found.meaning.weekday = atoms.Word(i).weekday;
  found.meaning.direction = direction;
  TakePart(atoms, found);
  return found;
}

Found ReadDeictic(const Atoms& atoms, int at) {
  if (!atoms.Has(at, kDeictic)) return {};
  Found found{at, at + 1, {}};
  found.meaning.form = Form::kDay;
  found.meaning.amount = atoms.Word(at).offset;
  found.meaning.part = PartOf(atoms.Word(at));
  if (!found.meaning.part.empty()) found.meaning.type = TimeType::kTime;
  TakePart(atoms, found);
  return found;
}

// "this morning", "last night".
Found ReadPartOfDay(const Atoms& atoms, int at) {
  if (!atoms.Has(at, kDirection) || !atoms.Has(at + 1, kPart) || atoms.Has(at + 1, kPlural))
    return {};
  const int direction = atoms.Word(at).direction;
  if (direction < -1 || direction > 1) return {};
  Found found{at, at + 2, {}};
  found.meaning.form = Form::kDay;
  found.meaning.amount = direction;
  found.meaning.type = TimeType::kTime;
  found.meaning.part = PartOf(atoms.Word(at + 1));
  return found;
}

// "the day after tomorrow"
Found ReadDayBeside(const Atoms& atoms, int at) {
  const int i = atoms.Is(at, "the") ? at + 1 : at;
  if (!atoms.Is(i, "day")) return {};
  const bool after = atoms.Is(i + 1, "after") && atoms.Is(i + 2, "tomorrow");
  if (!after && !(atoms.Is(i + 1, "before") && atoms.Is(i + 2, "yesterday"))) return {};
  Found found{at, i + 3, {}};
  found.meaning.form = Form::kDay;
  found.meaning.amount = after ? 2 : -2;
  return found;
}

}  // namespace

Found ReadDay(const Atoms& atoms, int at) {
  if (Found found = ReadDayBeside(atoms, at)) return found;
  if (Found found = ReadDeictic(atoms, at)) return found;
  if (Found found = ReadWeekday(atoms, at)) return found;
  return ReadPartOfDay(atoms, at);
}

}  // namespace synoptic::times
