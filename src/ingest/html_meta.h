// What a page says of itself: title, authors, dates, outlet.
#ifndef SYNOPTIC_INGEST_HTML_META_H_
#define SYNOPTIC_INGEST_HTML_META_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/date.h"
#include "ingest/html_tree.h"

namespace synoptic {

// A post of a live blog as JSON-LD has it.
struct Update {
  std::string headline, body;  // plain text
  std::optional<Moment> published;
};

struct PageMeta {
  std::string title, source, language, canonical, credit;
  std::vector<std::string> authors;
  std::optional<Moment> published, modified;
  std::optional<Moment> page_date;  // JSON-LD's of something else than an article
  std::vector<std::string> based_on;
  std::string body;  // articleBody of JSON-LD; may be markup
  std::vector<Update> updates;
  bool paywall = false;               // says that it cannot be read for free
  bool news = false;                  // JSON-LD tells of an article of news
  std::vector<Node*> live;            // elements that call themselves a live blog, or posts of one
  std::vector<const Node*> headings;  // <title> and <h1>, where the title may stand
};

// JSON-LD (NewsArticle and its kin), OpenGraph, <meta>, microdata, <time>, visible bylines and
// dates, the URL, in that order of trust. Total; never fetches. `url` may be empty.
PageMeta FindMeta(const HtmlTree& tree, std::string_view url);

// A date as people and machines write it on pages ("2021-03-04T09:00+01:00", "04.03.2021, 09:00
// Uhr", "March 4th, 2021", "4 mars 2021"); nullopt where there is none, or where day and month
// cannot be told apart and `day_first` is not known.
std::optional<Moment> ParsePageDate(std::string_view text);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_HTML_META_H_
