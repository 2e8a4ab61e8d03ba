#include "collate/parts.h"

#include <algorithm>

#include "collate/dispute_words.h"

namespace synoptic {
namespace {

constexpr Index kReach = 5;         // tokens behind "and" in which its verb stands
constexpr size_t kMaxNested = 400;  // parts of a sentence

bool IsVerb(const Token& token) { return token.pos == Upos::kVerb || token.pos == Upos::kAux; }

class PartFinder {
 public:
  explicit PartFinder(const ReportIndex& index) : index_(index), words_(DisputeWords::Get()) {}

  std::vector<Part> Find() {
    for (size_t c = 0; c < index_.clauses().size(); ++c) {
      const Clause& clause = index_.clause(static_cast<Index>(c));
      if (clause.tokens.empty()) continue;
      previous_ = parts_.size();
      if (clause.head == kNone) {
        Cut(static_cast<Index>(c), clause);
      } else {
        Take(static_cast<Index>(c), clause);
      }
    }
    return std::move(parts_);
  }

 private:
  const Token& At(Index token) const { return index_.token(token); }
  std::string_view Lemma(Index token) const { return At(token).lemma; }
  bool Is(Index token, std::string_view set) const { return words_.Has(set, Lemma(token)); }

  // ---- parsed ----------------------------------------------------------------------------------

  void Take(Index number, const Clause& clause) {
    Part part;
    part.sentence = clause.sentence, part.clause = number;
    part.tokens = clause.tokens;
    Complete(std::move(part), clause.head);
    if (clause.negated) parts_.back().negated = true;
    if (clause.subject != kNone && index_.ActorOf(clause.subject) != kNone)
      parts_.back().subject = clause.subject;
  }

  // ---- not parsed ------------------------------------------------------------------------------

  void Cut(Index number, const Clause& clause) {
    const size_t first = parts_.size();
    std::vector<Index> tokens;
    bool verb = false;
    const auto close = [&] {
      if (tokens.empty()) return;
      if (!verb && parts_.size() > first) {
        Part& last = parts_.back();
        last.tokens.insert(last.tokens.end(), tokens.begin(), tokens.end());
      } else if (verb) {
        Part part;
        part.sentence = clause.sentence, part.clause = number;
        part.tokens = std::move(tokens);
        parts_.push_back(std::move(part));
      } else {
        return;  // goes on into the next part
      }
      tokens.clear(), verb = false;
    };
    const Index end = clause.tokens.back() + 1;
    for (const Index token : clause.tokens) {
      if (Opens(token, end) && parts_.size() - first < kMaxNested) close();
      tokens.push_back(token);
      verb |= IsVerb(At(token));
    }
    close();
    if (!tokens.empty()) {
      Part part;
      part.sentence = clause.sentence, part.clause = number;
      part.tokens = std::move(tokens);
      parts_.push_back(std::move(part));
    }
    std::vector<Part> cut(
        std::make_move_iterator(parts_.begin() + static_cast<std::ptrdiff_t>(first)),
        std::make_move_iterator(parts_.end()));
    parts_.resize(first);
    for (Part& part : cut) {
      const Index head = HeadOf(part.tokens);
      Complete(std::move(part), head);
    }
  }

  // A part opens behind a mark, at a conjunction that a verb follows, at a relative pronoun before
  // a verb.
  bool Opens(Index token, Index end) const {
    if (token == 0) return false;
    if (At(token - 1).pos == Upos::kPunct)
      return Lemma(token - 1) != "-" && Lemma(token - 1) != "/";
    if (At(token).pos == Upos::kSconj) return Lemma(token) != "of" && VerbFollows(token, end, 14);
    if (At(token).pos == Upos::kCconj) return VerbFollows(token, end, kReach);
    const std::string_view lemma = Lemma(token);
    return At(token).pos == Upos::kPron &&
           (lemma == "which" || lemma == "who" || lemma == "that") && VerbFollows(token, end, 4);
  }

  bool VerbFollows(Index token, Index end, Index reach) const {
    for (Index t = token + 1; t < std::min(end, token + reach); ++t) {
      if (At(t).pos == Upos::kPunct && Lemma(t) != "-") return false;
      if (IsVerb(At(t))) return true;
    }
    return false;
  }

  // The first verb that is no infinitive, else the first verb, else the first word.
  Index HeadOf(const std::vector<Index>& tokens) const {
    Index any = kNone;
    for (const Index token : tokens) {
      if (!IsVerb(At(token))) continue;
      if (At(token).pos == Upos::kVerb && (token == 0 || Lemma(token - 1) != "to")) return token;
      if (any == kNone || At(any).pos == Upos::kAux) any = token;
    }
    if (any != kNone) return any;
    for (const Index token : tokens) {
      if (At(token).pos != Upos::kPunct) return token;
    }
    return tokens.front();
  }

  // ---- both ------------------------------------------------------------------------------------

