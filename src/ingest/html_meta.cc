#include "ingest/html_meta.h"

#include <algorithm>

#include "base/ascii.h"
#include "ingest/html_classes.h"
#include "ingest/html_title.h"
#include "ingest/json_ld.h"
#include "ingest/page_date.h"

namespace synoptic {
namespace {

constexpr size_t kLongestName = 80;     // bytes of an author's name
constexpr size_t kLongestByline = 200;  // bytes of what may be a line of authors

struct Found {
  MetaTags tags;                     // name, property or itemprop -> content
  std::vector<std::string> authors;  // <meta name=author>, one each
  std::string title;                 // <title>
  const Node* window = nullptr;      // that element
  std::vector<Node*> h1;
  std::vector<Node*> bylines;  // elements that are named or marked as authors
  std::vector<Node*> live;     // elements that are named as live blogs or their posts
  DatePlaces dates;
  std::vector<std::string> json_ld;
};

void LookAtMeta(const Node* node, Found& found) {
  std::string_view name = Attribute(node, "property");
  if (name.empty()) name = Attribute(node, "name");
  if (name.empty()) name = Attribute(node, "itemprop");
  const std::string content(Trim(Attribute(node, "content")));
  if (name.empty() || content.empty()) return;
  const std::string key = AsciiLower(name);
  if (key == "author" || key == "article:author" || key == "dc.creator" ||
      key == "citation_author" || key == "parsely-author" || key == "sailthru.author" ||
      key == "byl") {
    found.authors.push_back(content);
  }
  found.tags.try_emplace(key, content);
}

void LookAt(Node* node, Found& found) {
  const std::string_view tag = Tag(node);
  if (tag == "meta") return LookAtMeta(node, found);
  if (tag == "title" && found.title.empty()) found.title = TextOf(node), found.window = node;
  if (tag == "h1") found.h1.push_back(node);
  if (tag == "script") {
    if (Attribute(node, "type").starts_with("application/ld+json") && node->children) {
      found.json_ld.emplace_back(node->children->content);
    }
    return;
  }
  const std::string_view item = Attribute(node, "itemprop");
  if (tag == "link" && Attribute(node, "rel") == "canonical") {
    found.tags.try_emplace("canonical", Attribute(node, "href"));
  }
  if (tag == "time" || item == "datePublished" || item == "uploadDate" || item == "dateCreated")
    found.dates.times.push_back(node);
  const bool rel_author = Attribute(node, "rel") == "author";
  const uint8_t kinds = KindsOf(node);
  if (item == "author" || rel_author || (kinds & kAuthorPart)) found.bylines.push_back(node);
  if (kinds & kDatePart) found.dates.named.push_back(node);
  if (kinds & kLivePart) found.live.push_back(node);
}

Found LookThrough(Node* root) {
  Found found;
  for (Node* node = root; node; node = Next(root, node)) {
    if (IsElement(node)) LookAt(node, found);
  }
  return found;
}

std::string FirstOf(const MetaTags& tags, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = tags.find(name);
    if (found != tags.end() && !found->second.empty()) return found->second;
  }
  return {};
}

Headlines HeadlinesOf(const Found& found, const PageMeta& ld) {
  Headlines all;
  all.shared = PlainText(FirstOf(found.tags, {"og:title", "twitter:title", "dc.title", "headline",
                                              "sailthru.title", "parsely-title"}));
  for (const std::string_view name : {"headline", "twitter:title", "parsely-title", "dc.title"}) {
    const auto tag = found.tags.find(name);
    if (tag != found.tags.end()) all.others.push_back(PlainText(tag->second));
  }
  all.declared = ld.title;
  all.window = found.title;
  for (const Node* h1 : found.h1) {
    all.tops.push_back(TextOf(h1));
    for (const Node* part = h1->children; part; part = part->next) {
      if (IsElement(part)) all.others.push_back(TextOf(part));
    }
  }
  all.news = !ld.title.empty() || FirstOf(found.tags, {"og:type"}) == "article";
  return all;
}

std::string_view HostOf(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  return url.substr(0, url.find_first_of("/?#:"));
}

bool IsName(std::string_view name) {
  if (name.empty() || name.size() > kLongestName || name.find("http") != name.npos ||
      name.find('@') != name.npos)
    return false;
  return std::any_of(name.begin(), name.end(),
                     [](char c) { return IsAlpha(c) || (c & 0x80) != 0; });
}

// "By Ana Orlec and Tom Brisk, Reporter" -> names; the words before a name are dropped by the table
// of labels.
void AddNames(std::string_view text, std::vector<std::string>& names) {
  static constexpr std::string_view kLabels[] = {
      "by ",        "von ",          "par ",         "por ",     "di ",
      "door ",      "text: ",        "author: ",     "autor: ",  "written by ",
      "posted by ", "published by ", "reported by ", "byline: ", "autorin: "};
  static constexpr std::string_view kJoints[] = {" and ", " und ", " et ", " y ", " & ",
                                                 ", ",    "; ",    " | ",  " / "};
  text = Trim(text);
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view label : kLabels) {
      if (text.size() > label.size() && EqualsIgnoreCase(text.substr(0, label.size()), label)) {
        text = Trim(text.substr(label.size()));
        changed = true;
      }
    }
  }
  size_t cut = std::string_view::npos, length = 0;
  for (const std::string_view joint : kJoints) {
    const size_t at = text.find(joint);
    if (at < cut) cut = at, length = joint.size();
  }
  if (cut != std::string_view::npos) {
    AddNames(text.substr(0, cut), names);
    return AddNames(text.substr(cut + length), names);
  }
  if (IsName(text) && std::find(names.begin(), names.end(), text) == names.end())
    names.emplace_back(text);
}

