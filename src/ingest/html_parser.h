// From the bytes of a page to the nodes of its tree.
#ifndef SYNOPTIC_INGEST_HTML_PARSER_H_
#define SYNOPTIC_INGEST_HTML_PARSER_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "ingest/html_tree.h"

namespace synoptic {

// What a tree is made of. Nodes never move.
struct HtmlTree::Store {
  std::string page;
  Arena strings;  // what the page does not have as it is: decoded, joined, in lower case
  std::vector<std::unique_ptr<Node[]>> nodes;  // in blocks
  Node* next_node = nullptr;
  size_t nodes_left = 0;  // of the last block
  std::vector<std::unique_ptr<HtmlAttribute[]>> attributes;
  HtmlAttribute* next_attribute = nullptr;
  size_t attributes_left = 0;
  std::vector<TextPiece> pieces;
  Node* root = nullptr;

  Node* NewNode();
  HtmlAttribute* NewAttributes(const std::vector<HtmlAttribute>& list);
};

// Fills `store` from its page.
void ParsePage(HtmlTree::Store& store);

// Appends to `out` what the reference at the begin of `text` ("&amp;", "&#8217;", "&eacute") stands
// for, itself where it is none, and returns how many bytes it takes.
size_t DecodeReference(std::string_view text, std::string& out);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_HTML_PARSER_H_
