// Reports read on a thread of their own, taken in batches.
#ifndef SYNOPTIC_CLI_REPORT_QUEUE_H_
#define SYNOPTIC_CLI_REPORT_QUEUE_H_

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "inputs.h"

namespace synoptic {

class ReportQueue {
 public:
  ReportQueue(std::vector<std::string> paths, ReadOptions options, Session& session);
  // Waits for the reader, unless it waits for standard input: then it is left behind.
  ~ReportQueue();

  // The next `most` reports, fewer at the end, none behind it. Of standard input fewer too where
  // nothing comes for a while; files are always cut alike, however fast they are read.
  std::vector<Document> Take(size_t most);

 private:
  struct Shared {
    std::mutex mutex;
    std::condition_variable came, taken;
    std::deque<Document> reports;
    bool done = false, stop = false;
  };

  std::shared_ptr<Shared> shared_;
  bool waits_;  // standard input may stall
  std::thread reader_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_CLI_REPORT_QUEUE_H_
