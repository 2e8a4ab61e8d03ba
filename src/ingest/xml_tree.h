// XML as libxml2 parsed it, by local names.
#ifndef SYNOPTIC_INGEST_XML_TREE_H_
#define SYNOPTIC_INGEST_XML_TREE_H_

#include <memory>
#include <string>
#include <string_view>

#include "ingest/html_tree.h"

namespace synoptic {

// Owns the tree. No network, no DTD from outside, no entity but the five of XML is replaced; depth
// and size of text are bounded by libxml2 (256, 10 MB). Mended where it is not well-formed.
class XmlTree {
 public:
  static XmlTree Parse(std::string_view bytes);
  Node* root() const { return doc_ ? xmlDocGetRootElement(doc_.get()) : nullptr; }

 private:
  struct Free {
    void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
  };
  std::unique_ptr<xmlDoc, Free> doc_;
};

// The first child element with this local name; null where there is none.
Node* Child(const Node* parent, std::string_view name);
// All text below, as it stands; empty for null.
std::string RawText(const Node* node);
// RawText without white space at its ends.
std::string ChildText(const Node* parent, std::string_view name);
// The prefix of the element's name space, as well-known feeds write it ("dc", "media"); empty where
// it has none.
std::string_view Prefix(const Node* node);
// The markup below `node`, as XML.
std::string InnerMarkup(Node* node);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_XML_TREE_H_
