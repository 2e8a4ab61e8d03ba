#include "text/parts.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/ascii.h"
#include "base/hash.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr Index kReach = 5;         // tokens behind "and" in which its verb stands
constexpr size_t kMaxNested = 400;  // parts of a sentence

bool IsVerb(const Token& token) { return token.pos == Upos::kVerb || token.pos == Upos::kAux; }

// data/en/part_words.tsv
class RoleTable {
 public:
  RoleTable() : table_(Lexicon::Load("en/part_words.tsv")) {
    for (const Lexicon::Row& row : table_.rows()) {
      for (const std::string_view word : Split(row[1], ' ')) roles_[word].push_back(row[0]);
    }
  }
  bool Has(std::string_view lemma, std::string_view role) const {
    const auto found = roles_.find(lemma);
    return found != roles_.end() &&
           std::find(found->second.begin(), found->second.end(), role) != found->second.end();
  }

 private:
  Lexicon table_;
  std::unordered_map<std::string_view, std::vector<std::string_view>, StringHash, std::equal_to<>>
      roles_;
};

class PartFinder {
 public:
  explicit PartFinder(const ReportIndex& index) : index_(index) {}

  std::vector<Part> Find() {
    for (size_t n = 0; n < index_.doc().sentences.size(); ++n) {
      const Sentence& sentence = index_.doc().sentences[n];
      if (sentence.first_token == sentence.end_token) continue;
      previous_ = parts_.size();
      Cut(static_cast<Index>(n), sentence);
    }
    return std::move(parts_);
  }

 private:
  const Token& At(Index token) const { return index_.token(token); }
  std::string_view Lemma(Index token) const { return At(token).lemma; }
  bool Is(Index token, std::string_view role) const { return HasPartRole(Lemma(token), role); }

  // Tokens from one opening to the next; what holds no verb goes with its neighbour.
  void Cut(Index number, const Sentence& sentence) {
    std::vector<std::vector<Index>> pieces(1);
    bool verb = false, verb_before = false;
    for (Index token = sentence.first_token; token < sentence.end_token; ++token) {
      if (Opens(token, sentence.end_token) && pieces.size() < kMaxNested) {
        if (verb) {
          pieces.emplace_back(), verb_before = true;
        } else if (verb_before) {
          const std::vector<Index> last = std::move(pieces.back());
          pieces.pop_back();
          pieces.back().insert(pieces.back().end(), last.begin(), last.end());
          pieces.emplace_back();
        }
        verb = false;
      }
      pieces.back().push_back(token);
      verb |= IsVerb(At(token)) || Is(token, "if");
    }
    if (!verb && pieces.size() > 1) {
      const std::vector<Index> last = std::move(pieces.back());
      pieces.pop_back();
      pieces.back().insert(pieces.back().end(), last.begin(), last.end());
    }
    for (std::vector<Index>& tokens : pieces) {
      if (tokens.empty()) continue;
      Part part;
      part.sentence = number, part.clause = index_.ClauseOf(tokens.front());
      const Index head = HeadOf(tokens);
      part.tokens = std::move(tokens);
      Complete(std::move(part), head);
    }
  }

