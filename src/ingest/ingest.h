// Room ingest: what is the report in these bytes?
//
// Nothing is fetched and no clock is asked. Bad text is never an error: it is read as far as it
// goes and the report's `warnings` say what was odd. Errors are for files and lines that hold no
// report.
#ifndef SYNOPTIC_INGEST_INGEST_H_
#define SYNOPTIC_INGEST_INGEST_H_

#include <iosfwd>
#include <optional>
#include <string>

#include "base/result.h"
#include "doc/document.h"

namespace synoptic {

// Bytes of one report; a larger one is refused. Spans are 32-bit, and no report of news comes near.
inline constexpr size_t kLargestReport = 32u << 20;

struct ReadOptions {
  std::optional<Moment> published;  // wins over whatever the input says
};

// Reads the reports of one input, one after the other, in bounded memory.
// `path` tells the form (".jsonl", ".ndjson": a report a line; anything else: a web page or a plain
// text), stands in ids where the input has none ("talks.txt" gives "talks", its third line of JSON
// "talks:3") and in every message. The stream must outlive the reader. Not thread-safe.
class ReportReader {
 public:
  ReportReader(std::string path, std::istream& input, ReadOptions options);

  // The next report with id, path, text, metadata and sections set and nothing else; an error for a
  // part that was refused (reading goes on behind it); nullopt at the end.
  std::optional<Result<Document>> Next();

 private:
  enum class Cut { kLine, kTooLong, kEnd };
  std::optional<Result<Document>> NextLine();
  Cut CutLine(std::string& line);

  std::string path_;
  std::istream& input_;
  ReadOptions options_;
  size_t number_ = 0;  // of the line read last
  bool lines_ = false;
  bool done_ = false;
};

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_INGEST_H_
