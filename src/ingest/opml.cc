#include "ingest/opml.h"

#include <algorithm>
#include <set>

#include "ingest/xml_tree.h"

namespace synoptic {
namespace {

void AppendEscaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
}

void AppendAttribute(std::string_view name, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out += ' ';
  out += name;
  out += "=\"";
  AppendEscaped(value, out);
  out += '"';
}

}  // namespace

std::vector<FeedLink> ReadOpml(std::string_view bytes) {
  std::vector<FeedLink> feeds;
  std::set<std::string> seen;
  const XmlTree tree = XmlTree::Parse(bytes);
  XmlNode* const root = tree.root();
  for (XmlNode* node = root; node; node = Next(root, node)) {
    if (Tag(node) != "outline") continue;
    std::string url(Attribute(node, "xmlUrl"));
    if (url.empty() || !seen.insert(url).second) continue;
    std::string_view title = Attribute(node, "title");
    if (title.empty()) title = Attribute(node, "text");
    feeds.push_back({std::string(title), std::move(url), std::string(Attribute(node, "htmlUrl"))});
  }
  return feeds;
}

std::string WriteOpml(const std::vector<FeedLink>& feeds) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>Feeds"
      "</title></head>\n<body>\n";
  for (const FeedLink& feed : feeds) {
    out += "<outline type=\"rss\"";
    AppendAttribute("text", feed.title.empty() ? feed.url : feed.title, out);
    AppendAttribute("title", feed.title, out);
    AppendAttribute("xmlUrl", feed.url, out);
    AppendAttribute("htmlUrl", feed.site, out);
    out += "/>\n";
  }
  return out += "</body>\n</opml>\n";
}

}  // namespace synoptic
