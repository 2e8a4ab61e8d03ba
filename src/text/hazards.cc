#include "text/hazards.h"

#include <unordered_set>

#include "text/lexicon.h"

namespace synoptic {

bool IsHazard(std::string_view lemma) {
  static const auto* const words = [] {
    const Lexicon lexicon = Lexicon::Load("en/hazards.tsv");
    auto* all = new std::unordered_set<std::string_view>;
    for (const Lexicon::Row& row : lexicon.rows()) all->insert(row[0]);
    return all;
  }();
  return words->contains(lemma);
}

}  // namespace synoptic
