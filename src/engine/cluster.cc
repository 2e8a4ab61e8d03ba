#include "engine/cluster.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <algorithm>
#include <memory>
#include <thread>

#include "engine/ordered_terms.h"

namespace synoptic {
namespace {

namespace tbb = oneapi::tbb;

constexpr size_t kBatch = 32;            // reports handed to a thread at once
constexpr size_t kBatchesPerThread = 4;  // in flight

using Batch = std::shared_ptr<std::vector<Document>>;
using Read = std::shared_ptr<std::vector<ReportTerms>>;

void ReadAllTerms(const std::function<std::optional<Document>()>& next, size_t threads,
                  OrderedTerms& all) {
  const auto take = [&](tbb::flow_control& control) {
    auto batch = std::make_shared<std::vector<Document>>();
    while (batch->size() < kBatch) {
      std::optional<Document> report = next();
      if (!report) break;
      batch->push_back(std::move(*report));
    }
    if (batch->empty()) control.stop();
    return batch;
  };
  const auto read = [](const Batch& batch) {
    auto terms = std::make_shared<std::vector<ReportTerms>>();
    for (const Document& report : *batch) terms->push_back(ReadTerms(report));
    return terms;
  };
  const auto keep = [&all](const Read& terms) {
    for (ReportTerms& report : *terms) all.Add(std::move(report));
  };
  tbb::parallel_pipeline(threads * kBatchesPerThread,
                         tbb::make_filter<void, Batch>(tbb::filter_mode::serial_in_order, take) &
                             tbb::make_filter<Batch, Read>(tbb::filter_mode::parallel, read) &
                             tbb::make_filter<Read, void>(tbb::filter_mode::serial_in_order, keep));
}

// As a reader wants them: undated ones at the end.
bool Earlier(const StoryReport& a, const StoryReport& b) {
  if (!a.published || !b.published) return a.published.has_value() && !b.published;
  return a.published->UnixSeconds() < b.published->UnixSeconds();
}

template <typename T>
void Append(std::vector<T> from, std::vector<T>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

Clusters ClusterReports(const std::function<std::optional<Document>()>& next,
                        const StoryOptions& options, int threads) {
  const size_t most = threads > 0 ? static_cast<size_t>(threads)
                                  : std::max(1u, std::thread::hardware_concurrency());
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, most);
  OrderedTerms all;
  ReadAllTerms(next, most, all);
  Clusters clusters;
  StoryIndex index(options);
  while (std::optional<ReportTerms> report = all.Next()) {
    index.Add(std::move(*report));
    Append(index.TakeReports(), clusters.reports);
  }
  index.Finish();
  Append(index.TakeReports(), clusters.reports);
  std::stable_sort(clusters.reports.begin(), clusters.reports.end(), Earlier);
  clusters.stories = index.TakeStories();
  clusters.changes = index.TakeChanges();
  return clusters;
}

}  // namespace synoptic
