// Facts about one matter whose typed values exclude each other. Granularity is no dispute: a day
// within a month, a city in its country, "at least 12" beside 15 are compatible.
#include <algorithm>
#include <map>
#include <numeric>

#include "collate/disputes.h"
#include "text/thesaurus.h"

namespace synoptic {
namespace {

// Likeness that a pair must have before this facet of it is compared.
constexpr double kWhen = 0.5, kNumber = 0.45, kWhere = 0.55, kPolarity = 0.55, kWho = 0.65;

struct Conflict {
  int32_t first, second;
  FindingReading a, b;
};

class TypedDisputes {
 public:
  explicit TypedDisputes(const StoryView& story) : story_(story) {}

  void Compare(const Match& match) {
    const Fact& a = story_.facts[static_cast<size_t>(match.first)];
    const Fact& b = story_.facts[static_cast<size_t>(match.second)];
    const bool events_near = HeadsNear(a, b);
    if (match.score >= kWhen && events_near && a.negated == b.negated) When(match, a, b);
    if (match.score >= kNumber) Number(match, a, b);
    if (match.score >= kWhere && events_near && a.negated == b.negated) Where(match, a, b);
    if (match.score >= kPolarity) Polarities(match, a, b);
    if (match.score >= kWho && events_near && a.negated == b.negated) Subjects(match, a, b);
  }

  void Tell(Findings& out) {
    for (auto& [facet, conflicts] : conflicts_) TellFacet(facet, conflicts, out);
  }

 private:
  WordId Word(const Fact& fact, Index token) const { return story_.words.Of(fact.report, token); }
  std::string_view HeadLemma(const Fact& fact) const {
    return story_.at(fact.report).token(fact.head).lemma;
  }

  bool HeadsNear(const Fact& a, const Fact& b) const {
    const WordId first = Word(a, a.head), second = Word(b, b.head);
    return first != kNone && second != kNone && story_.words.Nearness(first, second) > 0.5;
  }

  void Add(Facet facet, const Match& match, FindingReading a, FindingReading b) {
    conflicts_[facet].push_back({match.first, match.second, std::move(a), std::move(b)});
  }

  const TimeExpression& Time(const Fact& fact, Index time) const {
    return story_.doc(fact).times[static_cast<size_t>(time)];
  }

  // One date in each clause, so that it is the event's own.
  Index OnlyDate(const Fact& fact) const {
    Index only = kNone;
    for (const Index time : fact.times) {
      const TimeExpression& expression = Time(fact, time);
      if (expression.type == TimeType::kDuration || expression.type == TimeType::kSet ||
          !DaysOf(expression.value))
        continue;
      if (only != kNone && Time(fact, only).value != expression.value) return kNone;
      only = time;
    }
    return only;
  }

  void When(const Match& match, const Fact& a, const Fact& b) {
    const Index first = OnlyDate(a), second = OnlyDate(b);
    if (first == kNone || second == kNone) return;
    const TimeExpression &x = Time(a, first), &y = Time(b, second);
    const auto days_a = DaysOf(x.value), days_b = DaysOf(y.value);
    if (days_a->Overlaps(*days_b)) return;
    Add(Facet::kWhen, match, ReadingOf(story_, a, x.value, x.span),
        ReadingOf(story_, b, y.value, y.span));
  }

  static std::string Figure(const Quantity& quantity) {
    const auto text = [](double number) {
      std::string made = std::to_string(number);
      made.erase(made.find_last_not_of('0') + 1);
      if (made.ends_with('.')) made.pop_back();
      return made;
    };
    std::string made = quantity.value ? text(*quantity.value) : text(quantity.low) + "+";
    if (quantity.percent) made += "%";
    return made;
  }

  WordId CountedWord(const Fact& fact, const Quantity& quantity) const {
    const auto [first, end] = story_.at(fact.report).TokensIn(quantity.of_span);
    for (Index t = end - 1; t >= first; --t) {
      if (Word(fact, t) != kNone) return Word(fact, t);
    }
    return kNone;
  }

