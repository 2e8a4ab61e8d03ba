// Offices: for whom a speaker without a name speaks ("a Norlandic official", "the ministry").
#ifndef SYNOPTIC_LEDGER_OFFICES_H_
#define SYNOPTIC_LEDGER_OFFICES_H_

#include <string_view>
#include <utility>
#include <vector>

#include "ledger/rules.h"
#include "text/report_index.h"
#include "text/story_sides.h"

namespace synoptic {

class Offices {
 public:
  // Both must outlive it. Cost: linear in tokens.
  Offices(const ReportIndex& index, const StorySides& sides);

  // The id of the actor named at `token`, or of the state that an adjective names ("Norlandic")
  // where the story names that state; empty if neither is.
  std::string_view ActorAt(Index token) const;

  bool IsOffice(Index noun) const {
    return (LedgerRules::Get().ClassesOf(index_.token(noun).lemma) & office_) != 0;
  }
  // The id of the actor that a noun phrase speaks for; empty where its noun is no office (OFFICE of
  // ledger_words.tsv) or the text names none.
  std::string_view SpeaksFor(Span phrase) const;

 private:
  std::string_view Named(Index first, Index end) const;
  Index HeadOf(Index first, Index end) const;

  const ReportIndex& index_;
  const StorySides& sides_;
  WordClasses office_;
  std::vector<std::pair<Index, std::string_view>>
      named_;  // nouns of offices and for whom they speak
};

}  // namespace synoptic

#endif  // SYNOPTIC_LEDGER_OFFICES_H_
