// The main path: every atom that can begin an expression is tried by every reader, the longest
// reading wins, what bends it is taken in from the left, and the day of publication gives it its
// value.
#include "times/times.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "times/atoms.h"
#include "times/readers.h"
#include "times/resolve.h"

namespace synoptic {
namespace {

using times::Atoms;
using times::Form;
using times::Found;
using times::Tense;

constexpr int kTenseReach = 40;  // atoms either way

Found Longest(const Atoms& atoms, int at) {
  Found best;
  for (const auto reader :
       {times::ReadDate, times::ReadYearLike, times::ReadDay, times::ReadClock, times::ReadDirected,
        times::ReadQuarter, times::ReadSeason, times::ReadPeriod, times::ReadSet, times::ReadAmountOfTime,
        times::ReadHoliday, times::ReadPhrase}) {
    Found found = reader(atoms, at);
    if (found && found.begin <= at && found.end > best.end) best = std::move(found);
  }
  return best;
}

class SentenceReader {
 public:
  SentenceReader(Document& document, const Atoms& atoms) : document_(document), atoms_(atoms) {}

  void Read() {
    for (int i = 0; i < atoms_.size();) {
      if (!CanBegin(i)) {
        ++i;
        continue;
      }
      Found found = Longest(atoms_, i);
      if (!found) {
        ++i;
        continue;
      }
      Compose(atoms_, found);
      const int end = found.end;
      TakeModifier(found);
      Add(found);
      last_end_ = end;
      i = end;
      if (Found range = times::ReadRangeEnd(atoms_, found)) {
        Add(range);
        Range();
        last_end_ = range.end;
        i = range.end;
      }
    }
  }

 private:
  bool CanBegin(int i) const {
    return atoms_[i].IsNumber() || atoms_.Has(i, times::kStarter) || atoms_.Text(i) == "'" || atoms_.Is(i, "that") ||
           atoms_.Is(i, "all") || atoms_.Is(i, "once") || atoms_.Is(i, "twice");
  }

  // "at least", "the end of", "early", "late": in front, and part of the expression.
  void TakeModifier(Found& found) {
    const bool amount = found.meaning.type == TimeType::kDuration;
    for (int begin = std::max(found.begin - 4, last_end_); begin < found.begin; ++begin) {
      int end = 0;
      const times::PhraseRow* row = times::FindPhrase(atoms_, begin, times::kModifier, &end);
      if (!row || end != found.begin || row->cells.size() < 2) continue;
      if ((row->cells[1] == "amount") != amount) continue;
      found.begin = begin;
      found.meaning.mod = row->cells[0];
      return;
    }
    int before = found.begin - 1;
    if (atoms_.Dash(before) && before - 1 >= last_end_) --before;
    if (before < last_end_ || !atoms_.Has(before, times::kPosition) || amount) return;
    if (found.meaning.type == TimeType::kSet) return;
    static constexpr std::string_view kMods[] = {"", "START", "MID", "END"};
    const auto position = static_cast<size_t>(atoms_.Word(before).position);
    found.meaning.mod = kMods[position];
    found.begin = before;
    if (atoms_.Is(before - 1, "the") && before - 1 >= last_end_) --found.begin;
  }

  Tense TenseAt(int at, int end) const {
    const auto tense = [&](int i) {
      if (atoms_.Has(i, times::kFuture)) return Tense::kFuture;
      // "to be held on Friday" looks ahead.
      const Upos next = atoms_.Pos(i + 1);
      if (atoms_.Is(i, "to") && (next == Upos::kVerb || next == Upos::kAux)) return Tense::kFuture;
      if (atoms_.Has(i, times::kPast)) return Tense::kPast;
      const Upos pos = atoms_.Pos(i);
      const std::string_view word = atoms_.Text(i);
      if (pos == Upos::kVerb && word.size() > 3 && word.ends_with("ed")) return Tense::kPast;
      return Tense::kUnknown;
    };
    for (int off = 1; off < kTenseReach; ++off) {
      if (at - off < 0 && end + off - 1 >= atoms_.size()) break;
      // A verb in front weighs more than one behind.
      for (const int i : {at - off, off > 4 ? end + off - 5 : -1}) {
        if (i < 0 || i >= atoms_.size()) continue;
        if (const Tense found = tense(i); found != Tense::kUnknown) return found;
      }
    }
    return Tense::kUnknown;
  }

  void Add(const Found& found) {
    TimeExpression time;
    time.span = {atoms_[found.begin].begin, atoms_[found.end - 1].end};
    if (!document_.times.empty() && document_.times.back().span.end > time.span.begin) return;
    const std::optional<Date> anchor =
        document_.published ? std::optional(document_.published->date) : std::nullopt;
    times::Resolve(found.meaning, TenseAt(found.begin, found.end), anchor, time);
    if (time.value.empty()) return;
    document_.times.push_back(std::move(time));
  }

  void Range() {
    if (document_.times.size() < 2) return;
    TimeExpression& first = document_.times[document_.times.size() - 2];
    TimeExpression& second = document_.times.back();
    first.begin = second.begin = first.value;
    first.end = second.end = second.value;
  }

  Document& document_;
  const Atoms& atoms_;
  int last_end_ = 0;
};

void ReadSentences(Document& document, Span within) {
  std::vector<times::Atom> atoms;
  for (const Sentence& sentence : document.sentences) {
    if (!within.Overlaps(sentence.span)) continue;
    atoms.clear();
    times::CutAtoms(document, sentence.first_token, sentence.end_token, atoms);
    SentenceReader(document, Atoms(document, atoms)).Read();
  }
}

}  // namespace

void FindTimes(Document& document) {
  document.times.clear();
  ReadSentences(document, {0, static_cast<uint32_t>(document.text.size())});
}

void ReanchorTimes(Document& document, Span passage, Date anchor) {
  // Reading again is simpler than keeping every meaning, and no slower than a microsecond a
  // sentence.
  Document view;
  view.text = document.text;
  view.tokens = document.tokens;
  view.sentences = document.sentences;
  view.published = Moment{anchor, ""};
  ReadSentences(view, passage);
  for (TimeExpression& time : document.times) {
    if (!time.relative || !passage.Contains(time.span)) continue;
    const auto same =
        std::find_if(view.times.begin(), view.times.end(),
                     [&](const TimeExpression& other) { return other.span == time.span; });
    if (same != view.times.end()) time = *same;
  }
}

}  // namespace synoptic
