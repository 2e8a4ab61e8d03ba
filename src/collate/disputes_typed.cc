// Parts about one matter whose days, places, predicates or doers exclude each other. Granularity is
// no dispute: a day within a month and a city in its country are compatible.
#include <algorithm>
#include <cstdlib>

#include "base/ascii.h"
#include "collate/comparing.h"
#include "collate/dispute_words.h"
#include "collate/matter.h"
#include "text/fold.h"
#include "text/thesaurus.h"

namespace synoptic {
namespace {

// Likeness that a pair must have before this facet of it is compared.
constexpr double kWhen = 0.4, kWhere = 0.5, kPolarity = 0.55, kWho = 0.7;
constexpr double kLeast = 0.2, kOneMatter = 1.2;  // what else two predicates must share: matter.h
constexpr double kOpposite = 0.4;  // where one subject does opposites, which share no word
constexpr int kOneEvent = 14;      // days that two datings of one event may lie apart
constexpr size_t kMaxDated = 300;  // parts with a date and two sides
constexpr size_t kAnchors = 3;     // words before a date or place that say what is there or then

class TypedDisputes {
 public:
  explicit TypedDisputes(const StoryView& story) : story_(story), words_(DisputeWords::Get()) {
    for (const Document& report : story.reports)
      first_time_.push_back(first_time_.back() + static_cast<int32_t>(report.times.size()));
  }

  void Compare(const Match& match) {
    const Fact &a = Part(match.first), &b = Part(match.second);
    if (a.report == b.report) return;
    if (match.score >= kWhen && a.negated == b.negated) When(a, b);
    if (match.score >= kWhere && a.negated == b.negated) Where(match, a, b);
    if (match.score >= kOpposite) Polarities(match, a, b);
    if (match.score >= kWho && a.negated == b.negated) Subjects(match, a, b);
  }

  // Meetings and calls share few words ("will speak to X on Sunday", "a conversation with X on
  // Monday"): the same two sides and a word of contact before the date make them one.
  void CompareContacts() {
    std::vector<int32_t> dated;
    for (size_t p = 0; p < story_.parts.size() && dated.size() < kMaxDated; ++p) {
      const TimeExpression* date = OnlyDate(story_.parts[p]);
      if (date && story_.parts[p].sides.size() > 1 && Contact(story_.parts[p], date->span) != kNone)
        dated.push_back(static_cast<int32_t>(p));
    }
    for (size_t i = 0; i < dated.size(); ++i) {
      for (size_t j = i + 1; j < dated.size(); ++j) {
        const Fact &a = Part(dated[i]), &b = Part(dated[j]);
        if (a.report != b.report && a.negated == b.negated && a.sides == b.sides &&
            !AreOfTwoKinds(a, b))
          CompareDates(a, *OnlyDate(a), b, *OnlyDate(b));
      }
    }
  }

  // The same of meetings to come at one place: "to be held in X on Friday", "talks could begin in X
  // on Saturday".
  void CompareMeetings() {
    std::vector<const Fact*> planned;
    for (const Fact& part : story_.parts) {
      const bool meeting = part.unreal && !part.conditional && part.places.size() == 1 &&
                           OnlyDate(part) && IsOfContact(part);
      if (meeting && planned.size() < kMaxDated) planned.push_back(&part);
    }
    for (size_t i = 0; i < planned.size(); ++i) {
      for (size_t j = i + 1; j < planned.size(); ++j) {
        const Fact &a = *planned[i], &b = *planned[j];
        const TimeExpression &x = *OnlyDate(a), &y = *OnlyDate(b);
        if (a.report != b.report && a.negated == b.negated && PlaceOf(a) == PlaceOf(b) &&
            EdgeOf(a, x.span) == EdgeOf(b, y.span))
          CompareDates(a, x, b, y);
      }
    }
  }

  void Tell(Findings& out) {
    const size_t numbers = std::max(story_.parts.size(), static_cast<size_t>(first_time_.back()));
    for (auto& [facet, groups] : groups_) {
      TellDisputes(story_, facet, Between::kReports, "", groups.Take(numbers), out);
      for (auto& group : groups.TakeAgreed(numbers))
        AddAgreement(story_, facet, std::move(group.readings), out);
    }
  }

 private:
  const Fact& Part(int32_t number) const { return story_.parts[static_cast<size_t>(number)]; }
  const Token& Head(const Fact& fact) const { return story_.at(fact.report).token(fact.head); }

