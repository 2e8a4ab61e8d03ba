#include "ingest/newsml.h"

#include "base/ascii.h"

namespace synoptic {
namespace {

// A creator is named by <name> or, before version 2.4, by its literal.
std::string NameOf(const XmlNode* node) {
  if (!node) return {};
  std::string name = ChildText(node, "name");
  if (name.empty()) name = Attribute(node, "literal");
  return name;
}

RawReport ReadNewsItem(XmlNode* item) {
  RawReport raw;
  raw.id = Attribute(item, "guid");
  raw.language = Attribute(item, "lang");
  const XmlNode* const item_meta = Child(item, "itemMeta");
  raw.modified = ChildText(item_meta, "versionCreated");
  raw.published = ChildText(item_meta, "firstCreated");
  if (raw.published.empty()) raw.published = raw.modified;
  raw.source = NameOf(Child(item_meta, "provider"));
  const XmlNode* const meta = Child(item, "contentMeta");
  raw.title = ChildText(meta, "headline");
  raw.credit = ChildText(meta, "creditline");
  for (XmlNode* part = meta ? meta->children : nullptr; part; part = part->next) {
    const std::string_view tag = Tag(part);
    if (tag == "by") raw.authors.emplace_back(Trim(RawText(part)));
    if (tag == "infoSource" && !NameOf(part).empty()) raw.based_on.push_back(NameOf(part));
    if (tag == "language" && raw.language.empty()) raw.language = Attribute(part, "tag");
  }
  if (raw.source.empty()) raw.source = NameOf(Child(Child(item, "rightsInfo"), "copyrightHolder"));
  XmlNode* const content = Child(item, "contentSet");
  XmlNode* const inline_xml = Child(content, "inlineXML");
  raw.markup = inline_xml != nullptr;
  if (!inline_xml) {
    raw.text = ChildText(content, "inlineData");
    return raw;
  }
  XmlNode* body = inline_xml;  // of XHTML or NITF
  for (XmlNode* at = inline_xml; at; at = Next(inline_xml, at)) {
    if (Tag(at) == "body" || Tag(at) == "body.content") body = at;
  }
  raw.text = InnerMarkup(body);
  return raw;
}

}  // namespace

std::vector<RawReport> ReadNewsml(XmlNode* root) {
  std::vector<RawReport> raws;
  for (XmlNode* node = root; node; node = Next(root, node, Tag(node) == "contentSet")) {
    if (Tag(node) != "newsItem") continue;
    RawReport raw = ReadNewsItem(node);
    if (!raw.text.empty()) raws.push_back(std::move(raw));
  }
  return raws;
}

}  // namespace synoptic
