// Counts of one thing that exclude each other. "At least 12" beside 15 is compatible; a count of
// harm that has risen by the time of a later report is an update.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <deque>

#include "base/ascii.h"
#include "collate/comparing.h"
#include "collate/dispute_words.h"
#include "collate/matter.h"
#include "text/fold.h"
#include "text/thesaurus.h"

namespace synoptic {
namespace {

constexpr double kSameUnit = 0.35;  // "cubic metres of water": two words are counted
constexpr double kSameCount = 0.42, kSameHarm = 0.3;  // likeness of parts, share of sentences
constexpr double kHarmTold = 2.5;                     // what the sentences share in telling words
constexpr double kNearLeast = 0.4, kNear = 1.5, kMatter = 3.5;  // of other counts: see matter.h
constexpr double kRareNumber = 1.5, kOdd = 4;
constexpr double kFew = 2;  // "two sides", "two officials" are of every matter
constexpr size_t kMaxCounts = 1500;

// By WordNet.
bool IsPerson(std::string_view lemma) {
  for (const std::string_view kind : Split(SensesOf(lemma, 'n').kinds, ' ')) {
    if (kind == "person" || kind == "people") return true;
  }
  return false;
}

struct Count {
  const Fact* part = nullptr;
  const Quantity* quantity = nullptr;
  std::string_view harm;  // killed, injured …; empty where something else is counted
  Index counted = kNone;  // token of what is counted
  bool rises = false;     // the text says that it grew
};

class CountDisputes {
 public:
  explicit CountDisputes(const StoryView& story) : story_(story), words_(DisputeWords::Get()) {}

  void Read() {
    for (const Fact& part : story_.parts) {
      for (const Index quantity : part.quantities)
        Add(part, &story_.doc(part).quantities[static_cast<size_t>(quantity)]);
      ReadBare(part);
    }
  }

  void Compare() {
    for (size_t i = 0; i < counts_.size(); ++i) {
      for (size_t j = i + 1; j < counts_.size(); ++j) Compare(i, j);
    }
  }

  void Tell(Findings& out) {
    TellDisputes(story_, Facet::kNumber, Between::kReports, "", groups_.Take(counts_.size()), out);
    for (auto& group : groups_.TakeAgreed(counts_.size()))
      AddAgreement(story_, Facet::kNumber, std::move(group.readings), out);
  }

 private:
  const ReportIndex& At(const Count& count) const { return story_.at(count.part->report); }

  // "The toll rose to 15": a number that counts what the part names before it.
  void ReadBare(const Fact& part) {
    const ReportIndex& index = story_.at(part.report);
    bool rises = false;
    for (const Index token : part.tokens) {
      rises |= words_.Has("rise", index.token(token).lemma);
      const std::string_view word = index.doc().Word(token);
      if (!rises || word.size() > 6 || !FollowsTo(index, token) ||
          index.QuantityOf(token) != kNone || index.TimeOf(token) != kNone)
        continue;
      double value = 0;
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
      if (error != std::errc() || end != word.data() + word.size()) continue;
      Quantity& made = bare_.emplace_back();
      made.span = index.token(token).span;
      made.value = made.low = made.high = value;
      Add(part, &made);
    }
  }

  // "to 15", "to at least 15"
  bool FollowsTo(const ReportIndex& index, Index token) const {
    while (token > 0 && words_.Has("about", index.token(token - 1).lemma)) --token;
    return token > 0 && index.token(token - 1).lemma == "to";
  }

  void Add(const Fact& part, const Quantity* quantity) {
    if (counts_.size() >= kMaxCounts) return;
    Count count;
    count.part = &part;
    count.quantity = quantity;
    count.counted = CountedBy(count);
    count.harm = HarmOf(count);
    if (count.counted == kNone && count.harm.empty()) return;
    const ReportIndex& index = story_.at(part.report);
    const Sentence& sentence =
        index.doc().sentences[static_cast<size_t>(index.SentenceOf(part.head))];
    for (Index t = sentence.first_token; t < sentence.end_token; ++t)
      count.rises |= words_.Has("rise", index.token(t).lemma);
    counts_.push_back(count);
  }

