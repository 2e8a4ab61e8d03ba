#include "ledger/candidates.h"

#include <algorithm>
#include <cstdlib>

#include "ledger/acting.h"
#include "ledger/rules.h"
#include "ledger/truces.h"
#include "ledger/when.h"
#include "text/hazards.h"

namespace synoptic {
namespace {

constexpr Index kReach =
    40;  // tokens on either side of a trigger that may hold what its rule asks for
constexpr Index kMaxEvidence = 60;
constexpr Index kMinPosition = 5;  // tokens of what somebody says
constexpr size_t kMaxWhat = 240;   // bytes of LedgerEntry::what

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

class Finder {
 public:
  Finder(Index report, const ReportIndex& index, const StoryWords& words)
      : report_(report),
        index_(index),
        words_(words),
        parts_(FindParts(index)),
        acting_(index, parts_),
        rules_(LedgerRules::Get()),
        told_(index.doc().tokens.size()) {}

  std::vector<LedgerCandidate> Find() {
    for (size_t p = 0; p < parts_.size(); ++p) {
      kinds_here_ = 0;
      if (Tells(parts_[p])) {
        for (const Index token : parts_[p].tokens) Triggered(p, token);
      }
    }
    for (size_t p = 0; p < parts_.size(); ++p) {
      for (const Index token : parts_[p].tokens) Ceasefire(p, token);
    }
    for (const Quote& quote : doc().quotes) Position(quote);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const LedgerCandidate& a, const LedgerCandidate& b) {
                       return a.entry.evidence[0].span < b.entry.evidence[0].span;
                     });
    return std::move(found_);
  }

 private:
  const Document& doc() const { return index_.doc(); }
  std::string_view Lemma(Index token) const { return index_.token(token).lemma; }
  bool Is(Index token, std::string_view class_name) const {
    return (rules_.ClassesOf(Lemma(token)) & rules_.Class(class_name)) != 0;
  }

  bool Tells(const Part& part) const {
    const SectionKind section = doc().sentences[static_cast<size_t>(part.sentence)].section;
    return section == SectionKind::kBody || section == SectionKind::kHeadline;
  }

  // ---- triggers --------------------------------------------------------------------------------

  void Triggered(size_t number, Index token) {
    const std::vector<Rule>* rules = rules_.For(Lemma(token));
    if (!rules) return;
    const Part& part = parts_[number];
    WordClasses reach = 0;
    bool known = false;
    for (const Rule& rule : *rules) {
      const uint32_t kind = 1u << static_cast<uint32_t>(rule.kind);
      if ((kinds_here_ & kind) || !PosFits(rule.pos, index_.token(token).pos)) continue;
      if (!rule.particle.empty() && !Follows(token, rule.particle)) continue;
      if (!known) reach = Reach(number, token), known = true;
      if (rule.with && !(reach & rule.with)) continue;
      const bool threat =
          rule.kind == LedgerKind::kSanctionThreat;  // "halt" beside it, not elsewhere
      if (rule.without && ((threat ? ClassesIn(part, token) : reach) & rule.without)) continue;
      if (rule.kind == LedgerKind::kCondition && rule.pos == 'n' && IsDenied(token)) continue;
      if (rule.kind == LedgerKind::kResponse && IsUnreal(part, token)) continue;
      if (rule.kind == LedgerKind::kAttack && rule.pos == 'v' && IsRenounced(token)) continue;
      if (rule.kind == LedgerKind::kAttack && rule.pos == 'v' && IsByHazard(part, token)) continue;
      if (Add(number, token, rule)) kinds_here_ |= kind;
    }
  }

  // What is only demanded, hoped for or supposed is no answer: "urged X to accept", "if X agrees".
  bool IsUnreal(const Part& part, Index token) const {
    if (part.conditional || part.modality == Modality::kDemanded) return true;
    if (index_.token(token).pos != Upos::kVerb) return false;
    const bool infinitive = token > 0 && Lemma(token - 1) == "to";
    if (token > 0 && (Lemma(token - 1) == "should" || Lemma(token - 1) == "must")) return true;
    return (token == part.head && part.embedded) || (infinitive && token > part.head);
  }

