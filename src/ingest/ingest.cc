#include "ingest/ingest.h"

#include "base/utf8.h"
#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>

#include "base/ascii.h"

namespace synoptic {
namespace {

Document Plain(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  Document document;
  document.id = path;
  document.path = path;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  document.text = RepairUtf8(bytes);
  document.sections.push_back(
      {{0, static_cast<uint32_t>(document.text.size())}, SectionKind::kBody});
  if (options.published) {
    document.published = options.published;
    document.published_from = DateSource::kOption;
  }
  return document;
}

std::optional<std::string> StringField(const rapidjson::Value& value, const char* name) {
  const auto found = value.FindMember(name);
  if (found == value.MemberEnd() || !found->value.IsString()) return std::nullopt;
  return std::string(found->value.GetString(), found->value.GetStringLength());
}

}  // namespace

Result<Reading> ReadReports(std::string_view path, std::string bytes, const ReadOptions& options) {
  Reading reading;
  if (!path.ends_with(".jsonl")) {
    if (Trim(bytes).empty()) return Error{ErrorCode::kMalformed, std::string(path) + ": empty"};
    reading.reports.push_back(Plain(path, bytes, options));
    return reading;
  }
  size_t number = 0;
  for (const std::string_view line : Split(bytes, '\n')) {
    ++number;
    if (Trim(line).empty()) continue;
    rapidjson::Document json;
    json.Parse(line.data(), line.size());
    const auto text = json.IsObject() ? StringField(json, "text") : std::nullopt;
    if (!text) {
      reading.refused.push_back(std::string(path) + ":" + std::to_string(number) + ": no text");
      continue;
    }
    Document document = Plain(path, *text, options);
    document.id =
        StringField(json, "id").value_or(std::string(path) + ":" + std::to_string(number));
    document.title = StringField(json, "title");
    document.source = StringField(json, "source");
    document.url = StringField(json, "url");
    if (!document.published) {
      document.published = Moment::Parse(StringField(json, "published").value_or(""));
      if (document.published) document.published_from = DateSource::kMetadata;
    }
    reading.reports.push_back(std::move(document));
  }
  return reading;
}

}  // namespace synoptic
