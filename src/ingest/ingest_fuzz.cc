// Any bytes, read as whatever their first bytes say.
#include <cstdint>

#include "ingest/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("%PDF")) return 0;  // another program reads these
  synoptic::CheckReading("input.txt", bytes);
  return 0;
}
