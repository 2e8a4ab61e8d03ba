#include "ingest/html_meta.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "ingest/html_classes.h"
#include "ingest/json_ld.h"

namespace synoptic {
namespace {

constexpr size_t kLongestName = 80;  // bytes of an author's name
constexpr size_t kLongestByline = 200;

// The first value wins of several with one name.
using MetaTags = std::map<std::string, std::string, std::less<>>;

struct Found {
  MetaTags tags;                     // name, property or itemprop -> content
  std::vector<std::string> authors;  // <meta name=author>, one each
  std::string title;                 // <title>
  std::vector<Node*> h1;
  std::vector<Node*> times;    // <time>, itemprop dates
  std::vector<Node*> bylines;  // elements that are named or marked as authors
  std::vector<Node*> dates;    // elements that are named as dates
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
  if (tag == "title" && found.title.empty()) found.title = TextOf(node);
  if (tag == "h1") found.h1.push_back(node);
  if (tag == "script") {
    if (Attribute(node, "type").starts_with("application/ld+json") && node->children) {
      found.json_ld.emplace_back(View(node->children->content));
    }
    return;
  }
  const std::string_view item = Attribute(node, "itemprop");
  if (tag == "link" && Attribute(node, "rel") == "canonical") {
    found.tags.try_emplace("canonical", Attribute(node, "href"));
  }
  if (tag == "time" || item == "datePublished") found.times.push_back(node);
  const bool rel_author = Attribute(node, "rel") == "author";
  const uint8_t kinds = KindsOf(node);
  if (item == "author" || rel_author || (kinds & kAuthorPart)) found.bylines.push_back(node);
  if (kinds & kDatePart) found.dates.push_back(node);
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

std::string Key(std::string_view text) {
  std::string key;
  for (const char c : text) {
    if (IsAlnum(c) || (c & 0x80) != 0) key += ToLower(c);
  }
  return key;
}

// Without the outlet's name behind (or before) the last mark that can part them.
std::string WithoutSite(std::string title, std::string_view site) {
  static constexpr std::string_view kMarks[] = {" | ", " - ",  " – ", " — ", " • ",
                                                " · ", " :: ", " » ", " « "};
  for (int round = 0; round < 2; ++round) {
    size_t cut = std::string::npos, length = 0;
    for (const std::string_view mark : kMarks) {
      const size_t at = title.rfind(mark);
      if (at != std::string::npos && (cut == std::string::npos || at > cut))
        cut = at, length = mark.size();
    }
    if (cut == std::string::npos) break;
    const std::string tail = title.substr(cut + length);
    const bool named = !site.empty() && (Key(site).find(Key(tail)) != std::string::npos ||
                                         Key(tail).find(Key(site)) != std::string::npos);
    const auto words = std::count(tail.begin(), tail.end(), ' ') + 1;
    const bool bar = title[cut + 1] == '|' || length > 3;
    if (!named && !(bar ? words <= 6 : words <= 3 && cut > tail.size())) break;
    title.resize(cut);
  }
  return std::string(Trim(title));
}

// The headline that stands on the page, where the head of the page knows it too; else what the head
// says.
std::string ChooseTitle(const Found& found, const PageMeta& ld, std::string_view site) {
  const std::string og = FirstOf(found.tags, {"og:title", "twitter:title", "dc.title", "headline",
                                              "sailthru.title", "parsely-title"});
  const std::string told = Key(found.title) + "|" + Key(og) + "|" + Key(ld.title);
  std::string only;
  for (Node* h1 : found.h1) {
    const std::string text = TextOf(h1);
    const std::string key = Key(text);
    if (key.size() < 3) continue;
    if (told.find(key) != std::string::npos && key != Key(site)) return text;
    if (only.empty()) only = text;
  }
  if (!ld.title.empty()) return ld.title;
  if (!og.empty()) return WithoutSite(og, site);
  if (found.h1.size() == 1 && !only.empty()) return only;
  if (!found.title.empty()) return WithoutSite(found.title, site);
  return only;
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

std::optional<Moment> DateInUrl(std::string_view url) {
  for (size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    std::string part(url.substr(at + 1, 10));
    if (part.size() < 10 || !IsDigit(part[0]) || !IsDigit(part[3])) continue;
    std::replace(part.begin(), part.end(), '/', '-');
    if (auto moment = Moment::Parse(part)) return moment;
  }
  return std::nullopt;
}

std::optional<Moment> ChooseDate(const Found& found, const PageMeta& ld, std::string_view url) {
  if (ld.published) return ld.published;
  for (const std::string_view name : {"article:published_time",
                                      "og:article:published_time",
                                      "og:published_time",
                                      "datepublished",
                                      "date",
                                      "dc.date",
                                      "dc.date.issued",
                                      "dcterms.date",
                                      "dcterms.created",
                                      "dc.date.created",
                                      "pubdate",
                                      "publishdate",
                                      "publish-date",
                                      "publication_date",
                                      "article.published",
                                      "parsely-pub-date",
                                      "sailthru.date",
                                      "cxenseparse:recs:publishtime",
                                      "citation_publication_date",
                                      "article:created",
                                      "article.created",
                                      "datecreated",
                                      "last-modified",
                                      "vr:published_time",
                                      "rnews:datepublished",
                                      "originalpublicationdate",
                                      "ptime",
                                      "published_time_telegram",
                                      "citation_date",
                                      "timestamp",
                                      "og:regdate",
                                      "bt:pubdate",
                                      "shareaholic:article_published_time"}) {
    const auto tag = found.tags.find(name);
    if (tag == found.tags.end()) continue;
    if (auto moment = ParsePageDate(tag->second)) return moment;
  }
  for (Node* node : found.times) {
    for (const std::string_view name : {"datetime", "content", "title"}) {
      if (auto moment = ParsePageDate(Attribute(node, name))) return moment;
    }
    if (auto moment = ParsePageDate(TextOf(node))) return moment;
  }
  if (auto moment = DateInUrl(url)) return moment;
  for (Node* node : found.dates) {
    const std::string text = TextOf(node);
    if (text.size() > kLongestByline) continue;
    if (auto moment = ParsePageDate(text)) return moment;
  }
  for (const std::string_view name : {"article:modified_time", "og:updated_time", "datemodified"}) {
    const auto tag = found.tags.find(name);
    if (tag == found.tags.end()) continue;
    if (auto moment = ParsePageDate(tag->second)) return moment;
  }
  return std::nullopt;
}

}  // namespace

PageMeta FindMeta(const HtmlTree& tree, std::string_view url) {
  PageMeta meta;
  if (!tree.root()) return meta;
  const Found found = LookThrough(tree.root());
  for (const std::string& json : found.json_ld) ReadJsonLd(json, meta);
  const PageMeta ld = meta;
  if (meta.source.empty())
    meta.source =
        FirstOf(found.tags, {"og:site_name", "application-name", "dc.publisher", "publisher"});
  meta.title = ChooseTitle(found, ld, meta.source);
  meta.authors = ChooseAuthors(found, ld);
  meta.published = ChooseDate(found, ld, url);
  if (!meta.modified)
    meta.modified =
        ParsePageDate(FirstOf(found.tags, {"article:modified_time", "og:updated_time"}));
  meta.canonical = FirstOf(found.tags, {"canonical", "og:url"});
  const std::string_view language = Attribute(tree.root(), "lang");
  meta.language = std::string(language.substr(0, std::min<size_t>(language.find('-'), 3)));
  return meta;
}

}  // namespace synoptic
