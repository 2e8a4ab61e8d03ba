#include "ingest/html_tree.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ingest/encoding.h"
#include "ingest/html_parser.h"

namespace synoptic {
namespace {

constexpr size_t kPrescan = 4096;

// The value behind `name=` in the first bytes of a page, quoted or not.
std::string_view ValueBehind(std::string_view text, std::string_view name) {
  size_t at = text.find(name);
  if (at == std::string_view::npos) return {};
  at += name.size();
  while (at < text.size() &&
         (IsSpace(text[at]) || text[at] == '=' || text[at] == '"' || text[at] == '\''))
    ++at;
  size_t end = at;
  while (end < text.size() && (IsAlnum(text[end]) || text[end] == '-' || text[end] == '_')) ++end;
  return text.substr(at, end - at);
}

std::string DeclaredEncoding(std::string_view bytes) {
  const std::string head = AsciiLower(bytes.substr(0, kPrescan));
  for (size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 5)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    const std::string_view label = ValueBehind(tag, "charset");
    if (!label.empty()) return std::string(label);
  }
  if (head.rfind("<?xml", 0) == 0) {
    return std::string(ValueBehind(std::string_view(head).substr(0, head.find("?>")), "encoding"));
  }
  return {};
}

std::string Convert(std::string_view bytes, std::string label) {
  // What pages call Latin-1 and ASCII is Windows-1252 (WHATWG Encoding Standard).
  if (label == "iso-8859-1" || label == "latin1" || label == "us-ascii" || label == "ascii") {
    label = "windows-1252";
  }
  if (label == "gb2312" || label == "gbk") label = "gb18030";
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(label.c_str(), &status);
  if (U_FAILURE(status)) return {};
  const icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), converter,
                                status);
  ucnv_close(converter);
  std::string out;
  if (U_SUCCESS(status)) wide.toUTF8String(out);
  return out;
}

// Of the next block of nodes, where there are `blocks`: titles are parsed too, and have few.
size_t BlockSize(size_t blocks) { return size_t{16} << std::min<size_t>(blocks, 5); }

}  // namespace

Node* HtmlTree::Store::NewNode() {
  if (nodes_left == 0) {
    nodes_left = BlockSize(nodes.size());
    nodes.emplace_back(new Node[nodes_left]);
    next_node = nodes.back().get();
  }
  --nodes_left;
  return next_node++;
}

HtmlAttribute* HtmlTree::Store::NewAttributes(const std::vector<HtmlAttribute>& list) {
  if (list.empty()) return nullptr;
  if (attributes_left < list.size()) {
    attributes_left = std::max(list.size(), BlockSize(attributes.size()));
    attributes.emplace_back(new HtmlAttribute[attributes_left]);
    next_attribute = attributes.back().get();
  }
  HtmlAttribute* const place = next_attribute;
  std::copy(list.begin(), list.end(), place);
  attributes_left -= list.size();
  next_attribute += list.size();
  return place;
}

HtmlTree::HtmlTree() : store_(new Store) {}
HtmlTree::~HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;

HtmlTree HtmlTree::Parse(std::string page) {
  HtmlTree tree;
  tree.store_->page = std::move(page);
  ParsePage(*tree.store_);
  return tree;
}

Node* HtmlTree::root() const { return store_->root; }

std::string_view HtmlTree::page() const { return store_->page; }

std::span<const TextPiece> HtmlTree::Pieces(const Node* node) const {
  return std::span(store_->pieces).subspan(node->piece, node->piece_count);
}

std::string_view Attribute(const Node* node, std::string_view name) {
  for (uint32_t i = 0; i < node->attribute_count; ++i) {
    if (node->attributes[i].name == name) return node->attributes[i].value;
  }
  return {};
}

bool HasAttribute(const Node* node, std::string_view name) {
  for (uint32_t i = 0; i < node->attribute_count; ++i) {
    if (node->attributes[i].name == name) return true;
  }
  return false;
}

Node* Next(const Node* top, Node* node, bool skip) {
  if (!skip && node->children) return node->children;
  while (node && node != top) {
    if (node->next) return node->next;
    node = node->parent;
  }
  return nullptr;
}

std::string TextOf(const Node* node) {
  std::string text;
  bool space = false;
  auto* const top = const_cast<Node*>(node);
  for (Node* at = top; at;) {
    const std::string_view tag = Tag(at);
    const bool hidden = tag == "script" || tag == "style" || tag == "noscript" || tag == "template";
    if (IsText(at)) {
      for (const char c : at->content) {
        if (IsSpace(c)) {
          space = true;
          continue;
        }
        if (space && !text.empty()) text += ' ';
        space = false;
        text += c;
      }
    } else if (tag == "br" || tag == "p" || tag == "div" || tag == "li") {
      space = true;
    }
    at = Next(top, at, hidden);
  }
  return text;
}

std::string PlainText(const std::string& text) {
  if (text.find_first_of("<&") == std::string::npos) return std::string(Trim(text));
  const HtmlTree tree = HtmlTree::Parse(text);
  return tree.root() ? TextOf(tree.root()) : std::string();
}

std::string PageToUtf8(std::string_view bytes, std::string_view label) {
  const bool marked = bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") ||
                      bytes.starts_with("\xFE\xFF");
  if (!marked && IsValidUtf8(bytes)) return std::string(bytes);
  if (!marked) {
    std::string name = label.empty() ? DeclaredEncoding(bytes) : AsciiLower(label);
    if (!name.empty() && name.find("utf") == std::string::npos) {
      std::string text = Convert(bytes, name);
      if (!text.empty()) return text;
    }
  }
  return DecodeText(bytes).text;
}

}  // namespace synoptic
