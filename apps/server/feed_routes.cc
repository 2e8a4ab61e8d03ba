#include <algorithm>
#include <map>

#include "server/atom.h"
#include "server/json_body.h"
#include "server/params.h"
#include "server/problem.h"
#include "server/routes.h"

namespace synoptic {
namespace {

constexpr size_t kEntries = 50;

HttpResponse FeedAnswer(const HttpRequest& request, std::string_view id, std::string_view title,
                        const std::vector<AtomEntry>& entries) {
  std::string self;
  for (const std::string& segment : request.target.path) self += '/' + PercentEncoded(segment);
  for (size_t i = 0; i < request.target.query.size(); ++i) {
    const auto& [name, value] = request.target.query[i];
    self += (i == 0 ? '?' : '&') + PercentEncoded(name) + '=' + PercentEncoded(value);
  }
  HttpResponse response;
  response.type = "application/atom+xml; charset=utf-8";
  response.body = AtomFeed(id, title, self, entries);
  return response;
}

std::string ReportAddress(std::string_view report) { return "/report/" + PercentEncoded(report); }

std::string Urn(std::string_view kind, std::string_view id) {
  return "urn:synoptic:" + std::string(kind) + ":" + PercentEncoded(id);
}

// The day of the latest report that a finding is read from.
std::string LatestDay(const rapidjson::Value& finding,
                      const std::map<std::string, std::string>& days) {
  std::string latest;
  if (const rapidjson::Value* const readings = Member(finding, "readings")) {
    for (const rapidjson::Value& reading : readings->GetArray()) {
      const auto day = days.find(std::string(StringMember(reading, "report")));
      if (day != days.end()) latest = std::max(latest, day->second);
    }
  }
  return latest;
}

std::vector<AtomEntry> StoryEntries(std::string_view id, const rapidjson::Value& story) {
  std::vector<AtomEntry> entries;
  std::map<std::string, std::string> days;
  if (const rapidjson::Value* const reports = Member(story, "reports")) {
    for (const rapidjson::Value& report : reports->GetArray()) {
      const std::string_view name = StringMember(report, "id");
      days[std::string(name)] = StringMember(report, "published");
      entries.push_back({Urn("report", name), std::string(StringMember(report, "title")),
                         ReportAddress(name), std::string(StringMember(report, "source")), "",
                         std::string(StringMember(report, "published"))});
    }
  }
  const std::string address = "/story/" + PercentEncoded(id);
  if (const rapidjson::Value* const findings = Member(story, "findings")) {
    for (const rapidjson::Value& finding : findings->GetArray()) {
      if (StringMember(finding, "status") != "disputed") continue;
      entries.push_back({Urn("story", id) + ":" + PercentEncoded(StringMember(finding, "id")),
                         "Disputed: " + std::string(StringMember(finding, "topic")), address, "",
                         std::string(StringMember(finding, "explanation")),
                         LatestDay(finding, days)});
    }
  }
  std::stable_sort(entries.begin(), entries.end(), [](const AtomEntry& a, const AtomEntry& b) {
    return AtomTime(a.updated) > AtomTime(b.updated);
  });
  return entries;
}

}  // namespace

HttpResponse FeedStory(Service& service, const HttpRequest& request) {
  if (auto checked = CheckParameters(request.target, {}); !checked) {
    return Problem(checked.error());
  }
  const std::string& id = request.target.path[2];
  const auto text = service.archive.StoryJson(id);
  if (!text) return Problem(text.error());
  if (!*text) return Problem(404, "no story has the id " + id);
  const auto story = ParseJson(**text);
  if (!story) return Problem(500, "the story cannot be read");
  const std::string_view title = StringMember(*story, "title");
  const std::string_view now = StringMember(*story, "story");
  return FeedAnswer(request, Urn("story", now), title.empty() ? now : title,
                    StoryEntries(now, *story));
}

HttpResponse FeedSearch(Service& service, const HttpRequest& request) {
  if (auto checked = CheckParameters(request.target, {"q"}); !checked) {
    return Problem(checked.error());
  }
  const std::string_view words = request.target.Value("q");
  const auto page = service.archive.Search(words, SearchIn::kAll, {}, {kEntries, ""});
  if (!page) return Problem(page.error());
  std::vector<AtomEntry> entries;
  for (const SearchHit& hit : page->items) {
    const std::string span = std::to_string(hit.begin) + "-" + std::to_string(hit.end);
    entries.push_back({Urn("report", hit.report) + ":" + span, hit.title,
                       ReportAddress(hit.report) + "#" + span, hit.source, hit.snippet,
                       hit.published});
  }
  return FeedAnswer(request, Urn("search", words), "Search: " + std::string(words), entries);
}

HttpResponse FeedSpeaker(Service& service, const HttpRequest& request) {
  if (auto checked = CheckParameters(request.target, {"name"}); !checked) {
    return Problem(checked.error());
  }
  const std::string_view name = request.target.Value("name");
  if (name.empty()) return Problem(400, "parameter name: who speaks is needed");
  const auto page = service.archive.Quotes(name, "", {}, {kEntries, ""});
  if (!page) return Problem(page.error());
  std::vector<AtomEntry> entries;
  for (const QuoteHit& hit : page->items) {
    const auto quote = ParseJson(hit.quote);
    const std::string_view id = quote ? StringMember(*quote, "id") : std::string_view();
    entries.push_back({Urn("report", hit.report) + ":" + PercentEncoded(id), hit.speaker,
                       ReportAddress(hit.report), hit.speaker, hit.text, hit.published});
  }
  return FeedAnswer(request, Urn("speaker", name), "Said by " + std::string(name), entries);
}

}  // namespace synoptic
