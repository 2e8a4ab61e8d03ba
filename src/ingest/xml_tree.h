// XML as libxml2 parsed it, by local names.
#ifndef SYNOPTIC_INGEST_XML_TREE_H_
#define SYNOPTIC_INGEST_XML_TREE_H_

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace synoptic {

using XmlNode = xmlNode;

// Owns the tree. No network, no DTD from outside, no entity but the five of XML is replaced; depth
// and size of text are bounded by libxml2 (256, 10 MB). Mended where it is not well-formed.
class XmlTree {
 public:
  static XmlTree Parse(std::string_view bytes);
  XmlNode* root() const { return doc_ ? xmlDocGetRootElement(doc_.get()) : nullptr; }

 private:
  struct Free {
    void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
  };
  std::unique_ptr<xmlDoc, Free> doc_;
};

inline std::string_view View(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}
inline bool IsElement(const XmlNode* node) { return node->type == XML_ELEMENT_NODE; }
inline bool IsText(const XmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}
// The local name of an element; empty of other nodes.
inline std::string_view Tag(const XmlNode* node) {
  return IsElement(node) ? View(node->name) : std::string_view();
}
// The value of an attribute by its local name; empty where there is none. Valid as long as the
// tree.
std::string_view Attribute(const XmlNode* node, std::string_view name);
// The next node in document order that lies below `top`; null at the end. With `skip` what is below
// `node` is left out.
XmlNode* Next(const XmlNode* top, XmlNode* node, bool skip = false);

// The first child element with this local name; null where there is none.
XmlNode* Child(const XmlNode* parent, std::string_view name);
// All text below, as it stands; empty for null.
std::string RawText(const XmlNode* node);
// RawText without white space at its ends.
std::string ChildText(const XmlNode* parent, std::string_view name);
// The prefix of the element's name space, as well-known feeds write it ("dc", "media"); empty where
// it has none.
std::string_view Prefix(const XmlNode* node);
// The markup below `node`, as XML.
std::string InnerMarkup(XmlNode* node);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_XML_TREE_H_
