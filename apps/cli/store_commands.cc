// add, show, export, remove, vacuum, check.
#include "commands.h"
#include "doc/json_writer.h"
#include "engine/engine.h"
#include "report_queue.h"
#include "store_options.h"

namespace synoptic {
namespace {

constexpr size_t kBatch = 200;  // reports a transaction

struct AddOptions : ReportOptions {
  StoreOptions store;
};

std::string_view OutcomeWord(AddOutcome outcome) {
  static constexpr std::string_view kWords[] = {"added", "revised", "unchanged"};
  return kWords[static_cast<size_t>(outcome)];
}

void WriteResult(const AddResult& result, std::string& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Field("id", result.id);
  json.Field("story", result.story);
  json.Field("outcome", OutcomeWord(result.outcome));
  json.EndObject();
  out += '\n';
}

// A line is printed when its report is on the disk, and not before.
void RunAdd(const AddOptions& options, Session& session) {
  auto archive = options.store.Open(OpenMode::kCreate, session);
  if (!archive) return;
  ReportQueue queue(options.paths, options.read(), session);
  while (true) {
    std::vector<Document> batch = queue.Take(kBatch);
    if (batch.empty()) return;
    const auto results = archive->Add(std::move(batch), options.threads);
    if (!results) return session.NoStore(results.error().message);
    std::string out;
    for (const AddResult& result : *results) {
      WriteResult(result, out);
      session.Progress("reports added");
    }
    session.Print(out);
    session.Flush();
  }
}

struct ShowOptions {
  StoreOptions store;
  std::string id, format = "text";
};

void RunShow(const ShowOptions& options, Session& session) {
  auto archive = options.store.Open(OpenMode::kWrite, session);
  if (!archive) return;
  const auto report = archive->ReportJson(options.id);
  if (!report) return session.NoStore(report.error().message);
  if (*report) return session.Print(**report + '\n');
  if (options.format == "json") {
    const auto story = archive->StoryJson(options.id);
    if (!story) return session.NoStore(story.error().message);
    if (*story) return session.Print(**story + '\n');
  } else {
    auto sides = archive->CompareStory(options.id);
    if (!sides) return session.NoStore(sides.error().message);
    if (*sides) {
      return session.Print(
          RenderComparison((**sides).reports, (**sides).comparison, options.format));
    }
  }
  session.Refuse(options.id + ": no story or report of that id");
}

struct RemoveOptions {
  StoreOptions store;
  std::vector<std::string> ids;
};

void RunRemove(const RemoveOptions& options, Session& session) {
  auto archive = options.store.Open(OpenMode::kWrite, session);
  if (!archive) return;
  for (const std::string& id : options.ids) {
    const auto removed = archive->Remove(id);
    if (!removed) return session.NoStore(removed.error().message);
    if (!*removed) session.Refuse(id + ": no report of that id");
  }
}

void RunCheck(const StoreOptions& options, Session& session) {
  auto archive = options.Open(OpenMode::kWrite, session);
  if (!archive) return;
  const auto faults = archive->Check();
  if (!faults) return session.NoStore(faults.error().message);
  for (const std::string& fault : *faults) session.NoStore(options.path + ": " + fault);
  if (!faults->empty()) return;
  const auto counts = archive->Counts();
  if (!counts) return session.NoStore(counts.error().message);
  session.Print(std::to_string(counts->reports) + " reports in " + std::to_string(counts->stories) +
                " stories; nothing is wrong\n");
}

void RunVacuum(const StoreOptions& options, Session& session) {
  auto archive = options.Open(OpenMode::kWrite, session);
  if (!archive) return;
  if (auto done = archive->Vacuum(); !done) session.NoStore(done.error().message);
}

void AddAdd(CLI::App& app, Session& session) {
  auto options = std::make_shared<AddOptions>();
  CLI::App* command = app.add_subcommand(
      "add",
      "Put reports into a store; a line each, once it is safe: id, story, what became of it");
  options->store.AddTo(*command);
  options->AddTo(*command);
  command->callback([options, &session] { RunAdd(*options, session); });
}

void AddShow(CLI::App& app, Session& session) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* command =
      app.add_subcommand("show", "A story of a store as compare gives it, or a report as annotate");
  options->store.AddTo(*command);
  command->add_option("--format", options->format, "Form of the answer, of a story")
      ->check(CLI::IsMember({"text", "html", "json", "md", "dot", "graphml", "prov", "tei"}))
      ->capture_default_str();
  command->add_option("ID", options->id, "Of a story or a report")->required()->type_name("");
  command->callback([options, &session] { RunShow(*options, session); });
}

void AddRemove(CLI::App& app, Session& session) {
  auto options = std::make_shared<RemoveOptions>();
  CLI::App* command = app.add_subcommand("remove", "Take reports out of a store");
  options->store.AddTo(*command);
  command->add_option("ID", options->ids, "Of the reports")->required()->type_name("");
  command->callback([options, &session] { RunRemove(*options, session); });
}

template <typename Run>
void AddPlain(CLI::App& app, Session& session, const char* name, const char* what, Run run) {
  auto options = std::make_shared<StoreOptions>();
  CLI::App* command = app.add_subcommand(name, what);
  options->AddTo(*command);
  command->callback([options, &session, run] { run(*options, session); });
}

}  // namespace

CLI::Option* StoreOptions::AddTo(CLI::App& command) {
  return command.add_option("--store", path, "The store, an SQLite database")
      ->type_name("PATH")
      ->capture_default_str();
}

std::optional<Archive> StoreOptions::Open(OpenMode mode, Session& session) const {
  auto archive = Archive::Open(path, mode);
  if (archive) return std::move(*archive);
  session.NoStore(archive.error().message);
  return std::nullopt;
}

void AddStoreCommands(CLI::App& app, Session& session) {
  AddAdd(app, session);
  AddStoreLists(app, session);
  AddStoreAnswers(app, session);
  AddShow(app, session);
  AddRemove(app, session);
  AddPlain(app, session, "check", "Is a store whole?", RunCheck);
  AddPlain(app, session, "vacuum", "Give back the space that a store does not need", RunVacuum);
}

}  // namespace synoptic
