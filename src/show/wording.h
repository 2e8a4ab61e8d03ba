// The words that every form of output uses for dates, counts and labels.
#ifndef SYNOPTIC_SHOW_WORDING_H_
#define SYNOPTIC_SHOW_WORDING_H_

#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// "9 June 2024", without a year "9 June".
std::string DayWords(Date day, bool with_year);
// "9 June 2024, 11:40"; the time as its report gives it, in that report's own zone.
std::string MomentWords(const Moment& moment, bool with_year);
// "11:40"; empty where only the day is known.
std::string ClockWords(const Moment& moment);

// A TIMEX3 value, or two with a slash between, as a reader would say it: "2022-03" is "March 2022",
// "2024-06-13" "13 June 2024". A form that has no better words stays as it is; empty stays empty.
std::string TimeWords(std::string_view timex);

// "1 report", "5 reports"
std::string Count(size_t count, std::string_view one, std::string_view many);
// "A", "A and B", "A, B and C"
std::string Listed(const std::vector<std::string>& items);
// A label with spaces for hyphens: "sanction threat".
std::string Spaced(std::string_view label);
// "sanction threat" -> "Sanction threat"
std::string Capital(std::string text);
// 0.934 -> "93 %"
std::string Percent(double share);

// What the reports differ in: "number", "yes or no" …; empty for none.
std::string_view FacetWords(Facet facet);
// "copies", "rewrites", "updates", "shares a source with"
std::string_view EdgeVerb(EdgeKind kind);

// One line of text that is safe to print anywhere: every run of white space is one space, control
// characters and marks that change the direction of writing become U+FFFD.
std::string OneLine(std::string_view text);

}  // namespace synoptic

#endif  // SYNOPTIC_SHOW_WORDING_H_
