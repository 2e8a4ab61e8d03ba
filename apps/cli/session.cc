#include "session.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace synoptic {

void Session::Refuse(std::string_view line) {
  const std::lock_guard lock(mutex_);
  WarnLocked(line);
  status_ = std::max<int>(status_, kSomeRefused);
}

void Session::NoStore(std::string_view line) {
  const std::lock_guard lock(mutex_);
  WarnLocked(line);
  status_ = kNoStore;
}

void Session::Warn(std::string_view line) {
  const std::lock_guard lock(mutex_);
  WarnLocked(line);
}

void Session::WarnLocked(std::string_view line) {
  ClearProgress();
  std::fprintf(stderr, "synoptic: %.*s\n", static_cast<int>(line.size()), line.data());
}

void Session::Progress(std::string_view what) {
  using namespace std::chrono_literals;
  const std::lock_guard lock(mutex_);
  ++count_;
  const auto now = std::chrono::steady_clock::now();
  if (now - start_ < 1s || now - last_ < 100ms || isatty(STDERR_FILENO) == 0) return;
  last_ = now;
  shown_ = true;
  std::fprintf(stderr, "\r%zu %.*s", count_, static_cast<int>(what.size()), what.data());
}

void Session::ClearProgress() {
  if (shown_) std::fputs("\r\033[K", stderr);
  shown_ = false;
}

void Session::Print(std::string_view text) {
  const std::lock_guard lock(mutex_);
  ClearProgress();
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) std::_Exit(status_);
}

void Session::Flush() {
  if (std::fflush(stdout) != 0) std::_Exit(status_);
}

bool WantsColour() {
  const char* const term = std::getenv("TERM");
  const char* const no_colour = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && !(no_colour && *no_colour) && term &&
         std::string_view(term) != "dumb";
}

int TerminalWidth() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 40) return 80;
  return size.ws_col;
}

}  // namespace synoptic
