#include "network_options.h"

#include <chrono>

namespace synoptic {

void NetworkOptions::AddTo(CLI::App& command) {
  command.add_option("--user-agent", fetch.user_agent, "What to call oneself")
      ->capture_default_str();
  command.add_flag("--allow-private", fetch.allow_private,
                   "Also addresses of this machine and of private networks");
  command.add_option("--pause", pause, "Seconds between two requests to one host")
      ->check(CLI::Range(0.0, 3600.0))
      ->capture_default_str();
  command.add_option("--timeout", longest, "Seconds a request may take")
      ->check(CLI::Range(0.1, 3600.0))
      ->capture_default_str();
}

FetchOptions NetworkOptions::Limits() const {
  FetchOptions limits = fetch;
  limits.pause = std::chrono::milliseconds(static_cast<int64_t>(pause * 1000));
  limits.longest = std::chrono::milliseconds(static_cast<int64_t>(longest * 1000));
  return limits;
}

}  // namespace synoptic
