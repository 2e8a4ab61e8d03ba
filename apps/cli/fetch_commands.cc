// fetch and watch: reports off the network, as JSON Lines that every command reads.
#include <chrono>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <thread>

#include "base/hash.h"
#include "commands.h"
#include "doc/json_writer.h"
#include "ingest/opml.h"
#include "ingest/page_encoding.h"
#include "ingest/seen.h"
#include "network_options.h"

namespace synoptic {
namespace {

struct WatchOptions : NetworkOptions {
  double every = 15;  // minutes
  bool once = false;
};

// `before` is the text of which the report is a revision, or null.
std::string Line(const Document& report, const SeenReports::Verdict& seen,
                 const std::string* before) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("id", report.id);
  json.Field("url", report.url);
  json.Field("title", report.title);
  json.Field("source", report.source);
  json.Field("authors", report.authors);
  json.Field("credit", report.credit);
  json.FieldOrNull("published", report.published ? report.published->Iso() : std::string());
  if (report.modified) json.Field("modified", report.modified->Iso());
  json.FieldOrNull("language", report.language);
  if (!report.based_on.empty()) json.Field("based_on", report.based_on);
  if (!seen.duplicate_of.empty()) json.Field("duplicate_of", seen.duplicate_of);
  if (!seen.revision_of.empty()) json.Field("revision_of", seen.revision_of);
  json.Field("text", report.text);
  if (before) {
    const TextChange change = ChangeOf(*before, report.text);
    json.Field("added", change.added);
    json.Field("removed", change.removed);
  }
  json.EndObject();
  return out += '\n';
}

// The reports in what was fetched; what holds none is refused.
std::vector<Document> ReportsOf(Fetched fetched, Session& session) {
  std::istringstream stream(std::move(fetched.body));
  ReadOptions how;
  how.charset = CharsetOf(fetched.content_type);
  ReportReader reader(fetched.url, stream, how);
  std::vector<Document> reports;
  while (auto next = reader.Next()) {
    if (!*next) {
      session.Refuse(next->error().message);
      continue;
    }
    reports.push_back(std::move(**next));
    if (!reports.back().url) reports.back().url = fetched.url;
  }
  // A page's own name says little; its address is it.
  if (reports.size() == 1) reports[0].id = *reports[0].url;
  return reports;
}

void RunFetch(const NetworkOptions& options, Session& session) {
  Fetcher fetcher(options.Limits());
  SeenReports seen;
  for (const std::string& url : options.targets) {
    auto fetched = fetcher.Get(url);
    if (!fetched) {
      session.Refuse(fetched.error().message);
      continue;
    }
    for (const Document& report : ReportsOf(std::move(*fetched), session))
      session.Print(Line(report, seen.Judge(report), nullptr));
  }
}

std::vector<FeedLink> FeedsOf(const std::vector<std::string>& targets, Session& session) {
  std::vector<FeedLink> feeds;
  for (const std::string& target : targets) {
    if (target.find("://") != std::string::npos) {
      feeds.push_back({"", target, ""});
      continue;
    }
    std::ifstream file(target, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    const std::vector<FeedLink> listed = ReadOpml(bytes);
    if (listed.empty()) session.Refuse(target + ": no list of feeds (OPML)");
    feeds.insert(feeds.end(), listed.begin(), listed.end());
  }
  return feeds;
}

void RunWatch(const WatchOptions& options, Session& session) {
  Fetcher fetcher(options.Limits());
  const std::vector<FeedLink> feeds = FeedsOf(options.targets, session);
  std::map<std::string, Validators> earlier;
  std::set<uint64_t> printed;                // of id and text: a changed report is printed again
  std::map<std::string, std::string> texts;  // last of each address
  SeenReports seen;
  while (!feeds.empty()) {
    for (const FeedLink& feed : feeds) {
      auto fetched = fetcher.Get(feed.url, earlier[feed.url]);
      if (!fetched) {
        session.Refuse(fetched.error().message);
        continue;
      }
      if (fetched->unchanged) continue;
      earlier[feed.url] = fetched->validators;
      for (const Document& report : ReportsOf(std::move(*fetched), session)) {
        if (!printed.insert(Hash64(report.text, Hash64(report.id))).second) continue;
        const SeenReports::Verdict verdict = seen.Judge(report);
        std::string& last = texts[PageKey(report.url.value_or(report.id))];
        session.Print(Line(report, verdict, verdict.revision_of.empty() ? nullptr : &last));
        last = report.text;
      }
    }
    std::fflush(stdout);
    if (options.once) return;
    std::this_thread::sleep_for(
        std::chrono::milliseconds(static_cast<int64_t>(options.every * 60'000)));
  }
}

}  // namespace

void AddFetch(CLI::App& app, Session& session) {
  auto options = std::make_shared<NetworkOptions>();
  CLI::App* command = app.add_subcommand(
      "fetch",
      "Reports at addresses of the web, as JSON Lines: synoptic fetch URL… | synoptic compare -");
  options->AddTo(*command);
  command->add_option("URL", options->targets, "Pages or feeds, http or https")
      ->required()
      ->type_name("");
  command->callback([options, &session] { RunFetch(*options, session); });
}

void AddWatch(CLI::App& app, Session& session) {
  auto options = std::make_shared<WatchOptions>();
  CLI::App* command = app.add_subcommand(
      "watch", "New and changed reports of feeds as they appear, as JSON Lines, until stopped");
  options->AddTo(*command);
  command->add_option("--every", options->every, "Minutes between two rounds")
      ->check(CLI::Range(0.001, 10080.0))
      ->capture_default_str();
  command->add_flag("--once", options->once, "One round only");
  command->add_option("FEED", options->targets, "OPML files, or addresses of feeds")
      ->required()
      ->type_name("");
  command->callback([options, &session] { RunWatch(*options, session); });
}

}  // namespace synoptic
