#include "ingest/html_tree.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "ingest/html_parser.h"

namespace synoptic {
namespace {

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
    } else if (IsBreak(tag)) {
      space = true;
    }
    at = Next(top, at, IsProgram(tag));
  }
  return text;
}

std::string PlainText(const std::string& text) {
  if (text.find_first_of("<&") == std::string::npos) return std::string(Trim(text));
  const HtmlTree tree = HtmlTree::Parse(text);
  return tree.root() ? TextOf(tree.root()) : std::string();
}

}  // namespace synoptic
