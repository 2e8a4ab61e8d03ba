// Where words begin and end, as Universal Dependencies cut English: clitics and the parts of
// hyphenated words are words of their own; abbreviations keep their stop; numbers, addresses and
// handles stay whole.
#ifndef SYNOPTIC_TEXT_TOKENIZER_H_
#define SYNOPTIC_TEXT_TOKENIZER_H_

#include <string_view>
#include <vector>

#include "doc/document.h"

namespace synoptic {

// Appends the tokens of `span` of `text` (valid UTF-8), in order, apart. Linear.
void Tokenize(std::string_view text, Span span, std::vector<Token>& tokens);

enum class StopKind { kNone, kTitle, kNumber, kPlain, kDotted };

// What the stop at the end of `word` is: of a title ("Gen."), before a number ("No."), of another
// abbreviation ("Inc."), or of letters with stops ("U.S.", "J."). kNone where the word does not end
// in a stop, or is none of these.
StopKind KindOfStop(std::string_view word);

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_TOKENIZER_H_