  void Add(Facet facet, const Match& match, FindingReading a, FindingReading b,
           bool conflict = true) {
    groups_[facet].Add({match.first, match.second, std::move(a), std::move(b), false, conflict});
  }

  // ---- when and where --------------------------------------------------------------------------

  // Content words next before a place in the text, nearest first: what happens then or there. No
  // further back than another time: "agreed on Friday to reopen it in March".
  std::vector<Index> AnchorsOf(const Fact& fact, Span at) const {
    const ReportIndex& index = story_.at(fact.report);
    std::vector<Index> found;
    for (auto token = fact.tokens.rbegin(); token != fact.tokens.rend(); ++token) {
      if (index.token(*token).span.begin >= at.begin) continue;
      const bool time = index.TimeOf(*token) != kNone;
      if (found.size() == kAnchors || (time && !found.empty())) break;
      if (time) continue;
      const Upos pos = index.token(*token).pos;
      if ((pos != Upos::kNoun && pos != Upos::kVerb) || index.MentionOf(*token) != kNone) continue;
      found.push_back(*token);
    }
    return found;
  }

  bool AnchorsMeet(const Fact& a, const std::vector<Index>& x, const Fact& b,
                   const std::vector<Index>& y) const {
    for (const Index i : x) {
      for (const Index j : y) {
        if (SayTheSame(story_, a.report, i, b.report, j)) return true;
      }
    }
    return false;
  }

  // "at 9 a.m. on Monday"; "at 4:12 a.m." alone says nothing of the day.
  bool SaysTheDay(const Fact& fact, const TimeExpression& expression) const {
    if (expression.type != TimeType::kTime) return false;
    const ReportIndex& index = story_.at(fact.report);
    const auto [first, end] = index.TokensIn(expression.span);
    for (Index t = first; t < end; ++t) {
      if (words_.Has("day", Lower(index.doc().Word(t)))) return true;
    }
    return false;
  }

  std::vector<const TimeExpression*> DatesOf(const Fact& fact) const {
    std::vector<const TimeExpression*> dates;
    for (const Index time : fact.times) {
      const TimeExpression& expression = story_.doc(fact).times[static_cast<size_t>(time)];
      const bool day = expression.type == TimeType::kDate || SaysTheDay(fact, expression);
      if (day && DaysOf(expression.value)) dates.push_back(&expression);
    }
    return dates;
  }

  // The date of a part that has but one, so that it is the event's own.
  const TimeExpression* OnlyDate(const Fact& fact) const {
    const TimeExpression* only = nullptr;
    for (const TimeExpression* date : DatesOf(fact)) {
      if (only && only->value != date->value) return nullptr;
      only = date;
    }
    return only;
  }

  // "by", "until", "after": the date is the edge of a time, not the day itself.
  std::string_view EdgeOf(const Fact& fact, Span date) const {
    const ReportIndex& index = story_.at(fact.report);
    const Index first = index.TokensIn(date).first;
    if (first == 0) return {};
    const std::string_view word = index.token(first - 1).lemma;
    return words_.ValueIn("edge", word);
  }

  bool IsAmong(const Fact& fact, const TimeExpression& date) const {
    const auto dates = DatesOf(fact);
    return std::any_of(dates.begin(), dates.end(),
                       [&](const TimeExpression* other) { return other->value == date.value; });
  }

  void When(const Fact& a, const Fact& b) {
    if (a.unreal != b.unreal || a.conditional != b.conditional || AreOfTwoKinds(a, b) ||
        CountOthers(story_, a, b))
      return;
    for (const TimeExpression* x : DatesOf(a)) {
      const auto anchors_a = AnchorsOf(a, x->span);
      if (Told(a, anchors_a)) continue;
      for (const TimeExpression* y : DatesOf(b)) {
        const auto anchors_b = AnchorsOf(b, y->span);
        if (Told(b, anchors_b) || !AnchorsMeet(a, anchors_a, b, anchors_b) ||
            EdgeOf(a, x->span) != EdgeOf(b, y->span))
          continue;
        const bool other = IsAmong(b, *x) || IsAmong(a, *y);  // "February 20 to March 1" in both
        if (other && x->value != y->value) continue;
        CompareDates(a, *x, b, *y);
      }
    }
  }

