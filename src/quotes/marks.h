// Which stretches of a text stand between quotation marks?
//
// Marks are paired paragraph by paragraph with a stack: a mark opens or closes by its glyph, and by
// its neighbours where the glyph does not tell (", ', ``, '') or is set the wrong way round. A
// closing mark without an opening one has lost it, and the other way round: both are kept and
// called malformed. Apostrophes, feet and inches are no marks.
#ifndef SYNOPTIC_QUOTES_MARKS_H_
#define SYNOPTIC_QUOTES_MARKS_H_

#include <span>
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace synoptic {

struct Marked {
  Span content;            // without marks and white space at its ends
  Span outer;              // with the marks that are there
  bool opened = true;      // false: the opening mark is lost
  bool closed = true;      // false: the closing mark is lost, or the next paragraph goes on
  bool single = false;     // ‘…’ or '…'
  bool continued = false;  // the stretch before it, a paragraph up, goes on here
  Index parent = kNone;    // the stretch it is nested in, an index into the same vector
};

// Stretches by begin, outer before inner; they never cross. `paragraphs` are sorted and apart; what
// lies outside of them is not read. `sentence_starts` are sorted byte positions where a lost
// opening mark may be assumed. Bytes; any valid UTF-8. Cost: linear in text.
std::vector<Marked> FindMarked(std::string_view text, std::span<const Span> paragraphs,
                               std::span<const uint32_t> sentence_starts);

// The paragraphs of a report that stages read, and where its sentences begin.
std::vector<Span> Paragraphs(const Document& document);
std::vector<uint32_t> SentenceStarts(const Document& document);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_MARKS_H_
