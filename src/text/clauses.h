// Clauses of a parsed sentence: who does what to whom, and which words belong to it.
#ifndef SYNOPTIC_TEXT_CLAUSES_H_
#define SYNOPTIC_TEXT_CLAUSES_H_

#include <vector>

#include "doc/document.h"

namespace synoptic {

struct Clause {
  Span span;  // from its first own word to its last, without punctuation at its ends
  Index sentence = kNone;
  Index head = kNone;     // its predicate; kNone where the sentence is not parsed
  Index parent = kNone;   // the clause it depends on, in the same vector
  Index subject = kNone;  // head token, also of a passive
  Index object = kNone;
  Relation relation = Relation::kRoot;
  bool passive = false;
  bool negated =
      false;  // "not", "never", "no", "nobody" … at the predicate, its subject or its object
  std::vector<Index> tokens;  // own words in order: those of clauses inside are theirs
};

// Clauses of all sentences, by sentence, then by place of their heads. An infinitive that a verb
// controls
// ("refused to sign") belongs to the verb's clause. A sentence that is not parsed is one clause.
// Cost: linear in tokens. Total, thread-safe.
std::vector<Clause> FindClauses(const Document& document);

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_CLAUSES_H_
