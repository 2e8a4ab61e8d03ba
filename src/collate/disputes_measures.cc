// How long, how heavy, how dear, how many in a hundred: measures of one matter that leave no room
// for each other. What is measured is told by the words next to the figure and the sentence around.
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/ascii.h"
#include "collate/comparing.h"
#include "collate/dispute_words.h"
#include "collate/matter.h"
#include "doc/day_range.h"

namespace synoptic {
namespace {

constexpr size_t kMaxMeasures = 1200;
constexpr double kLeast = 0.5;  // that a word next to it counts
constexpr double kNear = 1.0, kMatter = 2.6;
constexpr double kShareNear = 1.5, kShareMatter = 4;  // of shares, of which a report may tell many
constexpr int kFewWords = 3;                          // that their sentences must share
constexpr double kRounding = 0.015;
constexpr double kAbout = 0.1;
constexpr double kOneScale = 12;  // how many times one measure of a thing may be the other

struct Measure {
  const Fact* part = nullptr;
  Span span;
  std::string_view unit, edge;  // edge: "from", "to"
  double low = 0, high = 0;
  std::string value;
  std::vector<WordId> near, sentence;
  std::vector<WordId> names;  // in its part, before it
};

class Measures {
 public:
  explicit Measures(const StoryView& story) : story_(story), words_(DisputeWords::Get()) {}

  void Read() {
    for (const Fact& part : story_.parts) {
      const Document& doc = story_.doc(part);
      for (const Index time : part.times) ReadTime(part, doc.times[static_cast<size_t>(time)]);
      for (const Index quantity : part.quantities)
        ReadQuantity(part, doc.quantities[static_cast<size_t>(quantity)]);
    }
  }

  void Compare() {
    for (size_t i = 0; i < measures_.size(); ++i) {
      for (size_t j = i + 1; j < measures_.size(); ++j) Compare(i, j);
    }
  }

  void Tell(Findings& out) {
    TellDisputes(story_, Facet::kNumber, Between::kReports, "", groups_.Take(measures_.size()),
                 out);
    for (auto& group : groups_.TakeAgreed(measures_.size()))
      AddAgreement(story_, Facet::kNumber, std::move(group.readings), out);
  }

 private:
  const ReportIndex& At(const Measure& measure) const { return story_.at(measure.part->report); }

  // ---- what is measured ------------------------------------------------------------------------

  void ReadTime(const Fact& part, const TimeExpression& time) {
    // "in the last twelve months" says when, not how long.
    if (time.type != TimeType::kDuration || !time.begin.empty() || !time.end.empty()) return;
    const auto seconds = DurationSeconds(time.value);
    if (!seconds || IsDistance(part, time)) return;
    Measure made;
    made.span = time.span;
    made.unit = *seconds < 86400 ? "hours" : "days";
    made.low = made.high = *seconds;
    made.value = time.value;
    Widen(time.mod, made);
    Add(part, std::move(made));
  }

  // "four weeks after the vote" says when, too.
  bool IsDistance(const Fact& part, const TimeExpression& time) const {
    const ReportIndex& index = story_.at(part.report);
    const auto end = static_cast<size_t>(index.TokensIn(time.span).second);
    return end < index.doc().tokens.size() &&
           words_.Has("distance", index.token(static_cast<Index>(end)).lemma);
  }

  // "nearly four hours", "less than a week", "more than 15 hours", "about 40 minutes".
  static void Widen(std::string_view mod, Measure& measure) {
    const double value = measure.low;
    if (mod == "APPROX") measure.low = value * (1 - kAbout), measure.high = value * (1 + kAbout);
    if (mod == "LESS_THAN") measure.low = value * 0.8, measure.high = value * 0.99;
    if (mod == "MORE_THAN") measure.low = value * 1.01, measure.high = value * 1.25;
    if (mod == "EQUAL_OR_LESS") measure.low = 0;
    if (mod == "EQUAL_OR_MORE") measure.high = std::numeric_limits<double>::infinity();
  }

