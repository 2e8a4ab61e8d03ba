// Any bytes as a message to the protocol's server over an empty store: an answer is one line of
// JSON or nothing.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "server/mcp.h"

namespace {

synoptic::McpServer& Server() {
  static const std::string path =
      (std::filesystem::temp_directory_path() / ("mcp_fuzz-" + std::to_string(getpid()) + ".db"))
          .string();
  static synoptic::Archive archive = [] {
    auto opened = synoptic::Archive::Open(path, synoptic::OpenMode::kCreate);
    if (!opened) std::abort();
    std::atexit([] {
      for (const char* const ending : {"", "-wal", "-shm"}) std::filesystem::remove(path + ending);
    });
    return std::move(*opened);
  }();
  static synoptic::McpServer server(archive);
  return server;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string answer = Server().Answer({reinterpret_cast<const char*>(data), size});
  if (answer.empty()) return 0;
  if (answer.find('\n') != std::string::npos || !synoptic::ParseJson(answer)) std::abort();
  return 0;
}
