#include "ledger/candidates.h"

#include <algorithm>

#include "ledger/acting.h"
#include "ledger/rules.h"
#include "ledger/when.h"

namespace synoptic {
namespace {

constexpr Index kReach =
    40;  // tokens on either side of a trigger that may hold what its rule asks for
constexpr Index kMaxEvidence = 60;
constexpr size_t kMaxWhat = 240;  // bytes of LedgerEntry::what

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
        acting_(index),
        rules_(LedgerRules::Get()),
        told_(index.doc().tokens.size()) {}

  std::vector<LedgerCandidate> Find() {
    for (const Clause& clause : index_.clauses()) {
      kinds_here_ = 0;
      for (const Index token : clause.tokens) Triggered(clause, token);
    }
    for (const Clause& clause : index_.clauses()) {
      for (const Index token : clause.tokens) Ceasefire(clause, token);
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

  // ---- triggers --------------------------------------------------------------------------------

  void Triggered(const Clause& clause, Index token) {
    const std::vector<Rule>* rules = rules_.For(Lemma(token));
    if (!rules) return;
    WordClasses reach = 0;
    bool known = false;
    for (const Rule& rule : *rules) {
      const uint32_t kind = 1u << static_cast<uint32_t>(rule.kind);
      if ((kinds_here_ & kind) || !PosFits(rule.pos, index_.token(token).pos)) continue;
      if (!rule.particle.empty() && !Follows(token, rule.particle)) continue;
      if (!known) reach = Reach(clause, token), known = true;
      if (rule.with && !(reach & rule.with)) continue;
      if (rule.without && (reach & rule.without)) continue;
      if (rule.kind == LedgerKind::kCondition && rule.pos == 'n' && IsDenied(token)) continue;
      kinds_here_ |= kind;
      Add(clause, token, rule);
    }
  }

  bool Follows(Index token, std::string_view particle) const {
    const Index end = std::min<Index>(token + 4, static_cast<Index>(doc().tokens.size()));
    for (Index i = token + 1; i < end; ++i) {
      if (Lemma(i) == particle) return true;
    }
    return false;
  }

  // Classes of the words of the clause and of what the trigger governs, itself left out.
  WordClasses Reach(const Clause& clause, Index token) const {
    WordClasses made = 0;
    const auto add = [&](Index from, Index to) {
      for (Index i = std::max(from, token - kReach); i < std::min(to, token + kReach); ++i) {
        if (i != token) made |= rules_.ClassesOf(Lemma(i));
      }
    };
    const auto [first, end] = index_.TokensIn(index_.Subtree(token));
    add(first, end);
    const auto [clause_first, clause_end] = index_.TokensIn(clause.span);
    add(clause_first, clause_end);
    return made;
  }

  bool IsDenied(Index token) const {
    for (Index i = std::max<Index>(0, token - 3); i < token; ++i) {
      if (Lemma(i) == "without" || Lemma(i) == "no") return true;
    }
    return false;
  }

  void Add(const Clause& clause, Index token, const Rule& rule) {
    LedgerCandidate made;
    made.trigger = token;
    made.readiness = Is(token, "READY");
    made.entry.kind = rule.kind;
    made.entry.status = rule.status;
    ActorIds accused, by;
    if (rule.kind == LedgerKind::kViolation && acting_.Accused(token, accused, by)) {
      made.entry.actors = std::move(accused);
      made.entry.alleged_by = std::move(by);
    } else {
      made.entry.actors = acting_.Of(token, rule.who);
      made.entry.alleged_by = acting_.Speakers(token);
    }
    made.entry.target = acting_.TargetOf(token, made.entry.actors);
    Complete(EvidenceOf(clause, token, rule.pos), clause, made);
  }

  // The clause with the clauses that complete its predicate; of a noun that is a small part of a
  // clause, the noun phrase.
  Span EvidenceOf(const Clause& clause, Index token, char pos) const {
    if (pos == 'n' && clause.head != token) {
      const Span phrase = index_.Subtree(token);
      if (clause.span.Contains(phrase) && clause.span.size() > 4 * phrase.size()) return phrase;
      return clause.span.Cover(phrase);
    }
    Span span = clause.span;
    const Index end = std::min<Index>(token + kReach, static_cast<Index>(doc().tokens.size()));
    for (Index i = token + 1; i < end; ++i) {
      const Relation relation = index_.token(i).relation;
      if (index_.token(i).head == token &&
          (relation == Relation::kCcomp || relation == Relation::kXcomp)) {
        span = span.Cover(index_.Subtree(i));
      }
    }
    return span;
  }

  // ---- ceasefires that are, were or are to be
  // -------------------------------------------------------

  void Ceasefire(const Clause& clause, Index token) {
    const Upos pos = index_.token(token).pos;
    if ((pos != Upos::kNoun && pos != Upos::kPropn) || !Is(token, "TRUCE") ||
        index_.token(token).relation == Relation::kCompound)
      return;
    const Span phrase = index_.Subtree(token);
    if (IsWanted(token)) return;
    LedgerCandidate made;
    made.trigger = token;
    made.entry.kind = LedgerKind::kCeasefire;
    const When when = WhenOf(index_, phrase);
    const LedgerStatus* state = StateOf(clause);
    if (when.value.empty() && !when.duration && !state && !IsNamed(token)) return;
    made.entry.status = state ? *state : LedgerStatus::kClaimed;
    made.entry.actors = acting_.Of(token, Who::kSubject);
    made.entry.target = acting_.TargetOf(token, made.entry.actors);
    Complete(state ? clause.span.Cover(phrase) : phrase, clause, made);
  }

  // Something above it demands, proposes or hopes for it, so that it is not there yet.
  bool IsWanted(Index token) const {
    Index at = index_.token(token).head;
    for (int step = 0; step < 6 && at != kNone; ++step, at = index_.token(at).head) {
      const std::vector<Rule>* rules = rules_.For(Lemma(at));
      if (!rules) continue;
      for (const Rule& rule : *rules) {
        if (rule.kind == LedgerKind::kDemand && PosFits(rule.pos, index_.token(at).pos))
          return true;
      }
    }
    return false;
  }

  const LedgerStatus* StateOf(const Clause& clause) const {
    static constexpr LedgerStatus kExpired = LedgerStatus::kExpired,
                                  kInForce = LedgerStatus::kInForce,
                                  kAgreed = LedgerStatus::kAgreed;
    for (const Index token : clause.tokens) {
      const std::string_view lemma = Lemma(token);
      if (lemma == "expire" || lemma == "lapse" || lemma == "collapse") return &kExpired;
      if ((lemma == "effect" || lemma == "force") && clause.tokens.size() > 1)
        return clause.negated || HasLonger(clause) ? &kExpired : &kInForce;
      if (lemma == "declare" || lemma == "announce") return &kAgreed;
      if (lemma == "hold" && index_.token(token).pos == Upos::kVerb && clause.object == kNone)
        return &kInForce;
    }
    return nullptr;
  }

  bool HasLonger(const Clause& clause) const {
    return std::any_of(clause.tokens.begin(), clause.tokens.end(),
                       [&](Index token) { return doc().Word(token) == "longer"; });
  }

  // "an Easter ceasefire", "the recently declared pause", "a moratorium on strikes": a certain one.
  bool IsNamed(Index token) const {
    if (Lemma(token) == "moratorium") return true;
    for (Index i = std::max<Index>(0, token - 5); i < token; ++i) {
      if (index_.token(i).head != token) continue;
      const std::string_view lemma = Lemma(i);
      if (index_.token(i).pos == Upos::kPropn || lemma == "temporary" || lemma == "recent" ||
          lemma == "previous" || lemma == "earlier" || lemma == "current" || lemma == "existing" ||
          lemma == "declared" || lemma == "declare") {
        return true;
      }
    }
    return false;
  }

  // ---- positions -------------------------------------------------------------------------------

  void Position(const Quote& quote) {
    if (quote.kind == QuoteKind::kScare || !quote.speaker || quote.speaker->actor == kNone ||
        quote.content.empty())
      return;
    const Span content = quote.content.front();
    const auto [first, end] = index_.TokensIn(content);
    if (end - first < 3 || IsTold(content) || (quote.cue && IsTold(*quote.cue))) return;
    LedgerCandidate made;
    made.trigger = first;
    made.entry.kind = LedgerKind::kPosition;
    made.entry.status = LedgerStatus::kClaimed;
    made.entry.actors = {doc().actors[static_cast<size_t>(quote.speaker->actor)].id};
    made.entry.target = acting_.TargetOf(first, made.entry.actors);
    Complete(content, index_.clause(index_.ClauseOf(first)), made);
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

  void Complete(Span span, const Clause& clause, LedgerCandidate& made) {
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
    entry.conditional_on = ConditionIn(clause);
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

  // The words behind "if", "unless", "provided", "in case of" in the clause's sentence after its
  // head.
  std::string ConditionIn(const Clause& clause) const {
    const Sentence& sentence = doc().sentences[static_cast<size_t>(clause.sentence)];
    for (Index t = clause.tokens.front();
         t < std::min(sentence.end_token, clause.tokens.front() + 2 * kReach); ++t) {
      const std::string_view lemma = Lemma(t);
      const bool conditional =
          lemma == "if" || lemma == "unless" || lemma == "provided" || lemma == "should";
      if (!conditional || index_.token(t).head == kNone) continue;
      if (lemma == "should" &&
          !(t > sentence.first_token && index_.token(t).relation == Relation::kAux &&
            index_.token(t - 1).pos != Upos::kNoun && index_.token(t - 1).pos != Upos::kPropn &&
            index_.token(t - 1).pos != Upos::kPron))
        continue;
      const Span span = index_.Subtree(index_.token(t).head);
      const uint32_t begin = std::max(span.begin, index_.token(t).span.begin);
      if (begin < span.end) return std::string(doc().Cut({begin, span.end}));
    }
    return {};
  }

  Index report_;
  const ReportIndex& index_;
  const StoryWords& words_;
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
