// The commands of synoptic. Each adds its own to the application; its callback does the work when
// parsed.
#ifndef SYNOPTIC_CLI_COMMANDS_H_
#define SYNOPTIC_CLI_COMMANDS_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "doc/story.h"
#include "ingest/ingest.h"
#include "names/names.h"
#include "session.h"

namespace synoptic {

// Options of every command that reads reports.
struct ReportOptions {
  std::vector<std::string> paths;
  std::string published;
  std::string actors_file;
  uint64_t offset = 0;
  int threads = 0;

  void AddTo(CLI::App& command, bool required = true);  // whether PATH is
  ReadOptions read() const { return {Moment::Parse(published), offset, {}}; }
  // What the user knows better of names: from the file named, or from actors.toml in the current
  // folder where there is one. A file that cannot be read is refused, and nothing is corrected.
  Corrections corrections(Session& session) const;
};

// The answer of `compare` in one of its forms.
std::string RenderComparison(const std::vector<Document>& reports, const Comparison& comparison,
                             const std::string& format);

void AddAnnotate(CLI::App& app, Session& session);
void AddCompare(CLI::App& app, Session& session);
void AddQuotes(CLI::App& app, Session& session);
void AddCluster(CLI::App& app, Session& session);
void AddExtract(CLI::App& app, Session& session);
void AddFeeds(CLI::App& app, Session& session);
void AddFetch(CLI::App& app, Session& session);
void AddWatch(CLI::App& app, Session& session);
void AddNames(CLI::App& app, Session& session);
void AddCode(CLI::App& app, Session& session);
void AddRelate(CLI::App& app, Session& session);
// add, stories, show, search, timeline, export, remove, vacuum, check
void AddStoreCommands(CLI::App& app, Session& session);
// serve, mcp
void AddServeCommands(CLI::App& app, Session& session);
// version, help, man, completion
void AddManual(CLI::App& app, Session& session);

}  // namespace synoptic

#endif  // SYNOPTIC_CLI_COMMANDS_H_
