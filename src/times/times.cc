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
using times::Meaning;
using times::Tense;

constexpr int kTenseReach = 40;  // atoms either way
constexpr int kPlainReach = 12;  // from a verb in its plain form to what it governs

Found Longest(const Atoms& atoms, int at) {
  Found best;
  for (const auto reader :
       {times::ReadDate, times::ReadYearLike, times::ReadDay, times::ReadClock, times::ReadDirected,
        times::ReadQuarter, times::ReadSeason, times::ReadPeriod, times::ReadSet,
        times::ReadAmountOfTime, times::ReadHoliday, times::ReadPhrase}) {
    Found found = reader(atoms, at);
    if (found && found.begin <= at && found.end > best.end) best = std::move(found);
  }
  return best;
}

// What the report has told of so far: later expressions lean on it.
struct Discourse {
  std::string quarter;      // "1989-Q3"
  std::optional<Date> day;  // the last one told
  size_t day_sentence = 0;
  int year = 0, month = 0;    // the last month told with its year
  size_t month_sentence = 0;  // where
  bool month_last = false;    // told behind that day
};

class SentenceReader {
 public:
  SentenceReader(Document& document, const Atoms& atoms, size_t sentence, Discourse& discourse)
      : document_(document), atoms_(atoms), sentence_(sentence), discourse_(discourse) {}

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
      const size_t count = document_.times.size();
      const bool ends_range = EndsRange(found);
      Add(found);
      if (ends_range && document_.times.size() == count + 1) Range();
      last_begin_ = found.begin;
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
    return atoms_[i].IsNumber() || atoms_.Has(i, times::kStarter) || atoms_.Text(i) == "'" ||
           atoms_.Is(i, "that") || atoms_.Is(i, "all") || atoms_.Is(i, "once") ||
           atoms_.Is(i, "twice");
  }

  // "2009 to 2011", "between March and May 2022": `found` is the end of what began before it.
  bool EndsRange(const Found& found) const {
    if (last_end_ == 0 || found.begin != last_end_ + 1) return false;
    if (found.meaning.type != TimeType::kDate && found.meaning.type != TimeType::kTime)
      return false;
    if (document_.times.empty() || document_.times.back().type == TimeType::kDuration ||
        document_.times.back().span.end != atoms_[last_end_ - 1].end)
      return false;
    const int link = last_end_;
    if (atoms_.Is(link, "and")) return atoms_.Is(last_begin_ - 1, "between");
    return atoms_.Is(link, "to") || atoms_.Is(link, "through") || atoms_.Is(link, "until") ||
           atoms_.Dash(link);
  }

  // "at least", "the end of", "early", "late": in front, and part of the expression.
  void TakeModifier(Found& found) {
    const bool amount = found.meaning.type == TimeType::kDuration;
    for (int begin = std::max(found.begin - 4, last_end_); begin < found.begin; ++begin) {
      int end = 0;
      const times::PhraseRow* row = times::FindPhrase(atoms_, begin, times::kModifier, &end);
      if (!row || end != found.begin || row->cells.size() < 2) continue;
      if ((row->cells[1] == "amount") != amount) continue;
      // "over the last two years" is the length within which something was.
      const bool within =
          atoms_.Is(end, "the") || atoms_.Has(end, times::kDirection | times::kVague);
      if (amount && within && row->words.front() == "over") continue;
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
    const int verb = atoms_.Is(at - 1, "on") ? at - 2 : at - 1;
    if (atoms_.Has(verb, times::kReporting)) return Tense::kPast;
    if (atoms_.Has(at, times::kWeekday) && atoms_.Is(end, "'s")) return Tense::kPast;
    if (atoms_.Is(at - 1, "until") && atoms_.Has(at, times::kWeekday) && !SaysHad(end))
      return Tense::kFuture;
    const auto tense = [&](int i) {
      if (IsFutureWord(i)) return Tense::kFuture;
      if (i < at && IsToCome(i, at)) return Tense::kFuture;
      // "In June he said" dates the saying; "said … in June" only where it is near.
      if (atoms_.Has(i, times::kReporting) && (i > at || at - i <= 7)) return Tense::kPast;
      if (atoms_.Is(i - 1, "be") || atoms_.Is(i - 1, "are") || atoms_.Is(i - 1, "is"))
        return Tense::kUnknown;  // "will be held", "to be held", "are held"
      if (atoms_.Has(i, times::kPast)) return IsNoPast(i) ? Tense::kUnknown : Tense::kPast;
      return IsPastVerb(i) ? Tense::kPast : Tense::kUnknown;
    };
    // "The fees fall on Friday and lapse on March 7" tells of what is arranged.
    if (PlainVerbBefore(at) >= 0)
      return atoms_.Is(at - 1, "on") || atoms_.Is(at - 1, "by") ? Tense::kFuture : Tense::kUnknown;
    for (int off = 1; off < kTenseReach; ++off) {
      if (at - off < 0 && end + off - 1 >= atoms_.size()) break;
      // A verb in front weighs more than one behind.
      for (const int i : {at - off, off > 4 ? end + off - 5 : -1}) {
        if (i < 0 || i >= atoms_.size()) continue;
        if (i < at && off <= kPlainReach && IsPlainVerb(i)) return Tense::kUnknown;
        if (const Tense found = tense(i); found != Tense::kUnknown) return found;
      }
    }
    return Tense::kUnknown;
  }

  // "is set to meet", but not "set a limit".
  bool IsFutureWord(int i) const {
    if (!atoms_.Has(i, times::kFuture)) return false;
    return !atoms_.Has(i, times::kPast) || atoms_.Is(i + 1, "to") || atoms_.Is(i + 1, "for");
  }

  // A verb in its plain form behind its subject: "the envoys mention", "… and lapse".
  bool IsPlainVerb(int i) const {
    if (atoms_.Pos(i) != Upos::kVerb || atoms_.Has(i, times::kPast)) return false;
    const Token& token = document_.tokens[static_cast<size_t>(atoms_[i].token)];
    const Upos before = atoms_.Pos(i - 1);
    return token.lemma == atoms_.Text(i) &&
           (before == Upos::kNoun || before == Upos::kPropn || before == Upos::kCconj);
  }

  // The plain verb no more than a phrase in front of `at`; -1 where there is none.
  int PlainVerbBefore(int at) const {
    for (int i = at - 1; i >= std::max(at - 5, 0); --i) {
      if (atoms_.Pos(i) == Upos::kVerb) return IsPlainVerb(i) ? i : -1;
      if (atoms_.Pos(i) == Upos::kPunct) break;
    }
    return -1;
  }

  // "We put the odds at one in four", "would set it in motion": no past, though the form is one.
  bool IsNoPast(int i) const {
    const std::string_view lemma = document_.tokens[static_cast<size_t>(atoms_[i].token)].lemma;
    return lemma == atoms_.Text(i) && (atoms_.Is(i - 1, "we") || atoms_.Is(i - 1, "i") ||
                                       atoms_.Is(i - 1, "to") || atoms_.Pos(i - 1) == Upos::kAux);
  }

  // "to be held on Friday"; farther off where it "is to be held".
  bool IsToCome(int i, int at) const {
    const Upos next = atoms_.Pos(i + 1);
    if (!atoms_.Is(i, "to") || (next != Upos::kVerb && next != Upos::kAux)) return false;
    return at - i <= 8 || atoms_.Is(i - 1, "is") || atoms_.Is(i - 1, "are");
  }

  // "Until Thursday, they had …"
  bool SaysHad(int from) const {
    for (int i = from; i < std::min(from + 4, atoms_.size()); ++i) {
      if (atoms_.Is(i, "had")) return true;
    }
    return false;
  }

  // A regular past in -ed; not part of a name ("United"), nor in front of a noun ("the reduced
  // dividend").
  bool IsPastVerb(int i) const {
    const std::string_view word = atoms_.Text(i);
    if (atoms_.Pos(i) != Upos::kVerb || word.size() <= 3 || !word.ends_with("ed")) return false;
    if (atoms_.Has(i, times::kReporting) || (i > 0 && atoms_.Capital(i))) return false;
    const Index token = atoms_[i].token;  // "succeed" is none
    if (document_.tokens[static_cast<size_t>(token)].lemma.size() == word.size()) return false;
    const Upos next = atoms_.Pos(i + 1);
    return atoms_.Pos(i - 1) != Upos::kDet || (next != Upos::kNoun && next != Upos::kAdj);
  }

  // "will leave in two weeks": a day, not a length.
  bool IsAhead(const Found& found) const {
    static constexpr std::string_view kUnits = "YMWFD";
    if (found.meaning.type != TimeType::kDuration || found.meaning.unit == 0 ||
        found.meaning.direction != times::kUnsaid ||
        kUnits.find(found.meaning.unit) == std::string_view::npos ||
        !atoms_.Is(found.begin - 1, "in"))
      return false;
    for (int i = found.begin - 2; i >= std::max(found.begin - 6, 0); --i) {
      if (atoms_.Is(i, "will") || atoms_.Is(i, "'ll") || atoms_.Is(i, "shall")) return true;
    }
    return false;
  }

  void Add(Found found) {
    TimeExpression time;
    time.span = {atoms_[found.begin].begin, atoms_[found.end - 1].end};
    if (!document_.times.empty() && document_.times.back().span.end > time.span.begin) return;
    const std::optional<Date> anchor =
        document_.published ? std::optional(document_.published->date) : std::nullopt;
    const Tense tense = TenseAt(found.begin, found.end);
    if (IsAhead(found)) {
      found.meaning.form = Form::kShift;
      found.meaning.type = TimeType::kDate;
      found.meaning.exact = true;
    }
    if (!ResolveFromDiscourse(found.meaning, tense, time))
      times::Resolve(found.meaning, tense, anchor, time);
    if (time.value.empty()) return;
    Note(found.meaning, time);
    document_.times.push_back(std::move(time));
  }

  // A quarter a year away from the one last told: "1989-Q3" is "1988-Q3" a year before.
  std::string QuarterFrom(int years) const {
    const int year = std::atoi(discourse_.quarter.c_str()) + years;
    return std::to_string(year) + discourse_.quarter.substr(4);
  }

  // What leans on something told before; false where nothing was, or the words do not.
  bool ResolveFromDiscourse(const Meaning& meaning, Tense tense, TimeExpression& time) const {
    const bool quarter = !discourse_.quarter.empty();
    const bool year_away = meaning.form == Form::kShift && meaning.unit == 'Y' &&
                           meaning.amount == -1 && !meaning.exact;
    if (quarter && (meaning.form == Form::kPeriod || year_away)) {
      times::Resolve(meaning, tense, Date{}, time);
      time.value = QuarterFrom(meaning.amount);
      return true;
    }
    if (quarter && meaning.form == Form::kUnit && meaning.unit == 'Q' &&
        meaning.direction == times::kAnaphor) {
      times::Resolve(meaning, tense, Date{}, time);
      time.value = discourse_.quarter;
      return true;
    }
    const bool the_day =
        meaning.form == Form::kUnit && meaning.unit == 'D' && meaning.direction == times::kAnaphor;
    const bool day_near = discourse_.day && sentence_ <= discourse_.day_sentence + 1;
    if (the_day && day_near) {
      times::Resolve(meaning, tense, discourse_.day, time);
      return true;
    }
    const bool month_near = discourse_.month_last && sentence_ <= discourse_.month_sentence + 1;
    const bool months = meaning.unit == 'Y' || meaning.unit == 'M';
    if (meaning.discourse && month_near && months && meaning.form == Form::kShift) {
      Meaning shift = meaning;  // "in May 2018 … One year later": as exact as what it leans on
      shift.amount = std::clamp(shift.amount, -1000, 1000) * (shift.unit == 'Y' ? 12 : 1);
      shift.unit = 'M';
      times::Resolve(shift, tense, Date::Of(discourse_.year, discourse_.month, 1), time);
      return true;
    }
    if (meaning.discourse && day_near) {
      times::Resolve(meaning, tense, discourse_.day, time);
      return true;
    }
    // "In June 2024 … In July …": the narrative goes on in that year.
    const bool bare_month = meaning.form == Form::kDate && meaning.month > 0 && meaning.year == 0 &&
                            meaning.direction == times::kUnsaid && tense != Tense::kFuture;
    if (bare_month && discourse_.year > 0 && sentence_ <= discourse_.month_sentence + 3 &&
        meaning.month > discourse_.month &&
        (!document_.published || discourse_.year < document_.published->date.year)) {
      Meaning dated = meaning;
      dated.year = discourse_.year;
      times::Resolve(dated, tense, std::nullopt, time);
      return true;
    }
    return false;
  }

  // A quarter that begins after the day of publication.
  bool BeginsLater(std::string_view quarter) const {
    if (!document_.published) return false;
    const Date day = document_.published->date;
    const int now = day.year * 4 + (day.month - 1) / 3;
    return std::atoi(quarter.data()) * 4 + (quarter[6] - '1') > now;
  }

  void Note(const Meaning& meaning, const TimeExpression& time) {
    const std::string& value = time.value;
    const bool quarter = meaning.form == Form::kQuarter || meaning.form == Form::kUnit;
    if (quarter && value.size() == 7 && value[5] == 'Q' && value[0] != 'X' &&
        value > discourse_.quarter && !BeginsLater(value))
      discourse_.quarter = value;
    if (time.type != TimeType::kDate && time.type != TimeType::kTime) return;
    if (const auto day = Date::Parse(value.substr(0, 10)); day && value.size() >= 10)
      discourse_.day = day, discourse_.day_sentence = sentence_, discourse_.month_last = false;
    if (meaning.form == Form::kDate && meaning.year > 0 && meaning.month > 0) {
      discourse_.year = meaning.year;
      discourse_.month = meaning.month;
      discourse_.month_sentence = sentence_;
      discourse_.month_last = meaning.day == 0;
    }
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
  size_t sentence_;
  Discourse& discourse_;
  int last_begin_ = 0, last_end_ = 0;
};

void ReadSentences(Document& document, Span within) {
  std::vector<times::Atom> atoms;
  Discourse discourse;
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    if (!within.Overlaps(sentence.span)) continue;
    atoms.clear();
    times::CutAtoms(document, sentence.first_token, sentence.end_token, atoms);
    SentenceReader(document, Atoms(document, atoms), s, discourse).Read();
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
