// Which names of one report are one actor. Fills Document::mentions and Document::actors with names
// only; roles, nominal mentions and pronouns come after (refer.h).
#ifndef SYNOPTIC_NAMES_ACTORS_H_
#define SYNOPTIC_NAMES_ACTORS_H_

#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "names/mentions.h"

namespace synoptic {

// "anna-velk" of "Anna Vélk"; "x" where nothing is left.
std::string Slug(std::string_view name);

// What two names of one organisation or place share: folded, without article, dots, company ending.
std::string NameKey(std::string_view name);

// "ec" of "European Commission"; empty for one word.
std::string Acronym(std::string_view name);

// The actors of states of one report, made when first asked for.
class States {
 public:
  explicit States(Document& document) : doc_(document) {}
  Index Of(int country);

 private:
  Document& doc_;
  std::vector<Index> of_;  // by country
};

// The actor of each name, into document.actors; kNone where two people could be meant.
std::vector<Index> GatherActors(Document& document, const std::vector<NameMention>& names,
                                States& states);

// Sets name and aliases of every actor from its named mentions, drops actors without a mention,
// puts them in order of first mention and makes ids unique.
void FinishActors(Document& document);

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_ACTORS_H_
