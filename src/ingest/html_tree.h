// A page as a tree of elements and texts, with the few questions that extraction asks of it.
#ifndef SYNOPTIC_INGEST_HTML_TREE_H_
#define SYNOPTIC_INGEST_HTML_TREE_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "ingest/html_tags.h"

namespace synoptic {

struct HtmlAttribute {
  std::string_view name;  // in lower case
  std::string_view value;
};

// A part of a text, up to where the next begins, and the bytes of the page it was made of.
struct TextPiece {
  uint32_t at = 0;  // in Node::content
  uint32_t begin = 0, end = 0;
  bool copied = true;  // the same bytes; else what a reference stands for
};

// An element or a text. Names and texts are views into the page where it has them as they are.
struct Node {
  Node* parent = nullptr;
  Node* children = nullptr;  // the first
  Node* last = nullptr;      // the last child
  Node* next = nullptr;
  std::string_view name;     // of an element, in lower case, without a prefix; empty for a text
  std::string_view content;  // of a text
  const HtmlAttribute* attributes = nullptr;
  uint32_t attribute_count = 0;
  uint32_t piece = 0, piece_count = 0;  // of a text, for HtmlTree::Pieces
  TagId tag = TagId::kOther;
  bool element = false;
  uint64_t mark = 0;  // for whoever walks the tree
};

// Owns the page and its tree, which is at most 256 elements deep: what is nested deeper stands side
// by side. Not thread-safe; a tree is used by one thread.
class HtmlTree {
 public:
  // `page` in UTF-8. Total. Scripts (but data in JSON-LD), styles and remarks are left out. Linear.
  //
  // What tags imply and end is judged as by libxml2's parser for HTML 4 (html_tags.h); names,
  // attributes, entities, remarks and what browsers drop as WHATWG HTML has them.
  static HtmlTree Parse(std::string page);
  ~HtmlTree();
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;

  // Null where the page has nothing in it.
  Node* root() const;
  // The page as it was parsed.
  std::string_view page() const;
  // Where on the page the text of `node` stands, in order; empty for an element.
  std::span<const TextPiece> Pieces(const Node* node) const;

  struct Store;

 private:
  HtmlTree();
  std::unique_ptr<Store> store_;
};

inline bool IsElement(const Node* node) { return node->element; }
inline bool IsText(const Node* node) { return !node->element; }
inline std::string_view Tag(const Node* node) { return node->name; }

// Elements whose text is for machines.
inline bool IsProgram(std::string_view tag) {
  return tag == "script" || tag == "style" || tag == "noscript" || tag == "template";
}

// Elements that part words.
inline bool IsBreak(std::string_view tag) {
  return tag == "br" || tag == "p" || tag == "div" || tag == "li";
}

// The value of an attribute as it stands; empty where there is none. Valid as long as the tree.
std::string_view Attribute(const Node* node, std::string_view name);

bool HasAttribute(const Node* node, std::string_view name);

// The next node in document order that lies below `top`; null at the end. With `skip` what is below
// `node` is left out.
Node* Next(const Node* top, Node* node, bool skip = false);

// All text below `node`, white space squeezed, nothing of script and style.
std::string TextOf(const Node* node);

// `text` with the entities and tags of markup undone, as titles and names carry them (escaped once
// more than they should be), white space squeezed.
std::string PlainText(const std::string& text);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_HTML_TREE_H_
