// Any bytes, read as a web archive: whole, behind the head of a record and restarted at an offset.
#include <cstdint>

#include "ingest/fuzz_check.h"
#include "ingest/warc.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  synoptic::CheckReading("input.warc", "WARC/1.0\r\n" + bytes);
  synoptic::CheckReading("input.warc",
                         "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + bytes);
  synoptic::CheckReading(
      "input.warc", "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: " + std::to_string(size) +
                        "\r\n\r\n" + bytes + "\r\n\r\nWARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n");
  synoptic::ParseHttp("HTTP/1.1 200 OK\r\n" + bytes, 1 << 16);
  std::istringstream packed(bytes);
  synoptic::UnpackedInput input(packed);
  synoptic::WarcReader reader(input, 1 << 16);
  for (size_t parts = 0; reader.Next(); ++parts) {
    if (parts > size + 2) std::abort();
  }
  return 0;
}
