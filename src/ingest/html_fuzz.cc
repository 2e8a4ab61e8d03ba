// Any bytes, read as a page: by themselves and inside one, also as an archive has them.
#include <cstdint>

#include "ingest/fuzz_check.h"
#include "ingest/page.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string page = "<html><body><h1>Ferry</h1>" + bytes;
  synoptic::CheckReading("input.html", page);
  const synoptic::Document report =
      synoptic::ReadPage("input.html", bytes, "https://bay.example/2031/03/04/ferry", {});
  if (!synoptic::BrokenInvariants(report).empty()) std::abort();
  synoptic::ReadPage("input.html", "<script type=\"application/ld+json\">" + bytes, "", {});
  return 0;
}