  // "a moratorium on striking power plants"
  bool IsRenounced(Index token) const {
    return token > 1 &&
           (index_.token(token - 1).pos == Upos::kAdp ||
            index_.token(token - 1).pos == Upos::kSconj) &&
           (Is(token - 2, "TRUCE") || Is(token - 2, "HALT"));
  }

  // "an earthquake struck"
  bool IsByHazard(const Part& part, Index token) const {
    constexpr Index kSubject = 8;  // tokens before the verb
    return std::any_of(part.tokens.begin(), part.tokens.end(), [&](Index other) {
      return other < token && token - other <= kSubject && IsHazard(Lemma(other));
    });
  }

  bool Follows(Index token, std::string_view particle) const {
    const Index end = std::min<Index>(token + 4, static_cast<Index>(doc().tokens.size()));
    for (Index i = token + 1; i < end; ++i) {
      if (Lemma(i) == particle) return true;
    }
    return false;
  }

  // Classes of the words of the part, of the parts of its sentence beside it and of what the
  // trigger governs, itself left out.
  WordClasses Reach(size_t number, Index token) const {
    WordClasses made = 0;
    const auto add = [&](Index i) {
      if (i != token && std::abs(i - token) < kReach) made |= rules_.ClassesOf(Lemma(i));
    };
    for (size_t p = number - (number > 0); p < std::min(number + 2, parts_.size()); ++p) {
      if (parts_[p].sentence != parts_[number].sentence) continue;
      for (const Index i : parts_[p].tokens) add(i);
    }
    const auto [first, end] = index_.TokensIn(index_.Subtree(token));
    for (Index i = first; i < end; ++i) add(i);
    return made;
  }

  WordClasses ClassesIn(const Part& part, Index token) const {
    WordClasses made = 0;
    for (const Index i : part.tokens) {
      if (i != token) made |= rules_.ClassesOf(Lemma(i));
    }
    return made;
  }

  bool IsDenied(Index token) const {
    for (Index i = std::max<Index>(0, token - 3); i < token; ++i) {
      if (Lemma(i) == "without" || Lemma(i) == "no") return true;
    }
    return false;
  }

  // Whether it made an entry: what nobody is said to do makes one only where it is an event.
  bool Add(size_t number, Index token, const Rule& rule) {
    const Part& part = parts_[number];
    LedgerCandidate made;
    made.trigger = token;
    made.readiness = Is(token, "READY");
    made.talks = std::any_of(part.tokens.begin(), part.tokens.end(),
                             [&](Index t) { return Is(t, "TALKS") || Is(t, "CONTACT"); });
    made.entry.kind = rule.kind;
    made.entry.status = rule.status;
    ActorIds accused, by;
    const bool harm = rule.kind == LedgerKind::kViolation || rule.kind == LedgerKind::kAttack;
    if (harm && acting_.Accused(token, accused, by)) {
      made.entry.actors = std::move(accused);
      made.entry.alleged_by = std::move(by);
    } else {
      made.entry.actors = ActorsOf(number, token, rule);
      made.entry.alleged_by = acting_.Speakers(token);
    }
    made.mention = IsMention(part, token, rule);
    // "did not rule it out" answers nothing: a view.
    if (rule.kind == LedgerKind::kResponse && rule.status == LedgerStatus::kRejected &&
        part.negated && token == part.head) {
      made.entry.kind = LedgerKind::kPosition;
      made.entry.status = LedgerStatus::kProposed;  // left possible
    }
    if (made.entry.actors.empty() && !harm && rule.kind != LedgerKind::kAgreementDraft)
      return false;
    made.entry.target = acting_.TargetOf(token, made.entry.actors);
    Complete(EvidenceOf(number, token), part, made);
    return true;
  }

