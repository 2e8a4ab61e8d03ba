#include "server/base64.h"

#include "base/ascii.h"

namespace synoptic {

std::optional<std::string> Base64Decoded(std::string_view text) {
  while (text.ends_with('=')) text.remove_suffix(1);
  if (text.size() % 4 == 1) return std::nullopt;
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    unsigned value = 0;
    if (IsUpper(c))
      value = static_cast<unsigned>(c - 'A');
    else if (IsLower(c))
      value = static_cast<unsigned>(c - 'a' + 26);
    else if (IsDigit(c))
      value = static_cast<unsigned>(c - '0' + 52);
    else if (c == '+')
      value = 62;
    else if (c == '/')
      value = 63;
    else
      return std::nullopt;
    bits = bits << 6 | value;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

}  // namespace synoptic