  // Of a time among those of all reports: a part may hold two that are disputed each on its own.
  int32_t NumberOf(const Fact& fact, const TimeExpression& time) const {
    const auto place = &time - story_.doc(fact).times.data();
    return first_time_[static_cast<size_t>(fact.report)] + static_cast<int32_t>(place);
  }

  void CompareDates(const Fact& a, const TimeExpression& x, const Fact& b,
                    const TimeExpression& y) {
    const auto days_a = DaysOf(x.value), days_b = DaysOf(y.value);
    const int apart = std::abs(days_a->first.DaysSince(days_b->first));
    if (apart > kOneEvent ||
        (apart == 7 && story_.Cut(a.report, x.span) == story_.Cut(b.report, y.span)))
      return;  // one weekday read as this week's and as last week's
    groups_[Facet::kWhen].Add(
        {NumberOf(a, x), NumberOf(b, y), ReadingOf(story_, a, x.value, x.span),
         ReadingOf(story_, b, y.value, y.span), false, !days_a->Overlaps(*days_b)});
  }

  Index Contact(const Fact& fact, Span date) const {
    for (const Index anchor : AnchorsOf(fact, date)) {
      if (words_.ValueIn("like", story_.at(fact.report).token(anchor).lemma) == "contact")
        return anchor;
    }
    return kNone;
  }

  // A call is no summit.
  bool AreOfTwoKinds(const Fact& a, const Fact& b) const {
    const auto holds = [&](const Fact& fact, std::string_view set) {
      return std::any_of(fact.tokens.begin(), fact.tokens.end(), [&](Index token) {
        return words_.Has(set, story_.at(fact.report).token(token).lemma);
      });
    };
    return (holds(a, "seated") && holds(b, "called")) || (holds(a, "called") && holds(b, "seated"));
  }

  // The actor id of the one place of a part; empty where nobody knows it.
  std::string_view PlaceOf(const Fact& fact) const {
    const Actor* place =
        ActorAt(fact, story_.doc(fact).mentions[static_cast<size_t>(fact.places[0])]);
    return place ? std::string_view(place->id) : std::string_view();
  }

  bool IsOfContact(const Fact& fact) const {
    const ReportIndex& index = story_.at(fact.report);
    const Sentence& sentence =
        index.doc().sentences[static_cast<size_t>(index.SentenceOf(fact.head))];
    for (Index t = sentence.first_token; t < sentence.end_token; ++t) {
      if (words_.ValueIn("like", index.token(t).lemma) == "contact") return true;
    }
    return false;
  }

  // The date of a saying; disputes over these are a rule of their own.
  bool Told(const Fact& fact, const std::vector<Index>& anchors) const {
    return anchors.empty() || IsSaying(story_.at(fact.report).token(anchors[0]).lemma);
  }

  void Where(const Match& match, const Fact& a, const Fact& b) {
    if (a.places.size() != 1 || b.places.size() != 1 || a.unreal != b.unreal) return;
    const Mention &x = story_.doc(a).mentions[static_cast<size_t>(a.places[0])],
                  &y = story_.doc(b).mentions[static_cast<size_t>(b.places[0])];
    const Actor *first = ActorAt(a, x), *second = ActorAt(b, y);
    if (!first || !second || first->type != ActorType::kPlace || second->type != ActorType::kPlace)
      return;
    if (!AnchorsMeet(a, AnchorsOf(a, x.span), b, AnchorsOf(b, y.span))) return;
    const TimeExpression *then_a = OnlyDate(a), *then_b = OnlyDate(b);
    if (then_a && then_b && !DaysOf(then_a->value)->Overlaps(*DaysOf(then_b->value))) return;
    Add(Facet::kWhere, match, ReadingOf(story_, a, first->id, x.span),
        ReadingOf(story_, b, second->id, y.span), first->id != second->id);
  }

  const Actor* ActorAt(const Fact& fact, const Mention& mention) const {
    return mention.actor == kNone ? nullptr
                                  : &story_.doc(fact).actors[static_cast<size_t>(mention.actor)];
  }

  // ---- polarity and who ------------------------------------------------------------------------

