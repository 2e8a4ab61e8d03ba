// Where the words that a reading dropped would stand in it, so that a difference can be drawn.
#ifndef SYNOPTIC_SHOW_CHANGED_WORDS_H_
#define SYNOPTIC_SHOW_CHANGED_WORDS_H_

#include <vector>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// One stretch of a reading, in order. Kept and inserted ones are cut from the reading's report, the
// dropped ones from the report of the reading compared against.
struct Stretch {
  enum Kind : uint8_t { kKept, kInserted, kDropped, kNarration };
  Kind kind = kKept;
  Span span;
  bool meaning = false;
};

// The reading from begin to end with its changes; without changes, kept words and the narration
// that interrupts them. Cost: linear in the words of both readings.
std::vector<Stretch> Stretches(const Document& report, const UtteranceReading& reading,
                               const Document* against_report, const UtteranceReading* against);

}  // namespace synoptic

#endif  // SYNOPTIC_SHOW_CHANGED_WORDS_H_
