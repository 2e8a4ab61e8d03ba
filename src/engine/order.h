// What Compare does to reports besides calling the stages.
#ifndef SYNOPTIC_ENGINE_ORDER_H_
#define SYNOPTIC_ENGINE_ORDER_H_

#include <vector>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// Sorts by publication (undated last), id and text; an id that stands twice gets its path or a
// number.
void PutInOrder(std::vector<Document>& reports);

// Values times again where the day of writing is not the day of publication: a passage that another
// report published first is read from that report's day, and an undated report from the day of the
// others.
void SettleDates(std::vector<Document>& reports, Comparison& comparison);

// Adds to `notes` what a reader should know before all else.
void NoteWhatIsOdd(const std::vector<Document>& reports, Comparison& comparison);

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_ORDER_H_
