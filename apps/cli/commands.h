// The commands of synoptic. Each adds its own to the application; its callback does the work when
// parsed.
#ifndef SYNOPTIC_CLI_COMMANDS_H_
#define SYNOPTIC_CLI_COMMANDS_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "ingest/ingest.h"
#include "session.h"

namespace synoptic {

// Options of every command that reads reports.
struct ReportOptions {
  std::vector<std::string> paths;
  std::string published;
  int threads = 0;

  void AddTo(CLI::App& command);
  ReadOptions read() const { return {Moment::Parse(published)}; }
};

void AddAnnotate(CLI::App& app, Session& session);
void AddCompare(CLI::App& app, Session& session);
void AddQuotes(CLI::App& app, Session& session);
void AddCluster(CLI::App& app, Session& session);
void AddExtract(CLI::App& app, Session& session);
void AddNames(CLI::App& app, Session& session);
void AddCode(CLI::App& app, Session& session);
void AddRelate(CLI::App& app, Session& session);
// version, help, man, completion
void AddManual(CLI::App& app, Session& session);

}  // namespace synoptic

#endif  // SYNOPTIC_CLI_COMMANDS_H_
