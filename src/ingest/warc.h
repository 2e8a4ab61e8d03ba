// Web archives: WARC 1.0 and 1.1 (ISO 28500), plain, gzip or Zstandard.
#ifndef SYNOPTIC_INGEST_WARC_H_
#define SYNOPTIC_INGEST_WARC_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ingest/unpack.h"

namespace synoptic {

// One record. `type`, `url`, `date` and `content_type` are empty where the record does not say.
struct WarcRecord {
  uint64_t offset =
      0;  // of the record, or of its packed member, in the file: reading can restart here
  std::string type, url, date, id, content_type;
  std::string payload;  // as stored
};

// What an HTTP response holds, chunks joined and gzip undone.
struct HttpMessage {
  int status = 0;
  std::string content_type;  // lower case, without parameters
  std::string charset;       // empty where not said
  std::string body;
};

// Reads records one after the other. Memory: the largest record kept. A record over `limit` bytes
// is passed over. Where the file is damaged, reading goes on at the next record that can be found.
class WarcReader {
 public:
  // `input` must outlive the reader.
  WarcReader(UnpackedInput& input, size_t limit) : input_(input), limit_(limit) {}
  // The next record; an error that names the byte for each damaged or too large one; nullopt at the
  // end.
  std::optional<Result<WarcRecord>> Next();

 private:
  bool FindHead();
  Error Damaged(uint64_t offset, std::string why);

  UnpackedInput& input_;
  size_t limit_;
};

// The message in `bytes`; nullopt where they do not begin like HTTP. A body in an encoding that is
// not known is left as it is. The body has at most `limit` bytes.
std::optional<HttpMessage> ParseHttp(std::string_view bytes, size_t limit);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_WARC_H_
