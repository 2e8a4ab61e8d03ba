// What the tagger and the parser see of a word, hashed once.
#ifndef SYNOPTIC_TEXT_WORD_FEATURES_H_
#define SYNOPTIC_TEXT_WORD_FEATURES_H_

#include <cstdint>
#include <string_view>

namespace synoptic {

struct WordFeatures {
  uint64_t word = 0;        // of the lower-cased word; numbers of one shape are one word
  uint64_t suffix[4] = {};  // of its last one to four letters
  uint64_t prefix[3] = {};  // of its first one to three
  uint64_t stem[3] = {};    // of the word without its last one to three letters
  uint64_t kinds = 0;       // what dictionaries know of it (see tagger.cc); set by DescribeSentence
  uint8_t shape = 0;        // kShapeLower …, with kDigitInside and kDotInside added
};

enum WordShape : uint8_t {
  kShapeLower,
  kShapeCapital,
  kShapeUpper,
  kShapeMixed,
  kShapeNumber,
  kShapeMark,
  kShapeOther,
  kDigitInside = 8,
  kDotInside = 16,
};

// A word that stands where capitals mean nothing (a headline in capitals, the first of a sentence)
// is better described with `caseless`: its shape is then that of a lower-case word.
WordFeatures DescribeWord(std::string_view word, bool caseless);

// A well-mixed value of two.
inline uint64_t Mix(uint64_t a, uint64_t b) {
  uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15ull + (a << 6) + (a >> 2))) * 0xBF58476D1CE4E5B9ull;
  h ^= h >> 29;
  return h * 0x94D049BB133111EBull;
}

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_WORD_FEATURES_H_
