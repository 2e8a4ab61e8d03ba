// Actors against each other: accusations in both directions, deeds denied and laid on another.
#include <algorithm>
#include <map>

#include "collate/comparing.h"
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
    for (const Fact& fact : story_.parts) {
      ReadAccusation(fact);
      ReadContrast(fact);
    }
  }

  void TellAccusations(Findings& out) {
    Groups groups;
    for (const auto& [matter, list] : accusations_) {
      for (const Accusation& one : list) {
        const bool returned = std::any_of(list.begin(), list.end(), [&](const Accusation& other) {
          return other.against != one.against && other.against != other.by &&
                 (other.by == one.against || other.by.empty()) &&
                 (one.by == other.against || one.by.empty()) && one.by != other.by;
        });
        if (!returned && one.by != one.against) continue;
        const std::string& by = one.by.empty() ? Accuser(list, one) : one.by;
        const auto& [low, high] = std::minmax(by, one.against);
        if (one.by != one.against) groups[{matter, low + " and " + high}].push_back(one.reading);
      }
      for (const Accusation& one : list) {
        if (one.by == one.against && !groups.empty())
          groups.rbegin()->second.push_back(one.reading);
      }
    }
    JoinContrasts(groups);
    for (auto& [key, readings] : groups) {
      AddDispute(story_, Facet::kWho, Between::kActors,
                 "who is to blame: " + key.second + " (" + key.first + ")", std::move(readings),
                 out);
    }
  }

  // Whom a breach told by the report itself is laid against: who is accused of it, too.
  static const std::string& Accuser(const std::vector<Accusation>& list, const Accusation& one) {
    for (const Accusation& other : list) {
      if (other.by == one.against && other.against != one.against) return other.against;
    }
    return one.by;
  }

  using Groups = std::map<std::pair<std::string, std::string>, std::vector<FindingReading>>;

  // "It was not X that broke it. It was Y." belongs to the accusations over the same matter.
  void JoinContrasts(Groups& groups) {
    for (auto& [key, readings] : contrasts_) {
      const auto found = groups.find(key);
      if (found == groups.end()) continue;
      found->second.insert(found->second.end(), readings.begin(), readings.end());
      readings.clear();
    }
  }

  void TellContrasts(Findings& out) {
    for (auto& [key, readings] : contrasts_) {
      if (readings.empty()) continue;
      const std::string topic(story_.Cut(readings[0].report, readings[0].span));
      if (readings.size() > 2) AddAgreement(story_, Facet::kWho, readings, out);
      AddDispute(story_, Facet::kWho, Between::kActors, topic, std::move(readings), out);
    }
  }

 private:
  const ReportIndex& At(const Fact& fact) const { return story_.at(fact.report); }
  std::string_view Lemma(const Fact& fact, Index token) const {
    return At(fact).token(token).lemma;
  }

  std::string SideOf(const Fact& fact, Index token) const {
    const Index actor = token == kNone ? kNone : At(fact).ActorOf(token);
    return actor == kNone ? std::string()
                          : story_.sides.Of(story_.doc(fact).actors[static_cast<size_t>(actor)].id);
  }

  std::string MatterOf(const Fact& fact) const {
    for (const Index token : SentenceTokens(fact)) {
      if (const auto value = words_.ValueIn("matter", Lemma(fact, token)); !value.empty())
        return std::string(value);
    }
    return "other";
  }

  std::vector<Index> SentenceTokens(const Fact& fact) const {
    const synoptic::Sentence& sentence =
        story_.doc(fact).sentences[static_cast<size_t>(At(fact).SentenceOf(fact.head))];
    std::vector<Index> tokens;
    for (Index t = sentence.first_token; t < sentence.end_token; ++t) tokens.push_back(t);
    return tokens;
  }

  bool HoldsWord(const Fact& fact, std::string_view set) const {
    return std::any_of(fact.tokens.begin(), fact.tokens.end(),
                       [&](Index token) { return words_.Has(set, Lemma(fact, token)); });
  }

  // The first actor named behind the predicate.
  Index Object(const Fact& fact) const {
    for (const Index token : fact.tokens) {
      if (token > fact.head && !SideOf(fact, token).empty()) return token;
    }
    return kNone;
  }

  Span MentionAt(const Fact& fact, Index token) const {
    const Index mention = At(fact).MentionOf(token);
    return mention == kNone ? At(fact).token(token).span
                            : story_.doc(fact).mentions[static_cast<size_t>(mention)].span;
  }

  // "X accused Y", "X held Y responsible", "they blamed each other", "X said that Y had broken it".
  void ReadAccusation(const Fact& fact) {
    const std::string_view head = Lemma(fact, fact.head);
    const bool accuses = words_.Has("accuse", head) ||
                         (words_.Has("hold", head) && HoldsWord(fact, "guilty")),
               trades = words_.Has("trade", head) && HoldsWord(fact, "charges");
    if (fact.negated) return;
    if (accuses || trades) {
      const Index object = Object(fact);
      const std::string against = SideOf(fact, object);
      if (HoldsWord(fact, "other") || (trades && against.empty())) {
        AddAccusation(fact, "each other", "each other", "each other",
                      At(fact).token(fact.head).span);
      } else if (!fact.subject.empty() && !against.empty() && fact.subject != against) {
        AddAccusation(fact, fact.subject, against, against, MentionAt(fact, object));
      }
      return;
    }
    if (fact.subject.empty() || fact.unreal || !words_.Has("wrong", head)) return;
    // What a report tells itself is an accusation by nobody, of a breach alone.
    if (fact.speakers.empty() &&
        (words_.ValueIn("like", head) != "break" || MatterOf(fact) == "other"))
      return;
    const std::string by =
        fact.speakers.empty() ? std::string() : story_.sides.Of(fact.speakers.back());
    if (by != fact.subject)
      AddAccusation(fact, by, fact.subject, fact.subject, MentionAt(fact, fact.subject_token));
  }

  void AddAccusation(const Fact& fact, std::string by, std::string against, std::string value,
                     Span value_span) {
    accusations_[MatterOf(fact)].push_back(
        {std::move(by), std::move(against), ReadingOf(story_, fact, std::move(value), value_span)});
  }

  // "It was not X that did it. It was Y." and "Y did it, not X".
  void ReadContrast(const Fact& fact) {
    for (const Index token : fact.tokens) {
      if (Lemma(fact, token) != "not" && Lemma(fact, token) != "n't") continue;
      if (token + 1 >= static_cast<Index>(story_.doc(fact).tokens.size())) continue;
      const Index speaker = Speaker(fact, token);
      const Index denied = speaker == kNone ? ActorBehind(fact, token) : token + 1;
      if (denied == kNone) continue;
      const std::string denied_side =
          speaker == kNone
              ? SideOf(fact, denied)
              : story_.sides.Of(story_.doc(fact).actors[static_cast<size_t>(speaker)].id);
      const Index affirmed = Affirmed(fact, token, denied_side);
      const std::string side = SideOf(fact, affirmed);
      if (side.empty() || side == denied_side) continue;
      const auto& [low, high] = std::minmax(side, denied_side);
      auto& readings = contrasts_[{MatterOf(fact), low + " and " + high}];
      readings.push_back(ReadingOf(story_, fact, "not " + denied_side,
                                   At(fact).token(token).span.Cover(MentionAt(fact, denied))));
      readings.push_back(ReadingOf(story_, fact, side, MentionAt(fact, affirmed)));
      return;
    }
  }

  // "It was not our men": who speaks. Else kNone.
  Index Speaker(const Fact& fact, Index token) const {
    const std::string_view next = Lemma(fact, token + 1);
    const auto speakers = At(fact).SpokenBy(token);
    return (next == "our" || next == "my" || next == "we" || next == "us") && !speakers.empty()
               ? speakers.back()
               : kNone;
  }

  // The actor that the next word names, an article between.
  Index ActorBehind(const Fact& fact, Index token) const {
    const auto count = static_cast<Index>(story_.doc(fact).tokens.size());
    if (token + 1 < count && At(fact).token(token + 1).pos == Upos::kDet) ++token;
    return token + 1 < count && !SideOf(fact, token + 1).empty() ? token + 1 : kNone;
  }

  // Another actor before it in this sentence, or behind "it was" in the next one.
  Index Affirmed(const Fact& fact, Index negation, const std::string& denied) const {
    const Document& doc = story_.doc(fact);
    const Index number = At(fact).SentenceOf(negation);
    const Sentence& sentence = doc.sentences[static_cast<size_t>(number)];
    for (Index t = sentence.first_token; t < negation; ++t) {
      const std::string side = SideOf(fact, t);
      if (!side.empty() && side != denied) return t;
    }
    if (static_cast<size_t>(number) + 1 >= doc.sentences.size()) return kNone;
    const Sentence& next = doc.sentences[static_cast<size_t>(number) + 1];
    if (At(fact).token(next.first_token).pos != Upos::kPron) return kNone;
    for (Index t = next.first_token; t < std::min(next.end_token, next.first_token + 6); ++t) {
      const std::string side = SideOf(fact, t);
      if (!side.empty()) return side == denied ? kNone : t;
    }
    return kNone;
  }

  const StoryView& story_;
  const DisputeWords& words_;
  std::map<std::string, std::vector<Accusation>> accusations_;  // by matter
  std::map<std::pair<std::string, std::string>, std::vector<FindingReading>>
      contrasts_;  // by matter and sides
};

}  // namespace

void FindAccusations(const StoryView& story, Findings& out) {
  ActorDisputes disputes(story);
  disputes.Read();
  disputes.TellAccusations(out);
  disputes.TellContrasts(out);
}

}  // namespace synoptic