  // "not" here and none there, or predicates that are opposites; of things that are told, not of
  // what is to be if something else is.
  void Polarities(const Match& match, const Fact& a, const Fact& b) {
    if (a.conditional || b.conditional || !IsPredicate(a) || !IsPredicate(b)) return;
    const std::string_view x = Head(a).lemma, y = Head(b).lemma;
    const bool opposite =
        a.negated == b.negated && TieOf(x, y) == Tie::kOpposite && !Holds(a, b) && !Holds(b, a);
    // Who asked and who declined both did so, though what was asked for is only wanted.
    if (a.unreal != b.unreal && !(opposite && a.performed && b.performed)) return;
    const bool same =
        SayTheSame(story_, a.report, a.head, b.report, b.head) && TieOf(x, y) != Tie::kOpposite;
    if (!opposite && !(same && a.negated != b.negated)) return;
    const bool named = !a.subject.empty() && !b.subject.empty();
    if (named && !OneSubject(a, b)) return;
    if (match.score < (opposite && named ? kOpposite : kPolarity)) return;
    // What one speaker says and does not say is one matter, however short.
    const bool one_voice =
        !a.speakers.empty() && !b.speakers.empty() && a.speakers.back() == b.speakers.back();
    if (!one_voice && !IsOneMatter(a, b)) return;
    const auto told = [&](const Fact& fact, std::string_view lemma) {
      return ReadingOf(story_, fact, (fact.negated ? "not " : "") + std::string(lemma),
                       fact.predicate);
    };
    Add(Facet::kPolarity, match, told(a, x), told(b, y));
  }

  // Beside their predicates they share words that tell of one matter.
  bool IsOneMatter(const Fact& a, const Fact& b) const {
    const auto words = [&](const Fact& fact) {
      std::vector<Index> beside = fact.tokens;
      std::erase(beside, fact.head);
      return WordsInOrder(story_, fact.report, beside);
    };
    return MutuallyShared(story_, words(a), words(b), kLeast) >= kOneMatter;
  }

  // One side, or one name read as two kinds of actor.
  bool OneSubject(const Fact& a, const Fact& b) const {
    return a.subject == b.subject || EqualsIgnoreCase(SubjectName(a), SubjectName(b));
  }

  std::string_view SubjectName(const Fact& fact) const {
    return story_.doc(fact).Word(fact.subject_token);
  }

  // "begun to consider ending the war" holds the predicate of "ended the war".
  bool Holds(const Fact& fact, const Fact& other) const {
    return std::any_of(fact.tokens.begin(), fact.tokens.end(), [&](Index token) {
      return SayTheSame(story_, fact.report, token, other.report, other.head);
    });
  }

  bool IsPredicate(const Fact& fact) const {
    return Head(fact).pos == Upos::kVerb && !IsSaying(Head(fact).lemma) &&
           !words_.Has("respond", Head(fact).lemma);
  }

  ActorType SubjectType(const Fact& fact) const {
    const Index actor = story_.at(fact.report).ActorOf(fact.subject_token);
    return story_.doc(fact).actors[static_cast<size_t>(actor)].type;
  }

  void Subjects(const Match& match, const Fact& a, const Fact& b) {
    if (a.subject.empty() || b.subject.empty() || a.subject == b.subject || a.unreal != b.unreal)
      return;
    if (!IsPredicate(a) || !IsPredicate(b) ||
        !SayTheSame(story_, a.report, a.head, b.report, b.head))
      return;
    // A person and a government may be one side.
    if (SubjectType(a) == ActorType::kPerson || SubjectType(a) != SubjectType(b)) return;
    const auto told = [&](const Fact& fact) {
      const ReportIndex& index = story_.at(fact.report);
      const Index mention = index.MentionOf(fact.subject_token);
      const Span span = mention == kNone ? index.token(fact.subject_token).span
                                         : index.doc().mentions[static_cast<size_t>(mention)].span;
      return ReadingOf(story_, fact, fact.subject, span);
    };
    Add(Facet::kWho, match, told(a), told(b));
  }

  const StoryView& story_;
  const DisputeWords& words_;
  std::vector<int32_t> first_time_ = {0};  // by report: its first among the times of all
  std::map<Facet, ConflictGroups> groups_;
};

}  // namespace

void FindTypedDisputes(const StoryView& story, const std::vector<Match>& matches, Findings& out) {
  TypedDisputes disputes(story);
  for (const Match& match : matches) disputes.Compare(match);
  disputes.CompareContacts();
  disputes.CompareMeetings();
  disputes.Tell(out);
}

}  // namespace synoptic