  // The noun counted: said by the quantity, or before an "of" ("tariffs of 25 percent").
  Index CountedBy(const Count& count) const {
    const ReportIndex& index = At(count);
    const auto [of_first, of_end] = index.TokensIn(count.quantity->of_span);
    Index counted = kNone;
    for (Index t = of_first; !count.quantity->of_span.empty() && t < of_end; ++t) {
      if (story_.words.Of(count.part->report, t) == kNone || index.token(t).pos == Upos::kAdj)
        continue;  // "French soldiers"
      counted = t;
      if (index.doc().Word(t) != index.token(t).lemma) break;  // "villages" of "villages tankers"
    }
    if (counted != kNone) return counted;
    const auto [first, end] = index.TokensIn(count.quantity->span);
    if (first < 2 || index.token(first - 1).lemma != "of" || first == end) return kNone;
    return index.token(first - 2).pos == Upos::kNoun ? first - 2 : kNone;
  }

  // People counted as killed, injured …: the nearest word of harm in the part.
  std::string_view HarmOf(const Count& count) const {
    const ReportIndex& index = At(count);
    if (count.quantity->percent) return {};
    if (count.counted != kNone) {
      const std::string lemma = Lower(index.token(count.counted).lemma);
      if (const auto harm = words_.ValueIn("harm", lemma); !harm.empty()) return harm;
      if (words_.Has("sum", lemma)) return NearestHarm(count);
      if (!words_.Has("people", lemma) && !IsPerson(lemma)) return {};
    }
    return NearestHarm(count);
  }

  std::string_view NearestHarm(const Count& count) const {
    const ReportIndex& index = At(count);
    const auto [first, end] = index.TokensIn(count.quantity->span);
    std::string_view best;
    Index distance = 14;
    for (const Index token : count.part->tokens) {
      // "40 captives for 90 detainees": these are counted apart.
      if (token > 0 && (token < first || token > end) && index.QuantityOf(token - 1) != kNone)
        continue;
      const auto harm = words_.ValueIn("harm", index.token(token).lemma);
      const Index away = token < first ? first - token : token - end + 1;
      if (!harm.empty() && away < distance) best = harm, distance = away;
    }
    return best;
  }

  static bool Agree(const Quantity& x, const Quantity& y) {
    return x.low <= y.high && y.low <= x.high;
  }

  bool SameThing(const Count& a, const Count& b) const {
    if (a.quantity->percent != b.quantity->percent) return false;
    if (!a.harm.empty() || !b.harm.empty()) return a.harm == b.harm;
    return SayTheSame(story_, a.part->report, a.counted, b.part->report, b.counted) ||
           (ArePeople(a) && ArePeople(b));
  }

  bool ArePeople(const Count& count) const {
    const std::string lemma = Lower(At(count).token(count.counted).lemma);
    return words_.Has("people", lemma) || IsPerson(lemma);
  }

  bool SameMatter(const Count& a, const Count& b) const {
    if (a.part->report == b.part->report || a.part->unreal != b.part->unreal) return false;
    if (!a.rises && !b.rises && DaysExclude(story_, *a.part, *b.part)) return false;
    if (!a.harm.empty())
      return SentencesShare(story_, *a.part, *b.part) >= kSameHarm ||
             ToldAlike(*a.part, *b.part) >= kHarmTold;
    const bool unit =
        a.quantity->of == b.quantity->of && a.quantity->of.find(' ') != std::string::npos;
    return Likeness(story_, *a.part, *b.part) >= (unit ? kSameUnit : kSameCount) ||
           (a.quantity->low > kFew && b.quantity->low > kFew && AreNearAlike(a, b));
  }

  // One number that few parts of the story tell, "25,000".
  bool IsRare(const Count& a, const Count& b) const {
    if (!SameNumber(*a.quantity, *b.quantity) || a.quantity->low < kOdd) return false;
    const auto count =
        static_cast<size_t>(std::count_if(counts_.begin(), counts_.end(), [&](const Count& other) {
          return SameNumber(*other.quantity, *a.quantity);
        }));
    return count <= story_.reports.size();
  }

  // Told in other words, but what stands next to the figures and the sentences around are alike.
  bool AreNearAlike(const Count& a, const Count& b) const {
    const auto near = [&](const Count& count) {
      const auto [first, end] = At(count).TokensIn(count.quantity->span);
      return WordsNear(story_, *count.part, first, end);
    };
    const auto x = near(a), y = near(b);
    const double next = MutuallyShared(story_, x, y, kNearLeast);
    const double rare = IsRare(a, b) ? kRareNumber : 0;
    return next + rare / 2 >= kNear && next + ToldAlike(*a.part, *b.part) / 2 + rare >= kMatter;
  }

