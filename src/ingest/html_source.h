// Where on a page the text of its tree stands.
#ifndef SYNOPTIC_INGEST_HTML_SOURCE_H_
#define SYNOPTIC_INGEST_HTML_SOURCE_H_

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "doc/source_map.h"
#include "ingest/html_tree.h"

namespace synoptic {

// Text gathered from text nodes, white space squeezed to single spaces (no-break spaces too), that
// remembers from which. A part goes on to where the next begins.
struct Gathered {
  struct Part {
    uint32_t at = 0;             // in `text`
    uint32_t offset = 0;         // in the node's text
    const Node* node = nullptr;  // null: of no node, as the space for a <br>
    bool space = false;          // white space other than one plain space
  };
  std::string text;
  std::vector<Part> parts;
};

// Gathers text node by node. `gathered` must outlive it.
class Gatherer {
 public:
  explicit Gatherer(Gathered& gathered) : gathered_(gathered) {}

  // Appends what `node` holds; calls `word` with the bytes of every word or part of one, and
  // whether a word begins there.
  template <typename F>
  void Append(const Node* node, F word);
  // All text below `element`, but of scripts and styles, with white space at breaks.
  void AppendAll(const Node* element) {
    AppendAll(element, [](std::string_view, bool) {});
  }
  template <typename F>
  void AppendAll(const Node* element, F word);
  // White space that stands in no text node.
  void Space() {
    if (!space_) space_ = true, space_node_ = nullptr;
  }
  // What is gathered from here on is another text. Cost of all: linear.
  void Begin();
  bool empty() const { return gathered_.text.size() == begin_; }

 private:
  void BeginWord(const Node* node, size_t at);

  Gathered& gathered_;
  size_t begin_ = 0;  // of the present text
  bool space_ = false;
  const Node* space_node_ = nullptr;  // where the white space behind the text began
  size_t space_at_ = 0;
  const Node* node_ = nullptr;  // of the last part
  size_t drift_ = 0;            // its offset less its place, which may wrap
};

// Appends runs of `part` of a gathered text, whose spans count from its begin, and their sources in
// tree.page(). Cost: linear in them, logarithmic in the pieces around them.
void TraceText(const HtmlTree& tree, const Gathered& gathered, Span part,
               std::vector<SourceRun>& runs);

// Bytes at which a word may end: white space, and the first of a no-break space.
inline constexpr std::array<bool, 256> kMayEndWord = [] {
  std::array<bool, 256> bytes{};
  for (int c = 0; c < 256; ++c) bytes[static_cast<size_t>(c)] = IsSpace(static_cast<char>(c));
  bytes[0xC2] = true;
  return bytes;
}();

template <typename F>
void Gatherer::Append(const Node* node, F word) {
  const std::string_view text = node->content;
  const auto is_nbsp = [&](size_t at) {
    return text[at] == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0';
  };
  bool fresh = true;  // of this node nothing has been taken yet
  for (size_t at = 0; at < text.size();) {
    const bool nbsp = is_nbsp(at);
    if (nbsp || IsSpace(text[at])) {
      if (!space_) space_ = true, space_node_ = node, space_at_ = at;
      at += nbsp ? 2 : 1;
      continue;
    }
    size_t end = at + 1;
    while (end < text.size() && (!kMayEndWord[static_cast<unsigned char>(text[end])] ||
                                 (text[end] == '\xC2' && !is_nbsp(end))))
      ++end;
    const bool begins = empty() || space_;
    // Mostly one plain space goes on in the node.
    if (begins && !fresh && space_node_ == node && node_ == node && at == space_at_ + 1 &&
        text[space_at_] == ' ' && space_at_ == gathered_.text.size() + drift_ && !empty()) {
      gathered_.text += ' ';
      space_ = false;
    } else if (begins || fresh) {
      BeginWord(node, at);
    }
    fresh = false;
    gathered_.text.append(text, at, end - at);
    word(text.substr(at, end - at), begins);
    at = end;
  }
}

template <typename F>
void Gatherer::AppendAll(const Node* element, F word) {
  auto* const top = const_cast<Node*>(element);
  for (Node* at = top; at;) {
    const std::string_view tag = Tag(at);
    if (IsText(at)) Append(at, word);
    if (IsBreak(tag)) Space();
    at = Next(top, at, IsProgram(tag));
  }
}

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_HTML_SOURCE_H_
