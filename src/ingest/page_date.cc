#include "ingest/page_date.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <unordered_map>

#include "base/ascii.h"

namespace synoptic {
namespace {

constexpr size_t kLongestLine = 200;  // bytes of a line about the article; longer ones are prose
constexpr size_t kStart = 24;         // bytes of prose in which a date may open it
constexpr int kNearBehind = 14;       // texts behind the heading in which its date may stand
constexpr int kNearBefore = 8;        // texts before it
constexpr int kOuter = 3;             // elements outwards over which a date may be spread

// Names of <meta>, most trusted first.
constexpr std::string_view kPublished[] = {"article:published_time",
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
                                           "uploaddate",
                                           "vr:published_time",
                                           "rnews:datepublished",
                                           "originalpublicationdate",
                                           "ptime",
                                           "published_time_telegram",
                                           "citation_date",
                                           "timestamp",
                                           "og:regdate",
                                           "bt:pubdate",
                                           "shareaholic:article_published_time"};
constexpr std::string_view kChanged[] = {"article:modified_time", "og:updated_time", "datemodified",
                                         "last-modified"};

std::optional<Moment> FromTags(const MetaTags& tags, std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    const auto tag = tags.find(name);
    if (tag == tags.end()) continue;
    if (auto moment = ParsePageDate(tag->second)) return moment;
  }
  return std::nullopt;
}

// ".../2031/03/04/..." or ".../2031-03-04-..."
std::optional<Moment> DateInPath(std::string_view url) {
  for (size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    std::string part(url.substr(at + 1, 10));
    if (part.size() < 10 || !IsDigit(part[0]) || !IsDigit(part[3])) continue;
    std::replace(part.begin(), part.end(), '/', '-');
    if (auto moment = Moment::Parse(part)) return moment;
  }
  return std::nullopt;
}

// A day anywhere in the last part of the address: "04032031-ferry-talks", "ferry-talks-04-03-2031".
std::optional<Moment> DateInSlug(std::string_view url) {
  while (url.ends_with('/')) url.remove_suffix(1);
  const std::string_view slug = url.substr(url.rfind('/') + 1);  // npos + 1 is 0
  const auto number = [&](size_t at, size_t length) {
    return std::atoi(std::string(slug.substr(at, length)).c_str());
  };
  for (size_t at = 0; at < slug.size();) {
    size_t end = at;
    while (end < slug.size() && IsDigit(slug[end])) ++end;
    std::optional<Date> date;
    if (end - at == 8) {
      date = Date::Of(number(at, 4), number(at + 4, 2), number(at + 6, 2));
      if (!date || date->year < 1990)
        date = Date::Of(number(at + 4, 4), number(at + 2, 2), number(at, 2));
    } else if (end - at == 2 && end + 8 <= slug.size() && (slug[end] == '-' || slug[end] == '.') &&
               slug[end + 3] == slug[end]) {
      date = Date::Of(number(end + 4, 4), number(end + 1, 2), number(at, 2));
    }
    if (date && date->year >= 1990 && date->year < 2100) return Moment{*date, ""};
    at = std::max(end, at + 1);
  }
  return std::nullopt;
}

std::optional<Moment> FromElement(const Node* node) {
  for (const std::string_view name : {"datetime", "content", "title"}) {
    if (auto moment = ParsePageDate(Attribute(node, name))) return moment;
  }
  const std::string text = TextOf(node);
  return text.size() > kLongestLine ? std::nullopt : ParsePageDate(text);
}

std::optional<Moment> Marked(const DatePlaces& places) {
  for (const std::string_view wanted : {"datePublished", "dateCreated", "uploadDate"}) {
    for (const Node* node : places.times) {
      if (Attribute(node, "itemprop") != wanted) continue;
      if (auto moment = FromElement(node)) return moment;
    }
  }
  return std::nullopt;
}

std::string LettersOf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (IsAlnum(c) || (c & 0x80) != 0) out += ToLower(c);
  }
  return out;
}

// What is read on a page between tags, each with the line it stands in, counted from the heading.
class Reading {
 public:
  explicit Reading(const DatePlaces& places) : places_(places) { Walk(); }

