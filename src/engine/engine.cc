#include "engine/engine.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for_each.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <memory>
#include <thread>

#include "collate/collate.h"
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
namespace {

namespace tbb = oneapi::tbb;

constexpr size_t kReportsPerThread = 8;  // in flight at once

class ThreadLimit {
 public:
  explicit ThreadLimit(int threads)
      : threads_(threads > 0 ? static_cast<size_t>(threads)
                             : std::max(1u, std::thread::hardware_concurrency())),
        limit_(tbb::global_control::max_allowed_parallelism, threads_) {}
  size_t threads() const { return threads_; }

 private:
  size_t threads_;
  tbb::global_control limit_;
};

}  // namespace

void Annotate(Document& report) {
  FindTokens(report);
  FindNames(report);
  FindTimes(report);
  FindQuantities(report);
  FindQuotes(report);
  FindStatements(report);
}

Comparison Compare(std::vector<Document>& reports) {
  Comparison comparison;
  PutInOrder(reports);
  for (Document& report : reports) UnfoldQuotes(report);
  JoinActors(reports);
  comparison.one_event = TellOneEvent(reports);
  comparison.lineage = FindLineage(reports);
  SettleDates(reports, comparison);
  comparison.utterances = GatherUtterances(reports);
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
  tbb::parallel_for_each(reports.begin(), reports.end(), Annotate);
}

void ForEachReport(const std::function<std::optional<Document>()>& next,
                   const std::function<std::string(Document&)>& work,
                   const std::function<void(std::string)>& write, int threads) {
  const ThreadLimit limit(threads);
  const auto take = [&](tbb::flow_control& control) -> std::shared_ptr<Document> {
    if (auto report = next()) return std::make_shared<Document>(std::move(*report));
    control.stop();
    return nullptr;
  };
  const auto in_order = tbb::filter_mode::serial_in_order;
  tbb::parallel_pipeline(
      limit.threads() * kReportsPerThread,
      tbb::make_filter<void, std::shared_ptr<Document>>(in_order, take) &
          tbb::make_filter<std::shared_ptr<Document>, std::string>(
              tbb::filter_mode::parallel,
              [&](const std::shared_ptr<Document>& report) { return work(*report); }) &
          tbb::make_filter<std::string, void>(in_order, write));
}

}  // namespace synoptic