  void Complete(Part part, Index head) {
    part.head = head;
    part.span = Trim(part.tokens);
    part.predicate = At(head).span;
    Negate(part);
    part.subject = SubjectOf(part);
    const Index opener = Opener(part.tokens);
    part.conditional = Is(opener, "if") || Holds(part, "if") || IsInverted(part);
    part.modality = ModalityOf(part);
    const Part* before = parts_.size() > previous_ && parts_.back().sentence == part.sentence
                             ? &parts_.back()
                             : nullptr;
    if (before) {
      const bool complement = Lemma(opener) == "that" || Lemma(opener) == "any";
      if (complement && Is(before->head, "deny")) part.negated = !part.negated;
      part.wanted = complement && Is(before->head, "want");
      if (part.subject == kNone && At(opener).pos == Upos::kCconj) part.subject = before->subject;
    }
    part.wanted |= Is(head, "want") || (head > 0 && Lemma(head - 1) == "to");
    parts_.push_back(std::move(part));
  }

  Span Trim(const std::vector<Index>& tokens) const {
    size_t first = 0, last = tokens.size() - 1;
    while (first < last && At(tokens[first]).pos == Upos::kPunct) ++first;
    while (last > first && At(tokens[last]).pos == Upos::kPunct) --last;
    return At(tokens[first]).span.Cover(At(tokens[last]).span);
  }

  Index Opener(const std::vector<Index>& tokens) const {
    for (const Index token : tokens) {
      if (At(token).pos != Upos::kPunct) return token;
    }
    return tokens.front();
  }

  bool Holds(const Part& part, std::string_view set) const {
    return std::any_of(part.tokens.begin(), part.tokens.end(),
                       [&](Index token) { return token < part.head && Is(token, set); });
  }

  // "should they refuse": the auxiliary before the subject.
  bool IsInverted(const Part& part) const {
    for (const Index token : part.tokens) {
      if (token >= part.head || Lemma(token) != "should" || At(token).pos != Upos::kAux) continue;
      const bool named = index_.ActorOf(token + 1) != kNone || At(token + 1).pos == Upos::kDet ||
                         At(token + 1).pos == Upos::kPron;
      return named && token + 1 < part.head;
    }
    return false;
  }

  // "not" among the auxiliaries, "no" before the subject or right behind the predicate.
  void Negate(Part& part) const {
    for (const Index token : part.tokens) {
      if (!Is(token, "not")) continue;
      const bool noun = At(token).pos == Upos::kDet || At(token).pos == Upos::kPron ||
                        At(token).pos == Upos::kNoun;
      if (token > part.head + 1 || (token > part.head && !noun)) continue;
      if (token < part.head && !ReachesHead(token, part.head, noun)) continue;
      part.negated = !part.negated;
      part.predicate = At(token).span.Cover(At(part.head).span);
      return;
    }
  }

  // Nothing but auxiliaries and adverbs between; of "no" the rest of its noun phrase, too.
  bool ReachesHead(Index token, Index head, bool noun) const {
    for (Index t = token + 1; t < head; ++t) {
      const Upos pos = At(t).pos;
      if (pos == Upos::kAux || pos == Upos::kAdv || pos == Upos::kPart) continue;
      if (noun &&
          (pos == Upos::kNoun || pos == Upos::kAdj || pos == Upos::kAdp || pos == Upos::kDet))
        continue;
      return false;
    }
    return true;
  }

  // The last actor named before the predicate that no preposition governs.
  Index SubjectOf(const Part& part) const {
    Index found = kNone;
    for (const Index token : part.tokens) {
      if (token >= part.head) break;
      if (index_.ActorOf(token) == kNone) continue;
      Index before = token - 1;
      while (before >= 0 && (index_.MentionOf(before) == index_.MentionOf(token) ||
                             At(before).pos == Upos::kDet || At(before).pos == Upos::kAdj))
        --before;
      if (before >= part.tokens.front() && At(before).pos == Upos::kAdp) continue;
      found = token;
    }
    return found;
  }

  Modality ModalityOf(const Part& part) const {
    if (part.conditional) return Modality::kConditional;
    const Index statement = index_.StatementAt(part.head);
    if (statement != kNone) {
      const Modality told = index_.doc().statements[static_cast<size_t>(statement)].modality;
      if (told != Modality::kAsserted) return told;
    }
    for (const Index token : part.tokens) {
      if (token >= part.head) break;
      if (At(token).pos != Upos::kAux) continue;
      const std::string_view lemma = Lemma(token);
      if (lemma == "will" || lemma == "would" || lemma == "shall") return Modality::kPlanned;
      if (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "can")
        return Modality::kPossible;
      if (lemma == "must" || lemma == "should") return Modality::kDemanded;
    }
    return Modality::kAsserted;
  }

  const ReportIndex& index_;
  const DisputeWords& words_;
  std::vector<Part> parts_;
  size_t previous_ = 0;
};

}  // namespace

std::vector<Part> FindParts(const ReportIndex& index) { return PartFinder(index).Find(); }

}  // namespace synoptic
