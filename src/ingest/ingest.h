// Room ingest: what is the report in these bytes?
// Thread-safe; nothing is fetched, no clock is asked.
#ifndef SYNOPTIC_INGEST_INGEST_H_
#define SYNOPTIC_INGEST_INGEST_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "doc/document.h"

namespace synoptic {

struct ReadOptions {
  std::optional<Moment> published;  // wins over whatever the input says
};

// What one input held. A bad part (a line, a record) is refused with a line for a person and the
// rest is read.
struct Reading {
  std::vector<Document> reports;  // id, path, text, metadata and sections set; nothing else
  std::vector<std::string> refused;
};

// Reads `bytes`, which came from `path` (used as id where the input has none, and to tell the form:
// ".jsonl"). Error where nothing can be read: binary, empty, over the limit.
Result<Reading> ReadReports(std::string_view path, std::string bytes, const ReadOptions& options);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_INGEST_H_
