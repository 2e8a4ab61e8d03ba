// What a single claim says, as words to be laid beside another claim's.
#ifndef SYNOPTIC_COLLATE_CLAIM_WORDS_H_
#define SYNOPTIC_COLLATE_CLAIM_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "text/thesaurus.h"

namespace synoptic {

struct ClaimWord {
  std::string lemma;  // lower case
  Upos pos = Upos::kX;
  bool describes = false;  // an adjective before the noun of a subject: says which thing is meant
  bool posture = false;    // "sit", "stand"
  bool name = false;
};

struct ClaimWords {
  std::vector<ClaimWord> words;       // content words, each once
  std::vector<ClaimWord> predicates;  // verbs, particles, prepositions of place, adjectives
  std::vector<std::string> all;       // every lemma
  bool negated = false;
  bool news = false;      // it names somebody or something
  bool doubts = false;    // denies, rejects, contests what somebody else says
  bool contests = false;  // and tells of it as somebody's act: "rejected the report"
};

// At most the first 400 tokens are read.
ClaimWords WordsOfClaim(const Document& claim);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_CLAIM_WORDS_H_
