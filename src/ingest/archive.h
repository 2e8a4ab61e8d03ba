// The reports in a web archive.
#ifndef SYNOPTIC_INGEST_ARCHIVE_H_
#define SYNOPTIC_INGEST_ARCHIVE_H_

#include <deque>
#include <map>
#include <optional>

#include "ingest/formats.h"
#include "ingest/warc.h"

namespace synoptic {

// Reports of the responses, resources and conversions in a WARC file: pages, feeds and plain texts.
// Records of other kinds (requests, metadata, pictures, errors of servers) hold no report and are
// passed over; so are revisits, which say that a page was found unchanged. An archive without any
// report ends in an error that says what it has instead.
class ArchiveReader {
 public:
  ArchiveReader(std::string path, UnpackedInput& input, ReadOptions options);
  std::optional<Result<Document>> Next();

 private:
  void ReadRecord(WarcRecord record);
  void Pass(std::string what) { ++passed_[std::move(what)]; }
  Error Barren() const;

  std::string path_;
  ReadOptions options_;
  WarcReader records_;
  std::deque<Result<Document>> found_;
  std::map<std::string, size_t> passed_;  // records without a report, by what they are
  bool fruitful_ = false;                 // a report or an error has been given
};

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_ARCHIVE_H_
