// The setting of one happening: in what house it was, who led those who came, which day is named
// with it.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "collate/comparing.h"
#include "collate/dispute_words.h"
#include "collate/matter.h"
#include "doc/day_range.h"

namespace synoptic {
namespace {

constexpr size_t kMost = 400;
constexpr Index kVenueReach = 5;  // tokens from "at" to the house
constexpr Index kBodyReach = 8;   // tokens between a verb of leading and the body led
constexpr Index kOwnerReach = 3;  // tokens from an owner to what is his
constexpr Index kAgentReach = 12;
constexpr int kOneEvent = 14;  // days that two datings of one event may lie apart
constexpr double kLeast = 0.3, kNear = 1, kAround = 1.5;

struct Setting {
  const Fact* part = nullptr;
  Index token = kNone;       // of the house, the body or the event
  std::string owner, value;  // owner: side; empty if none is named
  Span value_span;
  std::optional<DayRange> days;
};

class Settings {
 public:
  explicit Settings(const StoryView& story) : story_(story), words_(DisputeWords::Get()) {}

  void Venues(Findings& out) {
    Collect([&](const Fact& part) { ReadVenue(part); });
    Compare(Facet::kWhere, out, [&](const Setting& a, const Setting& b) {
      return !DaysExclude(story_, *a.part, *b.part) && IsOneMeeting(a, b);
    });
  }

  void Leaders(Findings& out) {
    Collect([&](const Fact& part) { ReadLeader(part); });
    Compare(Facet::kWho, out, [&](const Setting& a, const Setting& b) {
      return SayTheSame(story_, a.part->report, a.token, b.part->report, b.token) &&
             (a.owner.empty() || b.owner.empty() || a.owner == b.owner);
    });
  }

  void NamedDays(Findings& out) {
    Collect([&](const Fact& part) { ReadNamedDays(part); });
    Compare(Facet::kWhen, out, [&](const Setting& a, const Setting& b) {
      return At(a).token(a.token).lemma == At(b).token(b.token).lemma &&
             !a.days->Overlaps(*b.days) &&
             std::abs(a.days->first.DaysSince(b.days->first)) <= kOneEvent;
    });
  }

 private:
  const ReportIndex& At(const Setting& setting) const { return story_.at(setting.part->report); }
  const ReportIndex& At(const Fact& part) const { return story_.at(part.report); }
  std::string_view Lemma(const Fact& part, Index token) const {
    return At(part).token(token).lemma;
  }

  template <typename Read>
  void Collect(Read read) {
    settings_.clear();
    for (const Fact& part : story_.parts) {
      if (!part.negated && !part.conditional) read(part);
    }
  }

  void Add(Setting setting) {
    if (settings_.size() < kMost) settings_.push_back(std::move(setting));
  }

  template <typename OneMatter>
  void Compare(Facet facet, Findings& out, OneMatter one_matter) {
    ConflictGroups groups;
    for (size_t i = 0; i < settings_.size(); ++i) {
      for (size_t j = i + 1; j < settings_.size(); ++j) {
        const Setting &a = settings_[i], &b = settings_[j];
        if (a.part->report == b.part->report || !one_matter(a, b)) continue;
        groups.Add({static_cast<int32_t>(i), static_cast<int32_t>(j), Told(a), Told(b), false,
                    a.value != b.value});
      }
    }
    TellDisputes(story_, facet, Between::kReports, "", groups.Take(settings_.size()), out);
  }

  FindingReading Told(const Setting& setting) const {
    return ReadingOf(story_, *setting.part, setting.value, setting.value_span);
  }

  // ---- in what house ---------------------------------------------------------------------------

  void ReadVenue(const Fact& part) {
    for (const Index token : part.tokens) {
      const auto venue = words_.ValueIn("venue", Lemma(part, token));
      if (venue.empty() || At(part).token(token).pos != Upos::kNoun) continue;
      for (Index t = token - 1; t >= std::max(part.tokens.front(), token - kVenueReach); --t) {
        const std::string_view lemma = Lemma(part, t);
        if (lemma == "at" || lemma == "in")
          return Add({&part, token, {}, std::string(venue), At(part).token(token).span, {}});
        const Upos pos = At(part).token(t).pos;
        if (pos == Upos::kVerb || pos == Upos::kPunct || pos == Upos::kCconj) break;
      }
    }
  }

  bool IsOneMeeting(const Setting& a, const Setting& b) const {
    if (!IsContact(*a.part) || !IsContact(*b.part)) return false;
    const auto near = [&](const Setting& one) {
      return WordsNear(story_, *one.part, one.token, one.token + 1);
    };
    const auto around = [&](const Setting& one) {
      return WordsAround(story_, one.part->report, one.token);
    };
    return MutuallyShared(story_, near(a), near(b), kLeast) >= kNear ||
           MutuallyShared(story_, around(a), around(b)) >= kAround;
  }