  ActorIds ActorsOf(size_t number, Index token, const Rule& rule) const {
    const Part& part = parts_[number];
    // "demanded that X agree or face sanctions": who demands threatens.
    if (const size_t above = Governing(number);
        rule.kind == LedgerKind::kSanctionThreat && above != number)
      return acting_.Of(parts_[above].head, rule.who);
    if (rule.pos != 'n' || token == part.head) return acting_.Of(token, rule.who);
    ActorIds owner = acting_.OwnerOf(token);
    if (rule.kind == LedgerKind::kAgreementDraft)
      return Is(part.head, "DRAW") ? acting_.Of(part.head, rule.who) : ActorIds();
    if (!owner.empty()) return owner;
    if (rule.kind == LedgerKind::kAttack)
      return Is(part.head, "LAUNCH") ? acting_.Of(token, rule.who) : ActorIds();
    const bool own = rule.kind == LedgerKind::kDemand || rule.kind == LedgerKind::kProposal ||
                     rule.kind == LedgerKind::kCondition;
    return !own || Is(part.head, "MAKE") ? acting_.Of(token, rule.who) : ActorIds();
  }

  // The part that a complement, or what "or" joins to one, hangs on.
  size_t Governing(size_t number) const {
    size_t at = number;
    while (at > 0 && parts_[at - 1].sentence == parts_[number].sentence) {
      const std::string_view first = Lemma(parts_[at].tokens.front());
      if (!parts_[at].embedded && first != "that" && first != "or") break;
      --at;
    }
    return at;
  }

  // "X's offer came as a surprise": the offer itself is told elsewhere.
  bool IsMention(const Part& part, Index token, const Rule& rule) const {
    return rule.pos == 'n' && token != part.head && !Is(part.head, "MAKE") &&
           (rule.kind == LedgerKind::kProposal || rule.kind == LedgerKind::kDemand ||
            rule.kind == LedgerKind::kAttack);
  }

  // The part, with the complement of its predicate; of a noun, as far as it belongs to it.
  Span EvidenceOf(size_t number, Index token) const {
    const Part& part = parts_[number];
    if (number + 1 < parts_.size() && parts_[number + 1].sentence == part.sentence &&
        ((parts_[number + 1].embedded && token == part.head) ||
         Details(parts_[number + 1], token))) {
      return part.span.Cover(parts_[number + 1].span);
    }
    return part.span;
  }

  // "set conditions, demanding that …": what they are.
  bool Details(const Part& next, Index token) const {
    return Is(token, "COND") && next.tokens.size() > 1 && next.head - next.tokens.front() < 2 &&
           doc().Word(next.head).ends_with("ing");
  }

  // ---- ceasefires that are, were or are to be --------------------------------------------------

  void Ceasefire(size_t number, Index token) {
    const Part& part = parts_[number];
    const auto truce = Tells(part) ? TruceAt(index_, parts_, number, token) : std::nullopt;
    if (!truce) return;
    LedgerCandidate made;
    made.trigger = token;
    made.entry.kind = LedgerKind::kCeasefire;
    made.entry.status = truce->status;
    made.entry.actors = acting_.Of(token, Who::kSubject);
    made.entry.target = acting_.TargetOf(token, made.entry.actors);
    Complete(truce->span, part, made);
  }

  // ---- positions -------------------------------------------------------------------------------

  void Position(const Quote& quote) {
    if (quote.kind == QuoteKind::kScare || !quote.speaker || quote.speaker->actor == kNone ||
        quote.content.empty())
      return;
    const Span content = quote.content.front();
    const auto [first, end] = index_.TokensIn(content);
    if (end - first < kMinPosition || Lemma(first) == "to" || !HoldsVerb(first, end) ||
        IsTold(content) || (quote.cue && IsTold(*quote.cue)))
      return;
    LedgerCandidate made;
    made.trigger = first;
    made.entry.kind = LedgerKind::kPosition;
    made.entry.status = LedgerStatus::kClaimed;
    made.entry.actors = {doc().actors[static_cast<size_t>(quote.speaker->actor)].id};
    made.entry.target = acting_.TargetOf(first, made.entry.actors);
    Complete(content, acting_.PartOf(first), made);
  }

