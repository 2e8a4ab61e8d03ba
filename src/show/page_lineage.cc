// Lineage in words and passages: who took what from whom, why we think so, and both texts side by
// side. The drawing is in lineage_figure.cc.
#include <algorithm>

#include "doc/labels.h"
#include "show/page.h"
#include "show/wording.h"

namespace synoptic {
namespace {

constexpr size_t kMostPassages = 60;  // of one pair of reports

void WriteLegend(Html& html) {
  html << "<figcaption class=\"legend\">"
          "<span><svg viewBox=\"0 0 36 14\" aria-hidden=\"true\"><path class=\"e1\" d=\"M0 "
          "7H36\"/></svg>copy</span>"
          "<span><svg viewBox=\"0 0 36 14\" aria-hidden=\"true\"><path class=\"e2\" d=\"M0 "
          "7H36\"/></svg>rewrite, in other words</span>"
          "<span><svg viewBox=\"0 0 36 14\" aria-hidden=\"true\"><path class=\"e3\" d=\"M0 "
          "7H36\"/><path class=\"e3i\" d=\"M0 7H36\"/><path class=\"e3c\" d=\"M0 "
          "7H36\"/></svg>update of the same dispatch</span>"
          "<span><svg viewBox=\"0 0 36 14\" aria-hidden=\"true\"><path class=\"e4\" d=\"M0 "
          "7H36\"/></svg>both from a text not read here</span>"
          "<span><svg viewBox=\"0 0 36 14\" aria-hidden=\"true\"><rect class=\"bx\" x=\"1\" "
          "y=\"1\" width=\"34\" height=\"12\" rx=\"2\"/></svg>one origin</span>"
          "<span><svg viewBox=\"0 0 36 14\" aria-hidden=\"true\"><rect class=\"bx u\" x=\"1\" "
          "y=\"1\" width=\"34\" height=\"12\" rx=\"2\"/></svg>source not named</span>"
          "<span>The wider the line, the more of the later report’s words.</span></figcaption>";
}

void WritePassages(Page& page, const Edge& edge, Html& html) {
  html << "<details><summary>" << Words{Count(edge.passages.size(), "passage", "passages")}
       << " side by side</summary><table class=\"ps\"><thead><tr><th scope=\"col\">";
  page.Witness(edge.from, html);
  html << "</th><th scope=\"col\">";
  page.Witness(edge.to, html);
  html << "</th></tr></thead><tbody>";
  for (size_t i = 0; i < std::min(edge.passages.size(), kMostPassages); ++i) {
    const Passage& passage = edge.passages[i];
    html << "<tr><td>";
    page.Quoted({edge.from, passage.from}, html);
    html << "</td><td>";
    page.Quoted({edge.to, passage.to}, html);
    html << (passage.quoted ? Markup(" <small>inside quotation marks in both</small>") : Markup(""))
         << "</td></tr>";
  }
  html << "</tbody></table>";
  if (edge.passages.size() > kMostPassages) {
    html << "<p class=\"k\">and " << edge.passages.size() - kMostPassages
         << " more, marked grey in the parallel view</p>";
  }
  html << "</details>";
}

void WriteEdge(Page& page, size_t number, const Edge& edge, Html& html) {
  const bool later_first = edge.kind != EdgeKind::kSharedOrigin;
  html << "<li id=\"e" << number + 1 << "\"><p>";
  page.Witness(later_first ? edge.to : edge.from, html);
  html << " " << Words{EdgeVerb(edge.kind)} << " ";
  page.Witness(later_first ? edge.from : edge.to, html);
  if (edge.share > 0) {
    html << ": " << Words{Percent(edge.share)} << " of the words of ";
    page.Letter(edge.to, html);
    html << " outside quotations";
  }
  html << ". ";
  if (edge.kind == EdgeKind::kTemplate) {
    html << "Neither is derived from the other. ";
  } else {
    if (!edge.directed && later_first) html << "Which way is not known. ";
    if (edge.confidence < 0.5) html << "Not sure enough to count them as one. ";
  }
  html << "</p>";
  if (!edge.reasons.empty()) {
    std::vector<std::string> reasons;
    for (const std::string& reason : edge.reasons) reasons.push_back(OneLine(reason));
    html << "<p class=\"k\" dir=\"auto\">" << Words{Capital(Listed(reasons))} << "</p>";
  }
  if (!edge.passages.empty()) WritePassages(page, edge, html);
  html << "</li>\n";
}

}  // namespace

void WriteLineage(Page& page, Html& html) {
  const View& view = page.view();
  OpenSection({"lineage", "Lineage", "Who took words from whom. Left to right in time."}, html);
  const auto& edges = view.comparison().lineage.edges;
  if (!view.reports().empty()) {
    html << "<figure class=\"fig\">";
    WriteLineageFigure(page, html);
    WriteLegend(html);
    html << "</figure>";
  }
  html << "<ol class=\"edges\">";
  size_t written = 0;
  for (size_t i = 0; i < edges.size(); ++i) {
    if (!view.Has(edges[i].from) || !view.Has(edges[i].to)) continue;
    WriteEdge(page, i, edges[i], html);
    ++written;
  }
  html << "</ol>";
  if (written == 0) {
    SayNothing(view.reports().size() < 2 ? "One report alone has nothing to be compared with."
                                         : "No report was found to take its words from another.",
               html);
  }
  CloseSection(html);
}

}  // namespace synoptic
