#include "ingest/html_text.h"

#include <algorithm>
#include <unordered_map>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ingest/html_classes.h"
#include "ingest/html_cutter.h"
#include "ingest/line_table.h"
#include "ingest/sections.h"

namespace synoptic {
namespace {

constexpr size_t kLongParagraph = 8;  // words; shorter ones weigh nothing
constexpr double kFade = 0.75;        // of a paragraph's weight that reaches the next element out
constexpr double kBodyBonus = 1.6;    // for an element that calls itself the article
constexpr size_t kLongestHead = 12;   // pieces between the heading and the article
constexpr double kMaxLinkShare = 0.55;
constexpr double kMaxProseLinkShare = 0.85;  // of a sentence that tells something besides
constexpr size_t kLinkedProse = 20;          // its words

double Weight(const Piece& piece, std::string_view text) {
  if (piece.words < kLongParagraph || piece.shape == Shape::kHeading ||
      piece.shape == Shape::kCaption)
    return 0;
  if (piece.link_share() > kMaxLinkShare) return 0;
  const double words = piece.words - piece.linked;
  const bool sentence =
      text.find_first_of(".!?") != text.npos || text.find("。") != text.npos || piece.words > 20;
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

// What weighs in an element, and how many parts of it do.
struct Load {
  Node* element = nullptr;
  int depth = 0;
  double weight = 0;
  int parts = 0;
};

// Every element around a piece that weighs, innermost first.
class Scales {
 public:
  Scales(const PageCut& cut, const Node* root) : root_(root) {
    for (const Piece& piece : cut.pieces) {
      const double weight = Weight(piece, cut.Text(piece));
      if (weight <= 0) continue;
      // The paragraph itself is no container; what holds loose text is.
      Node* holder = piece.shape == Shape::kBlock ? piece.element : piece.element->parent;
      if (holder && IsElement(holder)) Put(holder, weight);
    }
    std::stable_sort(loads_.begin(), loads_.end(),
                     [](const Load& a, const Load& b) { return a.depth > b.depth; });
    for (size_t i = 0; i < loads_.size(); ++i) at_[loads_[i].element] = i;
  }

  // The heaviest element. Weight goes outwards, less at every element that has several parts.
  Node* Heaviest() {
    Node* best = nullptr;
    double most = 0;
    for (Load& load : loads_) {
      const double weight = load.weight * (CallsItselfBody(load.element) ? kBodyBonus : 1);
      if (weight > most) most = weight, best = load.element;
      const auto outer = at_.find(load.element->parent);
      if (outer == at_.end()) continue;
      loads_[outer->second].weight += load.weight * (load.parts > 1 ? kFade : 1);
      ++loads_[outer->second].parts;
    }
    return best;
  }

 private:
  Load& Of(Node* element) {
    const auto [found, fresh] = at_.try_emplace(element, loads_.size());
    if (fresh) {
      int depth = 0;
      for (const Node* up = element; up && up != root_; up = up->parent) ++depth;
      loads_.push_back({element, depth, 0, 0});
    }
    return loads_[found->second];
  }

  void Put(Node* holder, double weight) {
    Load& load = Of(holder);
    load.weight += weight;
    ++load.parts;
    for (Node* up = holder; up != root_ && up->parent && IsElement(up->parent); up = up->parent) {
      if (at_.contains(up->parent)) break;
      Of(up->parent);
    }
  }

  const Node* root_;
  std::vector<Load> loads_;
  std::unordered_map<const Node*, size_t> at_;
};

bool IsBelow(const Node* node, const Node* top) {
  for (; node; node = node->parent) {
    if (node == top) return true;
  }
  return false;
}

bool EndsLikeSentence(std::string_view text) {
  for (const std::string_view mark : {".", "!", "?", "…", "。", "\"", "”", "»", "“"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

std::string_view LineKind(std::string_view line) {
  static const LineTable table = LineTable::Load("web/lines.tsv");
  const std::string_view kind = table.KindOf(line);
  return kind == "body" ? FurnitureKind(line) : kind;
}

// A paragraph whose sentences lead to what was written earlier.
bool IsLinkedProse(const Piece& piece, std::string_view text) {
  return piece.shape == Shape::kParagraph && piece.words >= kLinkedProse &&
         piece.words - piece.linked >= kLongParagraph && EndsLikeSentence(text);
}

// False for rules of dots and dashes and for what is of characters that are not seen.
bool HasWord(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint next = DecodeAt(text, at);
    if (next.value < 0x80 ? IsAlnum(text[at]) : next.value < 0x2000 || next.value > 0x206F)
      return true;
    at += next.length;
  }
  return false;
}

// Sifts the pieces of the article: what is linked through, what lines say of themselves, and behind
// "Read also" the links and short lines.
class Sieve {
 public:
  explicit Sieve(const std::string& title) : title_(title) {}

  bool begun() const { return begun_; }

  bool Keeps(const Piece& piece, std::string_view text) {
    if (!HasWord(text)) return false;
    const bool linked =
        piece.link_share() > (IsLinkedProse(piece, text) ? kMaxProseLinkShare : kMaxLinkShare) &&
        (piece.words > 2 || piece.shape == Shape::kItem);
    const std::string_view kind = LineKind(text);
    if (kind == "opener") opened_ = true;
    if (opened_ && kind != "opener") {
      opened_ = linked || (piece.words < kLongParagraph && piece.shape != Shape::kHeading);
    }
    if (linked || opened_ || kind == "boilerplate") return false;
    const bool prose = piece.words >= kLongParagraph && piece.shape != Shape::kHeading;
    begun_ |= prose;
    // Before the first paragraph stand section, heading, byline and day.
    const bool line = piece.words < kLongParagraph && !EndsLikeSentence(text);
    if (!begun_ && (line || Tag(piece.element) == "h1")) return false;
    if (line && kind == "byline") return false;
    return piece.shape != Shape::kHeading || Squeezed(text) != title_;
  }

 private:
  const std::string& title_;
  bool begun_ = false;   // the first paragraph has come
  bool opened_ = false;  // behind a line that opens a list of other things
};

// Where the summary may stand: behind the heading, before the first piece of `main`.
struct Head {
  size_t begin = 0, end = 0;
};

Head FindHead(const PageCut& cut, const Node* main, const std::string& title) {
  const std::vector<Piece>& pieces = cut.pieces;
  size_t first = 0, heading = pieces.size();
  while (first < pieces.size() && !IsBelow(pieces[first].element, main)) ++first;
  for (size_t i = 0; i < first; ++i) {
    if (pieces[i].shape == Shape::kHeading && Squeezed(cut.Text(pieces[i])) == title) heading = i;
  }
  if (heading >= first || first - heading > kLongestHead) return {};
  return {heading + 1, first};
}

bool IsSummary(const Piece& piece, std::string_view text) {
  return piece.words >= kLongParagraph && piece.linked == 0 && EndsLikeSentence(text);
}

// Where names are ignored, only what holds the heading can be the article: comments do not.
std::vector<Block> MainTextOf(const HtmlTree& tree, const std::string& squeezed, Names names) {
  Node* const root = tree.root();
  const PageCut cut = CutPage(root, squeezed, names);
  const std::vector<Piece>& pieces = cut.pieces;
  Node* const main = Scales(cut, root).Heaviest();
  if (!main || (names == Names::kIgnored && !HoldsHeading(main))) return {};
  const Head head = FindHead(cut, main, squeezed);
  Sieve sieve(squeezed);
  std::vector<Block> blocks;
  const auto add = [&](const Piece& piece) {
    Block block{std::string(cut.Text(piece)),
                piece.shape == Shape::kHeading,
                piece.shape == Shape::kCaption,
                piece.element,
                {}};
    TraceText(tree, cut.gathered, piece.span, block.source);
    blocks.push_back(std::move(block));
  };
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const bool inside = IsBelow(piece.element, main);
    if (piece.shape == Shape::kCaption) {
      if (inside) add(piece);
      continue;
    }
    const bool lead = piece.lead && piece.words >= kLongParagraph && !sieve.begun();
    const bool summary = i >= head.begin && i < head.end && IsSummary(piece, cut.Text(piece));
    if ((inside || lead || summary) && sieve.Keeps(piece, cut.Text(piece))) add(piece);
  }
  // A heading with nothing behind it heads another thing.
  for (size_t i = blocks.size(); i-- > 0 && (blocks[i].heading || blocks[i].caption);) {
    if (blocks[i].heading) blocks.erase(blocks.begin() + static_cast<ptrdiff_t>(i));
  }
  return blocks;
}

}  // namespace

std::vector<Block> FindMainText(const HtmlTree& tree, std::string_view title) {
  if (!tree.root()) return {};
  const std::string squeezed = Squeezed(title);
  std::vector<Block> blocks = MainTextOf(tree, squeezed, Names::kJudged);
  if (!blocks.empty()) return blocks;
  return MainTextOf(tree, squeezed, Names::kIgnored);
}

std::vector<Block> AllText(const HtmlTree& tree) {
  std::vector<Block> blocks;
  if (!tree.root()) return blocks;
  const PageCut cut = CutPage(tree.root(), {}, Names::kJudged);
  for (const Piece& piece : cut.pieces) {
    if (piece.shape != Shape::kCaption)
      blocks.push_back(
          {std::string(cut.Text(piece)), piece.shape == Shape::kHeading, false, piece.element, {}});
  }
  return blocks;
}

}  // namespace synoptic
