// quotes, ledger and timeline of a store, and export.
#include "base/ascii.h"
#include "commands.h"
#include "doc/json_writer.h"
#include "doc/labels.h"
#include "engine/entry_as_of.h"
#include "store/json_tree.h"
#include "store_options.h"
#include "store_pages.h"

namespace synoptic {
namespace {

constexpr size_t kRefreshAtOnce = 64;  // stories

// Ledger and timeline are those of stories as last compared.
bool RefreshAll(Archive& archive, Session& session) {
  while (true) {
    const auto done = archive.Refresh(kRefreshAtOnce);
    if (!done) {
      session.NoStore(done.error().message);
      return false;
    }
    if (*done == 0) return true;
    for (size_t i = 0; i < *done; ++i) session.Progress("stories compared");
  }
}

void WriteQuoteHit(const QuoteHit& hit, bool jsonl, std::string& out) {
  if (jsonl) {
    JsonWriter json(out);
    json.BeginObject();
    json.Field("report", hit.report);
    json.Field("story", hit.story);
    json.FieldOrNull("published", hit.published);
    json.FieldOrNull("speaker", hit.speaker);
    json.FieldOrNull("channel", hit.channel);
    json.Field("text", hit.text);
    json.EndObject();
    out.pop_back();
    out += ",\"quote\":" + hit.quote + "}";
  } else {
    out += hit.report + ": " + (hit.speaker.empty() ? "somebody" : hit.speaker);
    if (!hit.channel.empty()) out += " [" + hit.channel + "]";
    out += ": “" + hit.text + "”";
  }
  out += '\n';
}

std::string Names(const std::vector<std::string>& names) {
  std::string line;
  for (const std::string& name : names) line += (line.empty() ? "" : ", ") + name;
  return line;
}

// The reports that an entry rests on, each once, in the order of its evidence.
std::string ReportsOf(const JsonTree& entry) {
  std::vector<std::string> ids;
  for (const JsonTree* evidence : Items(entry, "evidence")) {
    const std::string_view id = WordAt(*evidence, "report");
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.emplace_back(id);
  }
  return Names(ids);
}

void WriteHit(std::string_view story, std::string_view entry, std::string& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Field("story", story);
  json.EndObject();
  out.pop_back();
  out += ",\"entry\":" + std::string(entry) + "}\n";
}

void WriteLedgerText(const LedgerHit& hit, std::string_view json, std::string& out) {
  rapidjson::Document tree;
  tree.Parse(json.data(), json.size());
  const auto entry = ReadLedgerEntry(json);
  if (!entry) return;
  out += std::string(WordAt(tree, "kind")) + ", " + std::string(WordAt(tree, "status")) + ": " +
         Names(entry->actors);
  if (!entry->target.empty()) out += " to " + entry->target;
  if (!entry->when.empty()) out += ", " + entry->when;
  if (!entry->deadline.empty()) out += ", by " + entry->deadline;
  out += "\n  " + entry->what;
  if (!entry->conditional_on.empty()) out += "\n  on condition: " + entry->conditional_on;
  out += "\n  in " + ReportsOf(tree) + " (" + hit.story + ")\n";
}

void RunTimeline(const StoreListOptions& options, Session& session) {
  auto archive = options.store.Open(OpenMode::kWrite, session);
  if (!archive || !RefreshAll(*archive, session)) return;
  PrintPages<TimelineHit>(
      options.limit, session,
      [&](const PageRequest& page) { return archive->Timeline(options.filter, page); },
      [&](const TimelineHit& hit, std::string& out) {
        if (options.format == "jsonl") return WriteHit(hit.story, hit.entry, out);
        rapidjson::Document tree;
        tree.Parse(hit.entry.data(), hit.entry.size());
        out += std::string(WordAt(tree, "when")) + "  " + std::string(WordAt(tree, "what")) +
               (FlagAt(tree, "planned") ? " (planned)" : "") + "\n  in " + ReportsOf(tree) + " (" +
               hit.story + ")\n";
      });
}

struct ExportOptions {
  StoreOptions store;
  std::string story, what = "reports";
};

// A report in the form in which it can be added again.
void WriteReport(const Document& report, std::string& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Field("id", report.id);
  json.Field("title", report.title);
  json.FieldOrNull("published", report.published ? report.published->Iso() : std::string());
  json.FieldOrNull("modified", report.modified ? report.modified->Iso() : std::string());
  json.Field("source", report.source);
  json.Field("url", report.url);
  json.Field("credit", report.credit);
  json.Field("authors", report.authors);
  json.FieldOrNull("language", report.language);
  json.Field("text", report.text);
  json.EndObject();
  out += '\n';
}

void WriteCorrectionLine(const Correction& row, std::string& out) {
  JsonWriter json(out);
  WriteRow(row, json);
  out += '\n';
}

void RunExport(const ExportOptions& options, Session& session) {
  auto archive = options.store.Open(OpenMode::kRead, session);
  if (!archive) return;
  if (options.what == "corrections") {
    return PrintPages<Correction>(
        SIZE_MAX, session,
        [&](const PageRequest& page) { return archive->Corrections(options.story, page); },
        WriteCorrectionLine);
  }
  auto lease = archive->store().Read();
  if (!lease) return session.NoStore(lease.error().message);
  StoreReader& store = ***lease;
  constexpr size_t kAtOnce = 100;
  int64_t after = 0;
  while (true) {
    const auto reports = store.DocumentsFrom(after, kAtOnce);
    if (!reports) return session.NoStore(reports.error().message);
    if (reports->empty()) return;
    for (const auto& [row, report] : *reports) {
      after = row;
      if (!options.story.empty()) {
        const auto stored = store.Report(report.id);
        if (!stored) return session.NoStore(stored.error().message);
        if (!*stored || (**stored).story != options.story) continue;
      }
      std::string out;
      if (options.what == "reports") {
        WriteReport(report, out);
      } else {
        const auto json = archive->ReportJson(report.id);
        if (!json) return session.NoStore(json.error().message);
        if (*json) out = **json + '\n';
      }
      session.Print(out);
    }
  }
}

bool HasStatus(std::string_view entry, std::string_view status) {
  if (status.empty()) return true;
  const auto read = ReadLedgerEntry(entry);
  return read && Label(read->status) == status;
}

}  // namespace

void RunStoreQuotes(const StoreOptions& options, const StoreFilterOptions& rows,
                    const std::string& speaker, const std::string& about, Session& session) {
  auto archive = options.Open(OpenMode::kRead, session);
  if (!archive) return;
  PrintPages<QuoteHit>(
      rows.limit, session,
      [&](const PageRequest& page) { return archive->Quotes(speaker, about, rows.filter, page); },
      [&](const QuoteHit& hit, std::string& out) {
        WriteQuoteHit(hit, rows.format == "jsonl", out);
      });
}

void RunStoreLedger(const StoreOptions& options, const StoreFilterOptions& rows,
                    const LedgerFilter& which, std::optional<Date> as_of, Session& session) {
  auto archive = options.Open(OpenMode::kWrite, session);
  if (!archive || !RefreshAll(*archive, session)) return;
  LedgerFilter asked = which;
  if (as_of) asked.status.clear();  // that of today; the day's is looked at below
  PrintPages<LedgerHit>(
      rows.limit, session,
      [&](const PageRequest& page) { return archive->Ledger(asked, rows.filter, page); },
      [&](const LedgerHit& hit, std::string& out) {
        const auto entry = as_of ? EntryAsOf(hit.entry, *as_of) : std::optional(hit.entry);
        if (!entry || (as_of && !HasStatus(*entry, which.status))) return false;
        rows.format == "jsonl" ? WriteHit(hit.story, *entry, out)
                               : WriteLedgerText(hit, *entry, out);
        return true;
      });
}

void AddStoreAnswers(CLI::App& app, Session& session) {
  auto timeline = std::make_shared<StoreListOptions>();
  CLI::App* command =
      app.add_subcommand("timeline", "What happened when, by the stories of a store");
  timeline->store.AddTo(*command);
  timeline->AddTo(*command);
  timeline->AddFormat(*command);
  command->callback([timeline, &session] { RunTimeline(*timeline, session); });

  auto out = std::make_shared<ExportOptions>();
  command = app.add_subcommand("export", "The reports of a store, a line each, to be added again");
  out->store.AddTo(*command);
  command->add_option("--story", out->story, "Of this story")->type_name("ID");
  command
      ->add_option("--what", out->what,
                   "reports; annotations of each, as annotate gives them; or users' corrections")
      ->check(CLI::IsMember({"reports", "annotations", "corrections"}))
      ->capture_default_str();
  command->callback([out, &session] { RunExport(*out, session); });
}

}  // namespace synoptic
