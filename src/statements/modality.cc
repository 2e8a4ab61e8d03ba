#include "statements/modality.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "base/ascii.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr int kHighest = 4;         // governors of governors that are asked
constexpr Index kClauseReach = 14;  // tokens back to what opens a clause

enum class Kind : uint8_t {
  kNone,
  kPossible,
  kPlanned,
  kProposed,
  kDemanded,
  kConditional,
  kNot,
  kDenies,
  kSays
};
enum class Where : uint8_t { kWith, kOver, kClause };

constexpr std::array<std::string_view, 9> kKindNames = {
    "", "possible", "planned", "proposed", "demanded", "conditional", "not", "denies", "says"};

using WordKinds = std::unordered_map<std::string_view, Kind>;

const WordKinds& Table(Where where) {
  static const auto* const tables = [] {
    auto* made = new std::array<WordKinds, 3>;
    static const Lexicon lexicon = Lexicon::Load("en/modality.tsv");
    for (const auto& row : lexicon.rows()) {
      const auto kind = std::find(kKindNames.begin(), kKindNames.end(), row[2]);
      if (kind == kKindNames.end()) continue;
      const size_t table = row[1] == "with" ? 0 : row[1] == "over" ? 1 : 2;
      (*made)[table][row[0]] = static_cast<Kind>(kind - kKindNames.begin());
    }
    return made;
  }();
  return (*tables)[static_cast<size_t>(where)];
}

Kind KindOf(Where where, std::string_view lemma) {
  const auto found = Table(where).find(lemma);
  return found == Table(where).end() ? Kind::kNone : found->second;
}

class RealityReader {
 public:
  RealityReader(const Document& document, const Sentence& sentence, const NounPhrases& phrases,
                const Roles& roles)
      : doc_(document), sentence_(sentence), np_(phrases), roles_(roles) {}

  EventReality Read(Index trigger) {
    const Index phrase = np_.Of(trigger);
    const bool noun = At(trigger).pos != Upos::kVerb && phrase != kNone;
    noun ? ReadPhrase(phrase, trigger) : ReadGroup(trigger);
    ReadClause(trigger);
    Index at = trigger;
    bool as_noun = noun;
    for (int step = 0; step < kHighest; ++step) {
      const Index governor = as_noun ? OverPhrase(np_.Of(at)) : OverVerb(at);
      if (governor == kNone || governor == at) break;
      Take(KindOf(Where::kOver, At(governor).lemma), governor);
      as_noun = At(governor).pos != Upos::kVerb && np_.Of(governor) != kNone;
      at = governor;
      if (!as_noun && At(at).pos == Upos::kVerb) ReadNegation(at);
    }
    // "Said it would" tells in the past of what was then to come.
    if (would_ && !reality_.sayers.empty() && reality_.modality == Modality::kPossible)
      reality_.modality = Modality::kPlanned;
    std::reverse(reality_.sayers.begin(), reality_.sayers.end());
    return std::move(reality_);
  }

 private:
  const Token& At(Index i) const { return doc_.tokens[static_cast<size_t>(i)]; }
  bool Inside(Index i) const { return i >= sentence_.first_token && i < sentence_.end_token; }
  bool Is(Index i, std::string_view word) const {
    return Inside(i) && EqualsIgnoreCase(doc_.Word(i), word);
  }

  void Set(Modality modality) {
    if (reality_.modality == Modality::kAsserted) reality_.modality = modality;
  }
  void TurnRound() {
    reality_.polarity =
        reality_.polarity == Polarity::kDenied ? Polarity::kAffirmed : Polarity::kDenied;
  }

  void Take(Kind kind, Index word) {
    switch (kind) {
      case Kind::kPossible:
        return Set(Modality::kPossible);
      case Kind::kPlanned:
        return Set(Modality::kPlanned);
      case Kind::kProposed:
        return Set(Modality::kProposed);
      case Kind::kDemanded:
        return Set(Modality::kDemanded);
      case Kind::kConditional:
        return Set(Modality::kConditional);
      case Kind::kNot:
        return TurnRound();
      case Kind::kDenies:
        TurnRound();
        [[fallthrough]];
      case Kind::kSays:
        if (At(word).pos == Upos::kVerb) reality_.sayers.push_back(word);
        return;
      case Kind::kNone:
        return;
    }
  }

