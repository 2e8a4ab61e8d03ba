#include "server/atom.h"

#include <algorithm>
#include <cstdio>

#include "base/utf8.h"
#include "doc/date.h"

namespace synoptic {
namespace {

void Escape(std::string_view text, std::string& out) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    at += point.length;
    const char32_t c = point.value;
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c >= 0x20 ? (c != 0xFFFE && c != 0xFFFF) : (c == '\t' || c == '\n'))
      AppendUtf8(c, out);
  }
}

void Element(std::string_view name, std::string_view text, std::string& out) {
  if (text.empty()) return;
  out.append("<").append(name).append(">");
  Escape(text, out);
  out.append("</").append(name).append(">");
}

void Link(std::string_view relation, std::string_view to, std::string& out) {
  out.append("<link rel=\"").append(relation).append("\" href=\"");
  Escape(to, out);
  out += "\"/>";
}

}  // namespace

std::string AtomTime(std::string_view moment) {
  const std::optional<Moment> read = Moment::Parse(moment);
  if (!read) return "1970-01-01T00:00:00Z";
  const std::chrono::sys_seconds time{std::chrono::seconds(read->UnixSeconds())};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  char out[40];
  std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return out;
}

std::string AtomFeed(std::string_view id, std::string_view title, std::string_view self,
                     const std::vector<AtomEntry>& entries) {
  std::string updated = AtomTime("");
  for (const AtomEntry& entry : entries) updated = std::max(updated, AtomTime(entry.updated));
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">";
  Element("id", id, out);
  Element("title", title, out);
  Element("updated", updated, out);
  out += "<author><name>Synoptic</name></author>";
  Link("self", self, out);
  for (const AtomEntry& entry : entries) {
    out += "\n<entry>";
    Element("id", entry.id, out);
    Element("title", entry.title.empty() ? entry.id : entry.title, out);
    Element("updated", AtomTime(entry.updated), out);
    Link("alternate", entry.link, out);
    if (!entry.author.empty()) {
      out += "<author>";
      Element("name", entry.author, out);
      out += "</author>";
    }
    Element("summary", entry.summary, out);
    out += "</entry>";
  }
  return out += "\n</feed>\n";
}

}  // namespace synoptic
