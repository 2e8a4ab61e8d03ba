// Feeds (RSS 0.9x, 1.0 and 2.0; Atom, RFC 4287), news sitemaps and NewsML-G2.
#include <algorithm>

#include "base/ascii.h"
#include "ingest/encoding.h"
#include "ingest/formats.h"
#include "ingest/newsml.h"
#include "ingest/opml.h"
#include "ingest/xml_tree.h"

namespace synoptic {
namespace {

constexpr size_t kHead = 16384;  // bytes in which the first element must begin

// Names of persons in an element: "name" of Atom, or the text, where "me@x.example (Ana Orlec)" has
// the name in brackets.
void AddAuthor(const XmlNode* node, std::vector<std::string>& authors) {
  std::string name = ChildText(node, "name");
  if (name.empty()) name = std::string(Trim(RawText(node)));
  const size_t open = name.find('(');
  if (name.find('@') < open && open != std::string::npos)
    name = name.substr(open + 1, name.find(')', open) - open - 1);
  if (!name.empty() && name.find('@') == std::string::npos &&
      std::find(authors.begin(), authors.end(), name) == authors.end())
    authors.push_back(name);
}

// The text of an item, the fullest of its forms, and a title for one that has none of its own.
struct ItemText {
  std::string text;
  bool markup = true;
  int rank = 0;
  std::string other_title;
};

void Offer(ItemText& item, std::string text, bool markup, int rank) {
  if (rank <= item.rank || Trim(text).empty()) return;
  item.text = std::move(text), item.markup = markup, item.rank = rank;
}

// What an element holds, whether written as markup, escaped or in base64 (Atom 0.3's mode, and
// types of Atom 1.0 that are neither text nor XML: RFC 4287, 4.1.3.3).
std::string Content(XmlNode* node, bool* markup) {
  const std::string_view type = Attribute(node, "type");
  bool inner = type == "xhtml";
  for (const XmlNode* child = node->children; child; child = child->next) inner |= IsElement(child);
  if (markup) *markup = inner || type.empty() || type.ends_with("html") || type.ends_with("xml");
  if (inner) return InnerMarkup(node);
  std::string text = RawText(node);
  const bool other = type.find('/') != type.npos && !type.starts_with("text/") &&
                     !type.ends_with("xml") && !type.ends_with("html");
  if (!other && Attribute(node, "mode") != "base64") return text;
  text = DecodeText(FromBase64(text)).text;
  if (markup) *markup = true;
  return LooksBinary(text) ? std::string() : text;
}

void ReadAtomText(XmlNode* node, int rank, ItemText& item) {
  if (!Attribute(node, "src").empty()) return;
  bool markup = false;
  std::string text = Content(node, &markup);
  Offer(item, std::move(text), markup && !Attribute(node, "type").empty(), rank);
}

// Of a picture or a recording, which may be all that the item is.
void ReadMediaPart(const XmlNode* node, ItemText& text) {
  const std::string_view tag = Tag(node);
  if (tag == "title") text.other_title = std::string(Trim(RawText(node)));
  if (tag == "description" || tag == "summary") Offer(text, RawText(node), true, 1);
}

void ReadLink(const XmlNode* node, RawReport& raw) {
  const std::string_view rel = Attribute(node, "rel");
  const std::string_view href = Attribute(node, "href");
  if (href.empty()) {
    const std::string text(Trim(RawText(node)));
    if (!text.empty() && raw.url.empty()) raw.url = text;
  } else if ((rel.empty() || rel == "alternate") && raw.url.empty()) {
    raw.url = href;
  }
}

void ReadItemPart(XmlNode* node, RawReport& raw, ItemText& text, std::string& permalink) {
  const std::string_view tag = Tag(node);
  const std::string_view prefix = Prefix(node);
  if (prefix == "media" || prefix == "itunes") return ReadMediaPart(node, text);
  const std::string value(Trim(RawText(node)));
  if (tag == "title") {
    // Of an item's own and one in a name space for all things ("dc:title") its own counts.
    std::string title(Trim(Content(node, nullptr)));
    if (raw.title.empty() || (prefix.empty() && !title.empty())) raw.title = std::move(title);
  } else if (tag == "link") {
    ReadLink(node, raw);
  } else if (tag == "origLink") {
    raw.url = value;
  } else if (tag == "guid" || tag == "id") {
    raw.id = value;
    if (tag == "guid" && Attribute(node, "isPermaLink") != "false" && value.starts_with("http"))
      permalink = value;
  } else if (tag == "pubDate" || tag == "published" || tag == "issued" || tag == "date") {
    if (raw.published.empty()) raw.published = value;
  } else if (tag == "updated" || tag == "modified") {
    raw.modified = value;
  } else if (tag == "author" || tag == "creator") {
    AddAuthor(node, raw.authors);
  } else if (tag == "source") {
    std::string name = ChildText(node, "title");
    if (name.empty()) name = value;
    if (!name.empty()) raw.based_on.push_back(name);
  } else if (tag == "encoded") {
    Offer(text, value, true, 5);
  } else if (tag == "fullitem" || tag == "body") {
    Offer(text, Content(node, nullptr), true, 5);
  } else if (tag == "content") {
    ReadAtomText(node, 4, text);
  } else if (tag == "description") {
    Offer(text, Content(node, nullptr), true, 3);
  } else if (tag == "summary") {
    ReadAtomText(node, 2, text);
  }
}

RawReport ReadItem(const XmlNode* item) {
  RawReport raw;
  ItemText text;
  std::string permalink;
  for (XmlNode* child = item->children; child; child = child->next) {
    if (IsElement(child)) ReadItemPart(child, raw, text, permalink);
  }
  if (raw.title.empty()) raw.title = std::move(text.other_title);
  if (raw.url.empty()) raw.url = permalink;
  if (raw.url.empty()) raw.url = Attribute(item, "about");  // RSS 1.0
  if (raw.published.empty()) raw.published = raw.modified;
  raw.text = std::move(text.text);
  raw.markup = text.markup;
  return raw;
}

// <url> of a sitemap with the extension for news.
RawReport ReadSitemapEntry(const XmlNode* url) {
  RawReport raw;
  raw.url = ChildText(url, "loc");
  raw.modified = ChildText(url, "lastmod");
  const XmlNode* const news = Child(url, "news");
  raw.title = ChildText(news, "title");
  raw.published = ChildText(news, "publication_date");
  const XmlNode* const publication = Child(news, "publication");
  raw.source = ChildText(publication, "name");
  raw.language = ChildText(publication, "language");
  return raw;
}

struct Feed {
  std::string title, language;
  std::vector<XmlNode*> items;
};

// Items may stand in the channel (RSS 0.9x, 2.0) or beside it (RSS 0.90, 1.0).
Feed FindItems(XmlNode* root) {
  Feed feed;
  const XmlNode* const channel = Child(root, "channel");
  const XmlNode* const head = channel ? channel : root;
  feed.title = ChildText(head, "title");
  feed.language = ChildText(head, "language");
  if (feed.language.empty()) feed.language = Attribute(root, "lang");
  for (const XmlNode* parent : {channel, static_cast<const XmlNode*>(root)}) {
    if (!parent) continue;
    for (XmlNode* child = parent->children; child; child = child->next) {
      const std::string_view tag = Tag(child);
      if (tag == "item" || tag == "entry" || tag == "url") feed.items.push_back(child);
    }
  }
  return feed;
}

}  // namespace

// The first element decides, whatever stands before it.
bool LooksLikeXml(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHead);
  for (size_t at = head.find('<'); at != head.npos; at = head.find('<', at + 1)) {
    std::string_view rest = head.substr(at + 1);
    if (rest.starts_with("!--")) {
      at = head.find("-->", at);
      if (at == head.npos) return false;
    }
    if (rest.empty() || !IsAlpha(rest[0])) continue;
    rest = rest.substr(0, rest.find_first_of("> \t\r\n/"));
    rest.remove_prefix(rest.find(':') + 1);  // npos + 1 is 0
    for (const std::string_view root : {"rss", "RDF", "feed", "urlset", "sitemapindex", "opml",
                                        "newsMessage", "newsItem", "nitf", "CHANNEL"}) {
      if (rest == root) return true;
    }
    return false;
  }
  return false;
}

