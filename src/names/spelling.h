// Spellings of one word: what is left when habits of transliteration are taken away, and how far
// two spellings are from each other.
#ifndef SYNOPTIC_NAMES_SPELLING_H_
#define SYNOPTIC_NAMES_SPELLING_H_

#include <string>
#include <string_view>

namespace synoptic {

// Latin letters a-z, blanks and hyphens of any script's name, folded. Cost: slow for scripts other
// than Latin.
std::string Romanized(std::string_view name);

// The word with habits of transliteration undone: iy/yy/ii/ij -> i, kh -> h, zh -> j, x -> ks, w ->
// v, -off -> ov, doubled letters single … Not a spelling of anything. `word` is lower-case a-z.
std::string SpellingKey(std::string_view word);

// Weighted edit distance of two keys: vowels and sounds that change with the language cost less
// than one, a swap of neighbours as much as a substitution. Gives up over `limit` (returns a value
// above it).
double SpellingDistance(std::string_view a, std::string_view b, double limit);

// True if both are forms of one given name (data/en/name_variants.tsv), by their keys.
bool AreVariants(std::string_view a_key, std::string_view b_key);

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_SPELLING_H_
