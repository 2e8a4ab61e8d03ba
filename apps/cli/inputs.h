// The PATHs of a command line, read one report at a time.
#ifndef SYNOPTIC_CLI_INPUTS_H_
#define SYNOPTIC_CLI_INPUTS_H_

#include <fstream>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "doc/document.h"
#include "ingest/ingest.h"
#include "ingest/seen.h"
#include "session.h"

namespace synoptic {

// Opens each path when its turn comes. What cannot be opened or read is refused through the
// session, and the rest goes on. "-" is stdin. Reports are marked as duplicates and revisions of
// those before them.
class Inputs {
 public:
  Inputs(std::vector<std::string> paths, ReadOptions options, Session& session);

  // The next report of all inputs; nullopt at the end.
  std::optional<Document> Next();

 private:
  bool OpenNext();
  bool Open(const std::string& path);

  std::vector<std::string> paths_;
  ReadOptions options_;
  Session& session_;
  size_t next_ = 0;
  std::set<std::string> seen_;  // canonical paths
  SeenReports reports_;
  std::unique_ptr<std::ifstream> file_;
  std::optional<ReportReader> reader_;
};

std::vector<Document> ReadAll(Inputs& inputs);

}  // namespace synoptic

#endif  // SYNOPTIC_CLI_INPUTS_H_
