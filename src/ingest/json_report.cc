// Reports in JSON: the project's own fields, those of news-please and passim, IPTC ninjs, JSON
// Feed.
#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "base/ascii.h"
#include "ingest/formats.h"

namespace synoptic {
namespace {

using Value = rapidjson::Value;
using Names = std::initializer_list<const char*>;

// Of one field in the several vocabularies, the project's own first.
constexpr Names kId = {"id", "guid", "uri", "_id", "filename"};
constexpr Names kTitle = {"title", "headline"};
constexpr Names kText = {"text", "maintext", "body_text", "content_text", "body", "content"};
constexpr Names kMarkup = {"content_html", "body_xhtml", "body_html"};
constexpr Names kSummary = {"summary", "description", "description_text"};
constexpr Names kUrl = {"url", "link", "external_url"};
constexpr Names kSource = {"source", "source_domain", "series", "publisher", "copyrightholder"};
constexpr Names kCredit = {"credit", "creditline"};
constexpr Names kPublished = {"published",    "date_publish",   "date_published",
                              "firstcreated", "versioncreated", "publication_date",
                              "date"};
constexpr Names kModified = {"modified", "date_modify", "date_modified", "versioncreated"};
constexpr Names kLanguage = {"language", "lang"};
constexpr Names kAuthors = {"authors", "author", "byline"};

const Value* Field(const Value& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string Text(const Value& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  if (value.IsInt64()) return std::to_string(value.GetInt64());
  if (value.IsObject()) {
    if (const Value* name = Field(value, "name"); name && name->IsString()) return Text(*name);
  }
  return {};
}

std::string FirstOf(const Value& object, Names names) {
  for (const char* name : names) {
    const Value* const value = Field(object, name);
    if (!value) continue;
    std::string text = Text(*value);
    if (!text.empty()) return text;
  }
  return {};
}

std::vector<std::string> AllOf(const Value& object, Names names) {
  std::vector<std::string> all;
  for (const char* name : names) {
    const Value* const value = Field(object, name);
    if (!value) continue;
    if (value->IsArray()) {
      for (const Value& item : value->GetArray()) {
        if (std::string text = Text(item); !text.empty()) all.push_back(std::move(text));
      }
    } else if (std::string text = Text(*value); !text.empty()) {
      all.push_back(std::move(text));
    }
    if (!all.empty()) break;
  }
  return all;
}

// ninjs 2 and 3 have lists of headlines and bodies, each with a role and a type.
void ReadNinjsLists(const Value& object, RawReport& raw) {
  if (const Value* lines = Field(object, "headlines"); lines && lines->IsArray()) {
    for (const Value& line : lines->GetArray()) {
      if (line.IsObject() && raw.title.empty()) raw.title = FirstOf(line, {"value"});
    }
  }
  const Value* const bodies = Field(object, "bodies");
  if (!bodies || !bodies->IsArray()) return;
  for (const Value& body : bodies->GetArray()) {
    if (!body.IsObject()) continue;
    const bool markup = FirstOf(body, {"contenttype"}).find("html") != std::string::npos;
    // Plain text is taken over markup where both are given.
    if (!raw.text.empty() && (markup || !raw.markup)) continue;
    raw.text = FirstOf(body, {"value"});
    raw.markup = markup;
  }
}

RawReport ReadObject(const Value& object, std::string_view place) {
  RawReport raw;
  raw.place = place;
  raw.id = FirstOf(object, kId);
  raw.title = FirstOf(object, kTitle);
  raw.url = FirstOf(object, kUrl);
  raw.source = FirstOf(object, kSource);
  raw.credit = FirstOf(object, kCredit);
  raw.language = FirstOf(object, kLanguage);
  raw.published = FirstOf(object, kPublished);
  raw.modified = FirstOf(object, kModified);
  if (raw.modified == raw.published) raw.modified.clear();
  raw.authors = AllOf(object, kAuthors);
  raw.based_on = AllOf(object, {"based_on", "infosources"});
  raw.text = FirstOf(object, kText);
  if (raw.text.empty()) {
    raw.text = FirstOf(object, kMarkup);
    raw.markup = !raw.text.empty();
  }
  if (raw.text.empty()) ReadNinjsLists(object, raw);
  if (raw.text.empty()) raw.text = FirstOf(object, kSummary);
  return raw;
}

bool IsJsonFeed(const Value& object) {
  const Value* const version = Field(object, "version");
  const Value* const items = Field(object, "items");
  return version && version->IsString() && items && items->IsArray() &&
         Text(*version).find("jsonfeed.org") != std::string::npos;
}

std::vector<Result<Document>> ReadList(const Value& list, const RawReport& feed,
                                       std::string_view path, std::string_view place,
                                       const ReadOptions& options) {
  std::vector<Result<Document>> reports;
  for (const Value& item : list.GetArray()) {
    const std::string where = std::string(place) + ":" + std::to_string(reports.size() + 1);
    if (!item.IsObject()) {
      reports.push_back(Malformed(where, "not a JSON object"));
      continue;
    }
    RawReport raw = ReadObject(item, where);
    if (raw.source.empty()) raw.source = feed.title;
    if (raw.language.empty()) raw.language = feed.language;
    reports.push_back(MakeReport(std::move(raw), path, options));
  }
  if (reports.empty()) reports.push_back(Malformed(place, "no report in it"));
  return reports;
}

}  // namespace

std::vector<Result<Document>> ReadJson(std::string_view path, std::string_view place,
                                       std::string_view json, const ReadOptions& options) {
  rapidjson::Document value;
  // Iterative: a line of a million brackets does not exhaust the stack.
  value.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  if (value.HasParseError()) {
    return Only(Malformed(place, "not JSON at byte " + std::to_string(value.GetErrorOffset()) +
                                     ": " + rapidjson::GetParseError_En(value.GetParseError())));
  }
  if (value.IsArray() && !value.Empty() && value[0].IsObject())
    return ReadList(value, {}, path, place, options);
  if (!value.IsObject()) return Only(Malformed(place, "not a JSON object"));
  if (IsJsonFeed(value)) {
    return ReadList(*Field(value, "items"), ReadObject(value, place), path, place, options);
  }
  RawReport raw = ReadObject(value, place);
  if (raw.text.empty()) return Only(Malformed(place, "no \"text\""));
  return Only(MakeReport(std::move(raw), path, options));
}

Result<Document> ReadRow(std::string_view path, std::string_view place,
                         const std::vector<std::string>& names,
                         const std::vector<std::string>& cells, const ReadOptions& options) {
  rapidjson::Document row(rapidjson::kObjectType);
  for (size_t i = 0; i < names.size() && i < cells.size(); ++i) {
    row.AddMember(Value(AsciiLower(Trim(names[i])), row.GetAllocator()),
                  Value(cells[i], row.GetAllocator()), row.GetAllocator());
  }
  return MakeReport(ReadObject(row, place), path, options);
}

}  // namespace synoptic
