#include "ledger_command.h"

#include "commands.h"
#include "doc/json.h"
#include "doc/labels.h"
#include "engine/engine.h"
#include "inputs.h"
#include "ledger/ledger.h"
#include "store_options.h"

namespace synoptic {
namespace {

struct LedgerOptions : ReportOptions {
  std::string as_of;
  LedgerFilter which;
  StoreOptions store;
  StoreFilterOptions rows;
};

std::string Joined(const std::vector<std::string>& items) {
  std::string line;
  for (const std::string& item : items) line += (line.empty() ? "" : ", ") + item;
  return line;
}

// An entry in three lines: what it is and how it stands, the words, who reports them.
std::string Render(const LedgerEntry& entry, const std::vector<Document>& reports) {
  std::string text(Label(entry.kind));
  text += ", " + std::string(Label(entry.status)) + ": " + Joined(entry.actors);
  if (!entry.target.empty()) text += " to " + entry.target;
  if (!entry.when.empty()) text += ", " + entry.when;
  if (!entry.deadline.empty()) text += ", by " + entry.deadline;
  text += "\n  " + entry.what;
  if (!entry.conditional_on.empty()) text += "\n  on condition: " + entry.conditional_on;
  std::vector<std::string> ids;
  for (const Evidence& evidence : entry.evidence) {
    const std::string& id = reports[static_cast<size_t>(evidence.report)].id;
    if (ids.empty() || ids.back() != id) ids.push_back(id);
  }
  return text + "\n  in " + Joined(ids) + "\n";
}

void RunLedger(const LedgerOptions& options, Session& session) {
  Inputs inputs(options.paths, options.read(), session);
  std::vector<Document> reports = ReadAll(inputs);
  if (reports.empty()) return session.Refuse("no report could be read: no ledger");
  AnnotateAll(reports, options.threads);
  std::vector<LedgerEntry> entries = Compare(reports, options.corrections(session)).ledger;
  if (const auto date = Date::Parse(options.as_of)) entries = LedgerAsOf(std::move(entries), *date);
  std::string out;
  if (options.rows.format != "text") {
    WriteLedgerJson(reports, entries, out);
    out += '\n';
  } else {
    for (const LedgerEntry& entry : entries) out += Render(entry, reports);
  }
  session.Print(out);
}

}  // namespace

void AddLedger(CLI::App& app, Session& session) {
  auto options = std::make_shared<LedgerOptions>();
  CLI::App* command = app.add_subcommand(
      "ledger", "Where the process stands: offers, demands, truces, violations, on any day");
  const auto is_date = [](const std::string& text) {
    return Date::Parse(text) ? std::string() : "not an ISO 8601 date: " + text;
  };
  command->add_option("--as-of", options->as_of, "How it stood at the end of that day")
      ->type_name("DATE")
      ->check(is_date);
  command->add_option("--format", options->rows.format, "Form of the answer")
      ->check(CLI::IsMember({"text", "json", "jsonl"}))
      ->capture_default_str();
  options->AddTo(*command, false);
  CLI::Option* store = options->store.AddTo(*command);
  options->rows.AddTo(*command);
  command->add_option("--kind", options->which.kind, "Of a store: entries of this kind")
      ->type_name("KIND");
  command->add_option("--status", options->which.status, "Of a store: entries that stand so")
      ->type_name("STATUS");
  command->get_option("PATH")->excludes(store);
  command->callback([options, &session] {
    if (!options->paths.empty()) return RunLedger(*options, session);
    RunStoreLedger(options->store, options->rows, options->which, Date::Parse(options->as_of),
                   session);
  });
}

}  // namespace synoptic