std::vector<Result<Document>> ReadXml(std::string_view path, std::string_view bytes,
                                      const ReadOptions& options) {
  const XmlTree tree = XmlTree::Parse(bytes);
  XmlNode* const root = tree.root();
  if (!root) return Only(Malformed(path, "XML that cannot be read"));
  const std::string_view kind = Tag(root);
  if (kind == "opml")
    return Only(Malformed(path, "a list of feeds; `synoptic watch` reads the feeds it names"));
  if (kind == "sitemapindex")
    return Only(Malformed(path, "an index of sitemaps, without reports; name the sitemaps"));
  if (kind == "CHANNEL")
    return Only(Malformed(path, "a channel of 1997 (CDF); no feed of today is"));
  std::vector<RawReport> raws;
  Feed feed;
  if (kind == "newsMessage" || kind == "newsItem") {
    raws = ReadNewsml(root);
  } else {
    feed = FindItems(root);
    for (const XmlNode* item : feed.items)
      raws.push_back(Tag(item) == "url" ? ReadSitemapEntry(item) : ReadItem(item));
  }
  std::vector<Result<Document>> reports;
  for (RawReport& raw : raws) {
    if (raw.source.empty()) raw.source = feed.title;
    if (raw.language.empty()) raw.language = feed.language;
    raw.place = std::string(path) + ":" + std::to_string(reports.size() + 1);
    reports.push_back(MakeReport(std::move(raw), path, options));
  }
  if (reports.empty()) reports.push_back(Malformed(path, "a feed without items"));
  return reports;
}

}  // namespace synoptic
