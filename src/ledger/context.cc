#include "ledger/context.h"

#include <algorithm>
#include <cstdlib>

#include "text/hazards.h"

namespace synoptic {
namespace {

constexpr Index kReach =
    40;  // tokens on either side of a trigger that may hold what its rule asks for
constexpr Index kGoverned = 8;  // tokens between a threat and what is threatened

bool PosFits(char wanted, Upos pos) {
  switch (wanted) {
    case 'v':
      return pos == Upos::kVerb;
    case 'n':
      return pos == Upos::kNoun || pos == Upos::kPropn;
    case 'a':
      return pos == Upos::kAdj || pos == Upos::kAdv || pos == Upos::kVerb;
    default:
      return true;
  }
}

}  // namespace

bool TriggerContext::Fits(size_t number, Index token, const Rule& rule) const {
  const Part& part = parts_[number];
  if (!PosFits(rule.pos, index_.token(token).pos)) return false;
  if (!rule.particle.empty() && !Follows(token, rule.particle)) return false;
  if (rule.with_behind && !(ClassesOf(token + 1, part.tokens.back(), token) & rule.with_behind))
    return false;
  if (rule.with_here || rule.without_here) {
    const WordClasses here = ClassesIn(part, token);
    if (rule.with_here && !(here & rule.with_here)) return false;
    if (here & rule.without_here) return false;
  }
  if (rule.with || rule.without) {
    const WordClasses reach = Reach(number, token);
    if (rule.with && !(reach & rule.with)) return false;
    if (reach & rule.without) return false;
  }
  return IsReal(part, token, rule);
}

bool TriggerContext::IsReal(const Part& part, Index token, const Rule& rule) const {
  if (rule.kind != LedgerKind::kCondition && Lemma(part.tokens.front()) == "whether") return false;
  switch (rule.kind) {
    case LedgerKind::kCondition:
      return rule.pos == 'n' ? !IsDenied(token) : !(Lemma(token) == "only" && IsPast(part));
    case LedgerKind::kResponse:
      // "no answer from X"
      if (rule.who == Who::kFrom && rule.pos == 'n' && !IsDenied(token)) return false;
      if (rule.status == LedgerStatus::kAgreed && part.modality == Modality::kPossible)
        return false;
      // "would lift", "lifted"; not "will not lift", "wants it lifted", "that it be lifted"
      if (rule.with_behind && (part.negated || token != part.head)) return false;
      return !IsUnreal(part, token);
    case LedgerKind::kAttack: {
      if (IsAny(token) || IsAnyones(part) || part.conditional) return false;
      return rule.pos != 'v' || (!IsRenounced(token) && !IsByHazard(part, token));
    }
    case LedgerKind::kAgreementDraft:
      return !part.conditional &&
             (rule.status == LedgerStatus::kProposed ||
              (!IsUnreal(part, token) && !part.negated && part.modality != Modality::kPossible));
    case LedgerKind::kPosition:
      return !IsUnreal(part, token) && !index_.doc().Word(token).ends_with("ing");
    case LedgerKind::kDemand:
      if (part.modality == Modality::kPossible) return false;
      return Lemma(token) != "insist" || IsOrdered(token);
    case LedgerKind::kViolation:
      if (IsAnyones(part)) return false;
      return rule.pos != 'n' ||
             (!IsAny(token) && !(token > part.head && HasPartRole(Lemma(part.head), "want")));
    case LedgerKind::kGuarantee:  // "called for it to be guaranteed"
      return rule.pos != 'v' ||
             !(token > 1 && Lemma(token - 1) == "be" && Lemma(token - 2) == "to");
    case LedgerKind::kMonitoring:
      return !IsDenied(token);  // "no inspector will come"
    case LedgerKind::kSanctionThreat:
      return !part.negated;
    default:
      return true;
  }
}

// "responsible for any attack", "any such attack": none is told.
bool TriggerContext::IsAny(Index token) const {
  return token > 1 && (Lemma(token - 1) == "any" || Lemma(token - 2) == "any");
}

// "those who break the truce"
bool TriggerContext::IsAnyones(const Part& part) const {
  const Index opener = part.tokens.front();
  return opener > 0 && Lemma(opener) == "who" && Is(opener - 1, "ANYONE");
}

// "agreed only after …" tells what was, not what must be.
bool TriggerContext::IsPast(const Part& part) const {
  return part.modality == Modality::kAsserted && !part.negated &&
         index_.token(part.head).pos == Upos::kVerb && index_.doc().Word(part.head).ends_with("ed");
}

// "insists that X leave", "that X should leave", "on leaving"; "insists that it is safe" demands
// nothing.
bool TriggerContext::IsOrdered(Index token) const {
  constexpr Index kComplement = 14;  // tokens in which the verb of the complement stands
  const Sentence& sentence = index_.doc().sentences[static_cast<size_t>(index_.SentenceOf(token))];
  const Index end = std::min(sentence.end_token, token + kComplement);
  if (token + 1 < end && (Lemma(token + 1) == "on" || Lemma(token + 1) == "upon")) return true;
  for (Index t = token + 1; t < end; ++t) {
    const Upos pos = index_.token(t).pos;
    if (Is(t, "MUST")) return true;
    if (pos != Upos::kVerb && pos != Upos::kAux) continue;
    return index_.doc().Word(t) == Lemma(t) && Lemma(t - 1) != "to";
  }
  return false;
}

LedgerStatus TriggerContext::StatusOf(size_t number, Index token, const Rule& rule) const {
  const Part& part = parts_[number];
  const bool ahead = part.modality == Modality::kPlanned || part.modality == Modality::kPossible ||
                     (part.embedded && token == part.head) ||
                     (token > 0 && Lemma(token - 1) == "to");  // "threatened to impose"
  if (rule.kind == LedgerKind::kAttack && rule.status == LedgerStatus::kClaimed) {
    if (Governs(number, token, "MENACE")) return LedgerStatus::kThreatened;
    if (Governs(number, token, "PREPARE")) return LedgerStatus::kPlanned;
    if (rule.pos == 'v' && token == part.head && part.modality == Modality::kPlanned)
      return LedgerStatus::kThreatened;
  }
  if (rule.kind == LedgerKind::kSanctionThreat && rule.status == LedgerStatus::kInForce && ahead)
    return LedgerStatus::kThreatened;
  if (rule.kind == LedgerKind::kMediation && rule.status == LedgerStatus::kInForce &&
      (ahead || part.negated || HasPartRole(Lemma(part.head), "want")))
    return Governs(number, token, "OFFERS") ? LedgerStatus::kProposed : LedgerStatus::kPlanned;
  if (rule.kind == LedgerKind::kMediation && Governs(number, token, "OFFERS"))
    return LedgerStatus::kProposed;
  if (rule.kind == LedgerKind::kResponse && rule.status == LedgerStatus::kAgreed && part.negated &&
      token == part.head)
    return LedgerStatus::kRejected;
  return rule.status;
}

// "threatened to bomb", "is preparing for a strike", "warned of an attack".
bool TriggerContext::Governs(size_t number, Index token, std::string_view class_name) const {
  const Part& part = parts_[number];
  for (const Index t : part.tokens) {
    if (t >= token) break;
    if (token - t <= kGoverned && Is(t, class_name)) return true;
  }
  const bool hangs = number > 0 && parts_[number - 1].sentence == part.sentence &&
                     (part.embedded || Lemma(part.tokens.front()) == "that");
  return hangs && Is(parts_[number - 1].head, class_name);
}

// What is only demanded, hoped for or supposed is no answer: "urged X to accept", "if X agrees".
bool TriggerContext::IsUnreal(const Part& part, Index token) const {
  if (part.conditional || part.modality == Modality::kDemanded) return true;
  if (index_.token(token).pos != Upos::kVerb) return false;
  const bool infinitive = token > 0 && Lemma(token - 1) == "to";
  if (token > 0 && (Lemma(token - 1) == "should" || Lemma(token - 1) == "must")) return true;
  return (token == part.head && part.embedded) || (infinitive && token > part.head);
}

// "a moratorium on striking power plants"
bool TriggerContext::IsRenounced(Index token) const {
  return token > 1 &&
         (index_.token(token - 1).pos == Upos::kAdp ||
          index_.token(token - 1).pos == Upos::kSconj) &&
         (Is(token - 2, "TRUCE") || Is(token - 2, "HALT"));
}

// "an earthquake struck"
bool TriggerContext::IsByHazard(const Part& part, Index token) const {
  constexpr Index kSubject = 8;  // tokens before the verb
  return std::any_of(part.tokens.begin(), part.tokens.end(), [&](Index other) {
    return other < token && token - other <= kSubject && IsHazard(Lemma(other));
  });
}

bool TriggerContext::IsDenied(Index token) const {
  for (Index i = std::max<Index>(0, token - 3); i < token; ++i) {
    if (Lemma(i) == "without" || Lemma(i) == "no") return true;
  }
  return false;
}

bool TriggerContext::Follows(Index token, std::string_view particle) const {
  const Index end = std::min<Index>(token + 4, static_cast<Index>(index_.doc().tokens.size()));
  for (Index i = token + 1; i < end; ++i) {
    if (index_.token(i).pos == Upos::kPunct) return false;
    if (Lemma(i) == particle) return true;
  }
  return false;
}

// Classes of the words of the part, of the parts of its sentence beside it and of what the
// trigger governs, itself left out.
WordClasses TriggerContext::Reach(size_t number, Index token) const {
  WordClasses made = 0;
  for (size_t p = number - (number > 0); p < std::min(number + 2, parts_.size()); ++p) {
    if (parts_[p].sentence == parts_[number].sentence) made |= ClassesIn(parts_[p], token);
  }
  const auto [first, end] = index_.TokensIn(index_.Subtree(token));
  return made | ClassesOf(first, end - 1, token);
}

WordClasses TriggerContext::ClassesIn(const Part& part, Index token) const {
  return ClassesOf(part.tokens.front(), part.tokens.back(), token);
}

WordClasses TriggerContext::ClassesOf(Index first, Index last, Index token) const {
  WordClasses made = 0;
  for (Index i = std::max(first, token - kReach); i <= std::min(last, token + kReach); ++i) {
    if (i == token) continue;
    made |= rules_.ClassesOf(Lemma(i));
    if (index_.ActorOf(i) != kNone) made |= actor_;
  }
  return made;
}

}  // namespace synoptic
