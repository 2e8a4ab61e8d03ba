// JSON that a client sent, read with the place of what is wrong in it.
#ifndef SYNOPTIC_SERVER_JSON_BODY_H_
#define SYNOPTIC_SERVER_JSON_BODY_H_

#include <optional>
#include <string>
#include <string_view>

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>

#include "base/result.h"

namespace synoptic {

// kMalformed, with line and column, where `text` is not one JSON value in UTF-8. Nesting as deep as
// memory goes is no danger: the parser keeps its own stack.
Result<rapidjson::Document> ParseJson(std::string_view text);

// A member of an object; nullptr where it is absent or null.
const rapidjson::Value* Member(const rapidjson::Value& object, std::string_view name);

// The member as a string; empty where it is absent, null or no string.
std::string_view StringMember(const rapidjson::Value& object, std::string_view name);

// The JSON Pointer (RFC 6901) of member `name` below `at`.
std::string PointerTo(std::string_view at, std::string_view name);

inline std::string_view View(const rapidjson::Value& string) {
  return {string.GetString(), string.GetStringLength()};
}

// `value` as JSON, appended to `out`.
void AppendJson(const rapidjson::Value& value, std::string& out);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_JSON_BODY_H_
