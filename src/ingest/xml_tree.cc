#include "ingest/xml_tree.h"

#include <libxml/parser.h>

#include "base/ascii.h"
#include "ingest/encoding.h"

namespace synoptic {
namespace {

// `encoding` wins over what the declaration says; null where that decides.
xmlDoc* Read(std::string_view bytes, const char* encoding) {
  return xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, encoding,
                       XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                           XML_PARSE_NONET | XML_PARSE_COMPACT |
                           (encoding ? XML_PARSE_IGNORE_ENC : 0));
}

}  // namespace

XmlTree XmlTree::Parse(std::string_view bytes) {
  XmlTree tree;
  // What is wrong with an encoding libxml2 prints whatever its options say.
  const xmlStructuredErrorFunc silent = [](void*, auto) {};
  xmlSetStructuredErrorFunc(nullptr, silent);
  // Feeds begin with empty lines and marks, which XML does not allow.
  const size_t begin = bytes.find('<');
  if (begin == std::string_view::npos) return tree;
  if (!bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(begin);
  tree.doc_.reset(Read(bytes, nullptr));
  // An encoding nobody knows, or one that the bytes no longer are in.
  if (!tree.root()) tree.doc_.reset(Read(DecodeText(bytes).text, "UTF-8"));
  return tree;
}

std::string_view Attribute(const XmlNode* node, std::string_view name) {
  if (!IsElement(node)) return {};  // libxml2 keeps short texts where attributes would be
  for (const xmlAttr* attribute = node->properties; attribute; attribute = attribute->next) {
    if (View(attribute->name) == name) {
      return attribute->children ? View(attribute->children->content) : std::string_view();
    }
  }
  return {};
}

XmlNode* Next(const XmlNode* top, XmlNode* node, bool skip) {
  if (!skip && node->children && (IsElement(node) || node == top)) return node->children;
  while (node && node != top) {
    if (node->next) return node->next;
    node = node->parent;
  }
  return nullptr;
}

XmlNode* Child(const XmlNode* parent, std::string_view name) {
  if (!parent) return nullptr;
  for (XmlNode* child = parent->children; child; child = child->next) {
    if (IsElement(child) && Tag(child) == name) return child;
  }
  return nullptr;
}

std::string RawText(const XmlNode* node) {
  std::string text;
  if (!node) return text;
  auto* const top = const_cast<XmlNode*>(node);
  // What stands behind an entity is not walked into.
  for (XmlNode* at = top; at; at = Next(top, at)) {
    if (IsText(at)) text += View(at->content);
  }
  return text;
}

std::string ChildText(const XmlNode* parent, std::string_view name) {
  return std::string(Trim(RawText(Child(parent, name))));
}

std::string_view Prefix(const XmlNode* node) {
  return node->ns ? View(node->ns->prefix) : std::string_view();
}

std::string InnerMarkup(XmlNode* node) {
  std::string out;
  xmlBuffer* const buffer = xmlBufferCreate();
  for (XmlNode* child = node->children; child; child = child->next) {
    if (IsElement(child) || IsText(child)) xmlNodeDump(buffer, node->doc, child, 0, 0);
  }
  out = View(xmlBufferContent(buffer));
  xmlBufferFree(buffer);
  return out;
}

}  // namespace synoptic
