#include "server/serve.h"

#include <condition_variable>
#include <csignal>
#include <mutex>
#include <thread>

#include "server/service.h"

namespace synoptic {
namespace {

using namespace std::chrono_literals;

// Compares stories again whose reports changed, so that their findings and ledger are told and
// found without anyone asking for the story first. Waits until the store has been quiet for a
// while: a story to which report after report is added is not worth comparing after each.
class Refresher {
 public:
  explicit Refresher(Archive& archive) : archive_(archive), thread_([this] { Run(); }) {}
  ~Refresher() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr auto kQuiet = 1s;
  static constexpr auto kLongest = 15s;  // that something may stay stale while others are added

  void Run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
      lock.unlock();
      Look(Clock::now());
      lock.lock();
      changed_.wait_for(lock, stale_ && quiet_ ? 1ms : 250ms, [this] { return stopping_; });
    }
  }

  void Look(Clock::time_point now) {
    const auto version = archive_.Version();
    if (!version) return;
    if (*version != seen_) {
      seen_ = *version;
      changed_at_ = now;
      if (!stale_) stale_since_ = now;
      stale_ = true;
    }
    quiet_ = now - changed_at_ >= kQuiet || now - stale_since_ >= kLongest;
    if (!stale_ || !quiet_) return;
    const auto done = archive_.Refresh(1);
    stale_ = done && *done > 0;
    if (const auto own = archive_.Version()) seen_ = *own;
  }

  Archive& archive_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  // Of the thread alone.
  uint64_t seen_ = 0;
  bool stale_ = true, quiet_ = false;
  Clock::time_point changed_at_ = Clock::now(), stale_since_ = changed_at_;
  std::thread thread_;
};

ChangeSource SourceOf(Archive& archive) {
  return {[&archive] {
            const auto version = archive.Version();
            return version ? *version : 0;
          },
          [&archive](uint64_t after) {
            auto notes = archive.ChangesSince(after);
            return notes ? std::move(*notes) : std::vector<ChangeNote>();
          }};
}

std::string AddressOf(const std::string& host, uint16_t port) {
  const bool six = host.find(':') != std::string::npos;
  return "http://" + (six ? "[" + host + "]" : host) + ":" + std::to_string(port) + "/";
}

}  // namespace

Result<void> CheckServeOptions(const ServeOptions& options) {
  const auto rules =
      MakeAccessRules(options.listener.address, options.token, options.read_token, options.hosts);
  return rules ? Result<void>() : rules.error();
}

Result<void> Serve(Archive& archive, const ServeOptions& options,
                   const std::function<void(const std::string& address)>& ready) {
  auto rules =
      MakeAccessRules(options.listener.address, options.token, options.read_token, options.hosts);
  if (!rules) return rules.error();
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  EventHub events(SourceOf(archive), 200ms, 15s);
  Service service{
      archive, events, std::move(*rules), options.threads, options.fetch, options.fetch_private,
      {}};
  auto listener = Listener::Start(
      options.listener,
      {[&service](const HttpRequest& request) { return Admit(service, request); },
       [&service](const HttpRequest& request) { return Respond(service, request); }});
  if (!listener) return listener.error();
  const Refresher refresher(archive);
  ready(AddressOf(options.listener.address, (*listener)->port()));
  int signal = 0;
  sigwait(&signals, &signal);
  events.Close();
  listener->reset();
  return {};
}

}  // namespace synoptic
