// Noun phrases and subjects, told by the order of tagged words.
#ifndef SYNOPTIC_QUOTES_PHRASES_H_
#define SYNOPTIC_QUOTES_PHRASES_H_

#include <optional>

#include "quotes/speaker.h"
#include "quotes/syntax.h"

namespace synoptic {

// The noun phrase that ends right before `end`, with its "of …", "in …" and what is joined to it by
// "and"; with the apposition or clause between commas that ends there: "Ana Velm, who runs the
// port,". Nothing before `first` is read.
std::optional<SpeakerSite> PhraseBefore(const Syntax& syntax, Index end, Index first);

// The noun phrase that begins at `first`, with its "of …" and what is joined to it. Nothing at or
// behind `end` is read.
std::optional<SpeakerSite> PhraseFrom(const Syntax& syntax, Index first, Index end);

// `site` with what follows it behind a comma and says who it is: "Ana Velm, who runs the port".
SpeakerSite WithAside(const Syntax& syntax, SpeakerSite site, Index end);

// Who does what the verb with the words `cue` says: the phrase before it, the subject of the verb
// it is joined to, or of the clause that a participle belongs to. Nothing before `first` is read.
std::optional<SpeakerSite> SubjectBefore(const Syntax& syntax, WordRange cue, Index first);

// "Tass quoted Dorn as saying", "Dorn was quoted by Tass as saying": who says it and who says that.
struct SecondHand {
  SpeakerSite speaker;
  std::optional<SpeakerSite> reporter;
};
// nullopt where the verb `saying` is no part of such words.
std::optional<SecondHand> SecondHandOf(const Syntax& syntax, Index saying, Index first);

// The verb at `verb` quotes somebody "as saying" something, which is reported there.
bool QuotesAsSaying(const Syntax& syntax, Index verb, Index end);

// True for "was accused", "has been told": the subject is no speaker.
bool IsPassiveCue(const Syntax& syntax, Index verb, WordRange cue);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_PHRASES_H_
