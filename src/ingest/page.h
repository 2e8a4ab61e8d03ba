// A web page as a report.
#ifndef SYNOPTIC_INGEST_PAGE_H_
#define SYNOPTIC_INGEST_PAGE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "ingest/ingest.h"

namespace synoptic {

// One post of a live blog, which begins where its text does and ends before the next.
struct Post {
  Span span;  // bytes of the report's text
  std::optional<Moment> published;
};

// What a page says beside its report.
struct PageDetails {
  std::vector<std::string> captions;                    // of its pictures; they are not in the text
  std::vector<std::vector<SourceRun>> caption_sources;  // of each, counted in the page's bytes
  std::vector<Post> posts;                              // of a live blog, in the order of the text
  bool paywall = false;  // says that it is not free: its text may be an opening
};

// The article on the page in `bytes`: `text` is its paragraphs, one a line with an empty line
// between, and what the page says of itself is in title, authors, published, source, language, url,
// credit and based_on. `url` is where the page came from, or empty. A page without an article has
// an empty text; a short one behind a paywall has a warning. `details` may be null. Total. About a
// millisecond a page.
Document ReadPage(std::string_view path, std::string_view bytes, std::string_view url,
                  const ReadOptions& options, PageDetails* details = nullptr);

// True where the bytes begin like HTML.
bool LooksLikeHtml(std::string_view bytes);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_PAGE_H_
