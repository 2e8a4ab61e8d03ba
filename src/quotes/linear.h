// Reports of speech in sentences without a parse: complements and subjects told by the order of
// tagged words.
#ifndef SYNOPTIC_QUOTES_LINEAR_H_
#define SYNOPTIC_QUOTES_LINEAR_H_

#include <optional>

#include "quotes/reports.h"

namespace synoptic {

// The report that the verb of `entry` at `verb` makes inside `limit`; nullopt where no complement
// follows, or nobody stands before it.
std::optional<Reported> LinearReport(const Syntax& syntax, Index verb, const CueEntry& entry,
                                     WordRange limit);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_LINEAR_H_
