// What was said, cut into pieces that can be compared: sentences of quotations and their words.
#ifndef SYNOPTIC_COLLATE_UTTERANCES_SEGMENTS_H_
#define SYNOPTIC_COLLATE_UTTERANCES_SEGMENTS_H_

#include <span>
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace synoptic {

struct SaidWord {
  Span span;
  std::string_view
      lemma;           // of the token, the id of the actor that is named, or the time that is meant
  uint64_t key = 0;    // of `lemma`
  float weight = 0;    // 0: says too little to compare by
  bool actor = false;  // `lemma` is an actor's id or a time
  uint64_t day = 0;    // of a day told by one word: that word, "today" in whatever report
};

// A sentence of a quotation, or a marked fragment of one.
struct Segment {
  Index report = kNone;
  Index quote = kNone;
  Index ordinal =
      0;  // place among the segments of its report: neighbours of one quotation differ by 1
  Span span;
  std::string_view speaker;  // actor id; empty if unknown
  bool fragment = false;     // woven into the reporter's sentence
  bool malformed = false;
  bool negated = false;           // holds a negation
  float weight = 0;               // of all its words
  std::vector<SaidWord> words;    // those with a weight
  std::vector<SaidWord> context;  // of a fragment: words of the sentence around it
};

// Segments of the direct, mixed and scare quotations of all reports, by report and place. Views
// point into the reports. Cost: linear in the tokens of quotations and, for fragments, of their
// sentences.
std::vector<Segment> CutSegments(std::span<const Document> reports);

// The token that begins at or after byte `at`.
Index TokenFrom(const Document& document, uint32_t at);

bool IsNegation(std::string_view lemma);
bool IsModal(std::string_view lemma);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_UTTERANCES_SEGMENTS_H_
