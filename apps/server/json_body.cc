#include "server/json_body.h"

#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "base/utf8.h"

namespace synoptic {

Result<rapidjson::Document> ParseJson(std::string_view text) {
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::Document document;
  document.Parse<kFlags>(text.data(), text.size());
  if (!document.HasParseError()) return document;
  const size_t at = std::min(document.GetErrorOffset(), text.size());
  const std::string_view before = text.substr(0, at);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
  return Error{ErrorCode::kMalformed,
               "not JSON at line " + std::to_string(line) + ", column " +
                   std::to_string(CountCodePoints(before.substr(start)) + 1) + ": " +
                   rapidjson::GetParseError_En(document.GetParseError())};
}

const rapidjson::Value* Member(const rapidjson::Value& object, std::string_view name) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(
      rapidjson::StringRef(name.data(), static_cast<rapidjson::SizeType>(name.size())));
  return found == object.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
}

std::string_view StringMember(const rapidjson::Value& object, std::string_view name) {
  const rapidjson::Value* const member = Member(object, name);
  return member != nullptr && member->IsString() ? View(*member) : std::string_view();
}

std::string PointerTo(std::string_view at, std::string_view name) {
  std::string pointer = std::string(at) + '/';
  for (const char c : name) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
  return pointer;
}

void AppendJson(const rapidjson::Value& value, std::string& out) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);  // of a depth that the engine, or the checks before, bound
  out.append(buffer.GetString(), buffer.GetSize());
}

}  // namespace synoptic