  void ReadQuantity(const Fact& part, const Quantity& quantity) {
    Measure made;
    made.unit = UnitOf(part, quantity);
    if (made.unit.empty()) return;
    made.span = quantity.span;
    made.low = quantity.low, made.high = quantity.high;
    if (quantity.vague && quantity.value) made.low *= 1 - kAbout / 2, made.high *= 1 + kAbout / 2;
    made.value = std::string(story_.Cut(part.report, quantity.span));
    Add(part, std::move(made));
  }

  // "percent", or a unit of money, weight or length: the word behind or the mark before the figure.
  std::string_view UnitOf(const Fact& part, const Quantity& quantity) const {
    if (quantity.percent) return "percent";
    const std::string_view text = story_.doc(part).text;
    const size_t at = quantity.span.begin;
    if (at > 0 && text[at - 1] == '$') return "dollar";
    const std::string_view of = quantity.of;
    return words_.ValueIn("unit", of.substr(of.rfind(' ') + 1));
  }

  void Add(const Fact& part, Measure measure) {
    if (measures_.size() >= kMaxMeasures) return;
    measure.part = &part;
    const ReportIndex& index = story_.at(part.report);
    const auto [first, end] = index.TokensIn(measure.span);
    if (first == end) return;
    const Sentence& sentence = index.doc().sentences[static_cast<size_t>(index.SentenceOf(first))];
    if (first > sentence.first_token) {
      measure.edge = words_.ValueIn("change", index.token(first - 1).lemma);
    }
    measure.near = WordsNear(story_, part, first, end);
    measure.sentence = WordsAround(story_, part.report, first);
    for (const Index token : part.tokens) {
      const WordId word = story_.words.Of(part.report, token);
      if (token < first && word != kNone && index.token(token).pos == Upos::kPropn)
        measure.names.push_back(word);
    }
    measures_.push_back(std::move(measure));
  }

  // ---- one matter ------------------------------------------------------------------------------

  void Compare(size_t i, size_t j) {
    const Measure &a = measures_[i], &b = measures_[j];
    if (a.part->report == b.part->report || a.unit != b.unit || a.edge != b.edge ||
        a.part->conditional != b.part->conditional || a.part->negated != b.part->negated ||
        !IsOneScale(a, b) || !IsOneMatter(a, b))
      return;
    const bool agree = a.low <= b.high * (1 + kRounding) && b.low <= a.high * (1 + kRounding);
    groups_.Add(
        {static_cast<int32_t>(i), static_cast<int32_t>(j), Told(a), Told(b), false, !agree});
  }

  static bool IsOneScale(const Measure& a, const Measure& b) {
    return a.low <= b.low * kOneScale && b.low <= a.low * kOneScale;
  }

  bool IsOneMatter(const Measure& a, const Measure& b) const {
    const bool share = a.unit == "percent";
    const double near = MutuallyShared(story_, a.near, b.near, kLeast);
    if (near < (share ? kShareNear : kNear) || NameOthers(a, b) ||
        (share && WordsShared(a, b) < kFewWords))
      return false;
    const double around = MutuallyShared(story_, a.sentence, b.sentence);
    return near + around / 2 >= (share ? kShareMatter : kMatter);
  }

  // "The first index closed 3 percent higher", "the second closed 2 percent higher".
  static bool NameOthers(const Measure& a, const Measure& b) {
    return !a.names.empty() && !b.names.empty() &&
           std::none_of(a.names.begin(), a.names.end(), [&](WordId name) {
             return std::find(b.names.begin(), b.names.end(), name) != b.names.end();
           });
  }

  int WordsShared(const Measure& a, const Measure& b) const {
    return static_cast<int>(std::count_if(a.sentence.begin(), a.sentence.end(), [&](WordId word) {
      return std::any_of(b.sentence.begin(), b.sentence.end(),
                         [&](WordId other) { return story_.words.Nearness(word, other) > 0.5; });
    }));
  }

  FindingReading Told(const Measure& measure) const {
    return ReadingOf(story_, *measure.part, measure.value, measure.span);
  }

  const StoryView& story_;
  const DisputeWords& words_;
  std::vector<Measure> measures_;
  ConflictGroups groups_;
};

}  // namespace

void FindMeasureDisputes(const StoryView& story, Findings& out) {
  Measures measures(story);
  measures.Read();
  measures.Compare();
  measures.Tell(out);
}

}  // namespace synoptic
