// Open connections and how long each may still take: what keeps slow and idle clients from
// stopping the service.
#ifndef SYNOPTIC_SERVER_CONNECTIONS_H_
#define SYNOPTIC_SERVER_CONNECTIONS_H_

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <utility>

namespace synoptic {

// A client gets so long for each phase, however busily it trickles bytes.
struct Patience {
  std::chrono::milliseconds head{30'000};  // from connecting, or from the last answer
  std::chrono::milliseconds body{60'000};
  std::chrono::milliseconds answer{300'000};  // to be computed and taken in
};

// One open connection. `target` is what the request line of the request in hand said.
struct ConnectionRecord {
  int socket = -1;
  std::string target;
  std::chrono::steady_clock::time_point deadline;
  bool waiting = true;  // for a request: may be closed where room is needed
};

// Thread-safe. A thread of its own shuts down sockets whose deadline has passed; the listener then
// sees the end of the connection and closes it.
class Connections {
 public:
  enum class Phase { kHead, kBody, kAnswer, kEndless };

  // Past `most` open connections the longest waiting one is shut down for each that comes.
  Connections(Patience patience, size_t most);
  ~Connections();
  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;

  // The record stays where it is until Close.
  ConnectionRecord* Open(int socket);
  void Close(ConnectionRecord* record);
  void Enter(ConnectionRecord* record, Phase phase);
  size_t count() const;

 private:
  using Key = std::pair<std::chrono::steady_clock::time_point, ConnectionRecord*>;

  void Run();
  static void ShutDown(ConnectionRecord* record);
  void MakeRoom();
  void EnterLocked(ConnectionRecord* record, Phase phase);

  const Patience patience_;
  const size_t most_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::set<Key> by_deadline_;  // all of them
  std::set<Key> waiting_;      // those that wait for a request
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_CONNECTIONS_H_
