// LightWords: the words of a text for comparing it with others, without a tagger. One pass, about
// ten times as fast as FindTokens and independent of it: reuse and stories run before or without
// annotation.
//
// A word is a run of letters and digits; "'s" is cut off, "U.S." is one word, "2,290" and "1.5" are
// one number, hyphens separate. Two spellings that fold alike (case, accents, typographic
// apostrophes) have one `hash`, and forms that differ in a common English ending mostly one `stem`.
#ifndef SYNOPTIC_TEXT_LIGHT_WORDS_H_
#define SYNOPTIC_TEXT_LIGHT_WORDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace synoptic {

struct LightWord {
  enum Flag : uint8_t {
    kNumber = 1,         // figures, or a number word over one
    kCapital = 2,        // begins with a capital letter
    kSentenceStart = 4,  // first of a sentence or line
    kFunction = 8,       // says nothing of the matter: "the", "said"
    kQuoted = 16,        // for the caller to set
    kDate = 32,          // name of a month or weekday
    kName = 64,  // capital inside a sentence, or at its start where the word is a name elsewhere
    kParagraph = 128,  // first of a line
  };

  uint32_t begin = 0;
  uint32_t hash = 0;  // of the folded word
  uint32_t stem = 0;  // of its stem; equals `hash` for numbers
  uint16_t size = 0;  // bytes; a longer word is cut into several
  uint8_t flags = 0;

  Span span() const { return {begin, begin + size}; }
  bool Is(uint8_t flag) const { return (flags & flag) != 0; }
  // Neither a function word nor a figure.
  bool IsContent() const { return !Is(kFunction | kNumber); }
};

// Appends the words of `text` within `part`. Total, linear. Valid UTF-8 expected; other bytes count
// as letters.
void CutLightWords(std::string_view text, Span part, std::vector<LightWord>& words);

// The words of a report's body and, if asked, of its headline; sections that follow each other are
// cut as one, since a sentence may run over the end of a line. All of a text that has no sections.
std::vector<LightWord> CutReport(const Document& report, bool with_headline);

// Sets kName over all words of one report; call once when all parts are cut.
void MarkNames(std::vector<LightWord>& words);

// The hashes that a word of its own would get.
uint32_t LightHash(std::string_view word);
uint32_t LightStem(std::string_view word);

// How much it says that two texts share a word with this stem: the logarithm of how rare it is in
// general English, from 0 ("the") to kMaxRarity (not among the 6,000 commonest).
inline constexpr float kMaxRarity = 7.0F;
float Rarity(uint32_t stem);

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_LIGHT_WORDS_H_
