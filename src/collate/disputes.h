// Disputes: what the reports, or the actors they quote, cannot all be right about. Every kind of
// dispute is a function of its own; each reading carries the words that say its value.
#ifndef SYNOPTIC_COLLATE_DISPUTES_H_
#define SYNOPTIC_COLLATE_DISPUTES_H_

#include <string>
#include <vector>

#include "collate/align.h"
#include "collate/facts.h"

namespace synoptic {

using Findings = std::vector<Finding>;

// Adds a dispute over `facet` if its readings hold two different values; drops repeated readings.
// `topic` is the matter in words of the reports. `update`: the later reports only know more.
void AddDispute(const StoryView& story, Facet facet, Between between, std::string topic,
                std::vector<FindingReading> readings, Findings& out, bool update = false);

// Aligned parts whose dates, places, polarity or doers exclude each other; `matches` index
// StoryView::parts.
void FindTypedDisputes(const StoryView& story, const std::vector<Match>& matches, Findings& out);

// Counts of one thing that exclude each other, or that a later report raises (Finding::update).
void FindCountDisputes(const StoryView& story, Findings& out);

// Days of one happening.
void FindDateDisputes(const StoryView& story, Findings& out);

// In what house something was, who led a delegation, which day is named with an event.
void FindSettingDisputes(const StoryView& story, Findings& out);

// Lengths of time, shares, sums of money, weights and distances of one thing.
void FindMeasureDisputes(const StoryView& story, Findings& out);

// Casualties or damage told here and denied there.
void FindHarmDisputes(const StoryView& story, Findings& out);

// A place told to be empty here and with people in it there.
void FindPresenceDisputes(const StoryView& story, Findings& out);

// When one and the same speaker spoke: dates of saying that exclude each other.
void FindSpeechDisputes(const StoryView& story, Findings& out);

// Somebody is called a former, acting or deputy holder of an office here and its holder there.
void FindRoleDisputes(const StoryView& story, Findings& out);

// What somebody says is not so, and what others, or the sentence before, tell of it.
void FindDenials(const StoryView& story, Findings& out);

// Who answered and who did not.
void FindResponseDisputes(const StoryView& story, Findings& out);

// Actors who accuse each other; who denies a deed and lays it on another.
void FindAccusations(const StoryView& story, Findings& out);

// What is to come first, and what has conditions and what has none (data/en/dispute_words.tsv).
void FindOrderDisputes(const StoryView& story, Findings& out);
void FindConditionDisputes(const StoryView& story, Findings& out);

// One thing under names or in states that exclude each other (data/en/dispute_words.tsv).
void FindNamingDisputes(const StoryView& story, Findings& out);

// The channel of one saying: a post here, a press conference there.
void FindMediumDisputes(const StoryView& story, const std::vector<Utterance>& utterances,
                        Findings& out);

// Told as a fact here, as somebody's claim there.
void FindAttributionDisputes(const StoryView& story, const std::vector<Match>& matches,
                             Findings& out);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_DISPUTES_H_
