#include "report_queue.h"

#include <algorithm>
#include <chrono>

namespace synoptic {
namespace {

constexpr size_t kAhead = 400;  // reports read before they are taken
constexpr std::chrono::milliseconds kStall(200);

}  // namespace

ReportQueue::ReportQueue(std::vector<std::string> paths, ReadOptions options, Session& session)
    : shared_(std::make_shared<Shared>()),
      waits_(std::find(paths.begin(), paths.end(), "-") != paths.end()) {
  reader_ = std::thread([shared = shared_, paths = std::move(paths), options, &session] {
    Inputs inputs(paths, options, session);
    bool more = true;
    while (more) {
      std::optional<Document> report = inputs.Next();
      // A store knows better: what it holds does not depend on the run that brought it.
      if (report) report->duplicate_of.clear(), report->revision_of.clear();
      std::unique_lock lock(shared->mutex);
      shared->taken.wait(lock, [&] { return shared->reports.size() < kAhead || shared->stop; });
      more = report && !shared->stop;
      if (more) {
        shared->reports.push_back(std::move(*report));
      } else {
        shared->done = true;
      }
      shared->came.notify_one();
    }
  });
}

ReportQueue::~ReportQueue() {
  bool done = false;
  {
    const std::lock_guard lock(shared_->mutex);
    shared_->stop = true;
    done = shared_->done;
  }
  shared_->taken.notify_one();
  waits_ && !done ? reader_.detach() : reader_.join();
}

std::vector<Document> ReportQueue::Take(size_t most) {
  std::vector<Document> batch;
  std::unique_lock lock(shared_->mutex);
  const auto ready = [this] { return !shared_->reports.empty() || shared_->done; };
  while (batch.size() < most) {
    if (waits_ && !batch.empty()) {
      if (!shared_->came.wait_for(lock, kStall, ready)) break;
    } else {
      shared_->came.wait(lock, ready);
    }
    if (shared_->reports.empty()) break;
    while (!shared_->reports.empty() && batch.size() < most) {
      batch.push_back(std::move(shared_->reports.front()));
      shared_->reports.pop_front();
    }
    shared_->taken.notify_one();
  }
  return batch;
}

}  // namespace synoptic
