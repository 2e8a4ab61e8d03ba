// Any bytes, read as XML (feeds, sitemaps, NewsML, lists of feeds), bare and inside of each.
#include <cstdint>

#include "ingest/fuzz_check.h"
#include "ingest/opml.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const char* head :
       {"", "<rss><channel><item><title>T</title><description>", "<feed><entry><content>",
        "<urlset><url><loc>", "<newsItem><contentSet>", "<opml><body><outline "}) {
    synoptic::CheckReading("input.xml", head + bytes);
  }
  synoptic::ReadOpml(bytes);
  return 0;
}
