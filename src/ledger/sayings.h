// Sayings: what the quotations of a report tell the ledger.
#ifndef SYNOPTIC_LEDGER_SAYINGS_H_
#define SYNOPTIC_LEDGER_SAYINGS_H_

#include <string>
#include <utility>
#include <vector>

#include "ledger/acting.h"
#include "text/parts.h"

namespace synoptic {

class Sayings {
 public:
  // Both must outlive it. Cost: linear in tokens and quotations.
  Sayings(const ReportIndex& index, const Acting& acting);

  // Whether a token names who says something ("observers said").
  bool NamesSpeaker(Index token) const { return speaks_[static_cast<size_t>(token)]; }
  // `span` with what the verb at `token` says as a cue, and with what a participle adds to it:
  // "rejected the account, saying that …".
  Span WithSaid(const Part& part, Index token, Span span) const;
  // "called the step unlawful": a view told by what somebody calls a thing.
  bool IsNaming(const Quote& quote) const;
  // What others must do is demanded, what they would have to do is a condition; all else that
  // `speaker` says between the tokens is a position.
  LedgerKind KindOf(Index first, Index end, const std::string& speaker) const;

 private:
  const ReportIndex& index_;
  const Acting& acting_;
  std::vector<std::pair<Index, Index>> said_;  // sentence and quote that has a cue and a speaker
  std::vector<bool> speaks_;                   // by token
};

}  // namespace synoptic

#endif  // SYNOPTIC_LEDGER_SAYINGS_H_
