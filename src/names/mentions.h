// From labels of words to mentions of kind name: where each begins and ends, and its type.
#ifndef SYNOPTIC_NAMES_MENTIONS_H_
#define SYNOPTIC_NAMES_MENTIONS_H_

#include <vector>

#include "doc/document.h"
#include "names/features.h"
#include "names/tagger.h"

namespace synoptic {

// A mention with what the later steps ask about it.
struct NameMention {
  Index first = 0, end = 0;  // tokens [first, end)
  Index sentence = 0;
  ActorType type = ActorType::kOther;
  int country = -1;                    // of a state, capital, seat or place, into Gazetteer
  bool capital = false, seat = false;  // may stand for a government
};

// Names in order of their place; they do not overlap.
std::vector<NameMention> NamesFromLabels(const Document& document, const NameFeatures& features,
                                         const std::vector<NameLabel>& labels);

// True where the capital or seat acts, speaks or holds a view, rather than being somewhere.
bool ActsAsGovernment(const Document& document, const NameFeatures& features,
                      const NameMention& name);

// The text of tokens [first, end).
Span SpanOf(const Document& document, Index first, Index end);

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_MENTIONS_H_
