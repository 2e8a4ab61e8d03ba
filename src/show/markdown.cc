// A comparison as a brief of about a page.
#include "doc/labels.h"
#include "show/show.h"
#include "show/view.h"
#include "show/wording.h"

namespace synoptic {
namespace {

constexpr size_t kMostRows = 6;

// Marks that Markdown would read are taken at their face.
std::string Plain(std::string_view text) {
  std::string plain;
  for (const char c : OneLine(text)) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) plain += '\\';
    plain += c;
  }
  return plain;
}

void WriteDisputes(const View& view, std::string& out) {
  size_t shown = 0;
  for (const Finding* finding : view.disputed) {
    if (shown++ == kMostRows) break;
    out += "- **" + Plain(FacetWords(finding->facet)) + "**: " + Plain(finding->topic) + "\n";
    for (const Position& position : view.Positions(*finding)) {
      const FindingReading& reading = *position.readings.front();
      out += "  - " + view.Siglum(reading.report) + ": “" +
             Plain(view.Cut({reading.report, reading.span})) + "”\n";
    }
  }
}

void WriteFacts(const View& view, const std::vector<const Finding*>& findings,
                std::string_view title, std::string& out) {
  if (findings.empty()) return;
  out += "\n## " + std::string(title) + "\n\n";
  size_t shown = 0;
  for (const Finding* finding : findings) {
    if (shown++ == kMostRows) break;
    out += "- " + Plain(finding->topic) + " (" + view.Letters(view.EvidenceOf(*finding)) + ")\n";
  }
}

}  // namespace

void WriteMarkdown(std::span<const Document> reports, const Comparison& comparison,
                   std::string& out) {
  const View view(reports, comparison);
  const Index first = view.Earliest();
  const bool titled = view.Has(first) && view.Report(first).title;
  out += "# " + (titled ? Plain(*view.Report(first).title) : std::string("Reports side by side")) +
         "\n\n";
  out += Plain(view.Headcount()) + ".\n\n";
  for (const std::string& note : comparison.notes) out += "> " + Plain(note) + "\n\n";
  for (const Index report : view.order()) {
    out += "- **" + view.Siglum(report) + "** " + Plain(view.Name(report)) + ", " +
           Plain(view.When(report)) + "\n";
  }
  if (!view.disputed.empty()) out += "\n## Disputed\n\n";
  WriteDisputes(view, out);
  WriteFacts(view, view.corroborated, "Corroborated", out);
  WriteFacts(view, view.single, "On one origin's word", out);
  if (!comparison.timeline.empty()) out += "\n## Timeline\n\n";
  for (const TimelineEntry& entry : comparison.timeline) {
    out += "- " + Plain(TimeWords(entry.when)) + ": " + Plain(entry.what) + " (" +
           view.Letters(entry.evidence) + ")\n";
  }
}

}  // namespace synoptic
