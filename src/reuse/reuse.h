// Room reuse: which passages do reports share, who took them from whom, and how many origins are
// there?
#ifndef SYNOPTIC_REUSE_REUSE_H_
#define SYNOPTIC_REUSE_REUSE_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// Edges and origins among the reports of one story. Edges are verified by alignment, never only
// guessed from hashes; those with a confidence under 0.5 tell of a tie too weak to call one report
// derived, or of a form that both fill in. Needs `text` and `sections`; uses what else is there:
// quotes, dates, credits, outlets. `publishers`: rows in the form of data/publishers.tsv that win
// over those shipped.
//
// Pure and thread-safe; the answer does not depend on the order of reports but for the indices in
// it. Cost: up to 128 reports all pairs, each linear in its two texts but for sorting; of more only
// pairs that share a passage (candidates.h), a bounded number for each report.
Lineage FindLineage(std::span<const Document> reports, std::string_view publishers = {});

// A line for each row of a user's `publishers` that cannot be read: "line 3: …". FindLineage passes
// over such rows.
std::vector<std::string> WrongPublisherRows(std::string_view publishers);

// Reports of several origins may still rest on one speech: "all on one statement by …" where every
// report renders one utterance and quotes nobody more than its speaker, "all on the words of …"
// where whom they quote most has a good part of what each quotes; else empty, also for one report.
// For Lineage::common_ground. Names are those of the reports' actors, which must be joined. Linear.
std::string CommonGround(std::span<const Document> reports, std::span<const Utterance> utterances);

}  // namespace synoptic

#endif  // SYNOPTIC_REUSE_REUSE_H_
