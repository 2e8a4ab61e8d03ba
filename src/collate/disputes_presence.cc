// A place told to be empty here, with people in it there.
#include <algorithm>

#include "collate/comparing.h"
#include "collate/dispute_words.h"

namespace synoptic {
namespace {

constexpr Index kReach = 6;  // tokens from a place to its state, from people to their place
constexpr size_t kMaxStates = 600;

struct State {
  const Fact* part = nullptr;
  Index place = kNone;  // token
  bool empty = false;
  std::string value;
  Span span;
};

class Presence {
 public:
  explicit Presence(const StoryView& story) : story_(story), words_(DisputeWords::Get()) {}

  void Read() {
    for (const Fact& part : story_.parts) {
      if (part.conditional) continue;
      for (const Index token : part.tokens) {
        if (states_.size() >= kMaxStates) return;
        const std::string_view lemma = story_.at(part.report).token(token).lemma;
        if (words_.Has("vacant", lemma)) ReadVacant(part, token);
        if (words_.Has("people", lemma) || words_.Has("nobody", lemma)) ReadPeople(part, token);
      }
    }
  }

  void Tell(Findings& out) {
    ConflictGroups groups;
    for (size_t i = 0; i < states_.size(); ++i) {
      for (size_t j = 0; j < states_.size(); ++j) {
        const State &empty = states_[i], &full = states_[j];
        if (!empty.empty || full.empty || empty.part->report == full.part->report ||
            !SayTheSame(story_, empty.part->report, empty.place, full.part->report, full.place) ||
            !IsOneMatter(*empty.part, *full.part))
          continue;
        groups.Add({static_cast<int32_t>(i), static_cast<int32_t>(j), Told(empty), Told(full)});
      }
    }
    TellDisputes(story_, Facet::kStatus, Between::kReports,
                 "was anybody there: ", groups.Take(states_.size()), out);
  }

 private:
  bool IsOneMatter(const Fact& a, const Fact& b) const {
    return a.unreal == b.unreal && !DaysExclude(story_, a, b) && TellOneIncident(story_, a, b);
  }

  // "the school was empty", "the school stood empty"; not "was not empty" nor "an empty promise".
  void ReadVacant(const Fact& part, Index vacant) {
    const ReportIndex& index = story_.at(part.report);
    bool copula = false;
    for (Index t = vacant - 1; t >= std::max(part.tokens.front(), vacant - kReach); --t) {
      const Token& token = index.token(t);
      if (words_.Has("not", token.lemma)) return;
      copula |= token.pos == Upos::kAux || words_.Has("dwell", token.lemma);
      if (token.pos == Upos::kPunct) return;
      if (token.pos != Upos::kNoun) continue;
      if (copula) Add({&part, t, true, "empty", index.token(vacant).span});
      return;
    }
  }

  // "some 40 children were still inside the school", "nobody was in the school".
  void ReadPeople(const Fact& part, Index people) {
    const ReportIndex& index = story_.at(part.report);
    const Index place = PlaceBehind(part, people);
    if (place == kNone) return;
    const bool nobody = words_.Has("nobody", index.token(people).lemma) ||
                        (people > 0 && words_.Has("not", index.token(people - 1).lemma));
    const Index quantity = index.QuantityOf(people) == kNone && people > 0
                               ? index.QuantityOf(people - 1)
                               : index.QuantityOf(people);
    Span span = index.token(people).span;
    if (nobody && people > 0 && words_.Has("not", index.token(people - 1).lemma))
      span = index.token(people - 1).span.Cover(span);
    if (quantity != kNone)
      span = index.doc().quantities[static_cast<size_t>(quantity)].span.Cover(span);
    if (nobody) return Add({&part, place, true, "empty", span});
    Add({&part, place, false, std::string(index.doc().Cut(span)), span});
  }

  Index PlaceBehind(const Fact& part, Index people) const {
    const ReportIndex& index = story_.at(part.report);
    bool dwells = false, within = false;
    for (Index t = people + 1; t <= std::min(part.tokens.back(), people + kReach); ++t) {
      const Token& token = index.token(t);
      if (words_.Has("not", token.lemma)) return kNone;
      if (within && token.pos == Upos::kNoun) return t;
      if (dwells && words_.Has("within", token.lemma)) {
        within = true;
      } else if (token.pos == Upos::kAux || words_.Has("dwell", token.lemma)) {
        dwells = true;
      } else if (token.pos != Upos::kAdv && token.pos != Upos::kAdj && token.pos != Upos::kDet) {
        return kNone;
      }
    }
    return kNone;
  }

  void Add(State state) { states_.push_back(std::move(state)); }

  FindingReading Told(const State& state) const {
    return ReadingOf(story_, *state.part, state.value, state.span);
  }

  const StoryView& story_;
  const DisputeWords& words_;
  std::vector<State> states_;
};

}  // namespace

void FindPresenceDisputes(const StoryView& story, Findings& out) {
  Presence presence(story);
  presence.Read();
  presence.Tell(out);
}

}  // namespace synoptic
