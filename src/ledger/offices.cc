#include "ledger/offices.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

// Adjectives of states -> country codes; data/en/countries.tsv.
class Adjectives {
 public:
  Adjectives() : table_(Lexicon::Load("en/countries.tsv")) {
    for (const Lexicon::Row& row : table_.rows()) {
      if (row.size() < 4) continue;
      for (const std::string_view word : Split(row[3], '|')) code_.emplace(word, row[0]);
    }
  }
  std::string_view CodeOf(std::string_view word) const {
    const auto found = code_.find(word);
    return found == code_.end() ? std::string_view() : found->second;
  }

 private:
  Lexicon table_;
  std::unordered_map<std::string_view, std::string_view> code_;
};

constexpr Index kPhrase = 8;  // tokens of a noun phrase on either side of its noun

bool IsNoun(const Token& token) { return token.pos == Upos::kNoun || token.pos == Upos::kPropn; }

bool EndsPhrase(const Token& token) {
  return token.pos == Upos::kVerb || token.pos == Upos::kAux || token.pos == Upos::kPunct ||
         token.pos == Upos::kCconj;
}

}  // namespace

Offices::Offices(const ReportIndex& index, const StorySides& sides)
    : index_(index), sides_(sides), office_(LedgerRules::Get().Class("OFFICE")) {
  const LedgerRules& rules = LedgerRules::Get();
  for (const Sentence& sentence : index.doc().sentences) {
    Index first = sentence.first_token;
    for (Index t = first; t < sentence.end_token; ++t) {
      const Token& token = index.token(t);
      if (EndsPhrase(token)) first = t + 1;
      if (!IsNoun(token) || !(rules.ClassesOf(token.lemma) & office_)) continue;
      Index end = t + 1;
      while (end < std::min(sentence.end_token, t + kPhrase) && !EndsPhrase(index.token(end)))
        ++end;
      const std::string_view actor = Named(std::max(first, t - kPhrase), end);
      if (!actor.empty()) named_.emplace_back(t, actor);
    }
  }
}

std::string_view Offices::ActorAt(Index token) const {
  if (const Index actor = index_.ActorOf(token); actor != kNone)
    return index_.doc().actors[static_cast<size_t>(actor)].id;
  const std::string_view word = index_.doc().Word(token);
  if (word.empty() || !IsUpper(word[0])) return {};
  static const Adjectives adjectives;
  const std::string_view code = adjectives.CodeOf(word);
  return code.empty() ? std::string_view() : sides_.StateOf(code);
}

// The state or organization that the tokens name first; a place only where its state is known.
std::string_view Offices::Named(Index first, Index end) const {
  for (Index t = first; t < end; ++t) {
    const Index actor = index_.ActorOf(t);
    if (actor != kNone) {
      const Actor& named = index_.doc().actors[static_cast<size_t>(actor)];
      if (named.type == ActorType::kPerson || named.type == ActorType::kOther) continue;
      if (named.type == ActorType::kPlace && named.country.empty()) continue;
    }
    if (const std::string_view id = ActorAt(t); !id.empty()) return id;
  }
  return {};
}

// The last noun of the first noun phrase.
Index Offices::HeadOf(Index first, Index end) const {
  Index head = kNone;
  for (Index t = first; t < end; ++t) {
    if (IsNoun(index_.token(t))) {
      head = t;
    } else if (head != kNone && index_.token(t).pos != Upos::kPart) {
      break;
    }
  }
  return head;
}

std::string_view Offices::SpeaksFor(Span phrase) const {
  const auto [first, end] = index_.TokensIn(phrase);
  Index office = kNone;
  for (Index t = first; t < end && office == kNone; ++t) {
    if (LedgerRules::Get().ClassesOf(index_.token(t).lemma) & office_) office = t;
  }
  const Index head = HeadOf(first, end);
  if (office == kNone || head == kNone || office > head) return {};
  if (const std::string_view named = Named(first, end); !named.empty()) return named;
  // "the ministry": the one named last before; not "the two sides".
  if (index_.token(first).lemma != "the" || index_.doc().Word(head).ends_with('s')) return {};
  for (auto at = named_.rbegin(); at != named_.rend(); ++at) {
    if (at->first < first && index_.token(at->first).lemma == index_.token(head).lemma)
      return at->second;
  }
  return {};
}

}  // namespace synoptic
