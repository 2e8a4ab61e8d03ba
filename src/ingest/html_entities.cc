// DecodeReference: numbers and the entities of HTML 4.
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ingest/html_parser.h"

namespace synoptic {
namespace {

constexpr size_t kLongestName = 8;  // of an entity of HTML 4 ("thetasym")

// Numbers that pages mean as bytes of Windows-1252 (WHATWG HTML, "numeric character reference end
// state").
constexpr char16_t kBytes[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                 0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

int DigitOf(char c, bool hex) {
  if (IsDigit(c)) return c - '0';
  const char lower = ToLower(c);
  return hex && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool IsCharacter(char32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  return code < 0xD800 || (code >= 0xE000 && code < 0xFFFE) || (code > 0xFFFF && code < 0x110000);
}

size_t DecodeNumber(std::string_view text, std::string& out) {
  const bool hex = text.size() > 2 && ToLower(text[2]) == 'x';
  size_t at = hex ? 3 : 2;
  char32_t code = 0;
  for (; at < text.size(); ++at) {
    const int digit = DigitOf(text[at], hex);
    if (digit < 0) break;
    if (code < 0x110000) code = code * (hex ? 16 : 10) + static_cast<char32_t>(digit);
  }
  if (at < text.size() && text[at] == ';') ++at;
  if (code >= 0x80 && code < 0xA0) code = kBytes[code - 0x80];
  if (IsCharacter(code)) AppendUtf8(code, out);
  return at;
}

// 0 where there is none. libxml2 looks its table through.
char32_t Named(std::string_view name) {
  struct Known {
    char name[kLongestName + 1] = {};
    char32_t code = 0;
  };
  thread_local std::array<Known, 256> known;
  size_t slot = name.size();
  for (const char c : name) slot = slot * 31 + static_cast<unsigned char>(c);
  Known& entry = known[slot % known.size()];
  if (name == entry.name) return entry.code;
  entry = {};
  std::copy(name.begin(), name.end(), entry.name);
  const htmlEntityDesc* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(entry.name));
  entry.code = found ? found->value : 0;
  return entry.code;
}

}  // namespace

size_t DecodeReference(std::string_view text, std::string& out) {
  if (text.size() > 1 && text[1] == '#') return DecodeNumber(text, out);
  size_t end = 1;
  while (end < text.size() && end <= kLongestName && IsAlnum(text[end])) ++end;
  const bool ended = end > 1 && end < text.size() && text[end] == ';';
  const char32_t code = ended ? Named(text.substr(1, end - 1)) : 0;
  if (code == 0) {
    out += '&';
    return 1;
  }
  AppendUtf8(code, out);
  return end + 1;
}

}  // namespace synoptic
