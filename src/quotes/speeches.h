// Marked speech: which stretches between quotation marks are one act of speech, who says it and by
// which cue?
#ifndef SYNOPTIC_QUOTES_SPEECHES_H_
#define SYNOPTIC_QUOTES_SPEECHES_H_

#include <optional>
#include <span>
#include <vector>

#include "quotes/cue_words.h"
#include "quotes/marks.h"
#include "quotes/speaker.h"
#include "quotes/syntax.h"

namespace synoptic {

struct Speech {
  std::vector<Index> stretches;  // indices into the marked stretches, in order
  WordRange lead;                // of a sentence that goes over into marks: its words before them
  Index label_end = kNone;       // of a transcript's label inside the marks: the token behind it
  std::optional<CueSite> cue;
  std::optional<SpeakerSite> speaker;
  std::optional<SpeakerSite> reporter;  // who says that the speaker said it
};

// What each top-level stretch is.
enum class StretchRole : uint8_t {
  kNested,  // inside another stretch
  kSpeech,  // a clause of its own
  kWoven,   // part of the reporter's sentence
};

struct Speeches {
  std::vector<StretchRole> roles;  // of each marked stretch
  std::vector<Speech> speeches;    // in order
};

// Finds cue and speaker before, behind and between; joins interrupted stretches and those that go
// on in the next paragraph. `paragraphs` are those the stretches were found in. Cost: linear in the
// tokens outside of the marks.
Speeches FindSpeeches(const Syntax& syntax, std::span<const Span> paragraphs,
                      std::span<const Marked> marked);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_SPEECHES_H_
