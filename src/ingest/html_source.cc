#include "ingest/html_source.h"

#include <algorithm>
#include <span>

namespace synoptic {
namespace {

// A copied run that goes on where the last ended belongs to it.
void Put(const SourceRun& run, std::vector<SourceRun>& runs) {
  const bool more =
      !runs.empty() && run.kind == SourceKind::kCopied && runs.back().kind == SourceKind::kCopied &&
      runs.back().span.end == run.span.begin && runs.back().source.end == run.source.begin;
  if (!more) return runs.push_back(run);
  runs.back().span.end = run.span.end;
  runs.back().source.end = run.source.end;
}

// Runs for `span`, which is the node's text from `offset` on.
void TraceNode(const HtmlTree& tree, const Node* node, uint32_t offset, Span span,
               std::vector<SourceRun>& runs) {
  const std::span<const TextPiece> pieces = tree.Pieces(node);
  const uint32_t end = offset + span.size();
  auto at = std::partition_point(pieces.begin(), pieces.end(),
                                 [&](const TextPiece& piece) { return piece.at <= offset; });
  if (at != pieces.begin()) --at;
  for (; at != pieces.end() && at->at < end; ++at) {
    const bool last = at + 1 == pieces.end();
    const auto behind = last ? static_cast<uint32_t>(node->content.size()) : (at + 1)->at;
    const uint32_t from = std::max(at->at, offset), to = std::min(behind, end);
    if (from >= to) continue;
    const Span text{span.begin + (from - offset), span.begin + (to - offset)};
    if (at->copied) {
      Put({text, {at->begin + (from - at->at), at->begin + (to - at->at)}, SourceKind::kCopied},
          runs);
    } else {
      // Of one byte no reference is: a NUL, which became a space.
      const bool space = at->end - at->begin == 1;
      Put({text, {at->begin, at->end}, space ? SourceKind::kSpace : SourceKind::kDecoded}, runs);
    }
  }
}

}  // namespace

void Gatherer::Begin() {
  begin_ = gathered_.text.size();
  space_ = false;
  node_ = nullptr;
}

void Gatherer::BeginWord(const Node* node, size_t at) {
  std::string& text = gathered_.text;
  if (space_ && !empty()) {
    const bool plain = space_node_ && space_node_ == node_ && space_at_ == text.size() + drift_ &&
                       space_node_->content[space_at_] == ' ';
    if (!plain) {
      gathered_.parts.push_back({static_cast<uint32_t>(text.size()),
                                 static_cast<uint32_t>(space_at_), space_node_, true});
      node_ = nullptr;
    }
    text += ' ';
  }
  space_ = false;
  if (node == node_ && at == text.size() + drift_) return;
  gathered_.parts.push_back(
      {static_cast<uint32_t>(text.size()), static_cast<uint32_t>(at), node, false});
  node_ = node;
  drift_ = at - text.size();
}

void TraceText(const HtmlTree& tree, const Gathered& gathered, Span part,
               std::vector<SourceRun>& runs) {
  const auto& parts = gathered.parts;
  auto at = std::partition_point(parts.begin(), parts.end(), [&](const Gathered::Part& other) {
    return other.at <= part.begin;
  });
  if (at != parts.begin()) --at;
  for (; at != parts.end() && at->at < part.end; ++at) {
    const bool last = at + 1 == parts.end();
    const uint32_t begin = std::max(at->at, part.begin);
    const uint32_t end = last ? part.end : std::min((at + 1)->at, part.end);
    if (!at->node || begin >= end) continue;
    const Span span{begin - part.begin, end - part.begin};
    if (!at->space) {
      TraceNode(tree, at->node, at->offset + (begin - at->at), span, runs);
      continue;
    }
    std::vector<SourceRun> space;
    TraceNode(tree, at->node, at->offset, {0, at->node->content[at->offset] == '\xC2' ? 2u : 1u},
              space);
    if (!space.empty())
      Put({span, {space.front().source.begin, space.back().source.end}, SourceKind::kSpace}, runs);
  }
}

}  // namespace synoptic
