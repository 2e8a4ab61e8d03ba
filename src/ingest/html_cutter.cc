#include "ingest/html_cutter.h"

#include <algorithm>
#include <unordered_map>

#include "base/ascii.h"
#include "ingest/html_classes.h"

namespace synoptic {
namespace {

// A part named furniture that holds more of the page's words outside links is kept.
constexpr double kSmallShare = 0.4;
constexpr size_t kUsualText = 16384;  // bytes of a page's text
constexpr uint32_t kShortLine =
    5;  // words; menus are made of shorter texts, which count for nothing

// libxml2 leaves the elements of HTML 5 in a head that no tag ends, so that the head is no
// furniture.
Shape ShapeOf(std::string_view tag) {
  static const std::unordered_map<std::string_view, Shape> kShapes = [] {
    std::unordered_map<std::string_view, Shape> shapes;
    for (const auto name : {"p", "blockquote", "pre", "td", "th", "dd", "dt"})
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
          "dialog", "title",  "map",      "applet",   "embed"}) {
      shapes[name] = Shape::kDrop;
    }
    return shapes;
  }();
  const auto found = kShapes.find(tag);
  return found == kShapes.end() ? Shape::kInline : found->second;
}

// Parts that pages in disorder wrap around everything.
bool MayWrap(std::string_view tag) {
  return tag == "form" || tag == "nav" || tag == "aside" || tag == "footer" || tag == "menu";
}

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
  if (element->attribute_count == 0) return false;
  const std::string_view style = Attribute(element, "style");
  return (!style.empty() && (style.find("display:none") != style.npos ||
                             style.find("display: none") != style.npos)) ||
         Attribute(element, "aria-hidden") == "true" || HasAttribute(element, "hidden");
}

// An anchor that leads to another page.
bool IsLink(const Node* element, std::string_view tag) {
  if (tag != "a") return false;
  const std::string_view target = Attribute(element, "href");
  return !target.empty() && target[0] != '#';
}

// What is known of an element before the page is cut, kept in its `mark`.
struct Holding {
  uint32_t words = 0;  // outside links and short lines, at or below the element
  bool core = false;   // holds the article's heading, or what calls itself its body
  bool links = false;  // holds a link
};
constexpr uint64_t kCoreBit = 1, kLinkBit = 2;

void Keep(Node* element, const Holding& holding) {
  element->mark =
      uint64_t{holding.words} << 2 | (holding.core ? kCoreBit : 0) | (holding.links ? kLinkBit : 0);
}

Holding KeptOf(const Node* element) {
  return {static_cast<uint32_t>(element->mark >> 2), (element->mark & kCoreBit) != 0,
          (element->mark & kLinkBit) != 0};
}

class Cutter {
 public:
  Cutter(Node* root, std::string_view title, Names names)
      : root_(root), title_(title), names_(names) {}

  PageCut Cut() && {
    total_ = Hold(root_, false).words;
    cut_.gathered.text.reserve(kUsualText);
    cut_.gathered.parts.reserve(kUsualText / 16);
    cut_.pieces.reserve(kUsualText / 32);
    Walk(root_, {});
    Flush();
    return std::move(cut_);
  }

 private:
  struct State {
    Node* block = nullptr;
    Shape shape = Shape::kBlock;
    bool linked = false;
    bool lead = false;
  };

  bool IsCore(const Node* element, std::string_view tag) const {
    if (tag == "main" || Attribute(element, "itemprop") == "articleBody") return true;
    return (tag == "h1" || tag == "h2") && !title_.empty() && Squeezed(TextOf(element)) == title_;
  }

  Holding Hold(Node* element, bool linked) {
    const std::string_view tag = Tag(element);
    Holding all;
    if (IsProgram(tag)) return all;
    all.links = IsLink(element, tag);
    linked |= all.links;
    all.core = IsCore(element, tag);
    for (Node* child = element->children; child; child = child->next) {
      if (IsText(child)) {
        const uint32_t words = linked ? 0 : CountWords(child->content);
        if (words >= kShortLine) all.words += words;
      } else if (IsElement(child)) {
        const Holding inner = Hold(child, linked);
        all.words += inner.words;
        all.core |= inner.core;
        all.links |= inner.links;
      }
    }
    Keep(element, all);
    return all;
  }