  void Number(const Match& match, const Fact& a, const Fact& b) {
    for (const Index i : a.quantities) {
      for (const Index j : b.quantities) {
        const Quantity& x = story_.doc(a).quantities[static_cast<size_t>(i)];
        const Quantity& y = story_.doc(b).quantities[static_cast<size_t>(j)];
        if (x.percent != y.percent || (x.low <= y.high && y.low <= x.high)) continue;
        const WordId of_x = CountedWord(a, x), of_y = CountedWord(b, y);
        if (of_x == kNone || of_y == kNone || story_.words.Nearness(of_x, of_y) < 0.5) continue;
        Add(Facet::kNumber, match, ReadingOf(story_, a, Figure(x), x.span),
            ReadingOf(story_, b, Figure(y), y.span));
      }
    }
  }

  const Mention& Place(const Fact& fact, Index mention) const {
    return story_.doc(fact).mentions[static_cast<size_t>(mention)];
  }
  const Actor* ActorAt(const Fact& fact, const Mention& mention) const {
    return mention.actor == kNone ? nullptr
                                  : &story_.doc(fact).actors[static_cast<size_t>(mention.actor)];
  }

  void Where(const Match& match, const Fact& a, const Fact& b) {
    if (a.places.size() != 1 || b.places.size() != 1) return;
    const Mention &x = Place(a, a.places[0]), &y = Place(b, b.places[0]);
    const Actor *first = ActorAt(a, x), *second = ActorAt(b, y);
    if (!first || !second || first->id == second->id || first->type != second->type) return;
    if (first->country.empty() || second->country.empty()) return;
    Add(Facet::kWhere, match, ReadingOf(story_, a, first->id, x.span),
        ReadingOf(story_, b, second->id, y.span));
  }

  // "not" here and none there, or predicates that are opposites.
  void Polarities(const Match& match, const Fact& a, const Fact& b) {
    const std::string_view x = HeadLemma(a), y = HeadLemma(b);
    const bool opposite = a.negated == b.negated && TieOf(x, y) == Tie::kOpposite;
    if (a.negated == b.negated && !opposite) return;
    const auto value = [&](const Fact& fact, std::string_view lemma) {
      return (fact.negated ? "not " : "") + std::string(lemma);
    };
    const auto told = [&](const Fact& fact, std::string_view lemma) {
      return ReadingOf(story_, fact, value(fact, lemma),
                       story_.at(fact.report).token(fact.head).span);
    };
    Add(Facet::kPolarity, match, told(a, x), told(b, y));
  }

  void Subjects(const Match& match, const Fact& a, const Fact& b) {
    if (a.subject.empty() || b.subject.empty() || a.subject == b.subject) return;
    const auto told = [&](const Fact& fact) {
      const Index subject = story_.at(fact.report).clause(fact.clause).subject;
      return ReadingOf(story_, fact, fact.subject, story_.at(fact.report).Subtree(subject));
    };
    Add(Facet::kWho, match, told(a), told(b));
  }

  int Root(int at) {
    while (parent_[static_cast<size_t>(at)] != at)
      at = parent_[static_cast<size_t>(at)] =
          parent_[static_cast<size_t>(parent_[static_cast<size_t>(at)])];
    return at;
  }

  // Conflicts that share a fact are one dispute.
  void TellFacet(Facet facet, const std::vector<Conflict>& conflicts, Findings& out) {
    parent_.resize(story_.facts.size());
    std::iota(parent_.begin(), parent_.end(), 0);
    for (const Conflict& conflict : conflicts)
      parent_[static_cast<size_t>(Root(conflict.first))] = Root(conflict.second);
    std::map<int, std::vector<FindingReading>> groups;
    for (const Conflict& conflict : conflicts) {
      auto& group = groups[Root(conflict.first)];
      group.push_back(conflict.a), group.push_back(conflict.b);
    }
    for (auto& [root, readings] : groups) {
      const FindingReading& first = readings.front();
      const std::string topic(story_.Cut(first.report, first.span));
      AddDispute(story_, facet, Between::kReports, topic, std::move(readings), out);
    }
  }

  const StoryView& story_;
  std::map<Facet, std::vector<Conflict>> conflicts_;
  std::vector<int> parent_;
};

}  // namespace

void FindTypedDisputes(const StoryView& story, const std::vector<Match>& matches, Findings& out) {
  TypedDisputes disputes(story);
  for (const Match& match : matches) disputes.Compare(match);
  disputes.Tell(out);
}

}  // namespace synoptic
