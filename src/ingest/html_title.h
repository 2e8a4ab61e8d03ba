// Which of a page's several headlines is its title.
#ifndef SYNOPTIC_INGEST_HTML_TITLE_H_
#define SYNOPTIC_INGEST_HTML_TITLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

// Everything on a page that may be its headline, as plain text; empty where it has none.
struct Headlines {
  std::string shared;               // og:title or its like: what the outlet gives others
  std::string declared;             // headline of the article in JSON-LD
  std::string window;               // <title>
  std::vector<std::string> tops;    // <h1>, in the order of the page
  std::vector<std::string> others;  // further headlines of the head, for programs and services
  bool news = false;                // the page declares a news article
};

// The title: on a page of news what the outlet gives others, elsewhere the heading on the page that
// its head knows too; without the outlet's name around it. `site` is that name, `host` the page's;
// both may be empty. Empty where there is no headline at all.
std::string ChooseTitle(const Headlines& headlines, std::string_view site, std::string_view host);

enum class Tail : uint8_t { kNamed, kBrief };  // which ends go: those named, or brief ones too

// `title` without the outlet's name at its ends: what stands behind a mark such as "|" or " - " and
// is named like `site` or `host`; behind a bar, and with kBrief behind a dash, what is brief.
std::string WithoutSite(std::string title, std::string_view site, std::string_view host,
                        Tail tails);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_HTML_TITLE_H_
