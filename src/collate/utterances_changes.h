// How does one reading of an utterance differ from another, word by word?
#ifndef SYNOPTIC_COLLATE_UTTERANCES_CHANGES_H_
#define SYNOPTIC_COLLATE_UTTERANCES_CHANGES_H_

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

struct WordComparison {
  Wording wording = Wording::kVerbatim;
  std::vector<Change> changes;  // by place
  bool meaning_changed = false;
};

// Compares the words of `to` (this reading) with those of `from` (the reference); case, marks and
// spelling habits aside. Where `fragment`, words of the reference before and behind those taken up
// count as left out, not as changed. Cost: product of the numbers of words, at most kMostWords
// each; longer readings are compared by their heads.
WordComparison CompareWording(const Document& from_report, Span from, const Document& to_report,
                              Span to, bool fragment);

inline constexpr size_t kMostWords = 300;

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_UTTERANCES_CHANGES_H_
