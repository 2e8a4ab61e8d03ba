// What comes again: "daily", "every Monday", "each year", "twice a week".
#include "times/numbers.h"
#include "times/readers.h"

namespace synoptic::times {
namespace {

std::string EveryUnit(int amount, char unit) {
  const std::string n = std::to_string(amount);
  if (unit == 'h' || unit == 'm' || unit == 's') return "PT" + n + static_cast<char>(unit - 32);
  if (unit == 'E') return "P" + n + "DE";
  if (unit == 'C') return "P" + n + "CE";
  if (unit == 'K') return "P" + n + "WE";
  if (unit == 'N') return "P" + n + "D";
  if (unit == 'Q') return "P" + std::to_string(3 * amount) + "M";
  if (unit == 'F') return "P" + std::to_string(2 * amount) + "W";
  return "P" + n + unit;
}

}  // namespace

Found ReadSet(const Atoms& atoms, int at) {
  Found found{at, at + 1, {}};
  found.meaning.type = TimeType::kSet;
  if (atoms.Has(at, kOften)) {
    // "annual report" names a kind of report.
    const char unit = atoms.Word(at).unit;
    if ((unit == 'Y' || unit == 'Q') && atoms.Pos(at + 1) == Upos::kNoun) return {};
    found.meaning.value = EveryUnit(1, atoms.Word(at).unit);
    return found;
  }
  if (atoms.Has(at, kEvery)) {
    found.meaning.quant = atoms.Is(at, "each") ? "EACH" : "EVERY";
    const bool other = atoms.Is(at + 1, "other");  // "every other day"
    const Amount amount = other ? Amount{at + 2, false, 2, 0} : ReadAmount(atoms, at + 1);
    const int i = amount.end > 0 ? amount.end : at + 1;
    const WordInfo& word = atoms.Word(i);
    found.end = i + 1;
    if (word.Is(kUnit) && word.unit != 0 && !amount.vague) {
      found.meaning.value = EveryUnit(amount.end > 0 ? amount.whole : 1, word.unit);
      return found;
    }
    if (word.Is(kWeekday)) {
      found.meaning.value = "XXXX-WXX-" + std::to_string(static_cast<int>(word.weekday));
      return found;
    }
    return {};
  }
  // "Mondays"
  if (atoms.Has(at, kWeekday) && atoms.Has(at, kPlural)) {
    found.meaning.value = "XXXX-WXX-" + std::to_string(static_cast<int>(atoms.Word(at).weekday));
    return found;
  }
  // "twice a week", "three times a year": the amount is what comes again.
  const int number = atoms.Is(at, "once") ? 1 : atoms.Is(at, "twice") ? 2 : 0;
  if (number == 0 || (!atoms.Is(at + 1, "a") && !atoms.Is(at + 1, "per"))) return {};
  if (!atoms.Has(at + 2, kUnit) || atoms.Word(at + 2).unit == 0) return {};
  found.end = at + 3;
  found.meaning.value = EveryUnit(1, atoms.Word(at + 2).unit);
  found.meaning.freq = std::to_string(number) + "X";
  return found;
}

}  // namespace synoptic::times
