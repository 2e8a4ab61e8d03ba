#include "server/sources.h"

#include <algorithm>

namespace synoptic {
namespace {

using rapidjson::Value;

const Value& ListOf(const Value& object, std::string_view name) {
  static const Value kNothing(rapidjson::kArrayType);
  const Value* const list = Member(object, name);
  return list && list->IsArray() ? *list : kNothing;
}

uint32_t Position(const Value& span, std::string_view name) {
  const Value* const value = Member(span, name);
  return value && value->IsUint() ? value->GetUint() : 0;
}

}  // namespace

std::pair<uint32_t, uint32_t> PositionsOf(const Value& span) {
  return {Position(span, "begin"), Position(span, "end")};
}

void SourceBook::Load(const Value& comparison) {
  for (const Value& report : ListOf(comparison, "reports").GetArray()) {
    auto source = std::make_unique<Source>();
    source->text = StringMember(report, "text");
    source->title = StringMember(report, "title");
    source->outlet = StringMember(report, "source");
    source->published = StringMember(report, "published");
    source->points = std::make_unique<CodePointIndex>(source->text);
    sources_.insert_or_assign(std::string(StringMember(report, "id")), std::move(source));
  }
  const Value* const lineage = Member(comparison, "lineage");
  if (lineage == nullptr) return;
  for (const Value& origin : ListOf(*lineage, "origins").GetArray()) {
    for (const Value& report : ListOf(origin, "reports").GetArray()) {
      const auto found = report.IsString() ? sources_.find(View(report)) : sources_.end();
      if (found == sources_.end()) continue;
      found->second->origin = StringMember(origin, "id");
      found->second->origin_name = StringMember(origin, "name");
    }
  }
}

void SourceBook::LoadStory(Archive& archive, std::string_view story) {
  if (!stories_.emplace(story).second) return;
  const auto text = archive.StoryJson(story);
  if (!text || !*text) return;
  if (const auto read = ParseJson(**text)) Load(*read);
}

const SourceBook::Source* SourceBook::Find(std::string_view report) const {
  const auto found = sources_.find(report);
  return found == sources_.end() ? nullptr : found->second.get();
}

std::string SourceBook::Cut(std::string_view report, uint32_t begin, uint32_t end) const {
  const Source* const source = Find(report);
  if (source == nullptr || end <= begin) return {};
  const size_t from = source->points->ByteOf(begin);
  return source->text.substr(from, source->points->ByteOf(end) - from);
}

std::string SourceBook::OriginOf(std::string_view report) const {
  const Source* const source = Find(report);
  return source ? source->origin : std::string();
}

std::string SourceBook::Credit(std::string_view report) const {
  const Source* const source = Find(report);
  if (source == nullptr) return {};
  return source->outlet + (source->outlet.empty() || source->published.empty() ? "" : ", ") +
         source->published;
}

void SourceBook::WriteSpan(std::string_view report, uint32_t begin, uint32_t end,
                           JsonWriter& json) const {
  static const Source kUnknown;
  const Source* const found = Find(report);
  const Source& source = found ? *found : kUnknown;
  json.Field("report", report);
  json.Key("begin"), json.Int(begin);
  json.Key("end"), json.Int(end);
  json.Field("text", Cut(report, begin, end));
  json.FieldOrNull("title", source.title);
  json.FieldOrNull("source", source.outlet);
  json.FieldOrNull("published", source.published);
  json.FieldOrNull("origin", source.origin);
  json.FieldOrNull("origin_name", source.origin_name);
}

void SourceBook::WriteEvidence(const Value& list, JsonWriter& json) const {
  json.BeginArray();
  for (const Value& item : list.GetArray()) {
    const auto [begin, end] = PositionsOf(item);
    json.BeginObject();
    WriteSpan(StringMember(item, "report"), begin, end, json);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace synoptic
