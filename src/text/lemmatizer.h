// Base forms of words, by the longest ending that was learnt for their part of speech.
#ifndef SYNOPTIC_TEXT_LEMMATIZER_H_
#define SYNOPTIC_TEXT_LEMMATIZER_H_

#include <cstdint>
#include <string_view>

#include "base/arena.h"
#include "doc/grammar.h"

namespace synoptic {

// What turns a form into its lemma: `strip` bytes off the end, then `append`.
struct LemmaRule {
  uint8_t strip = 0;
  uint8_t size = 0;
  char append[14] = {};
};

// Key of an ending of `lower` (whole: the word from its beginning) for a part of speech, 48 bits,
// never 0.
uint64_t LemmaKey(std::string_view ending, bool whole, Upos pos);

inline constexpr size_t kLongestEnding = 6;
inline constexpr std::string_view kLemmaMagic = "SYNLEM01";

// Weights as they are stored (data/en/lemmas.bin): magic, number of rules and bits of the table as
// 32 bits each, the rules, then an open-addressing table of 64-bit slots: a 48-bit key above a
// 16-bit rule number. Little-endian.
class Lemmatizer {
 public:
  explicit Lemmatizer(std::string_view weights);
  static const Lemmatizer& English();

  // The lemma of `word`, in lower case but for proper nouns, kept in `arena`. Thread-safe.
  std::string_view Lemma(std::string_view word, Upos pos, Arena& arena) const;

 private:
  // -1 where no ending is known.
  int RuleOf(std::string_view lower, Upos pos) const;
  int Find(uint64_t key) const;

  const LemmaRule* rules_ = nullptr;
  const uint64_t* slots_ = nullptr;
  uint32_t mask_ = 0;
};

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_LEMMATIZER_H_
