// Any bytes, read as JSON Lines and as one JSON value (ninjs, JSON Feed, reports).
#include <cstdint>

#include "ingest/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  synoptic::CheckReading("input.jsonl", bytes);
  synoptic::CheckReading("input.json", bytes);
  synoptic::CheckReading("input.jsonl", "{\"text\":\"" + bytes);
  return 0;
}
