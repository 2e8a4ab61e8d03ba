#include "times/numbers.h"

namespace synoptic::times {
namespace {

constexpr int kMostWords = 12;  // of one number
constexpr int kMost = 1'000'000'000;

bool SmallWord(const Atoms& atoms, int at) {
  return atoms.Has(at, kNumber) && atoms.Word(at).number < 100;
}

// "twenty-four", "twenty four", "seven": below a hundred.
bool ReadSmall(const Atoms& atoms, int at, int* end, int* value) {
  if (!SmallWord(atoms, at) || atoms.Is(at, "couple") || atoms.Is(at, "pair")) return false;
  *value = atoms.Word(at).number;
  *end = at + 1;
  if (*value < 20) return true;
  const int next = atoms.Dash(at + 1) ? at + 2 : at + 1;
  if (SmallWord(atoms, next) && atoms.Word(next).number > 0 && atoms.Word(next).number < 10) {
    *value += atoms.Word(next).number;
    *end = next + 1;
  }
  return true;
}

int Scale(const Atoms& atoms, int at) {
  return atoms.Has(at, kNumber) && atoms.Word(at).number >= 100 ? atoms.Word(at).number : 0;
}

// Number words: "two hundred and ten thousand".
bool ReadWords(const Atoms& atoms, int at, int* end, int* value) {
  int64_t total = 0, part = 0;
  int i = at;
  bool found = false;
  while (i < at + kMostWords) {
    int next = i, small = 0;
    if (found && atoms.Is(i, "and") && (part % 100 == 0)) ++next;
    if (ReadSmall(atoms, next, &next, &small)) {
      if (found && part % 100 != 0) break;
      part += small;
    } else if (const int scale = Scale(atoms, i); scale != 0 && found) {
      part = (part == 0 ? 1 : part) * scale;
      if (scale >= 1000) total += part, part = 0;
      next = i + 1;
    } else {
      break;
    }
    if (total + part > kMost) return false;
    i = next;
    found = true;
  }
  if (!found) return false;
  *end = i;
  *value = static_cast<int>(total + part);
  return true;
}

// "1/2" of "2 1/2", "and a half": tenths, or -1.
int ReadFraction(const Atoms& atoms, int at, int* end) {
  if (atoms[at].number == 1 && atoms.Text(at + 1) == "/" && atoms.Glued(at + 1) &&
      atoms.Glued(at + 2)) {
    const int below = atoms[at + 2].number;
    if (below != 2 && below != 4) return -1;
    *end = at + 3;
    return below == 2 ? 5 : 2;
  }
  if (atoms.Is(at, "and") && atoms.Is(at + 1, "a") && atoms.Is(at + 2, "half")) {
    *end = at + 3;
    return 5;
  }
  return -1;
}

Amount Vague(int end) {
  Amount amount;
  amount.end = end;
  amount.vague = true;
  return amount;
}

// "a few", "a couple of", "several", "the many", "tens of".
Amount ReadVague(const Atoms& atoms, int at) {
  const int word = atoms.Is(at, "a") ? at + 1 : at;
  if (atoms.Is(word, "couple") || atoms.Is(word, "pair")) {
    Amount amount;
    amount.whole = 2;
    amount.end = atoms.Is(word + 1, "of") ? word + 2 : word + 1;
    return amount;
  }
  if (!atoms.Has(word, kVague) || (word > at && !atoms.Is(word, "few"))) return {};
  return Vague(atoms.Is(word + 1, "of") ? word + 2 : word + 1);
}

Amount ReadFigures(const Atoms& atoms, int at) {
  Amount amount;
  amount.whole = atoms[at].number;
  amount.end = at + 1;
  if (atoms.Joint(at + 1, '.') && atoms[at + 2].figures == 1) {
    amount.tenths = atoms[at + 2].number;
    amount.end = at + 3;
  }
  return amount;
}

}  // namespace

bool ReadCardinal(const Atoms& atoms, int at, int* end, int* value) {
  if (atoms[at].IsNumber()) {
    *value = atoms[at].number;
    *end = at + 1;
    return true;
  }
  return atoms.Has(at, kNumber) && ReadWords(atoms, at, end, value);
}

Amount ReadAmount(const Atoms& atoms, int at) {
  Amount amount;
  if (atoms[at].IsNumber()) {
    if (ReadFraction(atoms, at, &amount.end) > 0) {  // "1/2 hour" alone
      amount.tenths = ReadFraction(atoms, at, &amount.end);
      return amount;
    }
    amount = ReadFigures(atoms, at);
  } else if (amount = ReadVague(atoms, at); amount.end != 0) {
    return amount;
  } else if (atoms.Has(at, kNumber)) {
    if (!ReadWords(atoms, at, &amount.end, &amount.whole)) return {};
  } else if ((atoms.Is(at, "a") || atoms.Is(at, "an") || atoms.Is(at, "another"))) {
    amount.whole = 1;
    amount.end = at + 1;
    if (const int scale = Scale(atoms, at + 1)) amount.whole = scale, amount.end = at + 2;
  } else {
    return {};
  }
  if (const int tenths = ReadFraction(atoms, amount.end, &amount.end); tenths > 0)
    amount.tenths = tenths;
  return amount;
}

bool ReadOrdinal(const Atoms& atoms, int at, int* end, int* value) {
  if (atoms[at].IsNumber() && atoms.Glued(at + 1)) {
    if (!atoms.Is(at + 1, "st") && !atoms.Is(at + 1, "nd") && !atoms.Is(at + 1, "rd") &&
        !atoms.Is(at + 1, "th")) {
      return false;
    }
    *value = atoms[at].number;
    *end = at + 2;
    return true;
  }
  if (atoms.Has(at, kOrdinal)) {
    *value = atoms.Word(at).ordinal;
    *end = at + 1;
    return true;
  }
  if (!SmallWord(atoms, at) || atoms.Word(at).number < 20) return false;
  const int next = atoms.Dash(at + 1) ? at + 2 : at + 1;
  if (!atoms.Has(next, kOrdinal) || atoms.Word(next).ordinal > 9) return false;
  *value = atoms.Word(at).number + atoms.Word(next).ordinal;
  *end = next + 1;
  return true;
}

bool ReadYear(const Atoms& atoms, int at, int* end, int* year) {
  const Atom& atom = atoms[at];
  if (atom.IsNumber()) {
    if (atom.figures != 4 || atom.grouped || atom.number < 1000 || atom.number > 2999) return false;
    *year = atom.number;
    *end = at + 1;
    return true;
  }
  int first = 0, second = 0, next = 0;
  if (!atoms.Has(at, kNumber)) return false;
  if (atoms.Is(at + 1, "thousand") && ReadWords(atoms, at, end, year))
    return *year >= 1000 && *year < 3000;
  if (!ReadSmall(atoms, at, &next, &first) || first < 10 || first > 29) return false;
  if (atoms.Is(next, "hundred")) ++next;
  if (!ReadSmall(atoms, next, end, &second) || second < 10) return false;
  *year = first * 100 + second;
  return true;
}

}  // namespace synoptic::times
