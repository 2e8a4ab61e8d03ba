// The project's own JSON, read back: RapidJSON's tree with look-ups that do not fail.
#ifndef SYNOPTIC_STORE_JSON_TREE_H_
#define SYNOPTIC_STORE_JSON_TREE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>
#include <rapidjson/writer.h>

namespace synoptic {

using JsonTree = rapidjson::Value;

inline const JsonTree& At(const JsonTree& object, const char* key) {
  static const JsonTree kNothing;
  if (!object.IsObject()) return kNothing;
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? kNothing : found->value;
}

// The items of a list; none where it is no list.
inline std::vector<const JsonTree*> Items(const JsonTree& object, const char* key) {
  std::vector<const JsonTree*> items;
  const JsonTree& list = At(object, key);
  if (!list.IsArray()) return items;
  for (const JsonTree& item : list.GetArray()) items.push_back(&item);
  return items;
}

inline std::optional<std::string_view> TextOf(const JsonTree& value) {
  if (!value.IsString()) return std::nullopt;
  return std::string_view(value.GetString(), value.GetStringLength());
}
inline std::optional<std::string_view> TextAt(const JsonTree& object, const char* key) {
  return TextOf(At(object, key));
}
inline std::string_view WordAt(const JsonTree& object, const char* key) {
  return TextAt(object, key).value_or(std::string_view());
}
inline std::optional<double> NumberAt(const JsonTree& object, const char* key) {
  const JsonTree& value = At(object, key);
  if (!value.IsNumber()) return std::nullopt;
  return value.GetDouble();
}
inline int64_t IntAt(const JsonTree& object, const char* key) {
  const JsonTree& value = At(object, key);
  return value.IsInt64() ? value.GetInt64() : 0;
}
inline bool FlagAt(const JsonTree& object, const char* key) {
  const JsonTree& value = At(object, key);
  return value.IsBool() && value.GetBool();
}

inline std::string Rendered(const JsonTree& value) {
  rapidjson::StringBuffer out;
  rapidjson::Writer<rapidjson::StringBuffer> writer(out);
  value.Accept(writer);
  return {out.GetString(), out.GetSize()};
}
// A list as text; "[]" where there is none.
inline std::string ListAt(const JsonTree& object, const char* key) {
  const JsonTree& value = At(object, key);
  return value.IsArray() ? Rendered(value) : "[]";
}

}  // namespace synoptic

#endif  // SYNOPTIC_STORE_JSON_TREE_H_
