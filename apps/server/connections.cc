#include "server/connections.h"

#include <sys/socket.h>

namespace synoptic {

Connections::Connections(Patience patience, size_t most)
    : patience_(patience), most_(most), thread_([this] { Run(); }) {}

Connections::~Connections() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
  for (const auto& [deadline, record] : by_deadline_) delete record;
}

ConnectionRecord* Connections::Open(int socket) {
  const std::lock_guard lock(mutex_);
  if (by_deadline_.size() >= most_) MakeRoom();
  auto* const record = new ConnectionRecord{socket, {}, {}, true};
  EnterLocked(record, Phase::kHead);
  return record;
}

void Connections::Close(ConnectionRecord* record) {
  const std::lock_guard lock(mutex_);
  by_deadline_.erase({record->deadline, record});
  waiting_.erase({record->deadline, record});
  delete record;
}

void Connections::Enter(ConnectionRecord* record, Phase phase) {
  const std::lock_guard lock(mutex_);
  EnterLocked(record, phase);
}

void Connections::EnterLocked(ConnectionRecord* record, Phase phase) {
  by_deadline_.erase({record->deadline, record});
  waiting_.erase({record->deadline, record});
  const auto now = std::chrono::steady_clock::now();
  record->waiting = phase == Phase::kHead;
  switch (phase) {
    case Phase::kHead:
      record->deadline = now + patience_.head;
      break;
    case Phase::kBody:
      record->deadline = now + patience_.body;
      break;
    case Phase::kAnswer:
      record->deadline = now + patience_.answer;
      break;
    case Phase::kEndless:
      record->deadline = std::chrono::steady_clock::time_point::max();
      break;
  }
  by_deadline_.emplace(record->deadline, record);
  if (record->waiting) waiting_.emplace(record->deadline, record);
}

size_t Connections::count() const {
  const std::lock_guard lock(mutex_);
  return by_deadline_.size();
}

void Connections::ShutDown(ConnectionRecord* record) { shutdown(record->socket, SHUT_RDWR); }

void Connections::MakeRoom() {
  if (waiting_.empty()) return;
  ShutDown(waiting_.begin()->second);
  waiting_.erase(waiting_.begin());
}

void Connections::Run() {
  using namespace std::chrono_literals;
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const auto now = std::chrono::steady_clock::now();
    while (!by_deadline_.empty() && by_deadline_.begin()->first <= now) {
      ConnectionRecord* const record = by_deadline_.begin()->second;
      ShutDown(record);
      waiting_.erase({record->deadline, record});
      by_deadline_.erase(by_deadline_.begin());
      record->deadline = std::chrono::steady_clock::time_point::max();
      by_deadline_.emplace(record->deadline, record);
    }
    changed_.wait_for(lock, 100ms);
  }
}

}  // namespace synoptic
