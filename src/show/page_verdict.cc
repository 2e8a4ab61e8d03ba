// The head of the page: whose headline, how many reports and origins, what is disputed, what is
// corroborated, what rests on one origin. And the contents bar.
#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "show/page.h"
#include "show/wording.h"

namespace synoptic {
namespace {

constexpr size_t kMostUnits = 48;    // signs and dots before "and N more"
constexpr size_t kMostOrigins = 10;  // rows of the list of origins

void WriteTitle(Page& page, Html& html) {
  const View& view = page.view();
  const Index earliest = view.Earliest();
  if (earliest == kNone) {
    html << "<h1 class=\"ours\">" << Words{Count(view.reports().size(), "report", "reports")}
         << " side by side</h1>";
    return;
  }
  html << "<h1 dir=\"auto\">" << Words{Trim(*view.Report(earliest).title)} << "</h1>";
}

// "Headline of the earliest report, M Meridian Wire. Reports of 9 June 2024, 11:40, to 10 June."
void WriteByline(Page& page, Html& html) {
  const View& view = page.view();
  html << "<p class=\"k\">";
  if (const Index earliest = view.Earliest(); earliest != kNone) {
    const bool dated = view.Report(earliest).published.has_value();
    html << "Headline of "
         << Words{view.reports().size() == 1 ? "the report"
                  : dated                    ? "the earliest report"
                                             : "the first report"}
         << ", ";
    page.Witness(earliest, html);
    html << ". ";
  }
  const Document *first = nullptr, *last = nullptr;
  size_t undated = 0;
  for (const Document& report : view.reports()) {
    if (!report.published) {
      ++undated;
      continue;
    }
    const int64_t when = report.published->UnixSeconds();
    if (!first || when < first->published->UnixSeconds()) first = &report;
    if (!last || when >= last->published->UnixSeconds()) last = &report;
  }
  if (first) {
    const std::string from = MomentWords(*first->published, true);
    const std::string to = MomentWords(*last->published, !view.one_year());
    html << (from == MomentWords(*last->published, true) ? Words{"Published "}
                                                         : Words{"Published from "})
         << Words{from};
    if (from != MomentWords(*last->published, true)) html << ", to " << Words{to};
    html << ". ";
  }
  if (undated > 0) html << Words{Count(undated, "report does", "reports do")} << " not say when.";
  html << "</p>";
}

void WriteNotes(Page& page, Html& html) {
  const Comparison& comparison = page.view().comparison();
  if (comparison.notes.empty()) return;
  html << "<ul class=\"notes\">";
  for (const std::string& note : comparison.notes) {
    html << "<li dir=\"auto\">" << Words{Capital(note)} << ".</li>";
  }
  html << "</ul>";
}

void WriteOrigins(Page& page, Html& html) {
  const View& view = page.view();
  const size_t origins = view.counted_origins();
  html << "<div><span class=\"big\">" << view.reports().size() << "</span><span class=\"lab\">"
       << Words{view.reports().size() == 1 ? "report" : "reports"};
  if (origins > 0) html << " from " << Words{Count(origins, "origin", "origins")};
  if (const std::string& common = view.comparison().lineage.common_ground; !common.empty()) {
    html << ", <bdi>" << Words{OneLine(common)} << "</bdi>";
  }
  html << "</span><dl class=\"orig\">";
  const auto row = [&](Words mark, const std::vector<Index>& reports, Words name) {
    html << "<div><dt>" << mark << "</dt><dd class=\"sigs\">";
    for (const Index report : view.order()) {
      if (std::find(reports.begin(), reports.end(), report) == reports.end()) continue;
      page.Letter(report, html);
      html << " ";
    }
    html << "</dd><dd class=\"nm\"><bdi>" << name << "</bdi></dd></div>";
  };
  std::vector<Index> unknown;
  for (const Index report : view.order()) {
    if (!view.Counts(view.OriginOf(report))) unknown.push_back(report);
  }
  for (size_t i = 0; i < std::min(origins, kMostOrigins); ++i) {
    const auto origin = static_cast<Index>(i);
    row({view.OriginMark(origin)}, view.origins()[i]->reports, {view.OriginName(origin)});
  }
  if (!unknown.empty()) row({"?"}, unknown, {"origin unknown"});
  html << "</dl>";
  if (origins > kMostOrigins) {
    html << "<p class=\"k\">and " << origins - kMostOrigins
         << " more, <a href=\"#method\">see Sources</a></p>";
  }
  html << "</div>";
}

void More(size_t count, Html& html) {
  if (count > kMostUnits) html << "<span class=\"k\">and " << count - kMostUnits << " more</span>";
}

void WriteDisputeSigns(Page& page, Html& html) {
  const View& view = page.view();
  const size_t disputes = view.disputed.size();
  if (disputes > 0) {
    html << "<div class=\"red\">";
  } else {
    html << "<div>";
  }
  html << "<span class=\"big\">" << disputes
       << "</span><span class=\"lab\">disputed</span><div class=\"units\">";
  for (size_t i = 0; i < std::min(disputes, kMostUnits); ++i) {
    const Finding& finding = *view.disputed[i];
    const bool actors = finding.between == Between::kActors;
    html << "<a href=\"#f" << PlaceOf(view, finding) << "\""
         << Attribute{"aria-label", std::string(actors ? "Disputed between actors: "
                                                       : "Disputed between reports: ") +
                                        OneLine(finding.topic)}
         << ">";
    Icon(actors ? Markup("vs") : Markup("ne"), html);
    html << "</a>";
  }
  More(disputes, html);
  const size_t actors = view.between_actors();
  html << "</div><p class=\"k\">";
  if (disputes > 0)
    html << disputes - actors << " between reports, " << actors << " between actors";
  if (!view.updates.empty()) {
    html << "<br>" << Words{Count(view.updates.size(), "value", "values")}
         << " updated since <a href=\"#updates\" class=\"blue\" aria-label=\"Updates\">";
    Icon("up", html);
    html << "</a>";
  }
  html << "</p></div>";
}

void WriteDots(Page& page, const std::vector<const Finding*>& findings, Markup label, Html& html) {
  const View& view = page.view();
  html << "<div><span class=\"big\">" << findings.size() << "</span><span class=\"lab\">" << label
       << "</span><div class=\"units\">";
  for (size_t i = 0; i < std::min(findings.size(), kMostUnits); ++i) {
    const Finding& finding = *findings[i];
    html << "<a href=\"#f" << PlaceOf(view, finding) << "\""
         << Attribute{"aria-label", Count(static_cast<size_t>(std::max(finding.origins, 0)),
                                          "origin: ", "origins: ") +
                                        OneLine(finding.topic)}
         << ">";
    for (int dot = 0; dot < std::clamp(finding.origins, 1, 6); ++dot) html << "<i></i>";
    html << "</a>";
  }
  More(findings.size(), html);
  html << "</div><p class=\"k\">"
       << (findings.empty() ? Words{"none was found"} : Words{"a dot is an origin"})
       << "</p></div>";
}

void ContentsLink(Markup id, Markup title, size_t count, Html& html) {
  html << "<li><a href=\"#" << id << "\">" << title;
  if (count > 0) html << "<span class=\"n\">" << count << "</span>";
  html << "</a></li>";
}

}  // namespace

void WriteVerdict(Page& page, Html& html) {
  html << "<header class=\"head\">";
  WriteTitle(page, html);
  WriteByline(page, html);
  WriteNotes(page, html);
  html << "<div class=\"verdict\">";
  WriteOrigins(page, html);
  WriteDisputeSigns(page, html);
  WriteDots(page, page.view().corroborated, "corroborated by independent origins", html);
  WriteDots(page, page.view().single, "on one origin’s word", html);
  html << "</div></header>\n";
}

void WriteContents(Page& page, Html& html) {
  const View& view = page.view();
  html << "<nav class=\"toc\" aria-label=\"On this page\"><ul>";
  ContentsLink("disputed", "Disputed", view.disputed.size(), html);
  if (!view.updates.empty()) ContentsLink("updates", "Updates", view.updates.size(), html);
  ContentsLink("corroborated", "Corroborated", view.corroborated.size(), html);
  ContentsLink("single", "One origin", view.single.size(), html);
  ContentsLink("utterances", "Utterances", view.comparison().utterances.size(), html);
  ContentsLink("lineage", "Lineage", 0, html);
  ContentsLink("parallel", "Parallel", 0, html);
  ContentsLink("ledger", "Ledger", view.comparison().ledger.size(), html);
  ContentsLink("timeline", "Timeline", view.comparison().timeline.size(), html);
  ContentsLink("actors", "Actors", 0, html);
  ContentsLink("method", "Sources", 0, html);
  html << "</ul></nav>\n";
}

}  // namespace synoptic
