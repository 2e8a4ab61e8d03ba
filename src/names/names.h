// Room names: who and what is named, and which names are one actor?
// Thread-safe but for the documents handed in.
#ifndef SYNOPTIC_NAMES_NAMES_H_
#define SYNOPTIC_NAMES_NAMES_H_

#include <span>
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace synoptic {

// Fills `mentions` and `actors` from tokens and sentences. Total.
void FindNames(Document& document);

// Gives actors of different reports that are one the same id, name and type. Does not depend on the order of
// the reports. Cost: near linear in actors, by blocking on keys of their names.
void JoinActors(std::span<Document> reports);

// Which spellings are one person, without text around them: the same number for the same person.
// Independent of the order of `names` up to renumbering.
std::vector<int> GroupNames(const std::vector<std::string_view>& names);

// 0..1: how sure it is that both are one person; `same` of the answer is the decision.
struct NameMatch {
  bool same = false;
  double score = 0;
};
NameMatch MatchNames(std::string_view a, std::string_view b);

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_NAMES_H_
