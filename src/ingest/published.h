// When was a text published that does not come with a date?
#ifndef SYNOPTIC_INGEST_PUBLISHED_H_
#define SYNOPTIC_INGEST_PUBLISHED_H_

#include <optional>
#include <string_view>

#include "doc/date.h"
#include "doc/span.h"

namespace synoptic {

struct PublishedInText {
  Date date;
  Span span;  // the words that say so
};

// The day in `line` where it is a date with its year and nothing else: "Sun 11th May, 2025".
std::optional<Date> DateOfLine(std::string_view line);

// Reads the day off the text: a line near its head that is a date; else the one day on which all of
// it agrees, such as "tomorrow, May 12" with "on Sunday" and a year to start from. nullopt where
// more than one day would do: a wrong date would turn every "Thursday" of the report into a false
// one. A date in `dateline` (empty if there is none) is the day itself. Linear in the first 64 KiB.
std::optional<PublishedInText> FindPublished(std::string_view text, Span dateline);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_PUBLISHED_H_
