// Room ingest: what is the report in these bytes?
//
// Nothing is fetched and no clock is asked. Bad text is never an error: it is read as far as it
// goes and the report's `warnings` say what was odd. Errors are for files and lines that hold no
// report.
#ifndef SYNOPTIC_INGEST_INGEST_H_
#define SYNOPTIC_INGEST_INGEST_H_

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "doc/document.h"

namespace synoptic {

// Bytes of one report; a larger one is refused. Spans are 32-bit, and no report of news comes near.
inline constexpr size_t kLargestReport = 32u << 20;

struct ReadOptions {
  std::optional<Moment> published;  // wins over whatever the input says
  uint64_t offset = 0;  // the stream stands at this byte of a web archive, where reading restarts
  std::string charset;  // of a page, as its transport said; empty where it did not
};

// Reads the reports of one input, one after the other, in bounded memory.
// The first bytes tell the form, and the name where they do not: web archives (WARC), feeds (RSS,
// Atom, JSON Feed), news sitemaps, NewsML-G2, ninjs, JSON Lines (".jsonl", ".ndjson"), tables
// (".csv", ".tsv"), mail (".eml"), .docx, PDF, web pages; anything else is a plain text. Each may
// be packed with gzip or Zstandard. `path` stands in ids where the input has none ("talks.txt"
// gives "talks", its third line of JSON "talks.jsonl:3") and in every message. The stream must
// outlive the reader. Not thread-safe.
class ReportReader {
 public:
  ReportReader(std::string path, std::istream& input, ReadOptions options);
  ~ReportReader();
  ReportReader(ReportReader&&) noexcept;

  // The next report with id, path, text, metadata and sections set and nothing else; an error for a
  // part that was refused (reading goes on behind it); nullopt at the end.
  std::optional<Result<Document>> Next();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_INGEST_H_
