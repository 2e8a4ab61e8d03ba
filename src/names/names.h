// Room names: who and what is named, and which names are one actor?
// Thread-safe but for the documents handed in.
#ifndef SYNOPTIC_NAMES_NAMES_H_
#define SYNOPTIC_NAMES_NAMES_H_

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "doc/document.h"

namespace synoptic {

// Fills `mentions` and `actors` from tokens and sentences. Total. Cost: linear.
void FindNames(Document& document);

// What a user knows better. Names are compared by their letters, case and diacritics aside.
struct Corrections {
  std::vector<std::vector<std::string>> same;       // each: names of one actor
  std::vector<std::vector<std::string>> different;  // each: names of actors that are all different
  std::map<std::string, std::string> name;          // how an actor with that name is to be called
  std::map<std::string, ActorType> type;            // what an actor with that name is

  bool empty() const { return same.empty() && different.empty() && name.empty() && type.empty(); }
};

// Reads the text of an actors.toml:
//   same = [["Lydia Kelly", "Lidia Kelly"]]
//   different = [["Anna Velk", "Hanna Velk"]]
//   [name]
//   "Zelensky" = "Volodymyr Zelenskyy"
//   [type]
//   "Bankova" = "organization"
// The part of TOML it takes: comments, these four keys, strings, arrays. `path` is named in errors,
// with the line.
Result<Corrections> ReadCorrections(std::string_view text, std::string_view path);

// Adds mentions of people whom a report calls by surname alone, unknown to its tagger, and another
// of `reports` names in full; who speaks and acts by such a name is referred to them. Does not
// depend on the order of the reports. Before JoinActors. Cost: linear.
void BorrowNames(std::span<Document> reports);

// Gives actors of different reports that are one the same id, name and type. Does not depend on the
// order of the reports. Cost: near linear in actors, by blocking on keys of their names.
void JoinActors(std::span<Document> reports, const Corrections& corrections = {});

// Why names of these reports became one actor, a line a pair, sorted by id and names. To be asked
// before or after JoinActors, which does not change the answer.
struct ActorJoin {
  std::string id;    // of the actor after joining
  std::string a, b;  // the names joined; `b` is the one the actor is called by
  std::string why;   // fixed wording
};
std::vector<ActorJoin> ExplainJoins(std::span<const Document> reports,
                                    const Corrections& corrections = {});

// Which spellings are one person, without text around them: the same number for the same person.
// Independent of the order of `names` up to renumbering. Cost: near linear, by blocking.
std::vector<int> GroupNames(const std::vector<std::string_view>& names);

// 0..1: how sure it is that both are one person; `same` of the answer is the decision. Symmetric.
struct NameMatch {
  bool same = false;
  double score = 0;
  std::string_view why;  // fixed wording
};
NameMatch MatchNames(std::string_view a, std::string_view b);

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_NAMES_H_
