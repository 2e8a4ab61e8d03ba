#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "doc/json_writer.h"
#include "server/json_body.h"
#include "server/params.h"
#include "server/problem.h"
#include "server/routes.h"

namespace synoptic {
namespace {

HttpResponse NoSuch(std::string_view what, std::string_view id) {
  return Problem(404, "no " + std::string(what) + " has the id " + std::string(id));
}

std::string JsonText(const rapidjson::Value& value) {
  std::string out;
  AppendJson(value, out);
  return out;
}

// Items [at, at + limit) of `items` as a page.
HttpResponse Slice(const HttpRequest& request, const std::vector<std::string>& items) {
  const auto page = ReadPage(request.target);
  if (!page) return Problem(page.error());
  size_t at = 0;
  const char* const end = page->cursor.data() + page->cursor.size();
  const auto [stop, error] = std::from_chars(page->cursor.data(), end, at);
  if (!page->cursor.empty() && (error != std::errc() || stop != end)) {
    return Problem(400, "parameter cursor: not one that this list gave");
  }
  at = std::min(at, items.size());
  const size_t past = at + std::min(page->limit, items.size() - at);
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Key("items"), json.BeginArray();
  for (size_t i = at; i < past; ++i) json.Raw(items[i]);
  json.EndArray();
  json.FieldOrNull("next", past < items.size()
                               ? TargetWith(request.target, "cursor", std::to_string(past))
                               : std::string());
  json.Key("total"), json.Int(static_cast<int64_t>(items.size()));
  json.EndObject();
  return JsonAnswer(std::move(out));
}

std::vector<std::string> Items(const rapidjson::Value& story, std::string_view part) {
  std::vector<const rapidjson::Value*> values;
  if (const rapidjson::Value* const list = Member(story, part); list && list->IsArray()) {
    for (const rapidjson::Value& value : list->GetArray()) values.push_back(&value);
  }
  if (part == "findings") {
    std::stable_partition(values.begin(), values.end(), [](const rapidjson::Value* value) {
      return StringMember(*value, "status") == "disputed";
    });
  }
  std::vector<std::string> items;
  for (const rapidjson::Value* const value : values) items.push_back(JsonText(*value));
  return items;
}

struct ActorOfStory {
  std::string type, name;
  std::set<std::string> aliases;
  std::vector<std::string> reports;
  int quotes = 0;
};

void CountActors(const rapidjson::Value& report, std::map<std::string, ActorOfStory>& actors) {
  const std::string id(StringMember(report, "id"));
  if (const rapidjson::Value* const list = Member(report, "actors"); list && list->IsArray()) {
    for (const rapidjson::Value& value : list->GetArray()) {
      ActorOfStory& actor = actors[std::string(StringMember(value, "id"))];
      const std::string_view name = StringMember(value, "name");
      actor.type = StringMember(value, "type");
      if (!actor.name.empty() && name != actor.name) actor.aliases.insert(std::string(name));
      if (actor.name.empty()) actor.name = name;
      if (const rapidjson::Value* const aliases = Member(value, "aliases")) {
        for (const rapidjson::Value& alias : aliases->GetArray()) {
          if (View(alias) != actor.name) actor.aliases.insert(std::string(View(alias)));
        }
      }
      if (actor.reports.empty() || actor.reports.back() != id) actor.reports.push_back(id);
    }
  }
  if (const rapidjson::Value* const quotes = Member(report, "quotes");
      quotes && quotes->IsArray()) {
    for (const rapidjson::Value& quote : quotes->GetArray()) {
      const rapidjson::Value* const speaker = Member(quote, "speaker");
      const std::string_view actor = speaker ? StringMember(*speaker, "actor") : "";
      if (!actor.empty()) ++actors[std::string(actor)].quotes;
    }
  }
}

// Those who speak most first, then those in most reports.
std::vector<std::string> ActorItems(const rapidjson::Value& story) {
  std::map<std::string, ActorOfStory> actors;
  if (const rapidjson::Value* const reports = Member(story, "reports")) {
    for (const rapidjson::Value& report : reports->GetArray()) CountActors(report, actors);
  }
  std::vector<const std::pair<const std::string, ActorOfStory>*> order;
  for (const auto& actor : actors) order.push_back(&actor);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    return std::pair(a->second.quotes, a->second.reports.size()) >
           std::pair(b->second.quotes, b->second.reports.size());
  });
  std::vector<std::string> items;
  for (const auto* const entry : order) {
    const auto& [id, actor] = *entry;
    JsonWriter json(items.emplace_back());
    json.BeginObject();
    json.Field("id", id);
    json.Field("type", actor.type);
    json.Field("name", actor.name);
    json.Field("aliases", std::vector<std::string>(actor.aliases.begin(), actor.aliases.end()));
    json.Field("quotes", actor.quotes);
    json.Field("reports", actor.reports);
    json.EndObject();
  }
  return items;
}

}  // namespace

HttpResponse GetStory(Service& service, const HttpRequest& request) {
  if (auto checked = CheckParameters(request.target, {}); !checked) {
    return Problem(checked.error());
  }
  auto story = service.archive.StoryJson(request.target.path[2]);
  if (!story) return Problem(story.error());
  if (!*story) return NoSuch("story", request.target.path[2]);
  return JsonAnswer(std::move(**story));
}

HttpResponse GetStoryPart(Service& service, const HttpRequest& request) {
  static constexpr std::string_view kLists[] = {"findings", "utterances", "ledger", "timeline",
                                                "actors"};
  const std::string& part = request.target.path[3];
  const bool list = std::find(std::begin(kLists), std::end(kLists), part) != std::end(kLists);
  if (!list && part != "lineage") return Problem(404, "a story has no part " + part);
  const auto checked = list ? CheckParameters(request.target, {"limit", "cursor"})
                            : CheckParameters(request.target, {});
  if (!checked) return Problem(checked.error());
  const auto text = service.archive.StoryJson(request.target.path[2]);
  if (!text) return Problem(text.error());
  if (!*text) return NoSuch("story", request.target.path[2]);
  const auto story = ParseJson(**text);
  if (!story) return Problem(500, "the story cannot be read");
  if (part == "actors") return Slice(request, ActorItems(*story));
  if (list) return Slice(request, Items(*story, part));
  const rapidjson::Value* const lineage = Member(*story, part);
  return JsonAnswer(lineage ? JsonText(*lineage) : R"({"edges":[],"origins":[]})");
}

HttpResponse GetReport(Service& service, const HttpRequest& request) {
  if (auto checked = CheckParameters(request.target, {}); !checked) {
    return Problem(checked.error());
  }
  auto report = service.archive.ReportJson(request.target.path[2]);
  if (!report) return Problem(report.error());
  if (!*report) return NoSuch("report", request.target.path[2]);
  return JsonAnswer(std::move(**report));
}

}  // namespace synoptic
