// The words of data/en/events.tsv.
#ifndef SYNOPTIC_STATEMENTS_EVENT_WORDS_H_
#define SYNOPTIC_STATEMENTS_EVENT_WORDS_H_

#include "doc/document.h"

namespace synoptic {

struct EventWord {
  PloverType type = PloverType::kConsult;
  int strength = 0;  // 1 to 3
};

// What `token` tells of by its lemma and part of speech; null where nothing. Thread-safe.
const EventWord* FindEventWord(const Token& token);

}  // namespace synoptic

#endif  // SYNOPTIC_STATEMENTS_EVENT_WORDS_H_
