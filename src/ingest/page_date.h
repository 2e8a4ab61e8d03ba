// When a page was published, from everything on it that may say so.
#ifndef SYNOPTIC_INGEST_PAGE_DATE_H_
#define SYNOPTIC_INGEST_PAGE_DATE_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/date.h"
#include "ingest/html_meta.h"
#include "ingest/html_tree.h"

namespace synoptic {

// name, property or itemprop -> content; the first value wins of several with one name.
using MetaTags = std::map<std::string, std::string, std::less<>>;

// Where on a page dates may stand. The nodes live as long as its tree.
struct DatePlaces {
  Node* root = nullptr;
  std::string title;         // of the page, to know its heading by
  std::vector<Node*> times;  // <time> and marked dates, in the order of the page
  std::vector<Node*> named;  // elements that call themselves dates
};

// The moment of publication, by trust: the article in JSON-LD, <meta>, marked dates, the address,
// <time>, what calls itself a date, other JSON-LD, and last a date that stands by the heading or in
// the title. nullopt where none says. `ld` is what JSON-LD gave.
std::optional<Moment> ChooseDate(const DatePlaces& places, const MetaTags& tags, const PageMeta& ld,
                                 std::string_view url);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_PAGE_DATE_H_
