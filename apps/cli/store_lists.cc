// stories, search and timeline: lists of a store.
#include "commands.h"
#include "doc/json_writer.h"
#include "store_options.h"
#include "store_pages.h"

namespace synoptic {
namespace {

struct WordsOptions : StoreListOptions {
  std::vector<std::string> words;
  std::string in = "all";

  std::string Words() const {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
    return line;
  }
};

void CountField(JsonWriter& json, std::string_view key, const std::optional<uint64_t>& count) {
  json.Key(key);
  count ? json.Int(static_cast<int64_t>(*count)) : json.Null();
}

void WriteStory(const StoryRow& row, bool jsonl, std::string& out) {
  if (jsonl) {
    JsonWriter json(out);
    json.BeginObject();
    json.Field("id", row.id);
    json.FieldOrNull("title", row.title);
    json.Key("reports"), json.Int(static_cast<int64_t>(row.reports));
    CountField(json, "origins", row.origins);
    CountField(json, "disputed", row.disputed);
    json.FieldOrNull("first", row.first);
    json.FieldOrNull("last", row.last);
    json.Field("stale", row.stale);
    json.EndObject();
  } else {
    const std::string days =
        row.first == row.last ? row.last : row.first + (row.first.empty() ? "" : "/") + row.last;
    out += row.id + "  " + (days.empty() ? "undated" : days) + "  " + std::to_string(row.reports) +
           (row.reports == 1 ? " report" : " reports");
    if (row.disputed && *row.disputed > 0)
      out += ", " + std::to_string(*row.disputed) + " disputed";
    out += "  " + row.title;
  }
  out += '\n';
}

void RunStories(const WordsOptions& options, Session& session) {
  auto archive = options.store.Open(OpenMode::kRead, session);
  if (!archive) return;
  PrintPages<StoryRow>(
      options.limit, session,
      [&](const PageRequest& page) {
        return archive->Stories(options.filter, options.Words(), page);
      },
      [&](const StoryRow& row, std::string& out) {
        WriteStory(row, options.format == "jsonl", out);
      });
}

constexpr std::string_view kPlaces[] = {"all", "text", "quotes", "actors"};

void WriteHit(const SearchHit& hit, bool jsonl, std::string& out) {
  if (jsonl) {
    JsonWriter json(out);
    json.BeginObject();
    json.Field("report", hit.report);
    json.Field("story", hit.story);
    json.FieldOrNull("title", hit.title);
    json.FieldOrNull("source", hit.source);
    json.FieldOrNull("published", hit.published);
    json.Key("begin"), json.Int(hit.begin);
    json.Key("end"), json.Int(hit.end);
    json.Field("snippet", hit.snippet);
    json.Field("in", kPlaces[static_cast<size_t>(hit.in)]);
    json.EndObject();
  } else {
    out += hit.report + " (" + hit.story + (hit.published.empty() ? "" : ", " + hit.published) +
           (hit.source.empty() ? "" : ", " + hit.source) + "): " + hit.snippet;
  }
  out += '\n';
}

void RunSearch(const WordsOptions& options, Session& session) {
  auto archive = options.store.Open(OpenMode::kRead, session);
  if (!archive) return;
  const auto place = std::find(std::begin(kPlaces), std::end(kPlaces), options.in);
  const auto in = static_cast<SearchIn>(place - std::begin(kPlaces));
  PrintPages<SearchHit>(
      options.limit, session,
      [&](const PageRequest& page) {
        return archive->Search(options.Words(), in, options.filter, page);
      },
      [&](const SearchHit& hit, std::string& out) {
        WriteHit(hit, options.format == "jsonl", out);
      });
}

}  // namespace

void StoreFilterOptions::AddTo(CLI::App& command) {
  const auto is_date = [](const std::string& text) {
    return text.size() == 10 && Date::Parse(text) ? std::string() : "not an ISO 8601 day: " + text;
  };
  command.add_option("--from", filter.from, "Published on this day or later")
      ->type_name("DATE")
      ->check(is_date);
  command.add_option("--to", filter.to, "Published on this day or earlier")
      ->type_name("DATE")
      ->check(is_date);
  command.add_option("--source", filter.source, "Of this outlet")->type_name("NAME");
  command.add_option("--actor", filter.actor, "That name this actor")->type_name("NAME");
  command.add_option("--story", filter.story, "Of this story")->type_name("ID");
  command.add_option("--limit", limit, "At most so many")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
}

void StoreFilterOptions::AddFormat(CLI::App& command) {
  command.add_option("--format", format, "Form of the answer")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
}

void AddStoreLists(CLI::App& app, Session& session) {
  auto stories = std::make_shared<WordsOptions>();
  CLI::App* command = app.add_subcommand("stories", "The stories of a store, the latest first");
  stories->store.AddTo(*command);
  stories->AddTo(*command);
  stories->AddFormat(*command);
  command->add_option("WORDS", stories->words, "Only those that tell of these")->type_name("");
  command->callback([stories, &session] { RunStories(*stories, session); });

  auto search = std::make_shared<WordsOptions>();
  command = app.add_subcommand("search", "Where the reports of a store say these words");
  search->store.AddTo(*command);
  search->AddTo(*command);
  search->AddFormat(*command);
  command->add_option("--in", search->in, "Where to look")
      ->check(CLI::IsMember({"all", "text", "quotes", "actors"}))
      ->capture_default_str();
  command->add_option("WORDS", search->words, "All of them; \"several in marks\" stand together")
      ->required()
      ->type_name("");
  command->callback([search, &session] { RunSearch(*search, session); });
}

}  // namespace synoptic
