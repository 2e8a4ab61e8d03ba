// Which person a pronoun means, where the text leaves no choice.
#ifndef SYNOPTIC_NAMES_PRONOUNS_H_
#define SYNOPTIC_NAMES_PRONOUNS_H_

#include <cstdint>
#include <vector>

#include "doc/document.h"
#include "names/features.h"

namespace synoptic {

// Pronouns outside quotations whose person is the only one of that sex, or the only subject, in the
// sentence or the two before it. document.mentions is sorted; `quoted` says of every token whether
// it is quoted. A person's sex is set where a pronoun shows it. Cost: linear.
std::vector<Mention> FindPronouns(Document& document, const NameFeatures& features,
                                  const std::vector<uint8_t>& quoted);

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_PRONOUNS_H_
