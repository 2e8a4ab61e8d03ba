// Whether two stretches of different reports speak of one matter, by the words that tell it from
// the rest of the story: a word in every tenth sentence tells nothing.
#ifndef SYNOPTIC_COLLATE_MATTER_H_
#define SYNOPTIC_COLLATE_MATTER_H_

#include <span>
#include <vector>

#include "collate/facts.h"

namespace synoptic {

// The words of tokens [first, end) of a report in order, each once, names among them.
std::vector<WordId> WordsInOrder(const StoryView& story, Index report, Index first, Index end);
// The same of any tokens.
std::vector<WordId> WordsInOrder(const StoryView& story, Index report,
                                 std::span<const Index> tokens);

// What the first says that the second says too, each word by StoryWords::Telling and at least
// `least`.
double TellingShared(const StoryView& story, const std::vector<WordId>& first,
                     const std::vector<WordId>& second, double least = 0);

// The lesser of what each says that the other says too.
double MutuallyShared(const StoryView& story, const std::vector<WordId>& first,
                      const std::vector<WordId>& second, double least = 0);

// The words of the sentence that holds a token.
std::vector<WordId> WordsAround(const StoryView& story, Index report, Index token);

// The noun that heads the first phrase before the predicate of a part, "session" of "The long
// session in the valley lasted"; kNone where a name or nothing stands there.
Index SubjectNoun(const StoryView& story, const Fact& part);

// The content words of a part nearest to its tokens [first, end), its predicate and the head of its
// subject among them: what a figure or a date there is of. Those of times and counts are left out.
std::vector<WordId> WordsNear(const StoryView& story, const Fact& part, Index first, Index end);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_MATTER_H_
