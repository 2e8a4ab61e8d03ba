// Readers: each recognises one kind of expression at one place and gives the longest it can, or
// nothing. All are pure, look at a bounded number of atoms, and leave articles and modifiers in
// front to grammar.h.
#ifndef SYNOPTIC_TIMES_READERS_H_
#define SYNOPTIC_TIMES_READERS_H_

#include "times/atoms.h"
#include "times/meaning.h"

namespace synoptic::times {

// dates.cc: "May 11th, 2025", "11 May", "2025-05-11", "5/11/25", "June 2024", "Thursday, May 15".
Found ReadDate(const Atoms& atoms, int at);
// A year, decade or century: "1962", "fiscal 1989", "the '80s", "the early nineties", "the 20th
// century".
Found ReadYearLike(const Atoms& atoms, int at);
// The second day of "May 8-10" or "8-10 May", given the first; nothing elsewhere.
Found ReadRangeEnd(const Atoms& atoms, const Found& first);

// days.cc: weekdays, "yesterday", holidays, with a part of the day or a time of day at either end.
Found ReadDay(const Atoms& atoms, int at);

// clocks.cc: "10:35 a.m.", "1600 GMT", "noon", "five in the morning".
Found ReadClock(const Atoms& atoms, int at);

// units.cc: "last year", "this week", "the latest quarter", "the third quarter of 1984", "this
// summer".
Found ReadDirected(const Atoms& atoms, int at);
Found ReadQuarter(const Atoms& atoms, int at);
Found ReadSeason(const Atoms& atoms, int at);

// periods.cc: "the quarter", "the year-earlier period", "that day", "the first week of May", "all
// day".
Found ReadPeriod(const Atoms& atoms, int at);

// compose.cc: takes into `found` what makes one expression with it: the day of a clock, the clock
// of a day, the date of a weekday, the date from which days are counted.
void Compose(const Atoms& atoms, Found& found);

// amounts.cc: "three years", "30-day", "two weeks ago", "the past twelve months", "3 days after
// Easter".
Found ReadAmountOfTime(const Atoms& atoms, int at);

// sets.cc: "daily", "every Monday", "twice a week", "Tuesday nights".
Found ReadSet(const Atoms& atoms, int at);

// phrases.cc: the longest row of data/en/time_phrases.tsv and time_holidays.tsv at `at`.
Found ReadPhrase(const Atoms& atoms, int at);
Found ReadHoliday(const Atoms& atoms, int at);
// The row of `kind` that begins at `at`, and where it ends.
const PhraseRow* FindPhrase(const Atoms& atoms, int at, WordClass kind, int* end);

}  // namespace synoptic::times

#endif  // SYNOPTIC_TIMES_READERS_H_
