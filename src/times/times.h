// Room times: which words tell a time, and which one?
#ifndef SYNOPTIC_TIMES_TIMES_H_
#define SYNOPTIC_TIMES_TIMES_H_

#include "doc/document.h"

namespace synoptic {

// Fills `times` from tokens, anchored at `published`. Without it relative values keep their X and
// say why; nothing is ever resolved against today. Total, thread-safe.
void FindTimes(Document& document);

// Values the relative expressions that lie in `passage` again, as seen from `anchor`: the day when
// the passage was first published, where this report only copied it.
void ReanchorTimes(Document& document, Span passage, Date anchor);

}  // namespace synoptic

#endif  // SYNOPTIC_TIMES_TIMES_H_
