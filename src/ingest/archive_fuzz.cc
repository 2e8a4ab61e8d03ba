// Any bytes, read as an archive, a feed, a table, mail or a page, give reports whose spans lie in
// their texts, in bounded time.
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "doc/check.h"
#include "ingest/ingest.h"

namespace {

void Check(const std::string& path, const std::string& bytes) {
  std::istringstream input(bytes);
  synoptic::ReportReader reader(path, input, {});
  size_t parts = 0;
  while (auto next = reader.Next()) {
    if (++parts > bytes.size() + 2) std::abort();
    if (*next && !synoptic::BrokenInvariants(**next).empty()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("%PDF")) return 0;  // another program's
  for (const char* path : {"input.warc", "input.csv", "input.eml", "input.json"})
    Check(path, bytes);
  Check("input.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + bytes);
  Check("input.html", "<html><body>" + bytes);
  Check("input.xml", "<rss><channel><item><description>" + bytes);
  return 0;
}
