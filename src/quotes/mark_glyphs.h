// Quotation marks one by one: what each glyph is and whether it may open or close where it stands.
#ifndef SYNOPTIC_QUOTES_MARK_GLYPHS_H_
#define SYNOPTIC_QUOTES_MARK_GLYPHS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "doc/span.h"

namespace synoptic {

enum class MarkSide : uint8_t { kLeft, kRight, kNeutral };

struct Mark {
  Span span;
  bool single = false;
  MarkSide side = MarkSide::kNeutral;
  bool can_open = false;   // something stands right behind it and nothing right before it
  bool can_close = false;  // something stands right before it
};

// The quotation marks of text[paragraph] in order; apostrophes inside words, feet and inches left
// out. Appends to `marks`. Cost: linear.
void ScanMarks(std::string_view text, Span paragraph, std::vector<Mark>& marks);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_MARK_GLYPHS_H_
