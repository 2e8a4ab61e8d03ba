// What users know better, applied over what the engine finds. A correction is tied to words, not to
// an id alone, so that it holds where ids change and falls away where the words do.
#ifndef SYNOPTIC_ENGINE_APPLY_CORRECTIONS_H_
#define SYNOPTIC_ENGINE_APPLY_CORRECTIONS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "doc/story.h"
#include "names/names.h"
#include "store/store.h"

namespace synoptic {

// Names that are one actor's, for Compare.
Corrections SameActors(const std::vector<StoredCorrection>& corrections);

// Gives quotations of an annotated report the speakers that users say.
void CorrectSpeakers(Document& report, const std::vector<StoredCorrection>& corrections);

// Findings that users say are no disputes are agreed, or rest on one origin.
void CorrectDisputes(std::span<const Document> reports,
                     const std::vector<StoredCorrection>& corrections, Comparison& comparison);

// The actor that a name stands for in an annotated report; kNone where there is none.
Index ActorNamed(const Document& report, std::string_view name);

// What a correction is tied to: the words of a quotation; the readings of a finding of a
// comparison in JSON. Empty where there is none with that id.
std::string AnchorOfQuote(const Document& report, std::string_view quote);
std::string AnchorOfFinding(std::span<const Document> reports, const Comparison& comparison,
                            std::string_view finding);

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_APPLY_CORRECTIONS_H_
