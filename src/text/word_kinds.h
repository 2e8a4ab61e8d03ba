// What dictionaries and name lists know of a word: what it may be, for words that training has not
// shown. From WordNet and the gazetteers of data/en.
#ifndef SYNOPTIC_TEXT_WORD_KINDS_H_
#define SYNOPTIC_TEXT_WORD_KINDS_H_

#include <cstdint>

namespace synoptic {

enum WordKind : uint8_t {
  kMayBeNoun = 1,
  kMayBeVerb = 2,
  kMayBeAdjective = 4,
  kMayBeAdverb = 8,
  kMayBeGivenName = 16,
  kMayBeFamilyName = 32,
  kMayBePlace = 64,
};

// The kinds of the word whose hash that is (WordFeatures::word), added up; 0 for an unknown one.
// Thread-safe; the table is made on first use. Cost: a probe or two.
uint8_t WordKinds(uint64_t word);

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_WORD_KINDS_H_
