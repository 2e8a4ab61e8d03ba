#include "server/schema.h"

#include "base/utf8.h"

namespace synoptic {
namespace {

using rapidjson::Value;

std::string At(const std::string& at, std::string_view what) {
  return (at.empty() ? "the arguments" : at) + ": " + std::string(what);
}

bool IsOfType(const Value& value, std::string_view type) {
  if (type == "object") return value.IsObject();
  if (type == "array") return value.IsArray();
  if (type == "string") return value.IsString();
  if (type == "integer") return value.IsInt64() || value.IsUint64();
  if (type == "number") return value.IsNumber();
  if (type == "boolean") return value.IsBool();
  return type == "null" && value.IsNull();
}

std::optional<std::string> NumberFault(const Value& value, const Value& schema,
                                       const std::string& at) {
  const Value* const least = Member(schema, "minimum");
  const Value* const most = Member(schema, "maximum");
  if (least && value.GetDouble() < least->GetDouble()) return At(at, "too small");
  if (most && value.GetDouble() > most->GetDouble()) return At(at, "too large");
  return std::nullopt;
}

std::optional<std::string> StringFault(const Value& value, const Value& schema,
                                       const std::string& at) {
  const Value* const least = Member(schema, "minLength");
  if (least && CountCodePoints(View(value)) < least->GetUint64()) return At(at, "empty");
  const Value* const allowed = Member(schema, "enum");
  if (allowed == nullptr) return std::nullopt;
  std::string all;
  for (const Value& one : allowed->GetArray()) {
    if (View(one) == View(value)) return std::nullopt;
    all += (all.empty() ? "" : ", ") + std::string(View(one));
  }
  return At(at, "not one of " + all);
}

std::optional<std::string> ArrayFault(const Value& value, const Value& schema,
                                      const std::string& at) {
  const Value* const least = Member(schema, "minItems");
  const Value* const most = Member(schema, "maxItems");
  if (least && value.Size() < least->GetUint64()) return At(at, "too few");
  if (most && value.Size() > most->GetUint64()) return At(at, "too many");
  const Value* const items = Member(schema, "items");
  for (rapidjson::SizeType i = 0; items && i < value.Size(); ++i) {
    if (auto fault = SchemaFault(value[i], *items, at + "/" + std::to_string(i))) return fault;
  }
  return std::nullopt;
}

std::optional<std::string> ObjectFault(const Value& value, const Value& schema,
                                       const std::string& at) {
  if (const Value* const required = Member(schema, "required")) {
    for (const Value& name : required->GetArray()) {
      if (!value.HasMember(name)) return At(at + "/" + std::string(View(name)), "needed");
    }
  }
  const Value* const properties = Member(schema, "properties");
  const Value* const more = Member(schema, "additionalProperties");
  const bool closed = more && more->IsFalse();
  for (const auto& [name, member] : value.GetObject()) {
    const std::string place = PointerTo(at, View(name));
    const Value* const known = properties ? Member(*properties, View(name)) : nullptr;
    if (known == nullptr && closed) return At(place, "not known here");
    if (known == nullptr) continue;
    if (auto fault = SchemaFault(member, *known, place)) return fault;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> SchemaFault(const Value& value, const Value& schema,
                                       const std::string& at) {
  const std::string_view type = StringMember(schema, "type");
  if (!type.empty() && !IsOfType(value, type)) {
    return At(at, "not " +
                      std::string(type == "object" || type == "array" || type == "integer" ? "an "
                                                                                           : "a ") +
                      std::string(type));
  }
  if (value.IsNumber()) return NumberFault(value, schema, at);
  if (value.IsString()) return StringFault(value, schema, at);
  if (value.IsArray()) return ArrayFault(value, schema, at);
  if (value.IsObject()) return ObjectFault(value, schema, at);
  return std::nullopt;
}

}  // namespace synoptic
