// Room statements: what does the report say happened, is planned, demanded or denied, on whose
// word?
#ifndef SYNOPTIC_STATEMENTS_STATEMENTS_H_
#define SYNOPTIC_STATEMENTS_STATEMENTS_H_

#include <optional>
#include <string>
#include <string_view>

#include "doc/document.h"

namespace synoptic {

// Fills `quantities` from tokens. Total, thread-safe.
void FindQuantities(Document& document);

// Fills `statements` from everything else. Total, thread-safe.
void FindStatements(Document& document);

// Which event a sentence tells of, once somebody has said who acts and on whom.
struct EventCode {
  std::optional<PloverType> type;
  std::string mode;  // empty if none
  double score = 0;  // 0..1
};
// `source` and `target` are words of the sentence, taken at their first place; either may be empty.
// `document` is the sentence annotated as a report of its own, up to quotes.
EventCode CodeEvent(Document& document, std::string_view source, std::string_view target);

}  // namespace synoptic

#endif  // SYNOPTIC_STATEMENTS_STATEMENTS_H_
