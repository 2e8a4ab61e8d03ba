// What is to come first, and what has conditions. Both are read from the order of words around a
// connector: the nearest step before and behind it ("talks only after a ceasefire").
#include <algorithm>
#include <map>

#include "collate/dispute_words.h"
#include "collate/disputes.h"

namespace synoptic {
namespace {

constexpr Index kReach = 18;  // tokens between a connector and a step

struct Order {
  std::string earlier, later;  // steps; `later` empty where anything else is meant
  FindingReading reading;
};

class OrderReader {
 public:
  OrderReader(const StoryView& story, Index report)
      : story_(story), index_(story.at(report)), report_(report), words_(DisputeWords::Get()) {}

  void ReadOrders(std::vector<Order>& out) {
    for (const Sentence& sentence : index_.doc().sentences) {
      if (sentence.section != SectionKind::kBody) continue;
      for (Index t = sentence.first_token; t < sentence.end_token; ++t)
        ReadConnector(sentence, t, out);
    }
  }

  struct Condition {
    std::string step, side;  // on what, and who sets it or sets none
    bool set = false;
    FindingReading reading;
  };

  void ReadConditions(std::vector<Condition>& out) {
    for (const Sentence& sentence : index_.doc().sentences) {
      if (sentence.section != SectionKind::kBody) continue;
      for (Index t = sentence.first_token; t < sentence.end_token; ++t) {
        if (SetsCondition(t)) ReadClause(sentence, t, out);
        const bool none = words_.Has("none", Lemma(t)), noun = words_.Has("condition", Lemma(t));
        if (!none && !noun) continue;
        Condition condition;
        const Index denial = noun ? Denial(sentence, t) : t;
        condition.set = denial == kNone;
        condition.step = NearestStep(sentence, t);
        condition.side = SideAround(t);
        condition.reading =
            Reading(t, condition.set ? "with conditions" : "without conditions",
                    index_.token(condition.set ? t : denial).span.Cover(index_.token(t).span));
        out.push_back(std::move(condition));
      }
    }
  }

 private:
  // "unless", "provided that", "only if", "only after".
  bool SetsCondition(Index t) const {
    return words_.Has("unless", Lemma(t)) ||
           (words_.Has("strict", Lemma(t)) && t > 0 && words_.Has("only", Lemma(t - 1)));
  }

  // "will join the talks only if the crew is freed": a condition for the step before it, whoever
  // sets it.
  void ReadClause(const Sentence& sentence, Index t, std::vector<Condition>& out) const {
    const Index step = StepBefore(sentence, t);
    if (step == kNone) return;
    const Index first = words_.Has("unless", Lemma(t)) ? t : t - 1;
    Condition condition;
    condition.set = true;
    condition.step = Step(step);
    condition.reading =
        Reading(step, "with conditions", index_.token(first).span.Cover(index_.token(t).span));
    out.push_back(std::move(condition));
  }

  std::string_view Lemma(Index token) const { return index_.token(token).lemma; }
  std::string_view Step(Index token) const { return words_.ValueIn("step", Lemma(token)); }

  Index StepBefore(const Sentence& sentence, Index at) const {
    for (Index t = at - 1; t >= std::max(sentence.first_token, at - kReach); --t) {
      if (!Step(t).empty()) return t;
    }
    return kNone;
  }
  Index StepBehind(const Sentence& sentence, Index at, std::string_view other_than = {}) const {
    for (Index t = at + 1; t < std::min(sentence.end_token, at + kReach); ++t) {
      if (!Step(t).empty() && Step(t) != other_than) return t;
    }
    return kNone;
  }

  void ReadConnector(const Sentence& sentence, Index t, std::vector<Order>& out) {
    const std::string_view lemma = Lemma(t);
    if (words_.Has("first", lemma)) return First(sentence, t, out);
    if (!words_.Has("strict", lemma) && !IsOpen(sentence)) return;
    const bool before = words_.Has("before", lemma), after = words_.Has("after", lemma),
               during = words_.Has("during", lemma);
    if (!before && !after && !during) return;
    Index left = StepBefore(sentence, t);
    const Index right = StepBehind(sentence, t);
    if (right == kNone) return;
    if (left == kNone || Step(left) == Step(right)) left = StepBehind(sentence, right, Step(right));
    if (left == kNone || Step(left) == Step(right)) return;
    const Index earlier = before ? left : right, later = before ? right : left;
    Add(sentence, earlier, later, t, out);
  }

  // What is told as done sets no order: "the talks were halted after the release of a film".
  bool IsOpen(const Sentence& sentence) const {
    for (Index t = sentence.first_token; t < sentence.end_token; ++t) {
      if (words_.Has("open", Lemma(t))) return true;
    }
    return false;
  }

  // "the first step is a ceasefire", "the talks as a first step", "First, a ceasefire", "a
  // ceasefire first": before everything else. Not "their first exchange".
  void First(const Sentence& sentence, Index t, std::vector<Order>& out) {
    Index step = kNone;
    if (t + 1 < sentence.end_token && words_.Has("move", Lemma(t + 1))) {
      bool as = false;
      for (Index i = std::max(sentence.first_token, t - 3); i < t; ++i) as |= Lemma(i) == "as";
      step = as ? StepBefore(sentence, t) : StepBehind(sentence, t);
    } else if (t == sentence.first_token || index_.token(t - 1).pos == Upos::kPunct) {
      step = t + 1 < sentence.end_token && Lemma(t + 1) == "," ? StepBehind(sentence, t) : kNone;
    } else if (!Step(t - 1).empty()) {
      step = t - 1;
    }
    if (step != kNone) Add(sentence, step, kNone, t, out);
  }

