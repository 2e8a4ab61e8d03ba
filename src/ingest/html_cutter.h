// A page cut into pieces of text, what is furniture by mark-up, name or place left out.
#ifndef SYNOPTIC_INGEST_HTML_CUTTER_H_
#define SYNOPTIC_INGEST_HTML_CUTTER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_source.h"
#include "ingest/html_tree.h"

namespace synoptic {

enum class Shape : uint8_t { kInline, kBlock, kParagraph, kHeading, kItem, kCaption, kDrop };

// What stands between two breaks of a page, white space squeezed.
struct Piece {
  Node* element = nullptr;  // the block that holds it
  Span span;                // of PageCut::gathered.text
  uint32_t words = 0;
  uint32_t linked = 0;  // words inside links
  Shape shape = Shape::kBlock;
  bool lead = false;  // the page calls it the article's summary
  double link_share() const { return words ? static_cast<double>(linked) / words : 0; }
};

// Whether what parts of the page are called says that they are furniture. Some pages call
// everything so.
enum class Names : uint8_t { kJudged, kIgnored };

struct PageCut {
  Gathered gathered;
  std::vector<Piece> pieces;  // in the order of the page
  std::string_view Text(const Piece& piece) const { return piece.span.In(gathered.text); }
};

// `title` is that of the article, letters and digits alone in
// lower case (Squeezed): what holds its heading is no furniture, whatever it is called. Linear in
// the page; uses the nodes' `mark`.
PageCut CutPage(Node* root, std::string_view title, Names names);

// Whether an element of a page that was cut holds the article's heading, or what calls itself its
// body.
bool HoldsHeading(const Node* element);

// `text` without all but letters and digits, in lower case.
std::string Squeezed(std::string_view text);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_HTML_CUTTER_H_