  double ToldAlike(const Fact& a, const Fact& b) const {
    return MutuallyShared(story_, WordsAround(story_, a.report, a.head),
                          WordsAround(story_, b.report, b.head));
  }

  // Another count of the same sentence agrees with this one: then that one is meant.
  bool IsMeantByAnother(const Count& count, const Count& other) const {
    const Index sentence = At(other).SentenceOf(other.part->head);
    return std::any_of(counts_.begin(), counts_.end(), [&](const Count& third) {
      return third.part->report == other.part->report && third.quantity != other.quantity &&
             At(third).SentenceOf(third.part->head) == sentence &&
             Agree(*third.quantity, *count.quantity) &&
             !SameNumber(*third.quantity, *other.quantity);
    });
  }
  static bool SameNumber(const Quantity& x, const Quantity& y) {
    return x.low == y.low && x.high == y.high;
  }

  void Compare(size_t i, size_t j) {
    const Count &a = counts_[i], &b = counts_[j];
    if (!SameThing(a, b) || !SameMatter(a, b)) return;
    const bool agree = Agree(*a.quantity, *b.quantity);
    const bool update = IsUpdate(a, b);
    const bool conflict = !agree || (update && !SameNumber(*a.quantity, *b.quantity));
    if (conflict && !update && (IsMeantByAnother(a, b) || IsMeantByAnother(b, a))) return;
    groups_.Add(
        {static_cast<int32_t>(i), static_cast<int32_t>(j), Told(a), Told(b), update, conflict});
  }

  // Harm, and more of it in the later report, which may say that it has risen; unless two sides
  // count each on its own.
  bool IsUpdate(const Count& a, const Count& b) const {
    if (a.harm.empty() || CountedByTwo(a, b)) return false;
    const bool b_newer = a.rises != b.rises ? b.rises : a.quantity->low < b.quantity->low;
    const Count &newer = b_newer ? b : a, &older = b_newer ? a : b;
    if (newer.quantity->low <= older.quantity->low) return false;
    const auto &later = story_.doc(*newer.part).published,
               &earlier = story_.doc(*older.part).published;
    if (newer.rises && !older.rises) return !later || !earlier || !(later->date < earlier->date);
    return later && earlier && IsLater(*later, *earlier);
  }

  // By a day, or by the clock where both tell the time.
  static bool IsLater(const Moment& later, const Moment& earlier) {
    if (later.date != earlier.date) return earlier.date < later.date;
    const bool clocks = !later.time.empty() && !earlier.time.empty();
    return clocks && earlier.UnixSeconds() < later.UnixSeconds();
  }

  bool CountedByTwo(const Count& a, const Count& b) const {
    const auto &x = a.part->speakers, &y = b.part->speakers;
    return !x.empty() && !y.empty() && story_.sides.Of(x.back()) != story_.sides.Of(y.back());
  }

  static std::string Text(double number) {
    if (std::abs(number - std::round(number)) < 1e-9 && std::abs(number) < 1e15)
      return std::to_string(static_cast<long long>(std::llround(number)));
    std::string made = std::to_string(number);
    made.erase(made.find_last_not_of('0') + 1);
    return made;
  }

  static std::string Figure(const Quantity& quantity) {
    std::string made = quantity.value ? Text(*quantity.value) : Text(quantity.low) + "+";
    if (quantity.value && std::isinf(quantity.high)) made += "+";
    if (quantity.percent) made += "%";
    return made;
  }

  FindingReading Told(const Count& count) const {
    return ReadingOf(story_, *count.part, Figure(*count.quantity), count.quantity->span);
  }

  const StoryView& story_;
  const DisputeWords& words_;
  std::vector<Count> counts_;
  std::deque<Quantity> bare_;
  ConflictGroups groups_;
};

}  // namespace

void FindCountDisputes(const StoryView& story, Findings& out) {
  CountDisputes disputes(story);
  disputes.Read();
  disputes.Compare();
  disputes.Tell(out);
}

}  // namespace synoptic
