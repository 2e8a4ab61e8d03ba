// --store, of every command that works on a store.
#ifndef SYNOPTIC_CLI_STORE_OPTIONS_H_
#define SYNOPTIC_CLI_STORE_OPTIONS_H_

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "engine/archive.h"
#include "session.h"

namespace synoptic {

struct StoreOptions {
  std::string path = "synoptic.db";

  void AddTo(CLI::App& command);
  // Refuses through the session, with exit code 3, what cannot be opened.
  std::optional<Archive> Open(OpenMode mode, Session& session) const;
};

// Which reports are meant, and how many rows are wanted.
struct StoreFilterOptions {
  ReportFilter filter;
  size_t limit = 50;
  std::string format = "text";

  void AddTo(CLI::App& command);
};

// stories, search and timeline.
void AddStoreLists(CLI::App& app, Session& session);

}  // namespace synoptic

#endif  // SYNOPTIC_CLI_STORE_OPTIONS_H_
