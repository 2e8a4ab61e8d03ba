// Offices: for whom a speaker without a name speaks ("a Norlandic official", "the ministry").
#ifndef SYNOPTIC_LEDGER_OFFICES_H_
#define SYNOPTIC_LEDGER_OFFICES_H_

#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger/rules.h"
#include "text/report_index.h"

namespace synoptic {

class Offices {
 public:
  // `index` must outlive it. Cost: linear in tokens.
  explicit Offices(const ReportIndex& index);

  // The actor named at `token`, or the state that an adjective names ("Norlandic") where it is an
  // actor of the report; kNone if none is.
  Index ActorAt(Index token) const;

  bool IsOffice(Index noun) const {
    return (LedgerRules::Get().ClassesOf(index_.token(noun).lemma) & office_) != 0;
  }
  // The actor, an index into the report's actors, that a noun phrase speaks for; kNone where its
  // noun is no office (OFFICE of ledger_words.tsv) or the text names none.
  Index SpeaksFor(Span phrase) const;

 private:
  Index Named(Index first, Index end) const;
  Index HeadOf(Index first, Index end) const;

  const ReportIndex& index_;
  WordClasses office_;
  std::unordered_map<std::string_view, Index> state_of_;  // country code -> state
  std::vector<std::pair<Index, Index>> named_;  // an office's noun and whom it speaks for, in order
};

}  // namespace synoptic

#endif  // SYNOPTIC_LEDGER_OFFICES_H_
