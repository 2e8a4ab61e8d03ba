// Dates of one happening that exclude each other, where the reports tell it in so different words
// that their parts are not aligned: what stands next to the date and the sentence around decide.
#include <algorithm>
#include <cstdlib>

#include "collate/comparing.h"
#include "collate/dispute_words.h"
#include "collate/matter.h"
#include "doc/day_range.h"

namespace synoptic {
namespace {

constexpr size_t kMaxDates = 1200;
constexpr int kOneEvent = 14;  // days that two datings of one event may lie apart
constexpr double kLeast = 0.3;
constexpr double kNear = 1.2, kNearAgreed = 0.6, kMatter = 3.2, kRareDay = 1.5;

struct Dated {
  const Fact* part = nullptr;
  const TimeExpression* time = nullptr;
  DayRange days;
  std::string_view edge;
  std::vector<WordId> near, sentence;
};

class Dates {
 public:
  explicit Dates(const StoryView& story) : story_(story), words_(DisputeWords::Get()) {}

  void Read() {
    for (const Fact& part : story_.parts) {
      if (OnlyOne(part)) Read(part, story_.doc(part).times[static_cast<size_t>(part.times[0])]);
    }
  }

  void Compare() {
    for (size_t i = 0; i < dates_.size(); ++i) {
      for (size_t j = i + 1; j < dates_.size(); ++j) Compare(i, j);
    }
  }

  void Tell(Findings& out) {
    TellDisputes(story_, Facet::kWhen, Between::kReports, "", groups_.Take(dates_.size()), out);
    for (auto& group : groups_.TakeAgreed(dates_.size()))
      AddAgreement(story_, Facet::kWhen, std::move(group.readings), out);
  }

 private:
  // Of a part with several dates nobody knows which is whose.
  static bool OnlyOne(const Fact& part) { return part.times.size() == 1 && !part.conditional; }

  void Read(const Fact& part, const TimeExpression& time) {
    if (time.type != TimeType::kDate || dates_.size() >= kMaxDates || InDateline(part, time.span))
      return;
    const auto days = DaysOf(time.value);
    if (!days || days->days() > 31) return;
    const ReportIndex& index = story_.at(part.report);
    const auto [first, end] = index.TokensIn(time.span);
    if (first == end || words_.Has("speak", index.token(part.head).lemma)) return;
    const Sentence& sentence = index.doc().sentences[static_cast<size_t>(index.SentenceOf(first))];
    Dated dated{&part, &time, *days, {}, {}, {}};
    if (first > sentence.first_token)
      dated.edge = words_.ValueIn("edge", index.token(first - 1).lemma);
    dated.near = WordsNear(story_, part, first, end);
    dated.sentence = WordsAround(story_, part.report, first);
    dates_.push_back(std::move(dated));
  }

  bool InDateline(const Fact& part, Span time) const {
    const auto& sections = story_.doc(part).sections;
    return std::any_of(sections.begin(), sections.end(), [&](const Section& section) {
      return section.kind == SectionKind::kDateline && section.span.Contains(time);
    });
  }

  void Compare(size_t i, size_t j) {
    const Dated &a = dates_[i], &b = dates_[j];
    if (a.part->report == b.part->report || a.part->negated != b.part->negated ||
        a.part->unreal != b.part->unreal || a.edge != b.edge ||
        CountOthers(story_, *a.part, *b.part))
      return;
    const bool agree = a.days.Overlaps(b.days);
    if (agree && a.days != b.days) return;  // a day within a month neither agrees nor differs
    const int apart = std::abs(a.days.first.DaysSince(b.days.first));
    const bool one_weekday = apart == 7 && story_.Cut(a.part->report, a.time->span) ==
                                               story_.Cut(b.part->report, b.time->span);
    if (apart > kOneEvent || one_weekday || !IsOneMatter(a, b, agree)) return;
    groups_.Add(
        {static_cast<int32_t>(i), static_cast<int32_t>(j), Told(a), Told(b), false, !agree});
  }

  // A day that few sentences name tells of its happening by itself.
  double TellingDay(const Dated& dated) const {
    const auto count =
        static_cast<size_t>(std::count_if(dates_.begin(), dates_.end(), [&](const Dated& other) {
          return other.days == dated.days;
        }));
    return count <= story_.reports.size() ? kRareDay : 0;
  }

  bool IsOneMatter(const Dated& a, const Dated& b, bool agree) const {
    const double near = MutuallyShared(story_, a.near, b.near, kLeast);
    if (near < (agree ? kNearAgreed : kNear)) return false;
    const double around = MutuallyShared(story_, a.sentence, b.sentence);
    return near + around / 2 + (agree ? TellingDay(a) : 0) >= kMatter;
  }

  FindingReading Told(const Dated& dated) const {
    return ReadingOf(story_, *dated.part, dated.time->value, dated.time->span);
  }

  const StoryView& story_;
  const DisputeWords& words_;
  std::vector<Dated> dates_;
  ConflictGroups groups_;
};

}  // namespace

void FindDateDisputes(const StoryView& story, Findings& out) {
  Dates dates(story);
  dates.Read();
  dates.Compare();
  dates.Tell(out);
}

}  // namespace synoptic
