// The rows of a store as the JSON of openapi.yaml. Thread-safe.
#ifndef SYNOPTIC_SERVER_ROW_JSON_H_
#define SYNOPTIC_SERVER_ROW_JSON_H_

#include <string>
#include <string_view>

#include "doc/json_writer.h"
#include "store/rows.h"

namespace synoptic {

void WriteRow(const StoryRow& row, JsonWriter& json);
void WriteRow(const ReportRow& row, JsonWriter& json);
void WriteRow(const SearchHit& row, JsonWriter& json);
void WriteRow(const QuoteHit& row, JsonWriter& json);
void WriteRow(const LedgerHit& row, JsonWriter& json);
void WriteRow(const TimelineHit& row, JsonWriter& json);

std::string_view SearchPlace(SearchIn in);

// {"items": […], "next": …, "total": …}; `next` is the address of the following page, or null.
template <typename Row>
std::string PageJson(const RowPage<Row>& page, std::string_view next) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Key("items"), json.BeginArray();
  for (const Row& row : page.items) WriteRow(row, json);
  json.EndArray();
  json.FieldOrNull("next", next);
  json.Key("total"), json.Int(static_cast<int64_t>(page.total));
  json.EndObject();
  return out;
}

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_ROW_JSON_H_
