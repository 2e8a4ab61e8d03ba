// feeds: lists of feeds out of lists, feeds and pages.
#include <fstream>
#include <iterator>
#include <set>

#include "commands.h"
#include "ingest/opml.h"
#include "network_options.h"

namespace synoptic {
namespace {

struct Read {
  std::string url, bytes;  // the address is empty for a file
};

std::optional<Read> ReadTarget(const std::string& target, Fetcher& fetcher, Session& session) {
  if (target.find("://") != std::string::npos) {
    auto fetched = fetcher.Get(target);
    if (fetched) return Read{std::move(fetched->url), std::move(fetched->body)};
    session.Refuse(fetched.error().message);
    return std::nullopt;
  }
  std::ifstream file(target, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (file.is_open() && !file.bad()) return Read{"", std::move(bytes)};
  session.Refuse(target + ": cannot be read");
  return std::nullopt;
}

void RunFeeds(const NetworkOptions& options, Session& session) {
  Fetcher fetcher(options.Limits());
  std::vector<FeedLink> feeds;
  std::set<std::string> seen;
  for (const std::string& target : options.targets) {
    const auto read = ReadTarget(target, fetcher, session);
    if (!read) continue;
    const std::vector<FeedLink> found = FindFeeds(read->bytes, read->url);
    if (found.empty()) session.Refuse(target + ": names no feed by its whole address");
    for (const FeedLink& feed : found) {
      if (seen.insert(feed.url).second) feeds.push_back(feed);
    }
  }
  session.Print(WriteOpml(feeds));
}

}  // namespace

void AddFeeds(CLI::App& app, Session& session) {
  auto options = std::make_shared<NetworkOptions>();
  CLI::App* command = app.add_subcommand(
      "feeds",
      "The feeds that lists, feeds and web pages name, as one OPML list: synoptic feeds URL… > "
      "feeds.opml; synoptic watch feeds.opml");
  options->AddTo(*command);
  command
      ->add_option("TARGET", options->targets,
                   "OPML files, saved pages and feeds, or addresses of them")
      ->required()
      ->type_name("");
  command->callback([options, &session] { RunFeeds(*options, session); });
}

}  // namespace synoptic
