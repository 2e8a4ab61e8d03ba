// Candidates: what one report says that belongs into the ledger, each from one place in its text.
#ifndef SYNOPTIC_LEDGER_CANDIDATES_H_
#define SYNOPTIC_LEDGER_CANDIDATES_H_

#include <optional>
#include <vector>

#include "doc/day_range.h"
#include "doc/story.h"
#include "text/report_index.h"
#include "text/story_sides.h"
#include "text/story_words.h"

namespace synoptic {

struct LedgerCandidate {
  LedgerEntry entry;             // with one piece of evidence; a position with what is said on
  std::vector<WordId> words;     // of its evidence
  std::optional<DayRange> days;  // of entry.when
  std::optional<int> duration;   // in days
  Index trigger = kNone;         // token
  bool readiness = false;        // says that somebody is ready or willing
  bool talks = false;            // speaks of talks or meetings
  bool mention = false;          // only names what is told elsewhere ("X's offer")
};

// By place in the text. Cost: linear in tokens, each trigger reading at most its sentence's nearest
// words.
std::vector<LedgerCandidate> FindCandidates(Index report, const ReportIndex& index,
                                            const StoryWords& words, const StorySides& sides);

}  // namespace synoptic

#endif  // SYNOPTIC_LEDGER_CANDIDATES_H_
