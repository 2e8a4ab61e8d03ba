// data/en/synonyms.tsv: which words do reports use for one another?
#ifndef SYNOPTIC_COLLATE_UTTERANCES_SYNONYMS_H_
#define SYNOPTIC_COLLATE_UTTERANCES_SYNONYMS_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace synoptic {

// The rows in which `lemma` stands, sorted; empty for most words. Thread-safe.
std::span<const uint16_t> SynonymRows(std::string_view lemma);

// True where some row has one of them as its word and the other among its others, or the other way
// round.
// ShareSynonymRow: some row holds both, be it among its others.
bool AreSynonyms(std::string_view a, std::string_view b);
bool ShareSynonymRow(std::string_view a, std::string_view b);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_UTTERANCES_SYNONYMS_H_
