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

// Gives a report whose dateline tells a day without its year ("KYIV, May 11 (Agency) —") the year
// that brings it near the reports that have a date; nothing where none is near. Before PutInOrder.
void DateByOthers(std::vector<Document>& reports, Comparison& comparison);

// Reads "today" and "tomorrow" inside of a quotation from the day it was said, where the sentence
// that attributes it tells one day.
void ReadQuotedDays(Document& report);

// Values times again where the day of writing is not the day of publication: a passage that another
// report published first is read from that report's day, and an undated report from the day of the
// others.
void SettleDates(std::vector<Document>& reports, Comparison& comparison);

// Reads the times inside of one utterance from the day it was first published: who said "today" on
// the third did not mean the fourth, where another report quotes it. Needs comparison.utterances.
void ReadSayingsFromTheFirst(std::vector<Document>& reports, const Comparison& comparison);

// Adds to `notes` what a reader should know before all else.
void NoteWhatIsOdd(const std::vector<Document>& reports, Comparison& comparison);

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_ORDER_H_
