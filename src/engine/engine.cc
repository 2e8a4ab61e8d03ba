#include "engine/engine.h"

#include <oneapi/tbb/parallel_for_each.h>

#include "collate/collate.h"
#include "engine/in_order.h"
#include "engine/order.h"
#include "ledger/ledger.h"
#include "names/names.h"
#include "quotes/quotes.h"
#include "reuse/reuse.h"
#include "statements/statements.h"
#include "stories/stories.h"
#include "text/text.h"
#include "times/times.h"

namespace synoptic {
void Annotate(Document& report) {
  FindTokens(report);
  FindNames(report);
  FindTimes(report);
  FindQuantities(report);
  FindQuotes(report);
  ReadQuotedDays(report);
  FindStatements(report);
}

void ParseAll(Document& report) {
  for (size_t s = 0; s < report.sentences.size(); ++s) ParseSentence(report, static_cast<Index>(s));
}

Comparison Compare(std::vector<Document>& reports, const Corrections& corrections,
                   std::string_view publishers) {
  Comparison comparison;
  DateByOthers(reports, comparison);
  PutInOrder(reports);
  for (Document& report : reports) UnfoldQuotes(report);
  BorrowNames(reports);
  JoinActors(reports, corrections);
  comparison.one_event = TellOneEvent(reports);
  comparison.lineage = FindLineage(reports, publishers);
  SettleDates(reports, comparison);
  comparison.utterances = GatherUtterances(reports, &comparison.lineage);
  ReadSayingsFromTheFirst(reports, comparison);
  comparison.lineage.common_ground = CommonGround(reports, comparison.utterances);
  if (comparison.one_event) {
    comparison.findings = FindFindings(reports, comparison.lineage, comparison.utterances);
  }
  comparison.ledger = BuildLedger(reports);
  comparison.timeline = BuildTimeline(reports);
  NoteWhatIsOdd(reports, comparison);
  return comparison;
}

void AnnotateAll(std::span<Document> reports, int threads) {
  const ThreadLimit limit(threads);
  oneapi::tbb::parallel_for_each(reports.begin(), reports.end(), Annotate);
}

}  // namespace synoptic
