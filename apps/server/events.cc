#include "server/events.h"

#include <algorithm>
#include <cstring>

#include "doc/json_writer.h"

namespace synoptic {
namespace {

constexpr size_t kMostListeners = 1000;
// A listener who takes in nothing for so many bytes is sent away; Last-Event-ID resumes.
constexpr size_t kMostPending = 1u << 20;

}  // namespace

class EventHub::Subscription : public ByteStream {
 public:
  State Take(char* to, size_t room, size_t& taken, const std::function<void()>& wait) override {
    const std::lock_guard lock(mutex_);
    taken = std::min(room, pending_.size() - at_);
    if (taken > 0) {
      std::memcpy(to, pending_.data() + at_, taken);
      at_ += taken;
      return State::kBytes;
    }
    pending_.clear();
    at_ = 0;
    if (ended_) return State::kEnd;
    waiting_ = true;
    wait();
    return State::kNothingYet;
  }

  void OnMore(std::function<void()> wake) override {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
  }

  void Push(std::string_view text) {
    const std::lock_guard lock(mutex_);
    if (pending_.size() + text.size() > kMostPending) ended_ = true;
    if (!ended_) pending_ += text;
    Wake();
  }

  void End() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    Wake();
  }

 private:
  void Wake() {
    if (waiting_ && wake_) wake_();
    waiting_ = false;
  }

  std::mutex mutex_;
  std::string pending_;
  size_t at_ = 0;
  bool ended_ = false, waiting_ = false;
  std::function<void()> wake_;
};

EventHub::EventHub(ChangeSource source, std::chrono::milliseconds look_every,
                   std::chrono::milliseconds heartbeat)
    : source_(std::move(source)),
      look_every_(look_every),
      heartbeat_(heartbeat),
      told_(source_.version()),
      thread_([this] { Run(); }) {}

std::shared_ptr<ByteStream> EventHub::Subscribe(std::optional<uint64_t> after) {
  auto subscription = std::make_shared<Subscription>();
  const std::lock_guard lock(mutex_);
  std::erase_if(subscriptions_, [](const auto& item) { return item.expired(); });
  if (subscriptions_.size() >= kMostListeners) return nullptr;
  if (closed_) {
    subscription->End();
    return subscription;
  }
  std::string first = "retry: 2000\nid: " + std::to_string(told_) + "\n\n";
  if (after && *after < told_) {
    std::vector<ChangeNote> missed = source_.changes(*after);
    std::erase_if(missed, [this](const ChangeNote& note) { return note.version > told_; });
    first = "retry: 2000\n\n" + EventText(missed);
  }
  subscription->Push(first);
  subscriptions_.push_back(subscription);
  return subscription;
}

void EventHub::Close() {
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    closed_ = true;
    for (const auto& item : subscriptions_) {
      if (const auto subscription = item.lock()) subscription->End();
    }
    subscriptions_.clear();
  }
  changed_.notify_all();
  thread_.join();
}

void EventHub::Tell(const std::string& text) {
  for (const auto& item : subscriptions_) {
    if (const auto subscription = item.lock()) subscription->Push(text);
  }
}

void EventHub::Run() {
  auto last = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  while (!closed_) {
    changed_.wait_for(lock, look_every_, [this] { return closed_; });
    if (closed_) return;
    const uint64_t now_at = source_.version();
    const auto now = std::chrono::steady_clock::now();
    if (now_at != told_) {
      const std::vector<ChangeNote> notes = source_.changes(told_);
      told_ = notes.empty() ? now_at : notes.back().version;
      if (!notes.empty()) Tell(EventText(notes)), last = now;
    } else if (now - last >= heartbeat_) {
      Tell(": still here\n\n");
      last = now;
    }
  }
}

std::string EventText(const std::vector<ChangeNote>& notes) {
  std::string out;
  for (size_t i = 0; i < notes.size(); ++i) {
    const ChangeNote& note = notes[i];
    if (i + 1 == notes.size() || notes[i + 1].version != note.version) {
      out += "id: " + std::to_string(note.version) + '\n';
    }
    out += "event: " + note.kind + "\ndata: ";
    JsonWriter json(out);
    json.BeginObject();
    json.Field("story", note.story);
    json.Field("id", note.id);
    json.EndObject();
    out += "\n\n";
  }
  return out;
}

}  // namespace synoptic
