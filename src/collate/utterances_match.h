// Do two pieces of speech render the same words of the same speaker?
#ifndef SYNOPTIC_COLLATE_UTTERANCES_MATCH_H_
#define SYNOPTIC_COLLATE_UTTERANCES_MATCH_H_

#include <span>
#include <vector>

#include "collate/utterances_segments.h"

namespace synoptic {

// 0..1: how near two words are. 1: the same lemma or actor, 0: unlike or opposite.
float WordTie(const SaidWord& a, const SaidWord& b);

// 0..1; 0 where the speakers differ, both stand in one report, or they share neither a key nor a
// word of one row of data/en/synonyms.tsv. Symmetric. Cost: product of their lengths, capped.
float RenderingScore(const Segment& a, const Segment& b);

// … for two that stand beside two renderings of one utterance, in the same paragraph and on the
// same side: 0..1 by their words alone, which need not share one.
float ScoreBeside(const Segment& a, const Segment& b);
inline constexpr float kSameBeside = 0.17f;

// The least score at which two segments are taken for one utterance.
inline constexpr float kSameUtterance = 0.55f;

struct Rendering {
  int32_t a = 0, b = 0;  // indices of segments, a < b
  float score = 0;
  bool brief = false;  // one of them says too little to found a group by
};

// All pairs at or over kSameUtterance, the best first, brief ones behind all others. Candidates
// come from an index over keys and rows of synonyms, so the cost is near linear where speakers say
// different things. RenderingsByAllPairs is the obvious way, for tests.
std::vector<Rendering> FindRenderings(std::span<const Document> reports,
                                      std::span<const Segment> segments);
// The best first; ties by report and place.
void SortBest(std::span<const Document> reports, std::span<const Segment> segments,
              std::vector<Rendering>& found);
std::vector<Rendering> RenderingsByAllPairs(std::span<const Document> reports,
                                            std::span<const Segment> segments);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_UTTERANCES_MATCH_H_
