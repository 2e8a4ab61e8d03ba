#include "server/target.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"

namespace synoptic {
namespace {

int HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  const char lower = ToLower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Error Bad(std::string_view what, size_t at) {
  return {ErrorCode::kInvalid,
          "the address of the request, byte " + std::to_string(at + 1) + ": " + std::string(what)};
}

// Decodes `part`, which begins at byte `at` of the target.
Result<std::string> Decoded(std::string_view part, size_t at, bool plus_is_space) {
  std::string out;
  for (size_t i = 0; i < part.size(); ++i) {
    char c = part[i];
    if (c == '%') {
      const int high = i + 2 < part.size() ? HexValue(part[i + 1]) : -1;
      const int low = high >= 0 ? HexValue(part[i + 2]) : -1;
      if (low < 0) return Bad("'%' is not followed by two hexadecimal digits", at + i);
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) return Bad("a control character", at + i);
    out += c;
  }
  if (!IsValidUtf8(out)) return Bad("not UTF-8", at);
  return out;
}

Result<std::vector<std::string>> ReadPath(std::string_view path) {
  std::vector<std::string> segments;
  size_t at = 1;
  for (const std::string_view part : Split(path.substr(1), '/')) {
    auto segment = Decoded(part, at, false);
    if (!segment) return segment.error();
    if (*segment == "." || *segment == "..") return Bad("a path does not lead upwards", at);
    segments.push_back(std::move(*segment));
    at += part.size() + 1;
  }
  if (segments.back().empty()) segments.pop_back();
  return segments;
}

}  // namespace

std::string_view Target::Value(std::string_view name) const {
  for (const auto& [key, value] : query) {
    if (key == name) return value;
  }
  return {};
}

bool Target::Has(std::string_view name) const {
  return std::any_of(query.begin(), query.end(),
                     [name](const auto& item) { return item.first == name; });
}

Result<Target> ReadTarget(std::string_view text) {
  if (!text.starts_with('/')) return Bad("does not begin with '/'", 0);
  const size_t mark = std::min(text.find('?'), text.size());
  auto path = ReadPath(text.substr(0, mark));
  if (!path) return path.error();
  Target target;
  target.path = std::move(*path);
  if (mark >= text.size()) return target;
  size_t at = mark + 1;
  for (const std::string_view part : Split(text.substr(at), '&')) {
    if (!part.empty()) {
      const size_t equals = std::min(part.find('='), part.size());
      auto key = Decoded(part.substr(0, equals), at, true);
      if (!key) return key.error();
      const size_t value_at = std::min(equals + 1, part.size());
      auto value = Decoded(part.substr(value_at), at + value_at, true);
      if (!value) return value.error();
      target.query.emplace_back(std::move(*key), std::move(*value));
    }
    at += part.size() + 1;
  }
  return target;
}

std::string PercentEncoded(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (IsAlnum(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

std::string TargetWith(const Target& target, std::string_view name, std::string_view value) {
  std::string out;
  for (const std::string& segment : target.path) out += '/' + PercentEncoded(segment);
  char separator = '?';
  const auto add = [&](std::string_view key, std::string_view text) {
    out += separator + PercentEncoded(key) + '=' + PercentEncoded(text);
    separator = '&';
  };
  for (const auto& [key, text] : target.query) {
    if (key != name) add(key, text);
  }
  add(name, value);
  return out;
}

}  // namespace synoptic
