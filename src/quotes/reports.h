// Reported speech and thought: which clauses does a cue report, and who stands behind it?
#ifndef SYNOPTIC_QUOTES_REPORTS_H_
#define SYNOPTIC_QUOTES_REPORTS_H_

#include <optional>
#include <vector>

#include "quotes/cue_words.h"
#include "quotes/speaker.h"
#include "quotes/syntax.h"

namespace synoptic {

struct Reported {
  CueSite cue;
  std::optional<SpeakerSite> speaker;
  std::optional<SpeakerSite> reporter;  // who says that the speaker said it
  std::vector<WordRange> content;       // in order, apart
  std::optional<WordRange> addressee;
  bool parenthesis = false;  // put into the clause it reports: "…, he said"
};

// The report that the verb, noun or preposition at `token` makes; nullopt where it makes
// none. `limit` is the part of its sentence that may be read: what lies between the marked speech
// around it.
std::optional<Reported> ReportAt(const Syntax& syntax, Index token, WordRange limit);

// True where `token` is worth a call of ReportAt.
bool MayReport(const Document& document, Index token);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_REPORTS_H_
