// What must hold of whatever a reader makes of any bytes, for the fuzz targets of this room.
#ifndef SYNOPTIC_INGEST_FUZZ_CHECK_H_
#define SYNOPTIC_INGEST_FUZZ_CHECK_H_

#include <cstdlib>
#include <sstream>
#include <string>

#include "doc/check.h"
#include "ingest/ingest.h"

namespace synoptic {

// Reads `bytes` under the name `path`: spans lie in their texts, sections are apart and in order,
// and there are no more parts than bytes. Aborts where one does not hold.
inline void CheckReading(const std::string& path, const std::string& bytes) {
  std::istringstream input(bytes);
  ReportReader reader(path, input, {});
  size_t parts = 0;
  while (auto next = reader.Next()) {
    if (++parts > bytes.size() + 2) std::abort();
    if (!*next) {
      if (next->error().message.empty()) std::abort();
      continue;
    }
    const Document& report = **next;
    if (!BrokenInvariants(report).empty()) std::abort();
    for (size_t i = 1; i < report.sections.size(); ++i) {
      if (report.sections[i - 1].span.end > report.sections[i].span.begin) std::abort();
    }
  }
}

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_FUZZ_CHECK_H_
