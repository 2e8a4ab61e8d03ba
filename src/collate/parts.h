// Parts: the stretches of a sentence that hold one predicate each, with what is said of it. Values
// are compared between parts, so that a day or a denial of one predicate is not laid to another.
#ifndef SYNOPTIC_COLLATE_PARTS_H_
#define SYNOPTIC_COLLATE_PARTS_H_

#include <vector>

#include "text/report_index.h"

namespace synoptic {

struct Part {
  Index sentence = kNone, clause = kNone;
  std::vector<Index> tokens;  // in order
  Index head = kNone;         // its predicate: a verb, else its first word
  Index subject = kNone;      // a token of the actor that is its subject; kNone if none is named
  Span span;                  // without marks at its ends
  Span predicate;             // the predicate with what negates it
  bool negated =
      false;  // the predicate is: "did not sign", "no one signed", "denied that X signed"
  bool conditional = false;  // "if", "unless"
  bool wanted = false;       // what somebody demands, asks for, proposes, threatens
  Modality modality = Modality::kAsserted;
};

// By sentence, then by place. Where a sentence is parsed its clauses are its parts; else it is cut
// at marks and conjunctions that a verb follows. Cost: linear in tokens. Total.
std::vector<Part> FindParts(const ReportIndex& index);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_PARTS_H_
