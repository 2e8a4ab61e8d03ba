// Numbers in figures and words (data/en/quantities.tsv), with no regard to what they count.
#ifndef SYNOPTIC_STATEMENTS_NUMBER_WORDS_H_
#define SYNOPTIC_STATEMENTS_NUMBER_WORDS_H_

#include <optional>
#include <string_view>

#include "doc/document.h"

namespace synoptic {

enum class NumberKind : uint8_t {
  kNumber,
  kScale,
  kVague,
  kFew,
  kAbout,
  kState,
  kTotal,
  kAttribute,
  kUnit,
  kPart
};

struct NumberWord {
  NumberKind kind = NumberKind::kNumber;
  double value = 0, high = 0;
};

// The money that a sign before figures stands for, "dollar"; nullptr where it stands for none.
const char* MoneyOf(std::string_view sign);

// What `word` is, ASCII case aside; null where it is none. Thread-safe.
const NumberWord* FindNumberWord(std::string_view word);

struct ReadValue {
  double low = 0, high = 0;
  bool vague = false;
  Index end = 0;  // behind its last token
  Span unit;      // "kg" of "275kg"; empty if none is joined to the figures
};

// The number that begins at token `first`, before token `end`: "1,800", "2.5 million", "two
// hundred", "twenty-four", "a dozen", "half a million", "several dozen", "hundreds of thousands".
// nullopt where none does.
std::optional<ReadValue> ReadNumber(const Document& document, Index first, Index end);

}  // namespace synoptic

#endif  // SYNOPTIC_STATEMENTS_NUMBER_WORDS_H_
