// The reports in a web archive.
#ifndef SYNOPTIC_INGEST_ARCHIVE_H_
#define SYNOPTIC_INGEST_ARCHIVE_H_

#include <deque>
#include <optional>

#include "ingest/formats.h"
#include "ingest/warc.h"

namespace synoptic {

// Reports of the responses, resources and conversions in a WARC file: pages, feeds and plain texts.
// Records of other kinds (requests, metadata, revisits, pictures, errors of servers) hold no report
// and are passed over.
class ArchiveReader {
 public:
  ArchiveReader(std::string path, UnpackedInput& input, ReadOptions options);
  std::optional<Result<Document>> Next();

 private:
  void ReadRecord(WarcRecord record);

  std::string path_;
  ReadOptions options_;
  WarcReader records_;
  std::deque<Result<Document>> found_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_ARCHIVE_H_
