#include "ingest/opml.h"

#include <libxml/uri.h>

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ingest/formats.h"
#include "ingest/html_tree.h"
#include "ingest/page_encoding.h"
#include "ingest/xml_tree.h"

namespace synoptic {
namespace {

// XML 1.0 allows neither control characters nor the two code points behind U+FFFD.
void AppendEscaped(std::string_view text, std::string& out) {
  const std::string valid = RepairUtf8(text);
  bool space = false;
  for (size_t at = 0; at < valid.size();) {
    const CodePoint next = DecodeAt(valid, at);
    const std::string_view character = std::string_view(valid).substr(at, next.length);
    at += next.length;
    if (next.value <= 0x20 || next.value == 0x7F) {
      space = true;
      continue;
    }
    if (space && !out.ends_with('"')) out += ' ';
    space = false;
    if (next.value == '&')
      out += "&amp;";
    else if (next.value == '<')
      out += "&lt;";
    else if (next.value == '"')
      out += "&quot;";
    else if (next.value == 0xFFFE || next.value == 0xFFFF)
      AppendUtf8(kReplacement, out);
    else
      out += character;
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

// `link` from `base`; empty where that is no address of the web.
std::string Resolve(std::string_view link, const std::string& base) {
  const std::string relative(Trim(link));
  xmlChar* const built = xmlBuildURI(reinterpret_cast<const xmlChar*>(relative.c_str()),
                                     reinterpret_cast<const xmlChar*>(base.c_str()));
  std::string url(View(built));
  xmlFree(built);
  const std::string lower = AsciiLower(url.substr(0, 8));
  return lower.starts_with("http://") || lower.starts_with("https://") ? url : std::string();
}

bool HasWord(std::string_view list, std::string_view word) {
  const std::string lower = AsciiLower(list);
  for (const std::string_view one : Split(lower, ' ')) {
    if (one == word) return true;
  }
  return false;
}

bool IsFeedType(std::string_view type) {
  const std::string lower = AsciiLower(Trim(type.substr(0, type.find(';'))));
  return lower == "application/rss+xml" || lower == "application/atom+xml" ||
         lower == "application/rdf+xml" || lower == "application/feed+json";
}

// What a page says of itself and what it offers.
std::vector<FeedLink> FeedsOfPage(std::string_view bytes, std::string_view url) {
  const HtmlTree tree = HtmlTree::Parse(PageToUtf8(bytes, ""));
  std::string base(url), site, title;
  std::vector<const Node*> links;
  for (Node* node = tree.root(); node; node = Next(tree.root(), node)) {
    const std::string_view tag = Tag(node), rel = Attribute(node, "rel");
    if (tag == "title" && title.empty()) title = TextOf(node);
    if (tag == "base" && HasAttribute(node, "href")) base = Resolve(Attribute(node, "href"), base);
    if (tag != "link" && tag != "a") continue;
    if (HasWord(rel, "canonical") && site.empty()) site = Resolve(Attribute(node, "href"), base);
    if (HasWord(rel, "alternate") && IsFeedType(Attribute(node, "type"))) links.push_back(node);
  }
  if (site.empty()) site = url;
  std::vector<FeedLink> feeds;
  for (const Node* link : links) {
    std::string address = Resolve(Attribute(link, "href"), base.empty() ? site : base);
    if (address.empty()) continue;
    std::string name(Trim(Attribute(link, "title")));
    feeds.push_back({name.empty() ? title : std::move(name), std::move(address), site});
  }
  return feeds;
}

// A feed by its own address and those it tells: its own, and the page it is of.
std::vector<FeedLink> FeedOfItself(const XmlNode* root, std::string_view url) {
  const XmlNode* const channel = Child(root, "channel");
  const XmlNode* const head = channel ? channel : root;
  FeedLink feed{PlainText(ChildText(head, "title")), std::string(url), ""};
  for (const XmlNode* node = head->children; node; node = node->next) {
    if (Tag(node) != "link") continue;
    const std::string_view href = Attribute(node, "href"), rel = Attribute(node, "rel");
    if (HasWord(rel, "self") && feed.url.empty()) feed.url = Resolve(href, "");
    if (!feed.site.empty() || !(rel.empty() || HasWord(rel, "alternate"))) continue;
    feed.site = Resolve(href.empty() ? std::string_view(RawText(node)) : href, feed.url);
  }
  if (feed.url.empty()) return {};
  return {feed};
}

}  // namespace

std::vector<FeedLink> FindFeeds(std::string_view bytes, std::string_view url) {
  std::vector<FeedLink> feeds = ReadOpml(bytes);
  if (feeds.empty() && LooksLikeXml(bytes)) {
    const XmlTree tree = XmlTree::Parse(bytes);
    if (tree.root() && Tag(tree.root()) != "opml") feeds = FeedOfItself(tree.root(), url);
  } else if (feeds.empty()) {
    feeds = FeedsOfPage(bytes, url);
  }
  std::set<std::string> seen;
  std::erase_if(feeds, [&](const FeedLink& feed) { return !seen.insert(feed.url).second; });
  return feeds;
}

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