std::vector<std::string> ChooseAuthors(const Found& found, const PageMeta& ld) {
  std::vector<std::string> names;
  for (const std::string& author : ld.authors) AddNames(author, names);
  if (!names.empty()) return names;
  for (const std::string& author : found.authors) AddNames(author, names);
  if (!names.empty()) return names;
  for (const Node* byline : found.bylines) {
    const std::string text = TextOf(byline);
    if (text.size() < 4 || text.size() > kLongestByline) continue;
    if (std::any_of(text.begin(), text.end(), IsDigit)) continue;
    if (std::count(text.begin(), text.end(), ' ') > 9) continue;
    AddNames(text, names);
    if (!names.empty()) return names;
  }
  return names;
}

}  // namespace

PageMeta FindMeta(const HtmlTree& tree, std::string_view url) {
  PageMeta meta;
  if (!tree.root()) return meta;
  Found found = LookThrough(tree.root());
  for (const std::string& json : found.json_ld) ReadJsonLd(json, meta);
  const PageMeta ld = meta;
  if (meta.source.empty())
    meta.source =
        FirstOf(found.tags, {"og:site_name", "application-name", "dc.publisher", "publisher"});
  meta.canonical = FirstOf(found.tags, {"canonical", "og:url"});
  meta.title = ChooseTitle(HeadlinesOf(found, ld), meta.source,
                           HostOf(url.empty() ? std::string_view(meta.canonical) : url));
  meta.live = std::move(found.live);
  meta.headings.assign(found.h1.begin(), found.h1.end());
  if (found.window) meta.headings.push_back(found.window);
  meta.authors = ChooseAuthors(found, ld);
  found.dates.root = tree.root();
  found.dates.title = meta.title;
  meta.published =
      ChooseDate(found.dates, found.tags, ld, url.empty() ? std::string_view(meta.canonical) : url);
  if (!meta.modified)
    meta.modified =
        ParsePageDate(FirstOf(found.tags, {"article:modified_time", "og:updated_time"}));
  const std::string tier = AsciiLower(FirstOf(found.tags, {"article:content_tier"}));
  meta.paywall |= tier == "locked" || tier == "metered";
  const std::string_view language = Attribute(tree.root(), "lang");
  meta.language = std::string(language.substr(0, std::min<size_t>(language.find('-'), 3)));
  return meta;
}

}  // namespace synoptic