  bool Dropped(const Node* element, Shape shape, uint8_t kinds) const {
    if (shape == Shape::kDrop && !MayWrap(Tag(element))) return true;
    // What a script will show stands hidden until then.
    if (IsHidden(element)) return KeptOf(element).words < kSmallShare * total_;
    const std::string_view role = Attribute(element, "role");
    const bool aside = role == "navigation" || role == "complementary" || role == "banner" ||
                       role == "contentinfo" || role == "search" || role == "dialog";
    const Holding holding = KeptOf(element);
    const bool teaser = (kinds & kTeaserPart) && holding.links;
    const bool named = names_ == Names::kJudged && !(kinds & kBodyPart) &&
                       ((kinds & (kDropPart | kCaptionPart)) || teaser);
    if (shape != Shape::kDrop && !named && !aside) return false;
    return !holding.core && holding.words < kSmallShare * total_;
  }

  void Walk(Node* element, State state) {
    const std::string_view tag = Tag(element);
    Shape shape = ShapeOf(tag);
    const uint8_t kinds = KindsOf(element);
    if (element != root_ && Dropped(element, shape, kinds)) {
      if (tag == "figcaption" || (kinds & kCaptionPart)) Caption(element);
      return;
    }
    if (shape == Shape::kDrop) shape = Shape::kBlock;
    const State outer = state;
    if (shape != Shape::kInline) {
      Flush();
      state.block = element;
      // A div in a list item or a heading is of its kind.
      const bool inner =
          shape == Shape::kBlock && (state.shape == Shape::kItem || state.shape == Shape::kHeading);
      if (!inner) state.shape = shape;
    }
    state.linked |= IsLink(element, tag);
    state.lead |= (kinds & (kLeadPart | kTeaserPart)) != 0;
    current_ = state;
    for (Node* child = element->children; child; child = child->next) {
      current_ = state;
      if (IsText(child)) {
        Append(child);
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

  void Caption(Node* element) {
    Flush();
    gatherer_.AppendAll(element);
    piece_.element = element;
    piece_.shape = Shape::kCaption;
    piece_.words = CountWords(std::string_view(cut_.gathered.text).substr(begin_));
    piece_.linked = 0;
    piece_.lead = false;
    Flush();
  }

  // Two in a row end a paragraph.
  void Break(const Node* br) {
    const Node* next = br->next;
    while (next && IsText(next) && Trim(next->content).empty()) next = next->next;
    if (next && Tag(next) == "br") return Flush();
    gatherer_.Space();
  }

  void Append(const Node* node) {
    const auto count = [&](std::string_view word, bool begins) {
      const auto unspaced =
          static_cast<uint32_t>(std::count_if(word.begin(), word.end(), IsUnspaced));
      const uint32_t words = begins + (unspaced_ + unspaced) / 2 - unspaced_ / 2;
      unspaced_ += unspaced;
      piece_.words += words;
      if (current_.linked) piece_.linked += words;
    };
    gatherer_.Append(node, count);
    if (!piece_.element && !gatherer_.empty()) {
      piece_.element = current_.block;
      piece_.shape = current_.shape;
      piece_.lead = current_.lead;
    }
  }

  void Flush() {
    const auto end = static_cast<uint32_t>(cut_.gathered.text.size());
    piece_.span = {begin_, end};
    if (begin_ < end) cut_.pieces.push_back(piece_);
    piece_ = {};
    begin_ = end;
    gatherer_.Begin();
  }

  Node* root_;
  std::string_view title_;
  Names names_;
  uint32_t total_ = 0;
  PageCut cut_;
  Gatherer gatherer_{cut_.gathered};
  uint32_t begin_ = 0;  // of the piece in the gathered text
  Piece piece_;
  State current_;
  uint32_t unspaced_ = 0;
};

}  // namespace

PageCut CutPage(Node* root, std::string_view title, Names names) {
  return Cutter(root, title, names).Cut();
}

bool HoldsHeading(const Node* element) { return KeptOf(element).core; }

std::string Squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (IsAlnum(c) || (c & 0x80) != 0) out += ToLower(c);
  }
  return out;
}

}  // namespace synoptic
