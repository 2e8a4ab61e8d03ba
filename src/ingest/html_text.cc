#include "ingest/html_text.h"

#include <algorithm>
#include <unordered_map>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ingest/html_classes.h"
#include "ingest/sections.h"

namespace synoptic {
namespace {

constexpr double kSmallShare =
    0.4;  // a part named furniture that holds more of the page's words is kept
constexpr size_t kLongParagraph = 8;  // words; shorter ones weigh nothing
constexpr double kFade = 0.87;        // of a paragraph's weight that reaches the next element out
constexpr double kBodyBonus = 1.6;    // for an element that calls itself the article
constexpr double kMaxLinkShare = 0.55;

enum class Shape : uint8_t { kInline, kBlock, kParagraph, kHeading, kItem, kDrop };

Shape ShapeOf(std::string_view tag) {
  static const std::unordered_map<std::string_view, Shape> kShapes = [] {
    std::unordered_map<std::string_view, Shape> shapes;
    for (const auto name : {"p", "blockquote", "pre", "td", "th", "dd", "dt", "q"})
      shapes[name] = Shape::kParagraph;
    for (const auto name : {"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
      shapes[name] = Shape::kHeading;
    for (const auto name :
         {"div", "section", "article", "main", "body", "html", "table", "tbody", "tr", "ul", "ol",
          "dl", "header", "center", "details", "figure", "fieldset", "address", "hgroup"}) {
      shapes[name] = Shape::kBlock;
    }
    shapes["li"] = Shape::kItem;
    for (const auto name :
         {"script", "style",  "noscript", "template", "nav",   "footer",     "aside",
          "form",   "button", "select",   "textarea", "input", "label",      "iframe",
          "object", "svg",    "canvas",   "video",    "audio", "figcaption", "menu",
          "dialog", "head",   "map",      "applet",   "embed"}) {
      shapes[name] = Shape::kDrop;
    }
    return shapes;
  }();
  const auto found = kShapes.find(tag);
  return found == kShapes.end() ? Shape::kInline : found->second;
}

struct Piece {
  Node* element = nullptr;  // the block that holds it
  std::string text;
  uint32_t words = 0;
  uint32_t linked = 0;  // words inside links
  Shape shape = Shape::kBlock;
  bool lead = false;
  uint32_t order = 0;
  double link_share() const { return words ? static_cast<double>(linked) / words : 0; }
};

// Scripts that write without spaces have about a word every two characters; theirs are three bytes
// and begin with 0xE3 to 0xED (kana, ideographs, Hangul).
bool IsUnspaced(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xE3 && byte <= 0xED;
}

uint32_t CountWords(std::string_view text) {
  uint32_t words = 0, unspaced = 0;
  bool inside = false;
  for (const char c : text) {
    words += !IsSpace(c) && !inside;
    inside = !IsSpace(c);
    unspaced += IsUnspaced(c);
  }
  return words + unspaced / 2;
}

bool IsHidden(const Node* element) {
  const std::string_view style = Attribute(element, "style");
  return (!style.empty() && (style.find("display:none") != style.npos ||
                             style.find("display: none") != style.npos)) ||
         Attribute(element, "aria-hidden") == "true" ||
         (element->properties && xmlHasProp(const_cast<Node*>(element), BAD_CAST "hidden"));
}

// Cuts the page into pieces of text, each under its innermost block.
class Cutter {
 public:
  explicit Cutter(Node* root) : root_(root) { CountBelow(); }

  std::vector<Piece> Cut() && {
    Walk(root_, {});
    Flush();
    return std::move(pieces_);
  }

 private:
  struct State {
    Node* block = nullptr;
    Shape shape = Shape::kBlock;
    bool linked = false;
    bool lead = false;
  };

  // Words below each element, so that a wrapper named "page with-sidebar" is not dropped with all
  // it holds.
  void CountBelow() {
    for (Node* node = root_; node; node = Next(root_, node, ShapeOf(Tag(node)) == Shape::kDrop)) {
      if (!IsText(node)) continue;
      const uint32_t words = CountWords(View(node->content));
      total_ += words;
      for (Node* up = node->parent; words && up && up != root_->parent; up = up->parent)
        below_[up] += words;
    }
  }

  bool Dropped(Node* element, Shape shape, uint8_t kinds) const {
    if (shape == Shape::kDrop || IsHidden(element)) return true;
    const std::string_view role = Attribute(element, "role");
    const bool aside = role == "navigation" || role == "complementary" || role == "banner" ||
                       role == "contentinfo" || role == "search" || role == "dialog";
    const bool named = (kinds & kDropPart) && !(kinds & kBodyPart);
    if (!named && !aside) return false;
    const auto found = below_.find(element);
    return found == below_.end() || found->second < kSmallShare * total_;
  }

  void Walk(Node* element, State state) {
    const std::string_view tag = Tag(element);
    const Shape shape = ShapeOf(tag);
    const uint8_t kinds = KindsOf(element);
    if (element != root_ && Dropped(element, shape, kinds)) return;
    const State outer = state;
    if (shape != Shape::kInline) {
      Flush();
      state.block = element;
      // A div in a list item or a heading is of its kind.
      const bool inner =
          shape == Shape::kBlock && (state.shape == Shape::kItem || state.shape == Shape::kHeading);
      if (!inner) state.shape = shape;
    }
    state.linked |= tag == "a";
    state.lead |= (kinds & kLeadPart) != 0;
    current_ = state;
    for (Node* child = element->children; child; child = child->next) {
      current_ = state;
      if (IsText(child)) {
        Append(View(child->content));
      } else if (IsElement(child)) {
        if (Tag(child) == "br") {
          Break(child);
        } else {
          Walk(child, state);
        }
      }
    }
    if (shape != Shape::kInline) Flush();
    current_ = outer;
  }

  // Two in a row end a paragraph.
  void Break(const Node* br) {
    const Node* next = br->next;
    while (next && IsText(next) && Trim(View(next->content)).empty()) next = next->next;
    if (next && Tag(next) == "br") return Flush();
    space_ = true;
  }

  void Append(std::string_view text) {
    for (size_t at = 0; at < text.size(); ++at) {
      const bool nbsp = text.substr(at, 2) == "\xC2\xA0";
      if (IsSpace(text[at]) || nbsp) {
        space_ = true;
        at += nbsp;
        continue;
      }
      if (piece_.text.empty() || space_) {
        if (!piece_.text.empty()) piece_.text += ' ';
        ++piece_.words;
        piece_.linked += current_.linked;
      }
      space_ = false;
      piece_.text += text[at];
      if (IsUnspaced(text[at]) && ++unspaced_ % 2 == 0) {
        ++piece_.words;
        piece_.linked += current_.linked;
      }
    }
    if (!piece_.text.empty() && !piece_.element) {
      piece_.element = current_.block;
      piece_.shape = current_.shape;
      piece_.lead = current_.lead;
    }
  }

  void Flush() {
    if (!piece_.text.empty()) {
      piece_.order = static_cast<uint32_t>(pieces_.size());
      pieces_.push_back(std::move(piece_));
    }
    piece_ = {};
    space_ = false;
  }

  Node* root_;
  std::unordered_map<const Node*, uint32_t> below_;
  uint32_t total_ = 0;
  std::vector<Piece> pieces_;
  Piece piece_;
  State current_;
  bool space_ = false;
  uint32_t unspaced_ = 0;
};

double Weight(const Piece& piece) {
  if (piece.words < kLongParagraph || piece.shape == Shape::kHeading) return 0;
  if (piece.link_share() > kMaxLinkShare) return 0;
  const double words = piece.words - piece.linked;
  const bool sentence = piece.text.find_first_of(".!?") != std::string::npos ||
                        piece.text.find("。") != std::string::npos || piece.words > 20;
  const double kind = piece.shape == Shape::kParagraph ? 1
                      : piece.shape == Shape::kItem    ? 0.5
                                                       : 0.7;
  return words * kind * (sentence ? 1 : 0.4);
}

bool CallsItselfBody(const Node* element) {
  const std::string_view tag = Tag(element);
  return tag == "article" || tag == "main" || Attribute(element, "role") == "main" ||
         Attribute(element, "itemprop") == "articleBody" || (KindsOf(element) & kBodyPart) != 0;
}

// The element whose paragraphs weigh most.
Node* Heaviest(const std::vector<Piece>& pieces, Node* root) {
  std::unordered_map<Node*, double> weights;
  std::vector<Node*> order;
  for (const Piece& piece : pieces) {
    double weight = Weight(piece);
    // The paragraph itself is no container; what holds loose text is.
    Node* element = piece.shape == Shape::kBlock ? piece.element : piece.element->parent;
    for (; element && element != root->parent && weight > 0.05; element = element->parent) {
      if (!IsElement(element)) break;
      const auto [at, fresh] = weights.try_emplace(element, 0);
      if (fresh) order.push_back(element);
      at->second += weight;
      weight *= kFade;
    }
  }
  Node* best = nullptr;
  double most = 0;
  for (Node* element : order) {
    const double weight = weights[element] * (CallsItselfBody(element) ? kBodyBonus : 1);
    if (weight > most) most = weight, best = element;
  }
  return best;
}

bool IsBelow(const Node* node, const Node* top) {
  for (; node; node = node->parent) {
    if (node == top) return true;
  }
  return false;
}

std::string Squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (IsAlnum(c) || (c & 0x80) != 0) out += ToLower(c);
  }
  return out;
}

bool Belongs(const Piece& piece, const std::string& title) {
  if (piece.link_share() > kMaxLinkShare && (piece.words > 2 || piece.shape == Shape::kItem))
    return false;
  if (FurnitureKind(piece.text) == "boilerplate" || FurnitureKind(piece.text) == "opener")
    return false;
  return piece.shape != Shape::kHeading || Squeezed(piece.text) != title;
}

}  // namespace

std::vector<Block> FindMainText(const HtmlTree& tree, std::string_view title) {
  Node* const root = tree.root();
  if (!root) return {};
  const std::vector<Piece> pieces = Cutter(root).Cut();
  Node* const main = Heaviest(pieces, root);
  if (!main) return {};
  const std::string squeezed = Squeezed(title);
  std::vector<Block> blocks;
  for (const Piece& piece : pieces) {
    const bool inside = IsBelow(piece.element, main);
    const bool lead = piece.lead && piece.words >= kLongParagraph && blocks.empty();
    if ((inside || lead) && Belongs(piece, squeezed)) {
      blocks.push_back({piece.text, piece.shape == Shape::kHeading});
    }
  }
  while (!blocks.empty() && blocks.back().heading) blocks.pop_back();
  return blocks;
}

std::vector<Block> AllText(const HtmlTree& tree) {
  std::vector<Block> blocks;
  if (!tree.root()) return blocks;
  for (Piece& piece : Cutter(tree.root()).Cut())
    blocks.push_back({std::move(piece.text), piece.shape == Shape::kHeading});
  return blocks;
}

}  // namespace synoptic
