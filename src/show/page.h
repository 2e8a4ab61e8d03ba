// Page: what every section of the HTML page shares: links to spans, letters, marks. A link to words
// is "#A-120-180": the letter of the report and the span in code points, as the JSON output has it.
// The page remembers what was linked; the parallel view, written last, gives each its id.
#ifndef SYNOPTIC_SHOW_PAGE_H_
#define SYNOPTIC_SHOW_PAGE_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "doc/document.h"
#include "doc/story.h"
#include "show/html.h"
#include "show/view.h"

namespace synoptic {

class Page {
 public:
  explicit Page(const View& view);

  const View& view() const { return view_; }

  // "A-120-180"
  std::string IdOf(const Evidence& evidence) const;
  // "#A-120-180", remembered.
  std::string LinkTo(const Evidence& evidence);
  const std::set<Span>& Linked(Index report) const { return linked_[static_cast<size_t>(report)]; }

  // The letter alone; a letter that opens words; one such letter a report.
  void Letter(Index report, Html& html) const;
  void Letter(const Evidence& evidence, Html& html);
  void Letters(const std::vector<Evidence>& evidence, Html& html);
  // Letter and name.
  void Witness(Index report, Html& html) const;
  // The words themselves, in serif, as a link to where they stand; `strong` inside them in bold.
  void Quoted(const Evidence& evidence, Span strong, Html& html);
  void Quoted(const Evidence& evidence, Html& html) { Quoted(evidence, {}, html); }

  // The disputed finding that rests on words of `evidence`; nullopt if none.
  std::optional<size_t> DisputeAt(const std::vector<Evidence>& evidence) const;
  // A red sign that leads to it.
  void DisputeSign(const std::vector<Evidence>& evidence, Html& html) const;

 private:
  struct DisputedSpan {
    Span span;
    size_t finding;
  };

  const View& view_;
  std::vector<CodePointIndex> points_;
  std::vector<std::set<Span>> linked_;
  std::vector<std::vector<DisputedSpan>> disputed_;
};

// "≠", "⇄", "→" as drawn signs: ne, vs, up.
void Icon(Markup name, Html& html);
// An id for a finding, by its place: " id=\"f12\"" and "#f12".
size_t PlaceOf(const View& view, const Finding& finding);

// A section with its heading at the side and a line on how to read it.
struct SectionHead {
  Markup id, title, note;
};
void OpenSection(const SectionHead& head, Html& html);
void CloseSection(Html& html);
// What a section says when there is nothing to show in it.
void SayNothing(std::string_view why, Html& html);

// ---- the sections; each may link words and writes at the end of `html`
void WriteVerdict(Page& page, Html& html);
void WriteContents(Page& page, Html& html);
void WriteDisputed(Page& page, Html& html);
void WriteUpdates(Page& page, Html& html);
void WriteCorroborated(Page& page, Html& html);
void WriteSingleOrigin(Page& page, Html& html);
void WriteUtterances(Page& page, Html& html);
void WriteLineage(Page& page, Html& html);
void WriteLedger(Page& page, Html& html);
void WriteTimeline(Page& page, Html& html);
void WriteActors(Page& page, Html& html);
void WriteMethod(Page& page, Html& html);
// After all others.
void WriteParallel(Page& page, Html& html);

// ---- parts of sections
void WriteLineageFigure(Page& page, Html& html);
void WriteProcessFigure(Page& page, Html& html);

}  // namespace synoptic

#endif  // SYNOPTIC_SHOW_PAGE_H_
