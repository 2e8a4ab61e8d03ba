// The text of the article on a page.
#ifndef SYNOPTIC_INGEST_HTML_TEXT_H_
#define SYNOPTIC_INGEST_HTML_TEXT_H_

#include <string>
#include <vector>

#include "doc/source_map.h"
#include "ingest/html_tree.h"

namespace synoptic {

// One paragraph, heading, list item, quotation or table row, white space squeezed.
struct Block {
  std::string text;
  bool heading = false;
  bool caption = false;           // of a picture in the article
  const Node* element = nullptr;  // that holds it; lives as long as the tree
  std::vector<SourceRun> source;  // spans in `text`, sources in the page that was parsed
};

// Paragraphs of the article in order; empty where the page has none. `title` is left out where it
// stands as a heading. Linear in the page.
//
// Paragraphs are weighed by their words outside links; their weight goes to the elements around
// them, less the farther out (the idea of Arc90's Readability, 2009), more where an element calls
// itself the article; the heaviest element gives its paragraphs, without the parts that are named
// or shaped like furniture.
std::vector<Block> FindMainText(const HtmlTree& tree, std::string_view title);

// All paragraphs of a piece of markup that is known to be the article, as feeds carry it; without
// sources.
std::vector<Block> AllText(const HtmlTree& tree);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_HTML_TEXT_H_
