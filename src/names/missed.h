// Names that the tagger did not see, told by what stands before them.
#ifndef SYNOPTIC_NAMES_MISSED_H_
#define SYNOPTIC_NAMES_MISSED_H_

#include <vector>

#include "names/features.h"
#include "names/mentions.h"

namespace synoptic {

// Adds people introduced by an office ("Spokesman Elmir Baqor"), people whose family name is spelt
// as a pronoun ("Vice Premier He Daming", later "led by He"), whose words are tagged as names from
// then on, and takes an "organisation" of a given name and what speaks for a person. `names` stay
// sorted and apart. Cost: linear.
void AddMissed(Document& document, const NameFeatures& features, std::vector<NameMention>& names);

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_MISSED_H_
