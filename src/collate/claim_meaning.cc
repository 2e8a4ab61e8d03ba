#include "collate/claim_meaning.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "text/fold.h"
#include "text/light_words.h"
#include "text/word_vectors.h"

namespace synoptic {
namespace {

constexpr size_t kMaxTokens = 400;

std::vector<float> MeaningOf(const Document& claim) {
  const WordVectors& vectors = WordVectors::English();
  std::vector<float> sum(vectors.dims());
  std::unordered_set<int32_t> seen;
  for (size_t i = 0; i < std::min(claim.tokens.size(), kMaxTokens); ++i) {
    const std::string word = Lower(claim.Cut(claim.tokens[i].span));
    int32_t row = vectors.Find(word);
    if (row < 0) row = vectors.Find(Lower(claim.tokens[i].lemma));
    if (row >= 0 && seen.insert(row).second) vectors.Add(row, Rarity(LightStem(word)), sum);
  }
  return sum;
}

}  // namespace

double LikenessOfMeaning(const Document& first, const Document& second) {
  return Cosine(MeaningOf(first), MeaningOf(second));
}

}  // namespace synoptic
