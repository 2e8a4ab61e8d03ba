#include "engine/engine.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for_each.h>

#include "collate/collate.h"
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
  FindStatements(report);
}

void AnnotateAll(std::span<Document> reports, int threads) {
  using oneapi::tbb::global_control;
  std::optional<global_control> limit;
  if (threads > 0)
    limit.emplace(global_control::max_allowed_parallelism, static_cast<size_t>(threads));
  oneapi::tbb::parallel_for_each(reports.begin(), reports.end(), Annotate);
}

Comparison Compare(std::span<Document> reports) {
  Comparison comparison;
  JoinActors(reports);
  comparison.one_event = TellOneEvent(reports);
  comparison.lineage = FindLineage(reports);
  comparison.utterances = GatherUtterances(reports);
  if (comparison.one_event) {
    comparison.findings = FindFindings(reports, comparison.lineage, comparison.utterances);
  }
  comparison.ledger = BuildLedger(reports);
  comparison.timeline = BuildTimeline(reports);
  return comparison;
}

}  // namespace synoptic
