#include "server/row_json.h"

namespace synoptic {
namespace {

void CountOrNull(std::string_view key, const std::optional<uint64_t>& count, JsonWriter& json) {
  json.Key(key);
  count ? json.Int(static_cast<int64_t>(*count)) : json.Null();
}

// JSON that is kept as JSON; null where there is none.
void Kept(std::string_view key, std::string_view text, JsonWriter& json) {
  json.Key(key);
  text.empty() ? json.Null() : json.Raw(text);
}

}  // namespace

std::string_view SearchPlace(SearchIn in) {
  switch (in) {
    case SearchIn::kAll:
      return "all";
    case SearchIn::kText:
      return "text";
    case SearchIn::kQuotes:
      return "quotes";
    case SearchIn::kActors:
      return "actors";
  }
  return "all";
}

void WriteRow(const StoryRow& row, JsonWriter& json) {
  json.BeginObject();
  json.Field("id", row.id);
  json.FieldOrNull("title", row.title);
  json.Key("reports"), json.Int(static_cast<int64_t>(row.reports));
  CountOrNull("origins", row.origins, json);
  json.FieldOrNull("first", row.first);
  json.FieldOrNull("last", row.last);
  CountOrNull("disputed", row.disputed, json);
  json.Field("stale", row.stale);
  json.EndObject();
}

void WriteRow(const ReportRow& row, JsonWriter& json) {
  json.BeginObject();
  json.Field("id", row.id);
  json.Field("story", row.story);
  json.FieldOrNull("title", row.title);
  json.FieldOrNull("source", row.source);
  json.FieldOrNull("url", row.url);
  json.FieldOrNull("published", row.published);
  json.Field("language", row.language);
  json.Key("revision"), json.Int(static_cast<int64_t>(row.revision));
  json.EndObject();
}

void WriteRow(const SearchHit& row, JsonWriter& json) {
  json.BeginObject();
  json.Field("report", row.report);
  json.Field("story", row.story);
  json.FieldOrNull("title", row.title);
  json.FieldOrNull("source", row.source);
  json.FieldOrNull("published", row.published);
  json.Key("begin"), json.Int(row.begin);
  json.Key("end"), json.Int(row.end);
  json.Field("snippet", row.snippet);
  json.Field("in", SearchPlace(row.in));
  json.EndObject();
}

void WriteRow(const QuoteHit& row, JsonWriter& json) {
  json.BeginObject();
  json.Field("report", row.report);
  json.Field("story", row.story);
  Kept("quote", row.quote, json);
  json.Field("text", row.text);
  json.FieldOrNull("speaker", row.speaker);
  json.FieldOrNull("channel", row.channel);
  json.FieldOrNull("published", row.published);
  json.EndObject();
}

void WriteRow(const LedgerHit& row, JsonWriter& json) {
  json.BeginObject();
  json.Field("story", row.story);
  Kept("entry", row.entry, json);
  json.EndObject();
}

void WriteRow(const TimelineHit& row, JsonWriter& json) {
  json.BeginObject();
  json.Field("story", row.story);
  Kept("entry", row.entry, json);
  json.EndObject();
}

}  // namespace synoptic
