#include "collate/claim_words.h"

#include <algorithm>
#include <unordered_set>

#include "base/hash.h"
#include "text/fold.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr size_t kMaxTokens = 400;

// What a word does in a claim (data/en/claim_words.tsv).
class ClaimTable {
 public:
  ClaimTable() : table_(Lexicon::Load("en/claim_words.tsv")) {
    for (const Lexicon::Row& row : table_.rows()) {
      if (row[1] == "light") light_.insert(row[0]);
      if (row[1] == "negation") negation_.insert(row[0]);
      if (row[1] == "doubt") doubt_.insert(row[0]);
      if (row[1] == "contest") contest_.insert(row[0]);
      if (row[1] == "posture") posture_.insert(row[0]);
    }
  }
  bool Light(std::string_view lemma) const { return light_.contains(lemma); }
  bool Negation(std::string_view lemma) const { return negation_.contains(lemma); }
  bool Posture(std::string_view lemma) const { return posture_.contains(lemma); }
  bool Doubt(std::string_view lemma) const { return doubt_.contains(lemma); }
  bool Contest(std::string_view lemma) const { return contest_.contains(lemma); }

 private:
  using Words = std::unordered_set<std::string_view, StringHash, std::equal_to<>>;
  Lexicon table_;
  Words light_, negation_, doubt_, contest_, posture_;
};

const ClaimTable& Table() {
  static const ClaimTable table;
  return table;
}

bool IsContent(Upos pos) {
  return pos == Upos::kNoun || pos == Upos::kPropn || pos == Upos::kVerb || pos == Upos::kAdj ||
         pos == Upos::kAdv || pos == Upos::kNum;
}

bool MayContradict(Upos pos) {
  return pos == Upos::kVerb || pos == Upos::kAdj || pos == Upos::kAdv || pos == Upos::kAdp ||
         pos == Upos::kPart || pos == Upos::kSconj;
}

// Stands right before a noun, with nothing but adjectives between.
bool BeforeNoun(const Document& claim, size_t at) {
  for (size_t next = at + 1; next < claim.tokens.size(); ++next) {
    const Upos pos = claim.tokens[next].pos;
    if (pos == Upos::kNoun || pos == Upos::kPropn) return true;
    if (pos != Upos::kAdj) return false;
  }
  return false;
}

}  // namespace

ClaimWords WordsOfClaim(const Document& claim) {
  ClaimWords made;
  std::unordered_set<std::string> seen;
  bool verb = false;
  const size_t count = std::min(claim.tokens.size(), kMaxTokens);
  for (size_t i = 0; i < count; ++i) {
    const Token& token = claim.tokens[i];
    ClaimWord word;
    word.lemma = Lower(token.lemma);
    word.pos = token.pos;
    word.name = token.pos == Upos::kPropn;
    verb |= token.pos == Upos::kVerb;
    word.describes = token.pos == Upos::kAdj && !verb && BeforeNoun(claim, i);
    word.posture = token.pos == Upos::kVerb && Table().Posture(word.lemma);
    made.all.push_back(word.lemma);
    made.negated |= Table().Negation(word.lemma);
    made.contests |= Table().Contest(word.lemma);
    made.doubts |= made.contests || Table().Doubt(word.lemma);
    made.news |= word.name;
    if (MayContradict(token.pos)) made.predicates.push_back(word);
    if (IsContent(token.pos) && !Table().Light(word.lemma) && !Table().Negation(word.lemma) &&
        seen.insert(word.lemma).second) {
      made.words.push_back(std::move(word));
    }
  }
  return made;
}

}  // namespace synoptic
