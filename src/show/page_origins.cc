// Corroborated, and on one origin's word: a row a fact, a column an origin, a dot where it says so.
#include <algorithm>
#include <set>

#include "show/page.h"
#include "show/wording.h"

namespace synoptic {
namespace {

constexpr size_t kMostColumns = 8;  // origins that still have a column of their own

struct Columns {
  std::vector<Index> counted;
  bool unknown = false;
  bool drawn() const { return counted.size() + unknown <= kMostColumns; }
  size_t count() const { return drawn() ? counted.size() + unknown : 0; }
};

Columns ColumnsOf(const View& view) {
  Columns columns;
  for (size_t i = 0; i < view.counted_origins(); ++i)
    columns.counted.push_back(static_cast<Index>(i));
  for (const Index report : view.order()) columns.unknown |= !view.Counts(view.OriginOf(report));
  return columns;
}

void WriteTableHead(const View& view, const Columns& columns, Html& html) {
  html << "<table class=\"mx\" style=\"--o:" << columns.count()
       << "\"><thead><tr><th scope=\"col\"><span class=\"vh\">Independent origins</span></th>";
  if (columns.drawn()) {
    for (const Index origin : columns.counted) {
      html << "<th class=\"o\" scope=\"col\"><abbr" << Attribute{"title", view.OriginName(origin)}
           << ">" << Words{view.OriginMark(origin)} << "</abbr></th>";
    }
    if (columns.unknown)
      html << "<th class=\"o\" scope=\"col\"><abbr title=\"origin unknown\">?</abbr></th>";
  }
  html << "<th scope=\"col\" class=\"st\">Statement</th><th scope=\"col\" "
          "class=\"rep\">Reports</th></tr></thead><tbody>\n";
}

void WriteDots(const View& view, const Columns& columns, const Finding& finding, Html& html) {
  if (!columns.drawn()) return;
  std::set<Index> telling;
  bool unknown = false;
  for (const FindingReading& reading : finding.readings) {
    if (!view.Has(reading.report)) continue;
    const Index origin = view.OriginOf(reading.report);
    if (view.Counts(origin)) {
      telling.insert(origin);
    } else {
      unknown = true;
    }
  }
  // More origins tell it than count: they share the words, and the rings are joined.
  const bool shared = static_cast<int>(telling.size()) > std::max(finding.origins, 1);
  for (const Index origin : columns.counted) {
    html << "<td class=\"o\">";
    if (!telling.contains(origin)) {
      html << "<span class=\"dot no\"></span><span class=\"vh\">silent</span>";
    } else {
      html << (shared ? Markup("<span class=\"dot sh\"></span>")
                      : Markup("<span class=\"dot\"></span>"))
           << "<span class=\"vh\">" << Words{view.OriginName(origin)} << " says so</span>";
    }
    html << "</td>";
  }
  if (!columns.unknown) return;
  html << "<td class=\"o\">"
       << (unknown ? Markup("<span class=\"dot un\"></span><span class=\"vh\">also of unknown "
                            "origin, not counted</span>")
                   : Markup("<span class=\"dot no\"></span><span class=\"vh\">silent</span>"))
       << "</td>";
}

// The reading that says it best: the first of the earliest report.
const FindingReading* Leading(const View& view, const Finding& finding) {
  const FindingReading* best = nullptr;
  for (const FindingReading& reading : finding.readings) {
    if (!view.Has(reading.report)) continue;
    if (!best || view.Rank(reading.report) < view.Rank(best->report)) best = &reading;
  }
  return best;
}

void WriteRow(Page& page, const Columns& columns, const Finding& finding, Html& html) {
  const View& view = page.view();
  html << "<tr id=\"f" << PlaceOf(view, finding) << "\"><td class=\"c\">"
       << std::max(finding.origins, 0) << "</td>";
  WriteDots(view, columns, finding, html);
  const FindingReading& reading = *Leading(view, finding);
  html << "<th scope=\"row\">";
  if (const std::string topic = OneLine(finding.topic); !topic.empty()) {
    html << "<span class=\"top\" dir=\"auto\">" << Words{Capital(topic)} << "</span>";
  }
  html << "<span class=\"lead\">";
  page.Quoted({reading.report, reading.span}, reading.value_span, html);
  html << "</span>";
  if (!reading.attributed_to.empty()) {
    html << "<small>on the word of <bdi>" << Words{view.ActorName(reading.attributed_to.back())}
         << "</bdi></small>";
  }
  html << "</th><td class=\"rep\">";
  page.Letters(view.EvidenceOf(finding), html);
  html << "</td></tr>\n";
}

void WriteTable(Page& page, const std::vector<const Finding*>& findings, Html& html) {
  const Columns columns = ColumnsOf(page.view());
  WriteTableHead(page.view(), columns, html);
  for (const Finding* finding : findings) WriteRow(page, columns, *finding, html);
  html << "</tbody></table>";
}

}  // namespace

void WriteCorroborated(Page& page, Html& html) {
  const View& view = page.view();
  OpenSection({"corroborated", "Corroborated",
               "Told by two or more independent origins. A dot is an origin; a dashed ring is a "
               "report whose origin "
               "is unknown and is not counted."},
              html);
  if (!view.corroborated.empty()) {
    WriteTable(page, view.corroborated, html);
  } else {
    SayNothing(
        !view.comparison().one_event
            ? "These reports do not tell one event, so nothing is compared."
        : view.counted_origins() < 2
            ? "There are not two origins that can be told apart, so nothing can be corroborated."
            : "Nothing was found that two independent origins tell.",
        html);
  }
  CloseSection(html);
}

void WriteSingleOrigin(Page& page, Html& html) {
  const View& view = page.view();
  OpenSection({"single", "On one origin’s word",
               "However many reports repeat it. Joined rings: the origins share the passage, so it "
               "counts once."},
              html);
  if (!view.single.empty()) {
    WriteTable(page, view.single, html);
  } else {
    SayNothing("Nothing was found that rests on one origin alone.", html);
  }
  CloseSection(html);
}

}  // namespace synoptic
