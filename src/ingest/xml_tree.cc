#include "ingest/xml_tree.h"

#include <libxml/parser.h>

#include "base/ascii.h"

namespace synoptic {

XmlTree XmlTree::Parse(std::string_view bytes) {
  XmlTree tree;
  // Feeds begin with empty lines and marks, which XML does not allow.
  const size_t begin = bytes.find('<');
  if (begin == std::string_view::npos) return tree;
  if (!bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(begin);
  tree.doc_.reset(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                                XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                    XML_PARSE_NONET | XML_PARSE_COMPACT));
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
