#include "server/new_reports.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <sstream>

#include "base/ascii.h"
#include "base/hash.h"
#include "doc/json_writer.h"
#include "ingest/ingest.h"

namespace synoptic {
namespace {

constexpr std::string_view kFields[] = {"id", "title", "published", "source", "url", "text"};

struct MediaType {
  std::string_view type, ending;
};
constexpr MediaType kMediaTypes[] = {
    {"text/plain", ".txt"},
    {"text/markdown", ".txt"},
    {"text/html", ".html"},
    {"application/xhtml+xml", ".html"},
    {"application/x-ndjson", ".jsonl"},
    {"application/jsonl", ".jsonl"},
    {"text/csv", ".csv"},
    {"text/tab-separated-values", ".tsv"},
    {"message/rfc822", ".eml"},
    {"application/xml", ".xml"},
    {"text/xml", ".xml"},
    {"application/rss+xml", ".xml"},
    {"application/atom+xml", ".xml"},
    {"application/feed+json", ".json"},
    {"application/pdf", ".pdf"},
    {"application/warc", ".warc"},
    {"application/gzip", ".gz"},
    {"application/zstd", ".zst"},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
    {"application/octet-stream", ""},
};

// Two reports without a name of their own are two even where they come in separate requests.
std::string NameOf(const Document& report) {
  return "r-" + HexDigest(Hash64(report.text, Hash64(report.url.value_or(""))));
}

// A line of JSON with the known members alone: what else a client sends is not passed on.
std::optional<BodyError> AppendLine(const rapidjson::Value& report, const std::string& at,
                                    std::string& line) {
  if (!report.IsObject()) return BodyError{400, "a report is an object", at};
  JsonWriter json(line);
  json.BeginObject();
  for (const auto& member : report.GetObject()) {
    const std::string_view name = View(member.name);
    const std::string place = PointerTo(at, name);
    if (std::find(std::begin(kFields), std::end(kFields), name) == std::end(kFields)) {
      return BodyError{400, "a report has no member of this name", place};
    }
    if (member.value.IsNull()) continue;
    if (!member.value.IsString()) return BodyError{400, "not a string", place};
    json.Field(name, View(member.value));
  }
  json.EndObject();
  line += '\n';
  const std::string_view published = StringMember(report, "published");
  if (!published.empty() && !Moment::Parse(published)) {
    return BodyError{400, "not a day or time of ISO 8601", at + "/published"};
  }
  return std::nullopt;
}

Result<std::vector<Document>> ReadLine(const std::string& line, bool has_id) {
  std::istringstream stream(line);
  ReportReader reader("report.jsonl", stream, {});
  auto report = reader.Next();
  if (!report) return Error{ErrorCode::kMalformed, "no report"};
  if (!*report) return report->error();
  std::vector<Document> reports;
  reports.push_back(std::move(**report));
  if (!has_id) reports[0].id = NameOf(reports[0]);
  reports[0].path.clear();
  return reports;
}

BodyError AddressError(const Error& error, const std::string& at) {
  switch (error.code) {
    case ErrorCode::kInvalid:
      return {400, error.message, at};
    case ErrorCode::kConflict:
      return {503, error.message, at};
    case ErrorCode::kUnsupported:
      return {403, error.message, at};
    default:
      return {502, error.message, at};
  }
}

}  // namespace

std::variant<std::vector<Document>, BodyError> ReadNewReports(const rapidjson::Value& body,
                                                              const ReadAddress& read_address) {
  if (!body.IsObject()) return BodyError{400, "not an object", ""};
  const rapidjson::Value* const list = Member(body, "reports");
  if (list == nullptr || !list->IsArray()) return BodyError{400, "a list is needed", "/reports"};
  if (list->Empty()) return BodyError{400, "no report in the list", "/reports"};
  if (list->Size() > kMostNewReports) {
    return BodyError{413, "more than " + std::to_string(kMostNewReports) + " reports", "/reports"};
  }
  std::vector<Document> reports;
  for (rapidjson::SizeType i = 0; i < list->Size(); ++i) {
    const rapidjson::Value& item = (*list)[i];
    const std::string place = "/reports/" + std::to_string(i);
    std::string line;
    if (auto error = AppendLine(item, place, line)) return *error;
    const bool has_text = !Trim(StringMember(item, "text")).empty();
    const std::string url(StringMember(item, "url"));
    if (!has_text && (url.empty() || !read_address)) {
      return BodyError{400, "a report has a text", place + "/text"};
    }
    auto read = has_text ? ReadLine(line, !StringMember(item, "id").empty()) : read_address(url);
    if (!read && has_text) return BodyError{400, read.error().message, place};
    if (!read) return AddressError(read.error(), place + "/url");
    std::move(read->begin(), read->end(), std::back_inserter(reports));
  }
  return reports;
}

std::variant<std::vector<Document>, BodyError> ReadFile(std::string_view media_type,
                                                        const std::string& body,
                                                        const Target& target) {
  const std::string type = AsciiLower(Trim(media_type.substr(0, media_type.find(';'))));
  const auto* const known = std::find_if(std::begin(kMediaTypes), std::end(kMediaTypes),
                                         [&](const MediaType& item) { return item.type == type; });
  if (known == std::end(kMediaTypes)) {
    return BodyError{415, "application/json, text/plain, text/html or another form of reports", ""};
  }
  ReadOptions options;
  if (target.Has("published")) {
    options.published = Moment::Parse(target.Value("published"));
    if (!options.published) {
      return BodyError{400, "parameter published: not a day or time of ISO 8601", ""};
    }
  }
  // A name gives reports their ids, as a path does on the command line.
  std::string name(target.Value("name"));
  name.erase(0, name.find_last_of("/\\") + 1);
  const bool named = !name.empty();
  if (!named) name = "report";
  if (name.find('.') == std::string::npos) name += known->ending;
  std::istringstream stream(body);
  ReportReader reader(name, stream, options);
  std::vector<Document> reports;
  while (auto report = reader.Next()) {
    if (!*report) return BodyError{400, report->error().message, ""};
    Document& read = reports.emplace_back(std::move(**report));
    const auto fill = [&](std::string_view parameter, std::optional<std::string>& field) {
      if (!field && target.Has(parameter)) field = target.Value(parameter);
    };
    fill("title", read.title);
    fill("source", read.source);
    fill("url", read.url);
    read.path.clear();
    if (reports.size() > kMostNewReports) return BodyError{413, "too many reports at once", ""};
  }
  if (reports.empty()) return BodyError{400, "no report in the body", ""};
  for (Document& report : reports) {
    if (!named && report.id.starts_with("report")) report.id = NameOf(report);
  }
  if (reports.size() == 1 && target.Has("id")) reports[0].id = target.Value("id");
  return reports;
}

}  // namespace synoptic