  bool IsContact(const Fact& part) const {
    return std::any_of(part.tokens.begin(), part.tokens.end(), [&](Index token) {
      const std::string_view lemma = Lemma(part, token);
      return lemma == "see" || words_.ValueIn("like", lemma) == "contact";
    });
  }

  // ---- who led ---------------------------------------------------------------------------------

  // "a delegation led by X", "X, who headed the delegation".
  void ReadLeader(const Fact& part) {
    if (!words_.Has("lead a body", Lemma(part, part.head))) return;
    const Index by =
        part.head + 1 < Count(part) && Lemma(part, part.head + 1) == "by" ? part.head + 1 : kNone;
    const Index person = by != kNone ? PersonBehind(part, by) : PersonBefore(part);
    const Index body = BodyNear(part, by != kNone);
    if (person == kNone || body == kNone) return;
    const Mention& mention =
        story_.doc(part).mentions[static_cast<size_t>(At(part).MentionOf(person))];
    const std::string& id =
        story_.doc(part).actors[static_cast<size_t>(At(part).ActorOf(person))].id;
    Add({&part, body, OwnerOf(part, body), id, mention.span, {}});
  }

  Index Count(const Fact& part) const { return static_cast<Index>(story_.doc(part).tokens.size()); }

  bool IsPerson(const Fact& part, Index token) const {
    const Index mention = At(part).MentionOf(token), actor = At(part).ActorOf(token);
    return mention != kNone && actor != kNone &&
           story_.doc(part).actors[static_cast<size_t>(actor)].type == ActorType::kPerson;
  }

  Index PersonBehind(const Fact& part, Index by) const {
    for (Index t = by + 1; t < std::min(Count(part), by + kAgentReach); ++t) {
      if (IsPerson(part, t)) return t;
      if (At(part).token(t).pos == Upos::kVerb) break;
    }
    return kNone;
  }

  Index PersonBefore(const Fact& part) const {
    return part.subject_token != kNone && IsPerson(part, part.subject_token) ? part.subject_token
                                                                             : kNone;
  }

  // The body led: behind the verb, of a participle before it.
  Index BodyNear(const Fact& part, bool before) const {
    for (Index i = 1; i <= kBodyReach; ++i) {
      const Index token = before ? part.head - i : part.head + i;
      if (token < 0 || token >= Count(part) ||
          At(part).SentenceOf(token) != At(part).SentenceOf(part.head))
        break;
      if (words_.Has("body", Lemma(part, token))) return token;
    }
    return kNone;
  }

  std::string OwnerOf(const Fact& part, Index noun) const {
    for (Index t = noun - 1; t >= std::max<Index>(0, noun - kOwnerReach); --t) {
      if (At(part).ActorOf(t) == kNone) continue;
      return story_.sides.Of(story_.doc(part).actors[static_cast<size_t>(At(part).ActorOf(t))].id);
    }
    return {};
  }

  // ---- the day named with it -------------------------------------------------------------------

  // "the July 26 coup", "the coup of 27 July", "a letter dated May 21".
  void ReadNamedDays(const Fact& part) {
    for (const Index number : part.times) {
      const TimeExpression& time = story_.doc(part).times[static_cast<size_t>(number)];
      const auto days = time.type == TimeType::kDate ? DaysOf(time.value) : std::nullopt;
      if (!days || days->days() > 1) continue;
      const auto [first, end] = At(part).TokensIn(time.span);
      if (first == end) continue;
      const Index noun = NounOf(part, first, end);
      if (noun != kNone) Add({&part, noun, {}, time.value, time.span, days});
    }
  }

  Index NounOf(const Fact& part, Index first, Index end) const {
    const auto is_event = [&](Index token) {
      return token >= 0 && token < Count(part) && At(part).token(token).pos == Upos::kNoun &&
             At(part).TimeOf(token) == kNone && story_.words.Of(part.report, token) != kNone;
    };
    if (first > 1 && (Lemma(part, first - 1) == "of" || Lemma(part, first - 1) == "date") &&
        is_event(first - 2))
      return first - 2;
    const bool article = first > 0 && At(part).token(first - 1).pos == Upos::kDet;
    return article && is_event(end) ? end : kNone;
  }

  const StoryView& story_;
  const DisputeWords& words_;
  std::vector<Setting> settings_;
};

}  // namespace

void FindSettingDisputes(const StoryView& story, Findings& out) {
  Settings settings(story);
  settings.Venues(out);
  settings.Leaders(out);
  settings.NamedDays(out);
}

}  // namespace synoptic
