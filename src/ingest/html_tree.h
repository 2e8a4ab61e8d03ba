// A page as libxml2 parsed it, with the few questions that extraction asks of it.
#ifndef SYNOPTIC_INGEST_HTML_TREE_H_
#define SYNOPTIC_INGEST_HTML_TREE_H_

#include <libxml/HTMLparser.h>

#include <memory>
#include <string>
#include <string_view>

namespace synoptic {

using Node = xmlNode;

inline std::string_view View(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

// Owns the tree. No network, no entities from outside, no recursion deeper than libxml2 allows
// (256).
class HtmlTree {
 public:
  // `utf8` is the page in UTF-8. A page that cannot be parsed at all has a null root.
  static HtmlTree Parse(std::string_view utf8);
  Node* root() const { return doc_ ? xmlDocGetRootElement(doc_.get()) : nullptr; }

 private:
  struct Free {
    void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
  };
  std::unique_ptr<xmlDoc, Free> doc_;
};

inline bool IsElement(const Node* node) { return node->type == XML_ELEMENT_NODE; }
inline bool IsText(const Node* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}
inline std::string_view Tag(const Node* node) {
  return IsElement(node) ? View(node->name) : std::string_view();
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

// `bytes` of a page in UTF-8, by byte-order mark, <meta> or what they look like, as browsers decide
// (WHATWG HTML, "determining the character encoding"). `label` is what the transport said, or
// empty.
std::string PageToUtf8(std::string_view bytes, std::string_view label);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_HTML_TREE_H_
