// A web page as a report.
#ifndef SYNOPTIC_INGEST_PAGE_H_
#define SYNOPTIC_INGEST_PAGE_H_

#include <string_view>

#include "doc/document.h"
#include "ingest/ingest.h"

namespace synoptic {

// The article on the page in `bytes`: `text` is its paragraphs, one a line with an empty line
// between, and what the page says of itself is in title, authors, published, source, language, url,
// credit and based_on. `url` is where the page came from, or empty. A page without an article has
// an empty text. Total. About a millisecond a page.
Document ReadPage(std::string_view path, std::string_view bytes, std::string_view url,
                  const ReadOptions& options);

// True where the bytes begin like HTML.
bool LooksLikeHtml(std::string_view bytes);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_PAGE_H_
