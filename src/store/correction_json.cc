#include "store/rows.h"

#include "doc/json_writer.h"

namespace synoptic {

void WriteRow(const Correction& row, JsonWriter& json) {
  json.BeginObject();
  json.Field("id", row.id);
  json.Field("made", row.made);
  json.Field("kind", row.kind);
  json.FieldOrNull("story", row.story);
  json.FieldOrNull("report", row.report);
  json.FieldOrNull("target", row.target);
  json.Field("actors", row.actors);
  json.FieldOrNull("value", row.value);
  json.FieldOrNull("note", row.note);
  json.EndObject();
}

}  // namespace synoptic
