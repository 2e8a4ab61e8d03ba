// What every command shares: its exit code, and how it talks to a person.
#ifndef SYNOPTIC_CLI_SESSION_H_
#define SYNOPTIC_CLI_SESSION_H_

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

namespace synoptic {

enum ExitCode { kDone = 0, kSomeRefused = 1, kWrongUsage = 2, kNoStore = 3 };

// Any thread may warn, refuse and print.
class Session {
 public:
  int status() const {
    const std::lock_guard lock(mutex_);
    return status_;
  }

  // One line on stderr; the exit code says that some input was refused.
  void Refuse(std::string_view line);
  // One line on stderr; the exit code says that the store cannot be used.
  void NoStore(std::string_view line);
  void Warn(std::string_view line);

  // Counts one unit of work on stderr, where that is a terminal and the work has lasted more than a
  // second.
  void Progress(std::string_view what);

  // Writes to stdout. A reader who has gone away ends the program quietly.
  void Print(std::string_view text);
  // Hands over what was printed.
  void Flush();

 private:
  void ClearProgress();
  void WarnLocked(std::string_view line);

  mutable std::mutex mutex_;
  int status_ = kDone;
  size_t count_ = 0;
  bool shown_ = false;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_ = start_;
};

// True where stdout is a terminal that shows colours (NO_COLOR is honoured).
bool WantsColour();
// Columns of the terminal on stdout; 80 where it is none.
int TerminalWidth();

}  // namespace synoptic

#endif  // SYNOPTIC_CLI_SESSION_H_
