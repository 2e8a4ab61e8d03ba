// Server-sent events: what changed in the store, to everyone who listens.
#ifndef SYNOPTIC_SERVER_EVENTS_H_
#define SYNOPTIC_SERVER_EVENTS_H_

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "server/http.h"
#include "store/rows.h"

namespace synoptic {

// Where the changes come from. Both are called on the hub's thread and on those that subscribe.
struct ChangeSource {
  std::function<uint64_t()> version;
  std::function<std::vector<ChangeNote>(uint64_t after)> changes;  // by version
};

// Looks at the store's version, so that changes by other programs are told too. Thread-safe.
class EventHub {
 public:
  EventHub(ChangeSource source, std::chrono::milliseconds look_every,
           std::chrono::milliseconds heartbeat);
  ~EventHub() { Close(); }
  EventHub(const EventHub&) = delete;
  EventHub& operator=(const EventHub&) = delete;

  // The events after version `after`, or from now on. nullptr where too many listen.
  std::shared_ptr<ByteStream> Subscribe(std::optional<uint64_t> after);

  // Ends all streams, those to come too.
  void Close();

 private:
  class Subscription;

  void Run();
  void Tell(const std::string& text);

  const ChangeSource source_;
  const std::chrono::milliseconds look_every_, heartbeat_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::weak_ptr<Subscription>> subscriptions_;
  uint64_t told_ = 0;  // version
  bool closed_ = false;
  std::thread thread_;
};

// "event: …\ndata: …\n\n" for each note; the last of a version carries its number as id, so that
// whoever resumes misses none.
std::string EventText(const std::vector<ChangeNote>& notes);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_EVENTS_H_
