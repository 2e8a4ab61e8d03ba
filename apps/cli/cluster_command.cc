// cluster.
#include <unordered_map>

#include "commands.h"
#include "doc/json_writer.h"
#include "engine/cluster.h"
#include "ingest/seen.h"
#include "inputs.h"

namespace synoptic {
namespace {

struct ClusterOptions : ReportOptions {
  std::string format = "jsonl";
  std::string list = "reports";
  int window = 7;
};

void WriteReport(const StoryReport& report, const SeenReports::Verdict& seen, std::string& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Field("id", report.id);
  json.Field("story", report.story);
  json.Field("similarity", report.similarity);
  json.FieldOrNull("published", report.published ? report.published->Iso() : std::string());
  if (!seen.duplicate_of.empty()) json.Field("duplicate_of", seen.duplicate_of);
  if (!seen.revision_of.empty()) json.Field("revision_of", seen.revision_of);
  json.EndObject();
  out += '\n';
}

void WriteStory(const StorySummary& story, std::string& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Field("story", story.id);
  json.FieldOrNull("title", story.title);
  json.Field("reports", static_cast<int>(story.reports));
  json.FieldOrNull("first", story.first ? story.first->Iso() : std::string());
  json.FieldOrNull("last", story.last ? story.last->Iso() : std::string());
  json.EndObject();
  out += '\n';
}

void WriteChange(const StoryChange& change, std::string& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Field("change", change.event == StoryEvent::kMerged ? "merged" : "split");
  json.Field("from", change.from);
  json.Field("to", change.to);
  json.FieldOrNull("day", change.day ? change.day->Iso() : std::string());
  json.EndObject();
  out += '\n';
}

void RunCluster(const ClusterOptions& options, Session& session) {
  Inputs inputs(options.paths, options.read(), session);
  SeenReports seen;
  std::unordered_map<std::string, SeenReports::Verdict> verdicts;
  const auto next = [&]() -> std::optional<Document> {
    std::optional<Document> report = inputs.Next();
    if (!report) return report;
    session.Progress("reports read");
    auto verdict = seen.Judge(*report);
    if (!verdict.duplicate_of.empty() || !verdict.revision_of.empty())
      verdicts[report->id] = std::move(verdict);
    return report;
  };
  StoryOptions stories;
  stories.window_days = options.window;
  const Clusters clusters = ClusterReports(next, stories, options.threads);
  std::string out;
  if (options.list == "reports") {
    for (const StoryReport& report : clusters.reports)
      WriteReport(report, verdicts[report.id], out);
  } else if (options.list == "stories") {
    for (const StorySummary& story : clusters.stories) WriteStory(story, out);
  } else {
    for (const StoryChange& change : clusters.changes) WriteChange(change, out);
  }
  session.Print(out);
}

}  // namespace

void AddCluster(CLI::App& app, Session& session) {
  auto options = std::make_shared<ClusterOptions>();
  CLI::App* command = app.add_subcommand(
      "cluster", "Which reports tell one event: a stream of reports gathered into stories");
  command->add_option("--format", options->format, "Form of the answer")
      ->check(CLI::IsMember({"jsonl"}))
      ->capture_default_str();
  command
      ->add_option("--list", options->list,
                   "What to print a line each: reports, stories, or merges and splits on the way")
      ->check(CLI::IsMember({"reports", "stories", "changes"}))
      ->capture_default_str();
  command
      ->add_option("--window", options->window,
                   "Days without a report after which a story has ended")
      ->check(CLI::Range(1, 3650))
      ->capture_default_str();
  options->AddTo(*command);
  command->callback([options, &session] { RunCluster(*options, session); });
}

}  // namespace synoptic
