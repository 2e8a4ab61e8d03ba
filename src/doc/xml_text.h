// Text for XML 1.0.
#ifndef SYNOPTIC_DOC_XML_TEXT_H_
#define SYNOPTIC_DOC_XML_TEXT_H_

#include <string>
#include <string_view>

namespace synoptic {

// `text` (UTF-8) as character data or as the value of an attribute in double quotes. Control
// characters, which XML cannot hold, become blanks.
inline std::string EscapeXml(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    // U+FFFE and U+FFFF are no characters of XML.
    if (text.compare(i, 2, "\xEF\xBF") == 0 && i + 2 < text.size() &&
        (text[i + 2] == '\xBE' || text[i + 2] == '\xBF')) {
      escaped += ' ';
      i += 2;
    } else if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else if (c == '"') {
      escaped += "&quot;";
    } else {
      const auto byte = static_cast<unsigned char>(c);
      escaped += byte < 0x20 || byte == 0x7F ? ' ' : c;
    }
  }
  return escaped;
}

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_XML_TEXT_H_
