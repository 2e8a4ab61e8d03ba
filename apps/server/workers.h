// Threads that compute answers, so that the one that serves sockets never waits for the store.
#ifndef SYNOPTIC_SERVER_WORKERS_H_
#define SYNOPTIC_SERVER_WORKERS_H_

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace synoptic {

// Thread-safe.
class Workers {
 public:
  // At most `most_waiting` tasks wait.
  Workers(int threads, size_t most_waiting);
  ~Workers() { Stop(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // False, and nothing done, where too many wait or all has been stopped.
  bool Do(std::function<void()> task);

  // Ends the tasks in hand and those that wait; no others are taken.
  void Stop();

 private:
  void Run();

  const size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_WORKERS_H_