  // "will not", "did not", "could".
  void ReadGroup(Index verb) {
    for (Index i = roles_.GroupStart(verb); i < verb; ++i) {
      Take(KindOf(Where::kWith, At(i).lemma), i);
      would_ |= Is(i, "would") || Is(i, "'d");
    }
  }

  // A governor that is denied denies what it governs: "did not agree to meet".
  void ReadNegation(Index verb) {
    for (Index i = roles_.GroupStart(verb); i < verb; ++i) {
      if (KindOf(Where::kWith, At(i).lemma) == Kind::kNot) TurnRound();
    }
  }

  // "no attack", "the planned talks".
  void ReadPhrase(Index phrase, Index head) {
    for (Index i = np_.at(phrase).first; i < head; ++i) {
      if (At(i).lemma == "no") TurnRound();
      if (At(i).pos == Upos::kNoun || At(i).pos == Upos::kPropn) continue;
      Kind kind = KindOf(Where::kOver, AsciiLower(doc_.Word(i)));
      if (kind == Kind::kNone) kind = KindOf(Where::kOver, At(i).lemma);
      Take(kind, i);
    }
  }

  void ReadClause(Index trigger) {
    for (Index i = trigger; i-- > sentence_.first_token && i >= trigger - kClauseReach;) {
      const Kind kind = KindOf(Where::kClause, AsciiLower(doc_.Word(i)));
      const bool opens = At(i).pos == Upos::kSconj || i == sentence_.first_token;
      if (kind == Kind::kConditional && opens) return Take(kind, i);
      if (At(i).pos == Upos::kPunct && !Is(i, "-")) return;
    }
  }

  // What a verb depends on: "refused to", "said that", "accused … of".
  Index OverVerb(Index verb) const {
    const Index first = roles_.GroupStart(verb);
    const Index before = first - 1;
    if (!Inside(before)) return kNone;
    const bool gerund = doc_.Word(verb).ends_with("ing") && first == verb &&
                        (At(before).pos == Upos::kSconj || At(before).pos == Upos::kAdp);
    if (doc_.Word(verb).ends_with("ing") && At(before).pos == Upos::kVerb) return before;
    if (Is(before, "to") || gerund) {
      const Index left = before - 1;
      if (!Inside(left)) return kNone;
      if (np_.Of(left) == kNone) return left;
      // "willing", "plans to", "accused Karsk of"
      if (KindOf(Where::kOver, At(left).lemma) != Kind::kNone) return left;
      return roles_.VerbBefore(left);
    }
    const Index subject = np_.EndingAt(first);
    if (subject == kNone) return kNone;
    Index opens = np_.at(subject).first - 1;
    if (Is(opens, "that")) --opens;
    if (!Inside(opens)) return kNone;
    // "said that", "the claim that"
    const bool noun = np_.Of(opens) != kNone && Is(np_.at(subject).first - 1, "that");
    return At(opens).pos == Upos::kVerb || noun ? opens : kNone;
  }

  // The verb whose object a phrase is: "denied the attack", "called for talks".
  Index OverPhrase(Index phrase) const {
    if (phrase == kNone) return kNone;
    Index before = np_.at(phrase).first - 1;
    if (Inside(before) && At(before).pos == Upos::kAdp) {
      const Kind over =
          Inside(before - 1) ? KindOf(Where::kOver, At(before - 1).lemma) : Kind::kNone;
      if (over == Kind::kNone) return kNone;
      --before;
    }
    return Inside(before) && (At(before).pos == Upos::kVerb || At(before).pos == Upos::kNoun)
               ? before
               : kNone;
  }

  const Document& doc_;
  const Sentence& sentence_;
  const NounPhrases& np_;
  const Roles& roles_;
  EventReality reality_;
  bool would_ = false;
};

}  // namespace

EventReality RealityOf(const Document& document, const Sentence& sentence,
                       const NounPhrases& phrases, const Roles& roles, Index trigger) {
  return RealityReader(document, sentence, phrases, roles).Read(trigger);
}

}  // namespace synoptic
