// Texts with gold names, and more of them made from those: what the name tagger is trained on.
#ifndef SYNOPTIC_TRAIN_NAME_EXAMPLES_H_
#define SYNOPTIC_TRAIN_NAME_EXAMPLES_H_

#include <random>
#include <string>
#include <vector>

#include "doc/document.h"

namespace synoptic {

enum class Kind { kPer, kOrg, kLoc, kOther, kUnknown };
inline constexpr std::string_view kKindNames[] = {"PER", "ORG", "LOC", "MISC", "?"};

struct GoldSpan {
  Span span;
  Kind kind;
};

struct Example {
  std::string set, id, text;
  std::vector<GoldSpan> gold;
};

using Random = std::mt19937;

inline size_t Pick(Random& random, size_t size) { return random() % size; }
inline bool Chance(Random& random, double p) { return random() < p * 4294967296.0; }

// The lines of a file of gold names; `set` of each is the file's stem. Ends the program if the file
// cannot be read.
std::vector<Example> ReadExamples(const std::string& path);

// The lists of data/en that copies and made lines take names from.
struct NameLists {
  std::vector<std::string> given, family, cities, countries, regions, adjectives;

  NameLists();
};

// A copy in which some lines are in capitals.
Example Upper(const Example& from, Random& random, double share);

// A copy with other names for people and places, the same new one for the same old one.
Example Exchange(const Example& from, const NameLists& lists, Random& random);

// `count` stories of made lines of news, by the patterns of the file `path`, each pattern in turn.
std::vector<Example> MadeExamples(const std::string& path, const NameLists& lists, Random& random,
                                  int count);

}  // namespace synoptic

#endif  // SYNOPTIC_TRAIN_NAME_EXAMPLES_H_
