#include "ledger/candidates.h"

#include <algorithm>

#include "ledger/acting.h"
#include "ledger/context.h"
#include "ledger/rules.h"
#include "ledger/sayings.h"
#include "ledger/truces.h"
#include "ledger/when.h"

namespace synoptic {
namespace {

constexpr Index kMaxEvidence = 60;
constexpr Index kMinPosition = 5;  // tokens of what somebody says
constexpr size_t kMaxWhat = 240;   // bytes of LedgerEntry::what

class Finder {
 public:
  Finder(Index report, const ReportIndex& index, const StoryWords& words, const StorySides& sides)
      : report_(report),
        index_(index),
        words_(words),
        parts_(FindParts(index)),
        acting_(index, parts_, sides),
        context_(index, parts_),
        rules_(LedgerRules::Get()),
        sayings_(index, acting_),
        told_(index.doc().tokens.size()),
        conditions_(index.doc().sentences.size()) {}

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
  size_t SentenceOf(Index token) const { return static_cast<size_t>(index_.SentenceOf(token)); }
  bool Is(Index token, std::string_view class_name) const { return context_.Is(token, class_name); }

  bool Tells(const Part& part) const {
    const SectionKind section = doc().sentences[static_cast<size_t>(part.sentence)].section;
    return section == SectionKind::kBody || section == SectionKind::kHeadline;
  }

  // ---- triggers --------------------------------------------------------------------------------

  void Triggered(size_t number, Index token) {
    const std::vector<Rule>* rules = rules_.For(Lemma(token));
    if (!rules) return;
    const bool noun = index_.token(token).pos == Upos::kNoun;
    if (noun && sayings_.NamesSpeaker(token)) return;  // "observers said"
    for (const Rule& rule : *rules) {
      const uint32_t kind = 1u << static_cast<uint32_t>(rule.kind);
      if ((kinds_here_ & kind) || !context_.Fits(number, token, rule)) continue;
      if (Add(number, token, rule)) kinds_here_ |= kind;
    }
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
    made.entry.status = context_.StatusOf(number, token, rule);
    ActorIds accused, by;
    const bool harm = rule.kind == LedgerKind::kViolation || rule.kind == LedgerKind::kAttack;
    if (harm && acting_.Accused(token, accused, by)) {
      made.entry.actors = std::move(accused);
      made.entry.alleged_by = std::move(by);
    } else {
      made.entry.actors = ActorsOf(number, token, rule);
      made.entry.alleged_by = acting_.Speakers(token);
    }
    // "X and Y agreed to …" is an agreement, "X agreed to …" an answer.
    if (Lemma(token) == "agree" &&
        IsJoint(made.entry.actors) != (rule.kind == LedgerKind::kAgreementDraft))
      return false;
    // What no subject is told of is told of by its speaker.
    if (made.entry.actors.empty() && BySpeaker(rule) && !made.entry.alleged_by.empty())
      made.entry.actors = {made.entry.alleged_by.back()};
    if (rule.kind == LedgerKind::kMonitoring && part.modality == Modality::kAsserted &&
        !made.entry.alleged_by.empty())
      made.entry.status = LedgerStatus::kClaimed;
    made.mention = IsMention(part, token, rule);
    // "did not rule it out" answers nothing: a view.
    if (rule.kind == LedgerKind::kResponse && rule.status == LedgerStatus::kRejected &&
        part.negated && token == part.head) {
      made.entry.kind = LedgerKind::kPosition;
      made.entry.status = LedgerStatus::kProposed;  // left possible
    }
    if (made.entry.actors.empty() && !harm && rule.kind != LedgerKind::kAgreementDraft)
      return false;
    if (rule.kind == LedgerKind::kMediation && IsCrowd(made.entry.actors)) return false;
    made.entry.target = acting_.TargetOf(token, made.entry.actors);
    Complete(EvidenceOf(number, token), part, made);
    return true;
  }

  static bool BySpeaker(const Rule& rule) {
    const LedgerKind kind = rule.kind;
    if (kind == LedgerKind::kProposal && rule.pos == 'n') return false;  // X may speak of Y's
    return kind == LedgerKind::kMonitoring || kind == LedgerKind::kCondition ||
           kind == LedgerKind::kProposal || kind == LedgerKind::kResponse;
  }

