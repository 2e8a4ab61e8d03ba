// Parts: the stretches of a sentence that hold one predicate each, with what is said of it, so that
// a day or a denial of one predicate is not laid to another.
#ifndef SYNOPTIC_TEXT_PARTS_H_
#define SYNOPTIC_TEXT_PARTS_H_

#include <string_view>
#include <vector>

#include "text/report_index.h"

namespace synoptic {

struct Part {
  Index sentence = kNone, clause = kNone;
  std::vector<Index> tokens;  // in order
  Index head = kNone;         // its predicate: a verb, else its first word
  Index subject = kNone;  // a token of the actor that does it: the subject, of a passive the agent
                          // behind "by"; kNone if none is named
  Span span;              // without marks at its ends
  Span predicate;         // the predicate with what negates it
  bool negated =
      false;  // the predicate is: "did not sign", "no one signed", "denied that X signed"
  bool conditional = false;  // "if", "unless"
  bool wanted = false;       // tells that somebody demands, offers, threatens, or what
  bool embedded = false;     // tells what: the complement of such a verb, or an infinitive
  bool performed = false;    // the predicate itself is told as done, whatever it demands: "asked"
  bool passive = false;
  Modality modality = Modality::kAsserted;
};

// By sentence, then by place: a sentence is cut at marks and conjunctions that a verb follows, and
// needs no parse for it; where there is one, it tells the subject. Cost: linear in tokens. Total.
std::vector<Part> FindParts(const ReportIndex& index);

// Whether a lemma has a role of data/en/part_words.tsv: "if", "not", "deny", "want".
bool HasPartRole(std::string_view lemma, std::string_view role);

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_PARTS_H_
