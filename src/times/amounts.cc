// Lengths of time, and days told by them: "three years", "30-day", "the past twelve months", "two
// weeks ago".
#include "times/numbers.h"
#include "times/readers.h"

namespace synoptic::times {
namespace {

std::string Figures(const Amount& amount) {
  if (amount.vague) return "X";
  std::string text = std::to_string(amount.whole);
  if (amount.tenths != 0) text += "." + std::to_string(amount.tenths);
  return text;
}

// "P3Y", "PT72H"; two and a half years are P2Y6M.
std::string LengthValue(const Amount& amount, char unit) {
  const std::string n = Figures(amount);
  switch (unit) {
    case 'Y':
      return amount.tenths == 5 && !amount.vague ? "P" + std::to_string(amount.whole) + "Y6M"
                                                 : "P" + n + "Y";
    case 'E':
      return "P" + n + (amount.vague ? "" : "0") + "Y";
    case 'C':
      return "P" + n + (amount.vague ? "" : "00") + "Y";
    case 'L':
      return "P" + n + "L";
    case 'Q':
      return "P" + n + "Q";
    case 'M':
      return "P" + n + "M";
    case 'W':
      return "P" + n + "W";
    case 'F':
      return amount.vague ? "PXW" : "P" + std::to_string(amount.whole * 2) + "W";
    case 'K':
      return "P" + n + "WE";
    case 'D':
      return "P" + n + "D";
    case 'N':
      return "P" + n + "D";
    case 'h':
      return amount.tenths == 5 && !amount.vague ? "PT" + std::to_string(amount.whole) + "H30M"
                                                 : "PT" + n + "H";
    case 'm':
      return "PT" + n + "M";
    case 's':
      return "PT" + n + "S";
    default:
      return {};
  }
}

bool IsRate(const Atoms& atoms, int at) {
  const int before = at - 1;
  return atoms[before].IsNumber() || atoms.Pos(before) == Upos::kNoun ||
         atoms.Is(before, "twice") || atoms.Is(before, "once") || atoms.Is(before, "times") ||
         atoms.Text(before) == "%";
}

// Behind the length: "ago", "earlier", "later", "from now".
void TakeShift(const Atoms& atoms, Found& found, const Amount& amount, char unit) {
  int sign = 0, words = 1;
  bool discourse = false;
  const int i = found.end;
  if (atoms.Is(i, "ago")) {
    sign = -1;
  } else if (atoms.Is(i, "earlier") || atoms.Is(i, "before")) {
    sign = -1, discourse = true;
    if (atoms.Is(i, "before") && !atoms.Text(i + 1).empty() && atoms.Pos(i + 1) != Upos::kPunct)
      return;
  } else if (atoms.Is(i, "later")) {
    sign = 1, discourse = true;
  } else if (atoms.Is(i, "from") && (atoms.Is(i + 1, "now") || atoms.Is(i + 1, "today"))) {
    sign = 1, words = 2;
  }
  if (sign == 0) return;
  found.end += words;
  found.meaning = {};
  if (amount.vague) {
    found.meaning.value = sign < 0 ? "PAST_REF" : "FUTURE_REF";
    return;
  }
  found.meaning.form = Form::kShift;
  found.meaning.amount = sign * amount.whole;
  found.meaning.unit = unit;
  found.meaning.discourse = discourse;
}

// "a quarter of an hour", "three-quarters of a century".
Found ReadQuartersOf(const Atoms& atoms, int at) {
  const bool one = atoms.Is(at, "a") || atoms.Is(at, "one");
  if (!one && !atoms.Is(at, "three")) return {};
  const int word = atoms.Dash(at + 1) ? at + 2 : at + 1;
  const int unit_at = word + 3;
  if (!atoms.Is(word, one ? "quarter" : "quarters") || !atoms.Is(word + 1, "of") ||
      !(atoms.Is(word + 2, "a") || atoms.Is(word + 2, "an")) || atoms.Has(unit_at, kPlural))
    return {};
  const int n = one ? 1 : 3;
  Found found{at, unit_at + 1, {}};
  found.meaning.type = TimeType::kDuration;
  switch (atoms.Word(unit_at).unit) {
    case 'h':
      found.meaning.value = "PT" + std::to_string(15 * n) + "M";
      break;
    case 'Y':
      found.meaning.value = "P" + std::to_string(3 * n) + "M";
      break;
    case 'C':
      found.meaning.value = "P" + std::to_string(25 * n) + "Y";
      break;
    default:
      return {};
  }
  return found;
}

}  // namespace

Found ReadAmountOfTime(const Atoms& atoms, int at) {
  if (Found quarters = ReadQuartersOf(atoms, at)) return quarters;
  int i = at;
  bool directed = false;
  const bool article = atoms.Is(i, "the");
  if (article && atoms.Has(i + 1, kDirection)) ++i;
  if (atoms.Has(i, kDirection)) directed = true, ++i;
  // "month-long"
  if (!directed && !article && atoms.Has(i, kUnit) && !atoms.Has(i, kPlural) && atoms.Dash(i + 1) &&
      atoms.Is(i + 2, "long")) {
    Found found{at, i + 3, {}};
    found.meaning.type = TimeType::kDuration;
    found.meaning.value = LengthValue({i, false, 1, 0}, atoms.Word(i).unit);
    return found;
  }
  if (article && !directed) return {};
  Amount amount = ReadAmount(atoms, i);
  int unit_at = amount.end;
  if (amount.end == 0) {
    // "for years", "the past months"
    const bool plural = atoms.Has(i, kUnit) && atoms.Has(i, kPlural);
    const bool followed = atoms.Is(i + 1, "after") || atoms.Is(i + 1, "before") ||
                          atoms.Is(i + 1, "later") || atoms.Is(i + 1, "ago");
    const bool led = directed || followed || atoms.Is(i - 1, "for") || atoms.Is(i - 1, "of") ||
                     atoms.Is(i - 1, "within");
    if (!plural || !led ||
        (atoms.Is(i - 1, "of") && !directed && !atoms.Has(i - 2, kNumber | kVague)))
      return {};
    amount = {i, true, 0, 0};
    unit_at = i;
  }
  if (atoms.Dash(unit_at) && atoms.Glued(unit_at) && atoms.Glued(unit_at + 1)) ++unit_at;
  while (atoms.Is(unit_at, "single") || atoms.Is(unit_at, "full") ||
         atoms.Is(unit_at, "consecutive") || atoms.Is(unit_at, "whole") ||
         atoms.Is(unit_at, "straight"))
    ++unit_at;
  const WordInfo& unit = atoms.Word(unit_at);
  if (!unit.Is(kUnit) || unit.unit == 0) return {};
  int end = unit_at + 1;
  if ((atoms.Dash(end) && atoms.Is(end + 1, "old")) || atoms.Is(end, "old")) return {};
  if (atoms.Dash(end) && (atoms.Is(end + 1, "earlier") || atoms.Is(end + 1, "ago"))) return {};
  if (atoms.Dash(end) && atoms.Is(end + 1, "long")) end += 2;
  const std::string_view first = atoms.Text(i);
  const bool indefinite = first == "a" || first == "an" || first == "A" || first == "An";
  if (unit.Is(kAmbiguous) && !unit.Is(kPlural) && amount.whole != 1 && !atoms.Dash(unit_at - 1))
    return {};
  if (indefinite && unit.Is(kAmbiguous)) return {};  // "a second attempt"
  if (indefinite && IsRate(atoms, i)) return {};
  Found found{at, end, {}};
  found.meaning.type = TimeType::kDuration;
  found.meaning.value = LengthValue(amount, unit.unit);
  if (found.meaning.value.empty()) return {};
  if (!amount.vague && amount.tenths == 0) {
    found.meaning.amount = amount.whole;
    found.meaning.unit = unit.unit;
  }
  if (directed) found.meaning.direction = atoms.Word(i - 1).direction;
  if (!directed) TakeShift(atoms, found, amount, unit.unit);
  return found;
}

}  // namespace synoptic::times
