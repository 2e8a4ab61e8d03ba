// PDF through pdftotext, which is run with a file of its own and no shell.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>

#include "ingest/formats.h"
#include "ingest/pdf_text.h"

extern char** environ;

namespace synoptic {
namespace {

constexpr std::chrono::seconds kLongestRun{30};

// A file without a name, which is gone when it is closed.
int Hidden(std::string_view bytes) {
  char name[] = "/tmp/synoptic-XXXXXX";
  const int file = mkstemp(name);
  if (file < 0) return -1;
  unlink(name);
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written <= 0) return close(file), -1;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

// What comes out of `pipe` until it ends, is over the limit, or time is up.
std::string Drain(int pipe, bool* late) {
  const auto end = std::chrono::steady_clock::now() + kLongestRun;
  std::string text;
  char chunk[16384];
  while (text.size() <= kLargestReport) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now());
    pollfd ready{pipe, POLLIN, 0};
    if (left.count() <= 0 || poll(&ready, 1, static_cast<int>(left.count())) <= 0) {
      *late = true;
      break;
    }
    const ssize_t size = read(pipe, chunk, sizeof chunk);
    if (size <= 0) break;
    text.append(chunk, static_cast<size_t>(size));
  }
  return text;
}

}  // namespace

Result<Document> ReadPdf(std::string_view path, std::string_view bytes,
                         const ReadOptions& options) {
  const int file = Hidden(bytes);
  int ends[2];
  if (file < 0 || pipe2(ends, O_CLOEXEC) != 0) {
    if (file >= 0) close(file);
    return Error{ErrorCode::kUnreadable, std::string(path) + ": no room for a temporary file"};
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string words[] = {"pdftotext", "-enc", "UTF-8", "-", "-"};
  char* arguments[6] = {};
  for (size_t i = 0; i < 5; ++i) arguments[i] = words[i].data();
  pid_t child = 0;
  const int failed = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  close(file);
  close(ends[1]);
  if (failed) {
    close(ends[0]);
    return Error{ErrorCode::kUnsupported,
                 std::string(path) + ": a PDF; install pdftotext (poppler-utils) to read it"};
  }
  bool late = false;
  const std::string pages = Drain(ends[0], &late);
  close(ends[0]);
  kill(child, SIGKILL);  // where it has not ended by itself
  int status = 0;
  waitpid(child, &status, 0);
  if (late) return Malformed(path, "a PDF that pdftotext does not get done with in 30 seconds");
  if (pages.size() > kLargestReport) return Malformed(path, "a PDF with too much text");
  RawReport raw;
  raw.place = path;
  raw.text = ParagraphsOfPages(pages);
  if (raw.text.empty()) {
    const bool done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    const bool locked = bytes.find("/Encrypt") != bytes.npos;
    return Malformed(path, done     ? "a PDF without text: of pictures alone, or empty"
                           : locked ? "a PDF that is encrypted"
                                    : "a PDF that is damaged");
  }
  return MakeReport(std::move(raw), path, options);
}

}  // namespace synoptic