  // Several, or words for several ("both sides").
  bool IsJoint(const ActorIds& actors) const {
    return actors.size() == 1 ? rules_.NounHas(actors[0], "GROUP") : actors.size() > 1;
  }

  // Words for people without a name ("negotiators", "the committee").
  bool IsCrowd(const ActorIds& actors) const {
    return actors.size() == 1 &&
           (rules_.NounHas(actors[0], "GROUP") ||
            (actors[0].ends_with('s') && rules_.NounHas(actors[0], "OFFICE")));
  }

  ActorIds ActorsOf(size_t number, Index token, const Rule& rule) const {
    const Part& part = parts_[number];
    // "demanded that X agree or face sanctions": who demands threatens.
    if (const size_t above = Governing(number);
        rule.kind == LedgerKind::kSanctionThreat && above != number)
      return acting_.Of(WantIn(parts_[above]), rule.who);
    if (rule.kind == LedgerKind::kAgreementDraft && rule.who == Who::kParties && rule.pos == 'v')
      return {};
    if (rule.kind == LedgerKind::kMediation) {
      if (ActorIds asked = acting_.AskedFor(token); !asked.empty()) return asked;
    }
    if (rule.pos != 'n' || token == part.head) return acting_.Of(token, rule.who);
    if (rule.kind == LedgerKind::kSanctionThreat && index_.token(part.head).pos == Upos::kVerb) {
      ActorIds source = acting_.SourceOf(token);  // not whose sanctions they are
      return source.empty() ? acting_.Of(part.head, rule.who) : source;
    }
    if (rule.kind == LedgerKind::kMonitoring && token > part.head) {  // "X admits Y's inspectors"
      if (ActorIds admits = acting_.Of(part.head, rule.who); !admits.empty()) return admits;
    }
    if (rule.who == Who::kFrom) {
      if (ActorIds of = acting_.OfWhom(token); !of.empty()) return of;
    }
    ActorIds owner = acting_.OwnerOf(token);
    if (rule.kind == LedgerKind::kAgreementDraft)
      return Is(part.head, "DRAW") ? acting_.Of(part.head, rule.who) : ActorIds();
    if (!owner.empty()) return owner;
    if (rule.kind == LedgerKind::kAttack)
      return Is(part.head, "LAUNCH") || Is(part.head, "MENACE") || Is(part.head, "PREPARE")
                 ? acting_.Of(part.head, rule.who)
                 : ActorIds();
    if (rule.kind == LedgerKind::kGuarantee && !Is(part.head, "OFFERS") && !Is(part.head, "MAKE"))
      return {};
    const bool own = rule.kind == LedgerKind::kDemand || rule.kind == LedgerKind::kProposal ||
                     rule.kind == LedgerKind::kCondition;
    return !own || Is(part.head, "MAKE") ? acting_.Of(token, rule.who) : ActorIds();
  }

