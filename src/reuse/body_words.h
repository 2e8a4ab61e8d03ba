// BodyWords: a report's words made ready for comparison with any number of others.
#ifndef SYNOPTIC_REUSE_BODY_WORDS_H_
#define SYNOPTIC_REUSE_BODY_WORDS_H_

#include <cstdint>
#include <vector>

#include "doc/document.h"
#include "text/light_words.h"

namespace synoptic {

// Where a run of kSeed words stands.
struct Seed {
  uint32_t hash = 0;
  uint32_t at = 0;  // index of its first word
  auto operator<=>(const Seed&) const = default;
};
inline constexpr uint32_t kSeed = 3;  // words

// Of words[at, at + kSeed).
uint32_t SeedHash(const std::vector<LightWord>& words, uint32_t at);

struct WordRange {
  uint32_t begin = 0, end = 0;  // indices into BodyWords::words
  uint32_t size() const { return end - begin; }
};

// All vectors of hashes are sorted and unique unless said otherwise. Owns what it holds.
struct BodyWords {
  std::vector<LightWord> words;  // of the body: no headline, byline, credit or page furniture
  std::vector<WordRange> sentences;
  std::vector<uint32_t> sentence_of;  // of each word
  std::vector<Seed> seeds;            // sorted, not unique
  std::vector<uint32_t> specifics;    // figures and names: what another event would not share
  // Outside quotations:
  std::vector<uint32_t> pairs;      // neighbouring content words, not both names, met once
  std::vector<uint32_t> phrases;    // four words in a row with a content word that is no name
  uint32_t pairs_total = 0;         // `pairs` and those met more often
  uint32_t content = 0, names = 0;  // words: of content, and those of them that are names
  uint32_t unquoted = 0;            // words outside quotations
};

// Cost: linear but for sorting. Any document that ingest made will do; quotations are taken from
// `report.quotes` where there are any, else from the marks in its text.
BodyWords ReadBodyWords(const Document& report);

}  // namespace synoptic

#endif  // SYNOPTIC_REUSE_BODY_WORDS_H_
