// Adding: which reports are new → annotate them → rows → stories, in one transaction.
#include <oneapi/tbb/parallel_for.h>

#include <ctime>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "doc/json.h"
#include "engine/apply_corrections.h"
#include "engine/archive_impl.h"
#include "engine/engine.h"
#include "engine/in_order.h"

namespace synoptic {
namespace {

constexpr int kNumberedIds = 20;

class Adding {
 public:
  Adding(Archive::Impl& impl, StoreWriter& store) : impl_(impl), store_(store), now_(NowIso()) {}

  Result<std::vector<AddResult>> Run(std::vector<Document> reports) {
    Transaction transaction(store_.database());
    if (auto begun = store_.database().Take(); !begun) return begun.error();
    if (auto loaded = impl_.stories.Load(store_); !loaded) return Failed(loaded.error());
    results_.resize(reports.size());
    for (size_t i = 0; i < reports.size(); ++i) Take(std::move(reports[i]), i);
    Flush();
    if (!changed_.empty()) {
      impl_.stories.Settle(store_);
      for (const int64_t story : revised_) store_.Touch(story);
    }
    FillStories();
    if (auto done = transaction.Commit(); !done) return Failed(done.error());
    return std::move(results_);
  }

 private:
  struct Pending {
    Document report;
    std::string content;
    size_t place = 0;  // into results_
    std::optional<StoredReport> old;
    std::string annotations;
    ReportTerms terms;
  };

  Error Failed(Error error) {
    impl_.stories.Forget();
    return error;
  }

  void Take(Document report, size_t place) {
    std::string content = ContentKey(report);
    const bool again = report.url && pending_urls_.contains(*report.url);
    if (again || pending_contents_.contains(content)) Flush();
    if (const auto same = store_.FindContent(content)) {
      results_[place] = {same->id, {}, AddOutcome::kUnchanged};
      return;
    }
    Pending pending;
    if (report.url) pending.old = store_.FindUrl(*report.url);
    report.id = pending.old ? pending.old->id : FreeId(report.id, content);
    results_[place] = {report.id, {}, pending.old ? AddOutcome::kRevised : AddOutcome::kAdded};
    pending_ids_.insert(report.id);
    pending_contents_.insert(content);
    if (report.url) pending_urls_.insert(*report.url);
    pending.report = std::move(report);
    pending.content = std::move(content);
    pending.place = place;
    pending_.push_back(std::move(pending));
  }

  std::string FreeId(const std::string& wanted, const std::string& content) {
    const std::string base = wanted.empty() ? "report" : wanted;
    std::string id = base;
    for (int number = 2; pending_ids_.contains(id) || store_.HasId(id); ++number) {
      id = base + "~" + (number <= kNumberedIds ? std::to_string(number) : content);
      if (number > kNumberedIds + 1) id += "~" + std::to_string(number);
    }
    return id;
  }

  void Flush() {
    oneapi::tbb::parallel_for(size_t{0}, pending_.size(), [this](size_t i) {
      Pending& one = pending_[i];
      if (!one.old) one.terms = ReadTerms(one.report);
      Annotate(one.report);
      WriteDocumentJson(one.report, {}, one.annotations);
    });
    for (Pending& one : pending_) {
      if (one.old) {
        CorrectAgain(one);
        store_.Revise(*one.old, one.report, one.content, one.annotations, now_);
        if (!one.old->story.empty()) revised_.insert(store_.StoryRowOf(one.old->story));
      } else {
        const int64_t row = store_.Insert(one.report, one.content, one.annotations, now_);
        impl_.stories.Add(store_, row, std::move(one.terms));
      }
      changed_.push_back(one.place);
    }
    pending_.clear();
    pending_ids_.clear();
    pending_urls_.clear();
    pending_contents_.clear();
  }

  // A correction of the old text holds where its words still stand.
  void CorrectAgain(Pending& one) {
    const auto corrections = store_.CorrectionsOf(one.old->story);
    if (!corrections || corrections->empty()) return;
    CorrectSpeakers(one.report, *corrections);
    one.annotations.clear();
    WriteDocumentJson(one.report, {}, one.annotations);
  }

  void FillStories() {
    for (AddResult& result : results_) {
      const auto report = store_.Report(result.id);
      if (report && *report) result.story = (**report).story;
    }
    for (const size_t place : changed_) {
      store_.Note("report", results_[place].story, results_[place].id);
    }
  }

  Archive::Impl& impl_;
  StoreWriter& store_;
  const std::string now_;
  std::vector<AddResult> results_;
  std::vector<Pending> pending_;
  std::unordered_set<std::string> pending_ids_, pending_urls_, pending_contents_;
  std::vector<size_t> changed_;  // into results_
  std::set<int64_t> revised_;    // stories
};

}  // namespace

std::string NowIso() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];
  const size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return {text, size};
}

Result<std::vector<AddResult>> Archive::Add(std::vector<Document> reports, int threads) {
  auto lease = impl_->store->Write();
  if (!lease) return lease.error();
  const ThreadLimit limit(threads);
  return Adding(*impl_, ***lease).Run(std::move(reports));
}

}  // namespace synoptic
