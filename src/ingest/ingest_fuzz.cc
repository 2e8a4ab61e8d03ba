// Any bytes, read as plain text and as JSON Lines, give reports whose spans lie in their texts; the
// sections of a report are apart and in order.
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "doc/check.h"
#include "ingest/ingest.h"

namespace {

void Check(const std::string& path, const std::string& bytes) {
  std::istringstream input(bytes);
  synoptic::ReportReader reader(path, input, {});
  while (auto next = reader.Next()) {
    if (!*next) continue;
    const synoptic::Document& report = **next;
    if (!synoptic::BrokenInvariants(report).empty()) std::abort();
    for (size_t i = 1; i < report.sections.size(); ++i) {
      if (report.sections[i - 1].span.end > report.sections[i].span.begin) std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  Check("input.txt", bytes);
  Check("input.jsonl", bytes);
  return 0;
}
