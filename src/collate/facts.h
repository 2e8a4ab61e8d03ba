// Facts: what each report says, clause by clause, with the typed values that are compared.
#ifndef SYNOPTIC_COLLATE_FACTS_H_
#define SYNOPTIC_COLLATE_FACTS_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "doc/day_range.h"
#include "doc/story.h"
#include "text/report_index.h"
#include "text/story_sides.h"
#include "text/story_words.h"

namespace synoptic {

struct Fact {
  Index report = kNone;
  Index clause = kNone;  // into the report's ReportIndex
  Index head = kNone;    // token of the predicate; the clause's first where not parsed
  Span span;
  std::vector<WordId> words;          // without names and times, sorted
  std::vector<std::string> sides;     // of the actors named in it, sorted
  std::string subject;                // side of its subject; empty if unknown
  std::vector<std::string> speakers;  // actor ids, outermost first; empty where the report tells it
  std::vector<Index> times, quantities,
      places;  // places: mentions that an "in" or "at" stands before
  bool negated = false;
  Modality modality = Modality::kAsserted;
  Index quote = kNone;  // the quotation it stands in

  std::vector<Index> tokens;

  // Of facts cut at predicates (StoryView::parts) alone:
  Index subject_token = kNone;  // names the subject; kNone if nothing does
  Span predicate;               // the predicate with what negates it
  bool unreal = false;          // conditional, wanted, planned or possible
  bool conditional = false;     // behind "if", "unless"
  bool performed = false;       // the predicate is told as done, whatever it demands
};

// One story opened for comparison. `reports` and `lineage` must outlive it and not change.
struct StoryView {
  StoryView(std::span<const Document> reports, const Lineage& lineage);

  const Document& doc(const Fact& fact) const { return reports[static_cast<size_t>(fact.report)]; }
  const ReportIndex& at(Index report) const { return index[static_cast<size_t>(report)]; }
  std::string_view Cut(Index report, Span span) const {
    return reports[static_cast<size_t>(report)].Cut(span);
  }
  // The fullest name that the reports give an actor; the id where none is known.
  std::string NameOf(const std::string& actor) const;
  // Origins that may be counted beside each other, among those of these reports.
  int DistinctOrigins(const std::vector<Index>& of_reports) const;

  std::span<const Document> reports;
  const Lineage& lineage;
  std::vector<ReportIndex> index;
  StoryWords words;
  StorySides sides;
  // By report, then by place:
  std::vector<Fact> facts;  // a sentence each
  std::vector<Fact> parts;  // a predicate each
};

// A reading of `fact` whose value is said by `value_span`, which is widened into the reading's
// span.
FindingReading ReadingOf(const StoryView& story, const Fact& fact, std::string value = {},
                         Span value_span = {});

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_FACTS_H_
