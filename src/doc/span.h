// Span: a stretch of a report's text.
#ifndef SYNOPTIC_DOC_SPAN_H_
#define SYNOPTIC_DOC_SPAN_H_

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace synoptic {

// Bytes [begin, end) of Document::text, both on code-point boundaries, begin < end once stored in a
// document. Bytes stay inside the engine: the JSON writers turn them into code points.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  auto operator<=>(const Span&) const = default;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool Contains(uint32_t at) const { return begin <= at && at < end; }
  bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }
  // Both and whatever lies between.
  Span Cover(Span other) const { return {std::min(begin, other.begin), std::max(end, other.end)}; }
  std::string_view In(std::string_view text) const { return text.substr(begin, end - begin); }
};

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_SPAN_H_