  void Add(const Sentence&, Index earlier, Index later, Index connector, std::vector<Order>& out) {
    Order order;
    order.earlier = Step(earlier);
    if (later != kNone) order.later = Step(later);
    order.reading = Reading(
        earlier,
        order.later.empty() ? order.earlier + " first" : order.earlier + " before " + order.later,
        index_.token(earlier).span.Cover(index_.token(connector).span));
    out.push_back(std::move(order));
  }

  FindingReading Reading(Index token, std::string value, Span value_span) const {
    FindingReading reading;
    reading.report = report_;
    reading.span = index_.clause(index_.ClauseOf(token)).span.Cover(value_span);
    reading.value = std::move(value);
    reading.value_span = value_span;
    for (const Index actor : index_.SpokenBy(token))
      reading.attributed_to.push_back(index_.doc().actors[static_cast<size_t>(actor)].id);
    return reading;
  }

  // The word that takes the conditions away: "without any", "no", "rejected all"; not "without such
  // conditions", which speaks of conditions that are set. kNone if none does.
  Index Denial(const Sentence& sentence, Index t) const {
    for (Index i = std::max(sentence.first_token, t - 3); i < t; ++i) {
      if (Lemma(i) != "without" && Lemma(i) != "no" && !words_.Has("drop", Lemma(i))) continue;
      return Lemma(i + 1) == "such" || Lemma(i + 1) == "these" || Lemma(i + 1) == "those" ? kNone
                                                                                          : i;
    }
    return kNone;
  }

  std::string NearestStep(const Sentence& sentence, Index t) const {
    const Index left = StepBefore(sentence, t), right = StepBehind(sentence, t);
    if (left == kNone && right == kNone) return {};
    if (left == kNone) return std::string(Step(right));
    if (right == kNone) return std::string(Step(left));
    return std::string(Step(t - left <= right - t ? left : right));
  }

  std::string Side(Index actor) const {
    return story_.sides.Of(index_.doc().actors[static_cast<size_t>(actor)].id);
  }

  // Who speaks, or the subject of the clause, or the actor named next before it.
  std::string SideAround(Index t) const {
    const auto speakers = index_.SpokenBy(t);
    if (!speakers.empty()) return Side(speakers.back());
    const Clause& clause = index_.clause(index_.ClauseOf(t));
    if (clause.subject != kNone && index_.ActorOf(clause.subject) != kNone)
      return Side(index_.ActorOf(clause.subject));
    for (Index i = t - 1; i >= std::max<Index>(0, t - 12); --i) {
      if (index_.ActorOf(i) != kNone) return Side(index_.ActorOf(i));
    }
    return {};
  }

  const StoryView& story_;
  const ReportIndex& index_;
  Index report_;
  const DisputeWords& words_;
};

}  // namespace

void FindOrderDisputes(const StoryView& story, Findings& out) {
  std::vector<Order> orders;
  for (size_t r = 0; r < story.reports.size(); ++r)
    OrderReader(story, static_cast<Index>(r)).ReadOrders(orders);
  std::map<std::pair<std::string, std::string>, std::vector<FindingReading>> groups;
  for (const Order& order : orders) {
    for (const Order& other : orders) {
      if (other.later.empty() || other.earlier == order.earlier || other.later != order.earlier)
        continue;
      if (!order.later.empty() && other.earlier != order.later) continue;
      const auto& [low, high] = std::minmax(other.earlier, other.later);
      auto& group = groups[{low, high}];
      group.push_back(order.reading), group.push_back(other.reading);
    }
  }
  for (auto& [steps, readings] : groups) {
    AddDispute(story, Facet::kWhen, Between::kActors,
               "what comes first: " + steps.first + " or " + steps.second, std::move(readings),
               out);
  }
}

void FindConditionDisputes(const StoryView& story, Findings& out) {
  std::vector<OrderReader::Condition> conditions;
  for (size_t r = 0; r < story.reports.size(); ++r)
    OrderReader(story, static_cast<Index>(r)).ReadConditions(conditions);
  std::map<std::string, std::vector<FindingReading>> by_side, by_step;
  std::vector<Order> orders;
  for (size_t r = 0; r < story.reports.size(); ++r)
    OrderReader(story, static_cast<Index>(r)).ReadOrders(orders);
  for (Order& order : orders) {
    if (order.later.empty()) continue;
    order.reading.value = "with conditions";
    by_step[order.later].push_back(std::move(order.reading));
  }
  for (const auto& condition : conditions) {
    if (!condition.side.empty()) by_side[condition.side].push_back(condition.reading);
    if (!condition.step.empty()) by_step[condition.step].push_back(condition.reading);
  }
  for (auto& [side, readings] : by_side) {
    AddDispute(story, Facet::kPolarity, Between::kActors,
               "does " + story.NameOf(side) + " set conditions", std::move(readings), out);
  }
  for (auto& [step, readings] : by_step) {
    AddDispute(story, Facet::kPolarity, Between::kActors, "conditions for " + step,
               std::move(readings), out);
  }
}

}  // namespace synoptic
