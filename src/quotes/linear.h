// Reports of speech: complements and subjects told by the order of tagged words.
#ifndef SYNOPTIC_QUOTES_LINEAR_H_
#define SYNOPTIC_QUOTES_LINEAR_H_

#include <optional>

#include "quotes/reports.h"

namespace synoptic {

// The report that the verb of `entry` at `verb` makes inside `limit`; nullopt where no complement
// follows.
std::optional<Reported> LinearReport(const Syntax& syntax, Index verb, const CueEntry& entry,
                                     WordRange limit);

// … that a noun makes ("Velm's claim that …"), and "according to".
std::optional<Reported> LinearNounReport(const Syntax& syntax, Index noun, Frames frames,
                                         WordRange limit);
std::optional<Reported> LinearAccordingReport(const Syntax& syntax, Index according,
                                              WordRange limit);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_LINEAR_H_
