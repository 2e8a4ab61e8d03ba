// The words that tell of speech and thought: data/en/quote_cues.tsv.
#ifndef SYNOPTIC_QUOTES_CUES_H_
#define SYNOPTIC_QUOTES_CUES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace synoptic {

enum class CueClass : uint8_t {
  kAssertive,
  kDirective,
  kCommissive,
  kExpressive,
  kStance,
  kMental
};

// Complements that make a word a cue; see the head of the table.
enum Frame : uint32_t {
  kQuoteFrame = 1 << 0,
  kThatFrame = 1 << 1,
  kWhetherFrame = 1 << 2,
  kInfinitiveFrame = 1 << 3,
  kGerundFrame = 1 << 4,
  kObjectFrame = 1 << 5,
  kComplementFrame = 1 << 6,
  kAsFrame = 1 << 7,
  kToFrame = 1 << 8,
  kForFrame = 1 << 9,
  kOfFrame = 1 << 10,
  kAboutFrame = 1 << 11,
  kOnFrame = 1 << 12,
  kWithFrame = 1 << 13,
  kAddressFrame = 1 << 14,
};
using Frames = uint32_t;

struct CueEntry {
  std::vector<std::string_view> words;  // lemma, then the words that follow it: {"point", "out"}
  CueClass cue_class = CueClass::kAssertive;
  Frames strong = 0;   // count wherever they are met
  Frames weak = 0;     // the verb is as often none
  Frames finding = 0;  // with polls, studies and reports as the subject

  Frames all() const { return strong | weak | finding; }
  bool Has(Frame frame) const { return (all() & frame) != 0; }
};

// The entry for the verb at `token` with the longest run of words behind it; nullptr for a verb
// that is none. Thread-safe. Cost: a look-up of the lemma.
const CueEntry* FindCueVerb(const Document& document, Index token);

// Nouns that are cues by what stands behind them ("claim that", "threat of"): frames or 0.
Frames CueNounFrames(std::string_view lemma);

// Nouns that name who measures or writes, not who speaks ("poll", "report").
bool IsFindingNoun(std::string_view lemma);

Frame PrepositionFrame(std::string_view preposition);  // 0 for others

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_CUES_H_
