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

  CLI::Option* AddTo(CLI::App& command);
  // Refuses through the session, with exit code 3, what cannot be opened.
  std::optional<Archive> Open(OpenMode mode, Session& session) const;
};

// Which reports are meant, and how many rows are wanted.
struct StoreFilterOptions {
  ReportFilter filter;
  size_t limit = 50;
  std::string format = "text";

  void AddTo(CLI::App& command);  // all but --format
  void AddFormat(CLI::App& command);
};

struct StoreListOptions : StoreFilterOptions {
  StoreOptions store;
};

// What `quotes` and `ledger` do where no PATH is given.
void RunStoreQuotes(const StoreOptions& options, const StoreFilterOptions& rows,
                    const std::string& speaker, const std::string& about, Session& session);
void RunStoreLedger(const StoreOptions& options, const StoreFilterOptions& rows,
                    const LedgerFilter& which, std::optional<Date> as_of, Session& session);

// timeline and export.
void AddStoreAnswers(CLI::App& app, Session& session);
// stories and search.
void AddStoreLists(CLI::App& app, Session& session);

}  // namespace synoptic

#endif  // SYNOPTIC_CLI_STORE_OPTIONS_H_