  // Of what is marked or named as a date: the first behind the heading, else the first.
  std::optional<Moment> Nearest(const std::vector<Node*>& nodes) const {
    std::optional<Moment> first;
    for (Node* node : nodes) {
      auto moment = FromElement(node);
      if (!moment) continue;
      const auto place = places_of_.find(node);
      if (place != places_of_.end() && place->second >= heading_ && heading_ >= 0) return moment;
      if (!first) first = moment;
    }
    return first;
  }

  // A date that stands in a short line by the heading, or opens the article.
  std::optional<Moment> ByHeading() const {
    if (heading_ < 0) return std::nullopt;
    const auto end = static_cast<int>(lines_.size());
    for (int at = heading_; at < std::min(end, heading_ + kNearBehind); ++at) {
      if (auto moment = DateOf(at)) return moment;
    }
    for (int at = heading_ - 1; at >= std::max(0, heading_ - kNearBefore); --at) {
      if (auto moment = DateOf(at)) return moment;
    }
    return std::nullopt;
  }

 private:
  void Walk() {
    const std::string title = LettersOf(places_.title);
    int first_heading = -1;
    for (Node* node = places_.root; node;) {
      const std::string_view tag = Tag(node);
      const bool hidden = tag == "script" || tag == "style" || tag == "noscript" ||
                          tag == "template" || tag == "title" || tag == "select";
      const auto here = static_cast<int>(lines_.size());
      if (IsText(node) && !Trim(node->content).empty()) lines_.push_back(node);
      if (IsElement(node)) places_of_[node] = here;
      const bool heading = tag == "h1" || tag == "h2" || tag == "h3";
      if (heading && heading_ < 0 && !title.empty() && LettersOf(TextOf(node)) == title)
        heading_ = here;
      if (tag == "h1" && first_heading < 0) first_heading = here;
      node = Next(places_.root, node, hidden);
    }
    if (heading_ < 0) heading_ = first_heading;
  }

  std::optional<Moment> DateOf(int at) const {
    const Node* node = lines_[static_cast<size_t>(at)];
    const std::string_view own = Trim(node->content);
    if (std::none_of(own.begin(), own.end(), IsDigit)) return std::nullopt;
    if (own.size() > kLongestLine) return ParsePageDate(own.substr(0, kStart));
    if (auto moment = ParsePageDate(own)) return moment;
    const Node* around = node->parent;
    for (int out = 0; out < kOuter && around && around != places_.root; ++out) {
      const std::string text = TextOf(around);
      if (text.size() > kLongestLine) break;
      if (auto moment = ParsePageDate(text)) return moment;
      around = around->parent;
    }
    return std::nullopt;
  }

  const DatePlaces& places_;
  std::vector<const Node*> lines_;
  std::unordered_map<const Node*, int> places_of_;
  int heading_ = -1;  // line of the page's heading
};

// Machines write UTC; the address has the day as the outlet counts it.
Moment InZoneOfAddress(const Moment& moment, std::string_view url) {
  const bool utc = moment.time.ends_with('Z') || moment.time.ends_with("+00:00");
  const auto day = DateInPath(url);
  const bool next = utc && day && std::abs(day->date.DaysSince(moment.date)) == 1;
  return next ? *day : moment;
}

}  // namespace

std::optional<Moment> ChooseDate(const DatePlaces& places, const MetaTags& tags, const PageMeta& ld,
                                 std::string_view url) {
  if (ld.published) return InZoneOfAddress(*ld.published, url);
  if (auto moment = FromTags(tags, kPublished)) return InZoneOfAddress(*moment, url);
  if (auto moment = Marked(places)) return moment;
  if (auto moment = DateInPath(url)) return moment;
  const Reading reading(places);
  if (auto moment = reading.Nearest(places.times)) return moment;
  if (auto moment = reading.Nearest(places.named)) return moment;
  if (ld.page_date) return ld.page_date;
  if (auto moment = reading.ByHeading()) return moment;
  if (auto moment = DateInSlug(url)) return moment;
  if (auto moment = ParsePageDate(places.title)) return moment;
  if (auto moment = FromTags(tags, kChanged)) return moment;
  return std::nullopt;
}

}  // namespace synoptic
