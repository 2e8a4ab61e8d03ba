#include "ledger/truces.h"

#include <algorithm>

#include "ledger/rules.h"
#include "ledger/when.h"

namespace synoptic {
namespace {

class TruceReader {
 public:
  TruceReader(const ReportIndex& index, const std::vector<Part>& parts)
      : index_(index), parts_(parts), rules_(LedgerRules::Get()) {}

  std::optional<Truce> Read(size_t number, Index token) const {
    const Part& part = parts_[number];
    const Upos pos = index_.token(token).pos;
    if ((pos != Upos::kNoun && pos != Upos::kPropn) || !Is(token, "TRUCE") ||
        index_.token(token).relation == Relation::kCompound || IsWanted(token) ||
        IsHoped(part, token))
      return std::nullopt;
    const Span phrase = PhraseOf(number, token);
    const When when = WhenOf(index_, phrase);
    const LedgerStatus* state = StateOf(part);
    if (when.value.empty() && !when.duration && !IsNamed(token) && (!state || IsAnyOne(token)))
      return std::nullopt;
    return Truce{state ? part.span.Cover(phrase) : phrase, state ? *state : LedgerStatus::kClaimed};
  }

 private:
  const Document& doc() const { return index_.doc(); }
  std::string_view Lemma(Index token) const { return index_.token(token).lemma; }
  bool Is(Index token, std::string_view class_name) const {
    return (rules_.ClassesOf(Lemma(token)) & rules_.Class(class_name)) != 0;
  }

  // The noun phrase around a truce, a relative clause that dates it with it.
  Span PhraseOf(size_t number, Index token) const {
    const Span tree = index_.Subtree(token);
    const Part& part = parts_[number];
    Index first = token, last = token;
    while (first > part.tokens.front() && InNounPhrase(first - 1)) --first;
    for (Index t = token + 1; t <= part.tokens.back() && t < token + 7; ++t) {
      if (index_.TimeOf(t) != kNone) last = t;
      if (index_.token(t).pos == Upos::kVerb) break;
    }
    Span phrase = index_.token(first).span.Cover(index_.token(last).span).Cover(tree);
    if (number + 1 < parts_.size() && last == token && part.tokens.back() == token &&
        parts_[number + 1].sentence == part.sentence && Is(parts_[number + 1].head, "DATED"))
      phrase = phrase.Cover(parts_[number + 1].span);
    return phrase;
  }

  bool InNounPhrase(Index token) const {
    const Upos pos = index_.token(token).pos;
    return pos == Upos::kAdj || pos == Upos::kNum || pos == Upos::kNoun || pos == Upos::kPropn ||
           pos == Upos::kDet || pos == Upos::kSym || Lemma(token) == "-" ||
           index_.TimeOf(token) != kNone;
  }

  // "a ceasefire": any, none that is.
  bool IsAnyOne(Index token) const {
    for (Index t = token - 1; t >= std::max<Index>(0, token - 4) && InNounPhrase(t); --t) {
      if (Lemma(t) == "a" || Lemma(t) == "any" || Lemma(t) == "new") return true;
    }
    return false;
  }

  // Demanded, offered or supposed in its part, so that it is not there yet.
  bool IsHoped(const Part& part, Index token) const {
    if (part.conditional || part.embedded) return true;
    return token > part.head && part.wanted && !Is(part.head, "CLAIM");
  }

  // Something above it demands, proposes or hopes for it, so that it is not there yet.
  bool IsWanted(Index token) const {
    Index at = index_.token(token).head;
    for (int step = 0; step < 6 && at != kNone; ++step, at = index_.token(at).head) {
      const std::vector<Rule>* rules = rules_.For(Lemma(at));
      if (!rules) continue;
      for (const Rule& rule : *rules) {
        if (rule.kind == LedgerKind::kDemand && rule.pos == 'v' &&
            index_.token(at).pos == Upos::kVerb)
          return true;
      }
    }
    return false;
  }

  const LedgerStatus* StateOf(const Part& clause) const {
    static constexpr LedgerStatus kExpired = LedgerStatus::kExpired,
                                  kInForce = LedgerStatus::kInForce,
                                  kAgreed = LedgerStatus::kAgreed;
    for (const Index token : clause.tokens) {
      const std::string_view lemma = Lemma(token);
      if (lemma == "expire" || lemma == "lapse" || lemma == "collapse") return &kExpired;
      if ((lemma == "effect" || lemma == "force") && clause.tokens.size() > 1)
        return clause.negated || HasLonger(clause) ? &kExpired : &kInForce;
      if (lemma == "declare" || lemma == "announce") return &kAgreed;
      if (lemma == "hold" && token == clause.head && token == clause.tokens.back())
        return &kInForce;
    }
    return nullptr;
  }

  bool HasLonger(const Part& clause) const {
    return std::any_of(clause.tokens.begin(), clause.tokens.end(),
                       [&](Index token) { return doc().Word(token) == "longer"; });
  }

  // "an Easter ceasefire", "the recently declared pause", "a moratorium on strikes": a certain one.
  bool IsNamed(Index token) const {
    if (Lemma(token) == "moratorium") return true;
    for (Index i = std::max<Index>(0, token - 5); i < token; ++i) {
      if (index_.token(i).head != token && !InNounPhrase(i)) continue;
      const std::string_view lemma = Lemma(i);
      if (index_.token(i).pos == Upos::kPropn || lemma == "temporary" || lemma == "recent" ||
          lemma == "previous" || lemma == "earlier" || lemma == "current" || lemma == "existing" ||
          lemma == "declared" || lemma == "declare") {
        return true;
      }
    }
    return false;
  }

  const ReportIndex& index_;
  const std::vector<Part>& parts_;
  const LedgerRules& rules_;
};

}  // namespace

std::optional<Truce> TruceAt(const ReportIndex& index, const std::vector<Part>& parts,
                             size_t number, Index token) {
  return TruceReader(index, parts).Read(number, token);
}

}  // namespace synoptic
