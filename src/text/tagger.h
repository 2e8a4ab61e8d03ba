// Parts of speech (UPOS), from left to right, by a linear model over hashed features.
#ifndef SYNOPTIC_TEXT_TAGGER_H_
#define SYNOPTIC_TEXT_TAGGER_H_

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "text/word_features.h"

namespace synoptic {

inline constexpr size_t kTags = kUposNames.size();

// Hashed features of one token; filled by TagFeatures.
inline constexpr size_t kTagFeatureCount = 36;
using TagFeatureList = std::array<uint64_t, kTagFeatureCount>;

// Features of token `at` of a sentence whose earlier tokens have `tags`.
void TagFeatures(std::span<const WordFeatures> words, std::span<const Upos> tags, size_t at,
                 TagFeatureList& list);

// Describes the words of a sentence; capitals count for nothing where nearly every word has one.
void DescribeSentence(const Document& document, const Sentence& sentence,
                      std::vector<WordFeatures>& words);

// Weights as they are stored (data/en/tagger.bin): "SYNTAG01", the number of bits of a row number
// as 32 bits, then for every row a signed byte a tag. Little-endian.
class Tagger {
 public:
  // Views `weights`, which must outlive it; a malformed file tags everything X.
  explicit Tagger(std::string_view weights);
  static const Tagger& English();

  // Sets `pos` of the sentence's tokens. Thread-safe. `words` is what DescribeSentence gave.
  void Tag(Document& document, const Sentence& sentence, std::span<const WordFeatures> words) const;

 private:
  const int8_t* rows_ = nullptr;
  uint32_t bits_ = 0;
};

inline constexpr std::string_view kTaggerMagic = "SYNTAG01";

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_TAGGER_H_
