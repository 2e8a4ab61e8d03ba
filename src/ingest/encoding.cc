#include "ingest/encoding.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"

namespace synoptic {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16Little = "\xFF\xFE";
constexpr std::string_view kUtf16Big = "\xFE\xFF";

// Windows-1252, 0x80 to 0x9F (WHATWG Encoding Standard); above that it is Latin-1.
constexpr char16_t kWindows1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string FromWindows1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    AppendUtf8(byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte, text);
  }
  return text;
}

std::string FromUtf16(std::string_view bytes, bool big) {
  std::string text;
  const auto unit = [&](size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big ? first << 8 | second : second << 8 | first);
  };
  for (size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    const bool high = code >= 0xD800 && code < 0xDC00;
    if (high && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    } else if (code >= 0xD800 && code < 0xE000) {
      code = kReplacement;
    }
    AppendUtf8(code, text);
  }
  return text;
}

// Markup in UTF-16 without a mark: its first character is "<" (XML 1.0, appendix F).
bool IsUnmarkedUtf16(std::string_view bytes) {
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return false;
  const bool big = bytes[0] == '\0' && bytes[1] == '<' && bytes[2] == '\0' && bytes[3] != '\0';
  const bool little = bytes[0] == '<' && bytes[1] == '\0' && bytes[2] != '\0' && bytes[3] == '\0';
  return big || little;
}

// A well-formed sequence of two bytes or more: text that is Windows-1252 has next to none.
bool HasMultibyte(std::string_view bytes) {
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint next = DecodeAt(bytes, at);
    if (next.valid && next.length > 1) return true;
    at += next.length;
  }
  return false;
}

}  // namespace

std::string FromBase64(std::string_view text) {
  std::string out;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    int value = -1;
    if (IsUpper(c))
      value = c - 'A';
    else if (IsLower(c))
      value = c - 'a' + 26;
    else if (IsDigit(c))
      value = c - '0' + 52;
    else if (c == '+')
      value = 62;
    else if (c == '/')
      value = 63;
    if (value < 0) continue;
    bits = (bits << 6 | static_cast<uint32_t>(value)) & 0xFFFFFF;
    count += 6;
    if (count >= 8) out += static_cast<char>(bits >> (count -= 8) & 0xFF);
  }
  return out;
}

bool IsUtf16(std::string_view bytes) {
  return bytes.starts_with(kUtf16Little) || bytes.starts_with(kUtf16Big) || IsUnmarkedUtf16(bytes);
}

DecodedText DecodeText(std::string_view bytes) {
  DecodedText decoded;
  if (IsUnmarkedUtf16(bytes)) {
    decoded.text = FromUtf16(bytes, bytes[0] == '\0');
    decoded.encoding = bytes[0] == '\0' ? "utf-16be" : "utf-16le";
    decoded.warnings.emplace_back("read as UTF-16");
    return decoded;
  }
  if (bytes.starts_with(kUtf16Little) || bytes.starts_with(kUtf16Big)) {
    decoded.text = FromUtf16(bytes.substr(2), bytes.starts_with(kUtf16Big));
    decoded.encoding = bytes.starts_with(kUtf16Big) ? "utf-16be" : "utf-16le";
    decoded.warnings.emplace_back("read as UTF-16");
    return decoded;
  }
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (IsValidUtf8(bytes)) {
    decoded.text = bytes;
  } else if (!HasMultibyte(bytes)) {
    decoded.text = FromWindows1252(bytes);
    decoded.encoding = "windows-1252";
    decoded.warnings.emplace_back("not UTF-8, read as Windows-1252");
  } else {
    size_t replaced = 0;
    decoded.text = RepairUtf8(bytes, &replaced);
    decoded.warnings.push_back(std::to_string(replaced) +
                               (replaced == 1 ? " byte that is" : " bytes that are") +
                               " not UTF-8 replaced by U+FFFD");
  }
  return decoded;
}

bool LooksBinary(std::string_view bytes) {
  if (bytes.starts_with(kUtf16Little) || bytes.starts_with(kUtf16Big)) return false;
  if (IsUnmarkedUtf16(bytes)) return false;
  const std::string_view start = bytes.substr(0, 8192);
  const auto control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !IsSpace(c) && c != '\x1B') || byte == 0x7F;
  };
  const auto controls = std::count_if(start.begin(), start.end(), control);
  return start.find('\0') != std::string_view::npos ||
         static_cast<size_t>(controls) * 20 > start.size();
}

}  // namespace synoptic
