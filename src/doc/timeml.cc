#include "doc/timeml.h"

#include <utility>

#include "base/utf8.h"
#include "doc/labels.h"

namespace synoptic {
namespace {

void Escape(std::string_view text, std::string& out) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const bool allowed = c.value >= 0x20 || c.value == '\t' || c.value == '\n' || c.value == '\r';
    if (c.value == '&') {
      out += "&amp;";
    } else if (c.value == '<') {
      out += "&lt;";
    } else if (c.value == '>') {
      out += "&gt;";
    } else if (c.value == '"') {
      out += "&quot;";
    } else {
      AppendUtf8(allowed && c.value != 0xFFFE && c.value != 0xFFFF ? c.value : kReplacement, out);
    }
    at += c.length;
  }
}

void Attribute(std::string_view name, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out.append(" ").append(name).append("=\"");
  Escape(value, out);
  out += '"';
}

void WriteTime(const Document& document, const TimeExpression& time, size_t number,
               std::string& out) {
  out += "<TIMEX3";
  Attribute("tid", "t" + std::to_string(number), out);
  Attribute("type", Label(time.type), out);
  Attribute("value", time.value, out);
  Attribute("mod", time.mod, out);
  Attribute("quant", time.quant, out);
  Attribute("freq", time.freq, out);
  if (time.relative) Attribute("anchorTimeID", "t0", out);
  out += '>';
  Escape(document.Cut(time.span), out);
  out += "</TIMEX3>";
}

}  // namespace

void WriteTimeml(const Document& document, std::string& out) {
  const std::string day = document.published ? document.published->date.Iso() : "XXXX-XX-XX";
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>";
  Escape(document.id, out);
  out += "</DOCID>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"" + day +
         "\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">" + day +
         "</TIMEX3></DCT>\n<TEXT>";
  uint32_t at = 0;
  for (size_t i = 0; i < document.times.size(); ++i) {
    const TimeExpression& time = document.times[i];
    if (time.span.begin < at) continue;
    Escape(document.Cut({at, time.span.begin}), out);
    WriteTime(document, time, i + 1, out);
    at = time.span.end;
  }
  Escape(document.Cut({at, static_cast<uint32_t>(document.text.size())}), out);
  out += "</TEXT>\n</TimeML>\n";
}

}  // namespace synoptic
