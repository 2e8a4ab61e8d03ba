// Thesaurus: which words mean the same, which is a kind of which, which are opposites. From
// WordNet 3.0 (data/en/wordnet.tsv, licence beside it) and the room's own data/en/opposites.tsv.
//
// Thread-safe. Cost of a look-up: a few binary searches in a table that is never parsed.
#ifndef SYNOPTIC_TEXT_THESAURUS_H_
#define SYNOPTIC_TEXT_THESAURUS_H_

#include <cstdint>
#include <string_view>

namespace synoptic {

enum class Tie : uint8_t {
  kNone,
  kOpposite,  // "arrive", "leave"
  kCousin,    // kinds of one thing, and neither a kind of the other
  kBroader,   // the second is a kind of the first
  kKind,      // the first is a kind of the second
  kDerived,   // "negotiate", "negotiation"
  kSynonym,
  kSame,
};

// How two lemmas in lower case hang together, the closest tie of any of their usual senses; an
// opposite goes before everything but the same word.
Tie TieOf(std::string_view first, std::string_view second);

// What WordNet says of a lemma as one part of speech: words parted by spaces, empty where it says
// nothing.
struct Senses {
  std::string_view synonyms, kinds, opposites,
      derived;  // kinds: what it is a kind of, nearest first
};
// `pos` is n, v, a or r.
Senses SensesOf(std::string_view lemma, char pos);

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_THESAURUS_H_
