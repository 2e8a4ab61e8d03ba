#include "ingest/html_text.h"

#include <algorithm>
#include <unordered_map>

#include "base/ascii.h"
#include "ingest/html_classes.h"
#include "ingest/html_cutter.h"
#include "ingest/line_table.h"
#include "ingest/sections.h"

namespace synoptic {
namespace {

constexpr size_t kLongParagraph = 8;  // words; shorter ones weigh nothing
constexpr double kFade = 0.87;        // of a paragraph's weight that reaches the next element out
constexpr double kBodyBonus = 1.6;    // for an element that calls itself the article
constexpr size_t kLongestHead = 12;   // pieces between the heading and the article
constexpr double kMaxLinkShare = 0.55;

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

bool EndsLikeSentence(std::string_view text) {
  for (const std::string_view mark : {".", "!", "?", "…", "。", "\"", "”", "»", "“"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

std::string_view LineKind(std::string_view line) {
  static const LineTable table = LineTable::Load("web/lines.tsv");
  const std::string_view kind = FurnitureKind(line);
  return kind == "body" ? table.KindOf(line) : kind;
}

// Sifts the pieces of the article: what is linked through, what lines say of themselves, and behind
// "Read also" the links and short lines.
class Sieve {
 public:
  explicit Sieve(const std::string& title) : title_(title) {}

  bool Keeps(const Piece& piece) {
    const bool linked =
        piece.link_share() > kMaxLinkShare && (piece.words > 2 || piece.shape == Shape::kItem);
    const std::string_view kind = LineKind(piece.text);
    if (kind == "opener") opened_ = true;
    if (opened_ && kind != "opener") {
      opened_ = linked || (piece.words < kLongParagraph && piece.shape != Shape::kHeading);
    }
    if (linked || opened_ || kind == "boilerplate") return false;
    return piece.shape != Shape::kHeading || Squeezed(piece.text) != title_;
  }

 private:
  const std::string& title_;
  bool opened_ = false;  // behind a line that opens a list of other things
};

// Where the summary may stand: behind the heading, before the first piece of `main`.
struct Head {
  size_t begin = 0, end = 0;
};

Head FindHead(const std::vector<Piece>& pieces, const Node* main, const std::string& title) {
  size_t first = 0, heading = pieces.size();
  while (first < pieces.size() && !IsBelow(pieces[first].element, main)) ++first;
  for (size_t i = 0; i < first; ++i) {
    if (pieces[i].shape == Shape::kHeading && Squeezed(pieces[i].text) == title) heading = i;
  }
  if (heading >= first || first - heading > kLongestHead) return {};
  return {heading + 1, first};
}

bool IsSummary(const Piece& piece) {
  return piece.words >= kLongParagraph && piece.linked == 0 && EndsLikeSentence(piece.text);
}

}  // namespace

std::vector<Block> FindMainText(const HtmlTree& tree, std::string_view title) {
  Node* const root = tree.root();
  if (!root) return {};
  const std::string squeezed = Squeezed(title);
  const std::vector<Piece> pieces = CutPage(root, squeezed);
  Node* const main = Heaviest(pieces, root);
  if (!main) return {};
  const Head head = FindHead(pieces, main, squeezed);
  Sieve sieve(squeezed);
  std::vector<Block> blocks;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const bool inside = IsBelow(piece.element, main);
    const bool lead = piece.lead && piece.words >= kLongParagraph && blocks.empty();
    const bool summary = i >= head.begin && i < head.end && IsSummary(piece);
    if ((inside || lead || summary) && sieve.Keeps(piece)) {
      blocks.push_back({piece.text, piece.shape == Shape::kHeading});
    }
  }
  while (!blocks.empty() && blocks.back().heading) blocks.pop_back();
  return blocks;
}

std::vector<Block> AllText(const HtmlTree& tree) {
  std::vector<Block> blocks;
  if (!tree.root()) return blocks;
  for (Piece& piece : CutPage(tree.root(), {}))
    blocks.push_back({std::move(piece.text), piece.shape == Shape::kHeading});
  return blocks;
}

}  // namespace synoptic
