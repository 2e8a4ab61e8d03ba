// Fixed phrases and holidays: the longest row of a table whose words stand here.
#include "times/numbers.h"
#include "times/readers.h"

namespace synoptic::times {
namespace {

// Where the row's words end when they stand at `at`; 0 where they do not.
int MatchWords(const Atoms& atoms, int at, const PhraseRow& row) {
  int i = at;
  for (const std::string_view word : row.words) {
    if (!atoms.Is(i, word)) return 0;
    ++i;
  }
  return i;
}

}  // namespace

const PhraseRow* FindPhrase(const Atoms& atoms, int at, WordClass kind, int* end) {
  const PhraseRow* best = nullptr;
  for (const PhraseRow& row : TimeWords::Get().PhrasesFrom(atoms.Text(at))) {
    if (row.kind != kind) continue;
    const int stop = MatchWords(atoms, at, row);
    if (stop > 0 && (!best || stop > *end)) best = &row, *end = stop;
  }
  return best;
}

Found ReadPhrase(const Atoms& atoms, int at) {
  Found found;
  const PhraseRow* row = FindPhrase(atoms, at, kPhrase, &found.end);
  if (!row) return {};
  found.begin = at;
  const std::string_view type = row->cells.empty() ? std::string_view("DATE") : row->cells[0];
  found.meaning.type = type == "DURATION" ? TimeType::kDuration
                       : type == "SET"    ? TimeType::kSet
                       : type == "TIME"   ? TimeType::kTime
                                          : TimeType::kDate;
  if (row->cells.size() > 1) found.meaning.value = row->cells[1];
  if (row->cells.size() > 2) found.meaning.mod = row->cells[2];
  return found;
}

Found ReadHoliday(const Atoms& atoms, int at) {
  int first = at, ordinal = 0;
  Found found;
  found.begin = at;
  if (atoms.Has(at, kDirection)) {
    found.meaning.direction = atoms.Word(at).direction;
    ++first;
  } else {
    ReadOrdinal(atoms, at, &first, &ordinal);  // "the 80th Victory Day"
  }
  const PhraseRow* row = FindPhrase(atoms, first, kHoliday, &found.end);
  if (!row || row->cells.empty()) return {};
  found.meaning.form = Form::kHoliday;
  found.meaning.rule = row->cells[0];
  int end = 0, year = 0;
  const int behind =
      atoms.Is(found.end, "of") || atoms.Is(found.end, "in") ? found.end + 1 : found.end;
  if (ReadYear(atoms, behind, &end, &year) && year >= 1000) {
    found.meaning.year = year;
    found.end = end;
  }
  const bool led = first > at || found.meaning.year > 0;
  return atoms.Capital(first) || led ? found : Found{};
}

}  // namespace synoptic::times
