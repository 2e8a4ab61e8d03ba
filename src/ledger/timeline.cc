#include <algorithm>
#include <optional>

#include "doc/day_range.h"
#include "ledger/acting.h"
#include "ledger/ledger.h"
#include "ledger/when.h"
#include "text/report_index.h"
#include "text/story_words.h"

namespace synoptic {
namespace {

constexpr double kSameEvent = 0.4;
constexpr size_t kMaxCompared = 200;

struct Dated {
  TimelineEntry entry;
  DayRange days;
  std::vector<WordId> words;
};

class ReportTimeline {
 public:
  ReportTimeline(Index report, const ReportIndex& index, const StoryWords& words,
                 const StorySides& sides)
      : report_(report),
        index_(index),
        words_(words),
        parts_(FindParts(index)),
        acting_(index, parts_, sides) {}

  std::vector<Dated> Find() {
    for (const TimeExpression& time : index_.doc().times) Add(time);
    return std::move(found_);
  }

 private:
  const Token& At(Index token) const { return index_.token(token); }

  void Add(const TimeExpression& time) {
    if (time.type == TimeType::kSet) return;
    if (time.type == TimeType::kDuration && (time.begin.empty() || time.end.empty())) return;
    const std::string value = IntervalOf(time);
    const auto days = DaysOf(value);
    const auto [first, end] = index_.TokensIn(time.span);
    if (!days || first == end || !IsTold(first)) return;
    const Index event = EventOf(first, end);
    Dated made;
    made.days = *days;
    made.entry.when = value;
    const Span span = EvidenceOf(event, time.span);
    made.entry.what = index_.doc().Cut(span);
    made.entry.evidence = {{report_, span}};
    made.entry.planned = IsPlanned(event, *days);
    made.entry.claimed_by = acting_.Speakers(first);
    const auto [from, to] = index_.TokensIn(span);
    std::vector<Index> tokens;
    for (Index t = from; t < to; ++t) {
      if (index_.TimeOf(t) == kNone) tokens.push_back(t);
    }
    made.words = words_.Distinct(report_, tokens);
    found_.push_back(std::move(made));
  }

  // In the report's own text, not in a line that says whose it is and of which day.
  bool IsTold(Index token) const {
    const SectionKind section =
        index_.doc().sentences[static_cast<size_t>(index_.SentenceOf(token))].section;
    return section == SectionKind::kBody || section == SectionKind::kHeadline;
  }

  // The verb or noun whose time this is: the nearest word above it outside the expression.
  Index EventOf(Index first, Index end) const {
    Index at = end - 1;
    for (int step = 0; step < 16 && at != kNone; ++step) {
      if ((at < first || at >= end) &&
          (At(at).pos == Upos::kVerb || At(at).pos == Upos::kNoun || At(at).pos == Upos::kPropn))
        return at;
      at = At(at).head;
    }
    return end - 1;
  }

  Span EvidenceOf(Index event, Span time) const {
    const Index clause = index_.ClauseOf(event);
    const Span phrase = index_.Subtree(event).Cover(time);
    const bool noun = At(event).pos != Upos::kVerb;
    if (noun && phrase.size() > 2 * time.size()) return phrase;
    if (clause == kNone) return phrase;
    const Span whole = index_.clause(clause).span.Cover(time);
    return whole.size() > 400 ? phrase.size() > 400 ? time : phrase : whole;
  }

  bool IsPlanned(Index event, const DayRange& days) const {
    const auto& published = index_.doc().published;
    if (published && days.first > published->date) return true;
    const Index clause = index_.ClauseOf(event);
    if (clause == kNone) return false;
    for (const Index t : index_.clause(clause).tokens) {
      const std::string_view lemma = At(t).lemma;
      if (At(t).pos == Upos::kAux && (lemma == "will" || lemma == "would" || lemma == "shall"))
        return !published || days.last >= published->date;
    }
    return false;
  }

  Index report_;
  const ReportIndex& index_;
  const StoryWords& words_;
  std::vector<Part> parts_;
  Acting acting_;
  std::vector<Dated> found_;
};

// The same days, or one within the other and the same words.
bool SameEvent(const Dated& a, const Dated& b, const StoryWords& words) {
  if (!a.days.Overlaps(b.days)) return false;
  const auto overlap = words.Compare(a.words, b.words);
  const double shared = std::max(overlap.of_first, overlap.of_second);
  const bool same_days = a.days.first == b.days.first && a.days.last == b.days.last;
  return shared >= (same_days ? kSameEvent : 2 * kSameEvent);
}

void Join(Dated& event, Dated& other) {
  if (other.days.days() < event.days.days())
    event.days = other.days, event.entry.when = other.entry.when;
  for (const Evidence& evidence : other.entry.evidence) event.entry.evidence.push_back(evidence);
  event.entry.planned |= other.entry.planned;
  if (other.entry.claimed_by.empty()) event.entry.claimed_by.clear();  // a report tells it itself
}

}  // namespace

std::vector<TimelineEntry> BuildTimeline(std::span<const Document> reports) {
  const StoryWords words(reports);
  const StorySides sides(reports);
  std::vector<Dated> events;
  for (size_t r = 0; r < reports.size(); ++r) {
    const ReportIndex index(reports[r]);
    for (Dated& dated : ReportTimeline(static_cast<Index>(r), index, words, sides).Find()) {
      Dated* same = nullptr;
      size_t compared = 0;
      for (auto at = events.rbegin(); at != events.rend() && !same && compared < kMaxCompared;
           ++at, ++compared) {
        if (SameEvent(*at, dated, words)) same = &*at;
      }
      if (same) {
        Join(*same, dated);
      } else {
        events.push_back(std::move(dated));
      }
    }
  }
  std::stable_sort(events.begin(), events.end(), [](const Dated& a, const Dated& b) {
    return a.days.first != b.days.first ? a.days.first < b.days.first : a.days.last < b.days.last;
  });
  std::vector<TimelineEntry> timeline;
  for (Dated& event : events) timeline.push_back(std::move(event.entry));
  return timeline;
}

}  // namespace synoptic
