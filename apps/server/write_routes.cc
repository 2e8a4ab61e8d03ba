#include <algorithm>
#include <iterator>
#include <sstream>
#include <variant>

#include "base/ascii.h"
#include "doc/json_writer.h"
#include "fetch/fetch.h"
#include "ingest/ingest.h"
#include "server/new_reports.h"
#include "server/params.h"
#include "server/problem.h"
#include "server/routes.h"
#include "server/row_json.h"

namespace synoptic {
namespace {

HttpResponse Problem(const BodyError& error) {
  return synoptic::Problem(error.status, error.detail, error.pointer);
}

bool IsJson(const HttpRequest& request) {
  const std::string_view type = request.Header("content-type");
  return EqualsIgnoreCase(Trim(type.substr(0, type.find(';'))), "application/json");
}

std::string_view OutcomeLabel(AddOutcome outcome) {
  switch (outcome) {
    case AddOutcome::kAdded:
      return "added";
    case AddOutcome::kRevised:
      return "revised";
    case AddOutcome::kUnchanged:
      return "unchanged";
  }
  return "unchanged";
}

// The members of a correction that are strings.
struct TextMember {
  std::string_view name;
  std::string Correction::*field;
};
constexpr TextMember kTextMembers[] = {
    {"kind", &Correction::kind},     {"story", &Correction::story}, {"report", &Correction::report},
    {"target", &Correction::target}, {"value", &Correction::value}, {"note", &Correction::note}};

std::optional<BodyError> ReadCorrection(const rapidjson::Value& body, Correction& correction) {
  if (!body.IsObject()) return BodyError{400, "the body is an object", ""};
  for (const auto& member : body.GetObject()) {
    const std::string_view name = View(member.name);
    const std::string at = PointerTo("", name);
    if (member.value.IsNull()) continue;
    if (name == "actors") {
      if (!member.value.IsArray()) return BodyError{400, "not a list", at};
      for (const rapidjson::Value& actor : member.value.GetArray()) {
        if (!actor.IsString()) return BodyError{400, "an actor is a string", at};
        correction.actors.emplace_back(View(actor));
      }
      continue;
    }
    const auto* const text =
        std::find_if(std::begin(kTextMembers), std::end(kTextMembers),
                     [&](const TextMember& item) { return item.name == name; });
    if (text == std::end(kTextMembers)) {
      return BodyError{400, "a correction has no member of this name", at};
    }
    if (!member.value.IsString()) return BodyError{400, "not a string", at};
    correction.*text->field = View(member.value);
  }
  static constexpr std::string_view kKinds[] = {"same-actor", "wrong-speaker", "not-a-dispute",
                                                "note"};
  if (std::find(std::begin(kKinds), std::end(kKinds), correction.kind) == std::end(kKinds)) {
    return BodyError{400, "not one of same-actor, wrong-speaker, not-a-dispute, note", "/kind"};
  }
  return std::nullopt;
}

// What is at an address, by the rules of robots.txt; only one is read at a time.
Result<std::vector<Document>> ReadFromWeb(Service& service, const std::string& url) {
  if (!service.fetch)
    return Error{ErrorCode::kUnsupported, "this service does not use the network"};
  const std::unique_lock lock(service.fetching, std::try_to_lock);
  if (!lock) return Error{ErrorCode::kConflict, "another address is being read; try again"};
  FetchOptions options;
  options.allow_private = service.fetch_private;
  options.tries = 1;
  Fetcher fetcher(options);
  auto fetched = fetcher.Get(url);
  if (!fetched) return fetched.error();
  std::istringstream stream(std::move(fetched->body));
  ReportReader reader(fetched->url, stream, {});
  std::vector<Document> reports;
  while (auto report = reader.Next()) {
    if (!*report) continue;
    reports.push_back(std::move(**report));
    if (!reports.back().url) reports.back().url = fetched->url;
  }
  if (reports.empty()) return Error{ErrorCode::kMalformed, url + ": no report there"};
  // A page's own name says little; its address is it.
  if (reports.size() == 1) reports[0].id = *reports[0].url;
  return reports;
}

std::variant<std::vector<Document>, BodyError> ReportsOf(Service& service,
                                                         const HttpRequest& request) {
  if (!IsJson(request)) {
    return ReadFile(request.Header("content-type"), request.body, request.target);
  }
  const auto body = ParseJson(request.body);
  if (!body) return BodyError{400, body.error().message, ""};
  return ReadNewReports(*body,
                        [&service](const std::string& url) { return ReadFromWeb(service, url); });
}

}  // namespace

HttpResponse AddReports(Service& service, const HttpRequest& request) {
  if (auto checked =
          CheckParameters(request.target, {"name", "id", "title", "published", "source", "url"});
      !checked) {
    return synoptic::Problem(checked.error());
  }
  auto read = ReportsOf(service, request);
  if (const auto* const error = std::get_if<BodyError>(&read)) return Problem(*error);
  const auto added =
      service.archive.Add(std::move(std::get<std::vector<Document>>(read)), service.threads);
  if (!added) return synoptic::Problem(added.error());
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Key("results"), json.BeginArray();
  for (const AddResult& result : *added) {
    json.BeginObject();
    json.Field("id", result.id);
    json.Field("story", result.story);
    json.Field("outcome", OutcomeLabel(result.outcome));
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return JsonAnswer(std::move(out), 201);
}

HttpResponse RemoveReport(Service& service, const HttpRequest& request) {
  const auto removed = service.archive.Remove(request.target.path[2]);
  if (!removed) return synoptic::Problem(removed.error());
  if (!*removed) return synoptic::Problem(404, "no report has the id " + request.target.path[2]);
  HttpResponse done;
  done.status = 204;
  return done;
}

HttpResponse AddCorrection(Service& service, const HttpRequest& request) {
  if (!IsJson(request)) return synoptic::Problem(415, "application/json is needed");
  const auto body = ParseJson(request.body);
  if (!body) return synoptic::Problem(body.error());
  Correction correction;
  if (auto error = ReadCorrection(*body, correction)) return Problem(*error);
  const auto kept = service.archive.Correct(correction);
  if (!kept) return synoptic::Problem(kept.error());
  std::string out;
  JsonWriter json(out);
  WriteRow(*kept, json);
  return JsonAnswer(std::move(out), 201);
}

HttpResponse RemoveCorrection(Service& service, const HttpRequest& request) {
  const auto removed = service.archive.Uncorrect(request.target.path[2]);
  if (!removed) return synoptic::Problem(removed.error());
  if (!*removed) {
    return synoptic::Problem(404, "no correction has the id " + request.target.path[2]);
  }
  HttpResponse done;
  done.status = 204;
  return done;
}

}  // namespace synoptic
