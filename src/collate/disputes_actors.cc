// Actors against each other: accusations in both directions, deeds denied and laid on another,
// answers given and not given.
#include <algorithm>
#include <map>
#include <set>

#include "collate/dispute_words.h"
#include "collate/disputes.h"

namespace synoptic {
namespace {

struct Accusation {
  std::string by, against;
  FindingReading reading;
};

class ActorDisputes {
 public:
  explicit ActorDisputes(const StoryView& story) : story_(story), words_(DisputeWords::Get()) {}

  void Read() {
    for (const Fact& fact : story_.facts) {
      ReadAccusation(fact);
      ReadContrast(fact);
      ReadResponse(fact);
    }
  }

  void TellAccusations(Findings& out) {
    std::map<std::pair<std::string, std::string>, std::vector<FindingReading>> groups;
    for (const auto& [matter, list] : accusations_) {
      for (const Accusation& one : list) {
        const bool returned = std::any_of(list.begin(), list.end(), [&](const Accusation& other) {
          return other.by == one.against && other.against == one.by;
        });
        if (!returned && one.by != one.against) continue;
        const auto& [low, high] = std::minmax(one.by, one.against);
        if (one.by != one.against) groups[{matter, low + " and " + high}].push_back(one.reading);
      }
      for (const Accusation& one : list) {
        if (one.by == one.against && !groups.empty())
          groups.rbegin()->second.push_back(one.reading);
      }
    }
    for (auto& [key, readings] : groups) {
      AddDispute(story_, Facet::kWho, Between::kActors,
                 "who is to blame: " + key.second + " (" + key.first + ")", std::move(readings),
                 out);
    }
  }

  void TellContrasts(Findings& out) {
    for (auto& [key, readings] : contrasts_) {
      const std::string topic(story_.Cut(readings[0].report, readings[0].span));
      AddDispute(story_, Facet::kWho, Between::kActors, topic, std::move(readings), out);
    }
  }

  void TellResponses(Findings& out) {
    for (auto& [side, readings] : responses_) {
      const size_t before = out.size();
      AddDispute(story_, Facet::kPolarity, Between::kReports, "did " + side + " respond",
                 std::move(readings), out);
      if (out.size() > before) out.back().update = early_.contains(side);
    }
  }

 private:
  const ReportIndex& At(const Fact& fact) const { return story_.at(fact.report); }
  const Clause& ClauseOf(const Fact& fact) const { return At(fact).clause(fact.clause); }
  std::string_view Lemma(const Fact& fact, Index token) const {
    return At(fact).token(token).lemma;
  }

  std::string SideOf(const Fact& fact, Index token) const {
    const Index actor = token == kNone ? kNone : At(fact).ActorOf(token);
    return actor == kNone ? std::string()
                          : story_.sides.Of(story_.doc(fact).actors[static_cast<size_t>(actor)].id);
  }

  std::string MatterOf(const Fact& fact) const {
    for (const Index token : ClauseOf(fact).tokens) {
      if (const auto value = words_.ValueIn("matter", Lemma(fact, token)); !value.empty())
        return std::string(value);
    }
    return "other";
  }

  bool HoldsWord(const Fact& fact, std::string_view set) const {
    const auto& tokens = ClauseOf(fact).tokens;
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](Index token) { return words_.Has(set, Lemma(fact, token)); });
  }

  void ReadAccusation(const Fact& fact) {
    const Clause& clause = ClauseOf(fact);
    const std::string_view head = Lemma(fact, fact.head);
    const bool accuses = words_.Has("accuse", head),
               trades = words_.Has("trade", head) && HoldsWord(fact, "charges");
    if (accuses || trades) {
      const std::string against = SideOf(fact, clause.object);
      const Index shown = clause.object == kNone ? fact.head : clause.object;
      if (against.empty()) {  // "each other"
        if (clause.subject == kNone) return;
        AddAccusation(fact, "each other", "each other", "each other", At(fact).token(shown).span);
      } else if (!fact.subject.empty() && fact.subject != against) {
        AddAccusation(fact, fact.subject, against, against, At(fact).token(shown).span);
      }
      return;
    }
    if (fact.speakers.empty() || fact.subject.empty() || fact.negated || clause.subject == kNone ||
        !words_.Has("wrong", head))
      return;
    const std::string by = story_.sides.Of(fact.speakers.back());
    if (by != fact.subject)
      AddAccusation(fact, by, fact.subject, fact.subject, At(fact).Subtree(clause.subject));
  }

