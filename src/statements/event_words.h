// The words of data/en/events.tsv and data/en/event_phrases.tsv.
#ifndef SYNOPTIC_STATEMENTS_EVENT_WORDS_H_
#define SYNOPTIC_STATEMENTS_EVENT_WORDS_H_

#include <optional>
#include <string_view>

#include "doc/document.h"

namespace synoptic {

struct EventWord {
  PloverType type = PloverType::kConsult;
  int strength = 0;       // 1 to 3
  std::string_view mode;  // of the type; empty if none
};

// What `token` tells of by its lemma and part of speech; null where nothing. Thread-safe.
const EventWord* FindEventWord(const Token& token);

// What words do to the event behind them.
enum class EventTurn : uint8_t {
  kNone,
  kOffer,   // "willing to"
  kIntend,  // "will", "plans to"
  kRefuse,
  kDemand,
};

struct EventPhrase {
  std::optional<PloverType> type;  // set where turn is kNone
  EventTurn turn = EventTurn::kNone;
  int strength = 0;       // 1 to 5
  Index end = 0;          // token behind its last word
  std::string_view mode;  // of the type; empty if none
};

// The surest phrase whose first word is token `first`, looked for up to token `end`. Thread-safe;
// the cost is bounded by the phrases that begin with the word.
std::optional<EventPhrase> FindEventPhrase(const Document& document, Index first, Index end);

struct FactPhrase {
  FactKind fact = FactKind::kState;
  std::string_view mode;  // "none": no answer, nobody; else the state; may be empty
  Index end = 0;          // token behind its last word
};

// The same for what is told besides events (data/en/fact_words.tsv).
std::optional<FactPhrase> FindFactPhrase(const Document& document, Index first, Index end);

}  // namespace synoptic

#endif  // SYNOPTIC_STATEMENTS_EVENT_WORDS_H_
