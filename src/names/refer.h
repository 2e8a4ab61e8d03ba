// Roles ("Turkish President"), and the nominal mentions and pronouns of a report that can only mean
// one actor.
#ifndef SYNOPTIC_NAMES_REFER_H_
#define SYNOPTIC_NAMES_REFER_H_

#include <vector>

#include "doc/document.h"
#include "names/actors.h"
#include "names/features.h"
#include "names/mentions.h"

namespace synoptic {

// Sets roles, countries and sexes of people from the words around their names. `actors` is parallel
// to `names`.
void FindRoles(Document& document, const NameFeatures& features,
               const std::vector<NameMention>& names, const std::vector<Index>& actors);

// Appends nominal mentions and pronouns to document.mentions, which holds the names, sorted; keeps
// it sorted. A mention that could mean two actors stays out. Cost: linear.
void FindReferences(Document& document, const NameFeatures& features, States& states);

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_REFER_H_