  void AddAccusation(const Fact& fact, std::string by, std::string against, std::string value,
                     Span value_span) {
    accusations_[MatterOf(fact)].push_back(
        {std::move(by), std::move(against), ReadingOf(story_, fact, std::move(value), value_span)});
  }

  // "It was not X that did it. It was Y." and "Y did it, not X".
  void ReadContrast(const Fact& fact) {
    const Clause& clause = ClauseOf(fact);
    const auto& tokens = clause.tokens;
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
      if (Lemma(fact, tokens[i]) != "not" && Lemma(fact, tokens[i]) != "n't") continue;
      const Index denied = NextActor(fact, tokens, i + 1);
      if (denied == kNone) continue;
      const std::string denied_side = SideOf(fact, denied);
      const Index affirmed = Affirmed(fact, denied_side);
      const std::string side = SideOf(fact, affirmed);
      if (side.empty() || side == denied_side) continue;
      const auto& [low, high] = std::minmax(side, denied_side);
      auto& readings = contrasts_[low + "/" + high];
      readings.push_back(
          ReadingOf(story_, fact, "not " + denied_side, At(fact).token(denied).span));
      readings.push_back(ReadingOf(story_, fact, side, At(fact).token(affirmed).span));
      return;
    }
  }

  // An actor within the next two tokens.
  Index NextActor(const Fact& fact, const std::vector<Index>& tokens, size_t from) const {
    for (size_t i = from; i < std::min(from + 2, tokens.size()); ++i) {
      if (!SideOf(fact, tokens[i]).empty()) return tokens[i];
    }
    return kNone;
  }

  // Another actor in this sentence before it, or in the next one after "it was".
  Index Affirmed(const Fact& fact, const std::string& denied) const {
    const Document& doc = story_.doc(fact);
    const Clause& clause = ClauseOf(fact);
    const Sentence& sentence = doc.sentences[static_cast<size_t>(clause.sentence)];
    if (!fact.subject.empty() && fact.subject != denied) return clause.subject;
    if (static_cast<size_t>(clause.sentence) + 1 >= doc.sentences.size()) return kNone;
    const Sentence& next = doc.sentences[static_cast<size_t>(clause.sentence) + 1];
    const Index from = next.first_token, end = std::min(next.end_token, from + 6);
    for (Index t = from; t < end && sentence.end_token > 0; ++t) {
      const std::string side = SideOf(fact, t);
      if (!side.empty()) return side == denied ? kNone : t;
    }
    return kNone;
  }

  void ReadResponse(const Fact& fact) {
    if (fact.subject.empty() || !words_.Has("respond", Lemma(fact, fact.head))) return;
    if (fact.negated && HoldsWord(fact, "yet")) early_.insert(fact.subject);
    responses_[fact.subject].push_back(ReadingOf(
        story_, fact, fact.negated ? "no response" : "response", At(fact).token(fact.head).span));
  }

  const StoryView& story_;
  const DisputeWords& words_;
  std::map<std::string, std::vector<Accusation>> accusations_;  // by matter
  std::map<std::string, std::vector<FindingReading>> contrasts_, responses_;
  std::set<std::string> early_;  // sides whose silence is only the first state of knowledge
};

}  // namespace

void FindAccusations(const StoryView& story, Findings& out) {
  ActorDisputes disputes(story);
  disputes.Read();
  disputes.TellAccusations(out);
  disputes.TellContrasts(out);
}

void FindResponseDisputes(const StoryView& story, Findings& out) {
  ActorDisputes disputes(story);
  disputes.Read();
  disputes.TellResponses(out);
}

}  // namespace synoptic
