#include "show/html.h"

#include <algorithm>
#include <cmath>

namespace synoptic {
namespace {

std::string_view EscapeOf(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\r':
      return "&#13;";
    case '\0':
      return "\xEF\xBF\xBD";
    default:
      return {};
  }
}

}  // namespace

void AppendEscaped(std::string_view text, std::string& out) {
  size_t from = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const std::string_view escape = EscapeOf(text[at]);
    if (escape.empty()) continue;
    out.append(text, from, at - from);
    out += escape;
    from = at + 1;
  }
  out.append(text, from);
}

Html& Html::operator<<(Words words) {
  AppendEscaped(words.text, out_);
  return *this;
}

Html& Html::operator<<(const Attribute& attribute) {
  out_ += ' ';
  out_ += attribute.name.text();
  out_ += "=\"";
  AppendEscaped(attribute.value, out_);
  out_ += '"';
  return *this;
}

Html& Html::operator<<(int64_t number) {
  out_ += std::to_string(number);
  return *this;
}

Html& Html::operator<<(double number) {
  if (!std::isfinite(number)) number = 0;
  const auto tenths = std::llround(std::clamp(number, -1e9, 1e9) * 10);
  if (tenths < 0) out_ += '-';
  const auto size = std::llabs(tenths);
  out_ += std::to_string(size / 10);
  if (size % 10 != 0) (out_ += '.') += static_cast<char>('0' + size % 10);
  return *this;
}

}  // namespace synoptic