  // The last verb of a part that demands, offers or threatens; else its predicate.
  Index WantIn(const Part& part) const {
    for (auto token = part.tokens.rbegin(); token != part.tokens.rend(); ++token) {
      if (index_.token(*token).pos == Upos::kVerb && HasPartRole(Lemma(*token), "want"))
        return *token;
    }
    return part.head;
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

  // The part, with the complement of its predicate and what it says as a cue; of a noun, as far as
  // it belongs to it.
  Span EvidenceOf(size_t number, Index token) const {
    const Part& part = parts_[number];
    Span span = part.span;
    if (number + 1 < parts_.size() && parts_[number + 1].sentence == part.sentence &&
        ((parts_[number + 1].embedded && token == part.head) || Details(parts_[number + 1], token)))
      span = span.Cover(parts_[number + 1].span);
    if (index_.token(token).pos == Upos::kAdj && number + 1 < parts_.size() &&
        Lemma(parts_[number + 1].tokens.front()) == "that")  // "is confident that X and Y will …"
      span.end = doc().sentences[static_cast<size_t>(part.sentence)].span.end;
    return index_.token(token).pos == Upos::kVerb ? sayings_.WithSaid(part, token, span) : span;
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
    if (quote.kind == QuoteKind::kScare || quote.content.empty()) return;
    std::string speaker = acting_.SpeakerOf(quote);
    const bool naming = sayings_.IsNaming(quote);
    const Span content = quote.content.front();
    const auto [first, end] = index_.TokensIn(content);
    if (speaker.empty() || end - first < (naming ? 2 : kMinPosition) || Lemma(first) == "to" ||
        !(HoldsPredicate(first, end) || naming) || IsTold(content) ||
        (quote.cue && IsTold(*quote.cue)))
      return;
    LedgerCandidate made;
    made.trigger = first;
    made.entry.kind = sayings_.KindOf(first, end, speaker);
    if (made.entry.kind == LedgerKind::kDemand && conditions_[SentenceOf(first)])
      made.entry.kind = LedgerKind::kCondition;  // one of those told there
    made.entry.status =
        made.entry.kind == LedgerKind::kDemand ? LedgerStatus::kProposed : LedgerStatus::kClaimed;
    made.entry.actors = {std::move(speaker)};
    if (GoesOn(first, made.entry)) return Extend(content);
    made.entry.target = acting_.TargetOf(first, made.entry.actors);
    Complete(content, acting_.PartOf(first), made);
  }

  // What somebody says on in this sentence or the next is one position.
  bool GoesOn(Index first, const LedgerEntry& entry) const {
    if (found_.empty() || entry.kind != LedgerKind::kPosition) return false;
    const LedgerEntry& last = found_.back().entry;
    const auto [from, end] = index_.TokensIn(last.evidence.back().span);
    return last.kind == entry.kind && last.actors == entry.actors && end <= first &&
           index_.SentenceOf(first) - index_.SentenceOf(end - 1) <= 1 &&
           doc().Cut({index_.token(end - 1).span.end, index_.token(first).span.begin}).find('\n') ==
               std::string_view::npos;
  }

  void Extend(Span content) {
    LedgerCandidate& last = found_.back();
    last.entry.evidence.push_back({report_, content});
    tokens_.clear();
    for (const Evidence& evidence : last.entry.evidence) Take(evidence.span, true);
    last.words = words_.Distinct(report_, tokens_);
  }

  // A clause, not "the potential for saving lives" or "his intention to talk".
  bool HoldsPredicate(Index first, Index end) const {
    for (Index t = first; t < end; ++t) {
      const Upos pos = index_.token(t).pos;
      if (pos == Upos::kAux) return true;
      if (pos == Upos::kVerb)
        return t == first || (Lemma(t - 1) != "to" && !doc().Word(t).ends_with("ing"));
    }
    return false;
  }

  // Part of an entry already.
  bool IsTold(Span span) const {
    const auto [first, end] = index_.TokensIn(span);
    return std::find(told_.begin() + first, told_.begin() + end, true) != told_.begin() + end;
  }

  // ---- what all entries have ------------------------------------------------------------------

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
    entry.where = PlaceIn(span);
    entry.when = when.value;
    made.days = when.days;
    made.duration = when.duration;
    entry.conditional_on = ConditionIn(part);
    if (made.readiness && !entry.conditional_on.empty()) entry.status = LedgerStatus::kProposed;
    tokens_.clear();
    Take(span, !IsNobodys(entry) || index_.token(made.trigger).pos != Upos::kVerb);
    made.words = words_.Distinct(report_, tokens_);
    if (entry.kind == LedgerKind::kCondition) conditions_[SentenceOf(made.trigger)] = true;
    found_.push_back(std::move(made));
  }

  void Take(Span span, bool told) {
    const auto [first, end] = index_.TokensIn(span);
    for (Index t = first; t < end; ++t) {
      tokens_.push_back(t);
      if (told) told_[static_cast<size_t>(t)] = true;
    }
  }

  // "anyone who attacked X": told of nobody, and no entry unless another report tells of it.
  static bool IsNobodys(const LedgerEntry& entry) {
    return entry.kind == LedgerKind::kAttack && entry.actors.empty() && entry.when.empty() &&
           entry.where.empty();
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
  TriggerContext context_;
  const LedgerRules& rules_;
  Sayings sayings_;
  std::vector<LedgerCandidate> found_;
  std::vector<Index> tokens_;
  std::vector<bool> told_;        // by token
  std::vector<bool> conditions_;  // by sentence: tells some
  uint32_t kinds_here_ = 0;
};

}  // namespace

std::vector<LedgerCandidate> FindCandidates(Index report, const ReportIndex& index,
                                            const StoryWords& words, const StorySides& sides) {
  return Finder(report, index, words, sides).Find();
}

}  // namespace synoptic