  // A part opens behind a mark, at a conjunction that a verb follows, at a relative pronoun before
  // a verb.
  bool Opens(Index token, Index end) const {
    if (token == 0) return false;
    if (At(token - 1).pos == Upos::kPunct)
      return Lemma(token - 1) != "-" && Lemma(token - 1) != "/";
    if (Is(token, "if")) return true;
    // "X said Y had signed": a complement without "that".
    if (At(token - 1).pos == Upos::kVerb && Is(token - 1, "say") &&
        (At(token).pos == Upos::kPropn || At(token).pos == Upos::kPron ||
         At(token).pos == Upos::kDet || At(token).pos == Upos::kAdj ||
         At(token).pos == Upos::kNoun))
      return Lemma(token) != "that" && VerbFollows(token, end, 9);
    // "has since climbed": an adverb to the reader.
    if (At(token).pos == Upos::kSconj && At(token - 1).pos == Upos::kAux) return false;
    if (At(token).pos == Upos::kSconj) {
      return Lemma(token) != "of" && Lemma(token) != "without" && VerbFollows(token, end, 14);
    }
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

  void Complete(Part part, Index head) {
    part.head = head;
    part.span = Trim(part.tokens);
    part.predicate = At(head).span;
    Negate(part);
    part.subject = SubjectOf(part);
    const Index opener = Opener(part.tokens);
    part.conditional = Is(opener, "if") || Holds(part, "if") || IsInverted(part) ||
                       (part.negated && HoldsExcept(part));
    part.modality = ModalityOf(part);
    part.passive = IsPassive(part);
    if (part.passive) part.subject = AgentOf(part);
    const Part* before = parts_.size() > previous_ && parts_.back().sentence == part.sentence
                             ? &parts_.back()
                             : nullptr;
    if (before) {
      const bool complement = Lemma(opener) == "that" || Lemma(opener) == "any";
      const Index verb = LastVerb(*before);
      if (complement && Is(verb, "deny")) part.negated = !part.negated;
      part.embedded = complement && Is(verb, "want");
      if (part.subject == kNone && !part.passive) part.subject = Inherited(part, opener);
    }
    part.embedded |= IsInfinitive(part);
    part.wanted = part.embedded || Is(head, "want");
    part.performed = !part.conditional && !part.embedded && At(head).pos == Upos::kVerb &&
                     AuxiliaryModality(part) == Modality::kAsserted;
    parts_.push_back(std::move(part));
  }

  // "to hold", "to be held"
  bool IsInfinitive(const Part& part) const {
    Index before = part.head;
    do {
      --before;
    } while (before > part.tokens.front() && At(before).pos == Upos::kAux);
    return before >= part.tokens.front() && Lemma(before) == "to";
  }

  // "and threatened", "while leaving", "demanding": who did what stands before; "which sent": what
  // stands right before.
  Index Inherited(const Part& part, Index opener) const {
    const bool participle = index_.doc().Word(part.head).ends_with("ing");
    if (At(opener).pos == Upos::kCconj && HasNominal(opener + 1, part.head)) return kNone;
    if (At(opener).pos == Upos::kCconj || (participle && part.head - opener < 3) ||
        opener == part.head) {
      for (size_t p = parts_.size(); p-- > previous_;) {
        if (parts_[p].embedded || parts_[p].passive || parts_[p].conditional) continue;
        if (parts_[p].subject != kNone) return parts_[p].subject;
      }
      return opener == part.head ? Trailing(parts_.back()) : kNone;
    }
    if (Lemma(opener) != "which" && Lemma(opener) != "who" && Lemma(opener) != "that") return kNone;
    Index last = opener - 1;
    if (last >= 0 && At(last).pos == Upos::kPunct) --last;
    return last >= 0 && index_.ActorOf(last) != kNone ? last : kNone;
  }

  bool HasNominal(Index from, Index head) const {
    for (Index t = from; t < head; ++t) {
      const Upos pos = At(t).pos;
      if ((pos == Upos::kPron || pos == Upos::kNoun || pos == Upos::kPropn) &&
          index_.TimeOf(t) == kNone)
        return true;
    }
    return false;
  }

  // What a complement hangs on.
  Index LastVerb(const Part& part) const {
    for (auto token = part.tokens.rbegin(); token != part.tokens.rend(); ++token) {
      if (At(*token).pos == Upos::kVerb) return *token;
    }
    return part.head;
  }

  // "a spokesman, X, said": the last actor of the part before.
  Index Trailing(const Part& before) const {
    for (auto token = before.tokens.rbegin(); token != before.tokens.rend(); ++token) {
      if (index_.ActorOf(*token) != kNone) return *token;
    }
    return kNone;
  }

  // "was shelled", and a participle behind its noun ("a truce declared by X").
  bool IsPassive(const Part& part) const {
    const std::string_view word = index_.doc().Word(part.head);
    if (At(part.head).pos != Upos::kVerb || word == Lemma(part.head) || word.ends_with("ing") ||
        IsReadyTo(part.head))
      return false;
    for (Index t = part.head - 1; t >= part.tokens.front(); --t) {
      if (Lemma(t) == "be") return true;
      if (At(t).pos != Upos::kAux && At(t).pos != Upos::kAdv && At(t).pos != Upos::kPart) break;
    }
    return AgentOf(part) != kNone &&
           part.head + 1 < static_cast<Index>(index_.doc().tokens.size()) &&
           Lemma(part.head + 1) == "by";
  }

  // "is prepared to sign", "was forced to sign": who signs is named.
  bool IsReadyTo(Index head) const {
    return static_cast<size_t>(head) + 1 < index_.doc().tokens.size() && Lemma(head + 1) == "to" &&
           At(head + 1).pos == Upos::kPart;
  }

  Index AgentOf(const Part& part) const {
    bool by = false;
    Index reach = 0;
    for (const Index token : part.tokens) {
      if (token <= part.head) continue;
      if (Lemma(token) == "by") by = true, reach = token + 7;
      if (by && token < reach && index_.ActorOf(token) != kNone) return token;
    }
    return kNone;
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

  // "will not end except with an amnesty", "will not talk until it is told": a condition.
  bool HoldsExcept(const Part& part) const {
    return std::any_of(part.tokens.begin(), part.tokens.end(),
                       [&](Index token) { return token > part.head && Is(token, "except"); });
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
                        At(token).pos == Upos::kNoun || OpensPhrase(token + 1);  // "not one ship"
      const bool copula = At(part.head).pos == Upos::kAux;
      if (token > part.head + 1 || (token > part.head && !noun && !copula)) continue;
      if (token < part.head && !ReachesHead(token, part.head, noun)) continue;
      part.negated = !part.negated;
      part.predicate = At(token).span.Cover(At(part.head).span);
      return;
    }
  }

  bool OpensPhrase(Index token) const {
    return static_cast<size_t>(token) < index_.doc().tokens.size() &&
           (At(token).pos == Upos::kNum || At(token).pos == Upos::kDet);
  }

  // Nothing but auxiliaries and adverbs between; of "no" the rest of its noun phrase, too.
  bool ReachesHead(Index token, Index head, bool noun) const {
    for (Index t = token + 1; t < head; ++t) {
      const Upos pos = At(t).pos;
      if (pos == Upos::kAux || pos == Upos::kAdv || pos == Upos::kPart) continue;
      if (noun && (pos == Upos::kNoun || pos == Upos::kAdj || pos == Upos::kAdp ||
                   pos == Upos::kDet || pos == Upos::kNum))
        continue;
      return false;
    }
    return true;
  }

  // The subject of the parse, where there is one; else the last actor named before the predicate
  // that no preposition governs.
  Index SubjectOf(const Part& part) const {
    Index found = kNone;
    for (const Index token : part.tokens) {
      const bool subject =
          index_.token(token).relation == Relation::kNsubj && At(token).head == part.head;
      if (subject && index_.ActorOf(token) != kNone) return token;
    }
    bool governed = false;  // the last actor named is, and so is what "and" joins to it
    for (const Index token : part.tokens) {
      if (token >= part.head) break;
      if (index_.ActorOf(token) == kNone) continue;
      Index before = token - 1;
      while (before >= 0 && (index_.MentionOf(before) == index_.MentionOf(token) ||
                             At(before).pos == Upos::kDet || At(before).pos == Upos::kAdj))
        --before;
      const bool inside = before >= part.tokens.front();
      governed =
          inside && (At(before).pos == Upos::kAdp || (governed && At(before).pos == Upos::kCconj));
      if (governed) continue;
      if (OwnsAThing(token, part.head)) continue;
      found = token;
    }
    return found;
  }

  // "X's offer came" tells what the offer did; "X's army fired" what X did.
  bool OwnsAThing(Index token, Index head) const {
    Index next = token + 1;
    while (next < head && index_.MentionOf(next) == index_.MentionOf(token)) ++next;
    if (next >= head || At(next).pos != Upos::kPart || Lemma(next) == "to" || Lemma(next) == "not")
      return false;
    for (Index t = next + 1; t < head; ++t) {
      if (Is(t, "organ")) return false;
      if (At(t).pos == Upos::kAux || At(t).pos == Upos::kAdp) break;
    }
    return true;
  }

  Modality ModalityOf(const Part& part) const {
    if (part.conditional) return Modality::kConditional;
    const Index statement = index_.StatementAt(part.head);
    if (statement != kNone) {
      const Modality told = index_.doc().statements[static_cast<size_t>(statement)].modality;
      if (told != Modality::kAsserted) return told;
    }
    return AuxiliaryModality(part);
  }

  Modality AuxiliaryModality(const Part& part) const {
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
  std::vector<Part> parts_;
  size_t previous_ = 0;
};

}  // namespace

bool HasPartRole(std::string_view lemma, std::string_view role) {
  static const RoleTable table;
  return table.Has(lemma, role);
}

std::vector<Part> FindParts(const ReportIndex& index) { return PartFinder(index).Find(); }

}  // namespace synoptic