  bool HoldsVerb(Index first, Index end) const {
    for (Index t = first; t < end; ++t) {
      if (index_.token(t).pos == Upos::kVerb || index_.token(t).pos == Upos::kAux) return true;
    }
    return false;
  }

  // Part of an entry already.
  bool IsTold(Span span) const {
    const auto [first, end] = index_.TokensIn(span);
    return std::find(told_.begin() + first, told_.begin() + end, true) != told_.begin() + end;
  }

  // ---- what all entries have
  // ---------------------------------------------------------------------

  // At most so many words around the trigger are evidence.
  Span Cap(Span span, Index trigger) const {
    const Index first = std::max<Index>(0, trigger - kMaxEvidence);
    const Index last =
        std::min<Index>(trigger + kMaxEvidence, static_cast<Index>(doc().tokens.size()) - 1);
    return {std::max(span.begin, index_.token(first).span.begin),
            std::min(span.end, index_.token(last).span.end)};
  }

  void Complete(Span span, const Part& part, LedgerCandidate& made) {
    span = Cap(span, made.trigger);
    LedgerEntry& entry = made.entry;
    entry.evidence = {{report_, span}};
    std::string_view what = doc().Cut(span);
    if (what.size() > kMaxWhat) what = what.substr(0, what.find_first_of(" \n", kMaxWhat - 20));
    entry.what = what;
    const When when = WhenOf(index_, span);
    entry.when = when.value;
    made.days = when.days;
    made.duration = when.duration;
    entry.conditional_on = ConditionIn(part);
    if (made.readiness && !entry.conditional_on.empty()) entry.status = LedgerStatus::kProposed;
    entry.where = PlaceIn(span);
    const auto [first, end] = index_.TokensIn(span);
    tokens_.clear();
    for (Index t = first; t < end; ++t) tokens_.push_back(t), told_[static_cast<size_t>(t)] = true;
    made.words = words_.Distinct(report_, tokens_);
    found_.push_back(std::move(made));
  }

  std::string PlaceIn(Span span) const {
    const auto [first, end] = index_.TokensIn(span);
    for (Index t = first; t < end; ++t) {
      const Index mention = index_.MentionOf(t);
      if (mention == kNone || t == 0) continue;
      const Mention& place = doc().mentions[static_cast<size_t>(mention)];
      if ((place.type != ActorType::kPlace && place.type != ActorType::kState) || place.metonym)
        continue;
      const std::string_view before = Lemma(t - 1);
      if (before == "in" || before == "at" || before == "near")
        return std::string(doc().Cut(place.span));
    }
    return {};
  }

  // The condition told in the same sentence: "if …", "unless …", "should they …", "in case of …".
  std::string ConditionIn(const Part& part) const {
    for (const Part& other : parts_) {
      if (other.sentence == part.sentence && other.conditional)
        return std::string(doc().Cut(other.span));
    }
    return {};
  }

  Index report_;
  const ReportIndex& index_;
  const StoryWords& words_;
  std::vector<Part> parts_;
  Acting acting_;
  const LedgerRules& rules_;
  std::vector<LedgerCandidate> found_;
  std::vector<Index> tokens_;
  std::vector<bool> told_;  // by token
  uint32_t kinds_here_ = 0;
};

}  // namespace

std::vector<LedgerCandidate> FindCandidates(Index report, const ReportIndex& index,
                                            const StoryWords& words) {
  return Finder(report, index, words).Find();
}

}  // namespace synoptic
