// One word, one kind of name: within a report the same capitalised word rarely names two things.
#ifndef SYNOPTIC_NAMES_CONSISTENCY_H_
#define SYNOPTIC_NAMES_CONSISTENCY_H_

#include <vector>

#include "names/mentions.h"

namespace synoptic {

// Makes names found sentence by sentence agree within the report: the surname of somebody named in
// full is that person wherever it stands alone, also where it was not found, and any other single
// word that was taken for several kinds of name is what it was taken for most often. Keeps `names`
// in order and apart. Linear.
void MakeConsistent(const Document& document, std::vector<NameMention>& names);

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_CONSISTENCY_H_
