#include "show/page.h"

#include <algorithm>

#include "base/data.h"
#include "base/hash.h"
#include "show/show.h"
#include "show/wording.h"

namespace synoptic {

Page::Page(const View& view)
    : view_(view), linked_(view.reports().size()), disputed_(view.reports().size()) {
  for (const Document& report : view.reports()) points_.emplace_back(report.text);
  for (const Finding* finding : view.disputed) {
    for (const FindingReading& reading : finding->readings) {
      if (!view.Has(reading.report)) continue;
      const Span span = reading.value_span.empty() ? reading.span : reading.value_span;
      disputed_[static_cast<size_t>(reading.report)].push_back({span, PlaceOf(view, *finding)});
    }
  }
}

std::string Page::IdOf(const Evidence& evidence) const {
  const CodePointIndex& points = points_[static_cast<size_t>(evidence.report)];
  return view_.Siglum(evidence.report) + "-" + std::to_string(points.At(evidence.span.begin)) +
         "-" + std::to_string(points.At(evidence.span.end));
}

std::string Page::LinkTo(const Evidence& evidence) {
  linked_[static_cast<size_t>(evidence.report)].insert(evidence.span);
  return "#" + IdOf(evidence);
}

void Page::Letter(Index report, Html& html) const {
  html << "<abbr class=\"sig\"" << Attribute{"title", view_.Name(report)} << ">"
       << Words{view_.Siglum(report)} << "</abbr>";
}

void Page::Letter(const Evidence& evidence, Html& html) {
  html << "<a class=\"sig\"" << Attribute{"href", LinkTo(evidence)}
       << Attribute{"aria-label", view_.Siglum(evidence.report) + ": " +
                                      view_.Name(evidence.report) + ", show the words"}
       << ">" << Words{view_.Siglum(evidence.report)} << "</a>";
}

void Page::Letters(const std::vector<Evidence>& evidence, Html& html) {
  html << "<span class=\"sigs\">";
  for (const Evidence& item : view_.OnePerReport(evidence)) {
    Letter(item, html);
    html << " ";
  }
  html << "</span>";
}

void Page::Witness(Index report, Html& html) const {
  Letter(report, html);
  html << " <b><bdi>" << Words{view_.Name(report)} << "</bdi></b>";
}

void Page::Quoted(const Evidence& evidence, Span strong, Html& html) {
  const std::string& text = view_.Report(evidence.report).text;
  const Span span = evidence.span;
  html << "<a class=\"w\" dir=\"auto\"" << Attribute{"href", LinkTo(evidence)} << ">";
  if (!strong.empty() && span.Contains(strong) && strong != span) {
    html << Words{Span{span.begin, strong.begin}.In(text)} << "<b>" << Words{strong.In(text)}
         << "</b>" << Words{Span{strong.end, span.end}.In(text)};
  } else {
    html << Words{span.In(text)};
  }
  html << "</a>";
}

std::optional<size_t> Page::DisputeAt(const std::vector<Evidence>& evidence) const {
  for (const Evidence& item : evidence) {
    if (!view_.Has(item.report)) continue;
    for (const DisputedSpan& disputed : disputed_[static_cast<size_t>(item.report)]) {
      if (item.span.Contains(disputed.span)) return disputed.finding;
    }
  }
  return std::nullopt;
}

void Page::DisputeSign(const std::vector<Evidence>& evidence, Html& html) const {
  const auto finding = DisputeAt(evidence);
  if (!finding) return;
  html << " <a class=\"dsp\" href=\"#f" << *finding << "\" aria-label=\"disputed\">";
  if (view_.comparison().findings[*finding].between == Between::kActors) {
    Icon("vs", html);
  } else {
    Icon("ne", html);
  }
  html << "</a>";
}

void Icon(Markup name, Html& html) {
  html << "<svg class=\"ic\" aria-hidden=\"true\"><use href=\"#i-" << name << "\"/></svg>";
}

size_t PlaceOf(const View& view, const Finding& finding) {
  return static_cast<size_t>(&finding - view.comparison().findings.data());
}

void OpenSection(const SectionHead& head, Html& html) {
  html << "<section class=\"s\" id=\"" << head.id << "\" aria-labelledby=\"h-" << head.id
       << "\"><header><h2 id=\"h-" << head.id << "\">" << head.title << "</h2><p>" << head.note
       << "</p></header><div class=\"body\">\n";
}

void CloseSection(Html& html) { html << "</div></section>\n"; }

void SayNothing(std::string_view why, Html& html) {
  html << "<p class=\"none\">" << Words{why} << "</p>";
}

namespace {

constexpr Markup kSigns =
    "<svg width=\"0\" height=\"0\" class=\"defs\" aria-hidden=\"true\">"
    "<symbol id=\"i-ne\" viewBox=\"0 0 18 18\"><path d=\"M2 6.5H16M2 11.5H16M12.5 2L5.5 "
    "16\"/></symbol>"
    "<symbol id=\"i-vs\" viewBox=\"0 0 18 18\"><path d=\"M2 5.5H16L12 1.5M16 5.5L12 9.5M16 "
    "12.5H2L6 8.5M2 12.5L6 16.5\"/></symbol>"
    "<symbol id=\"i-up\" viewBox=\"0 0 18 18\"><path d=\"M2 9H15.5M10.5 4L15.5 9L10.5 "
    "14\"/></symbol>"
    "</svg>\n";

// The script runs only with this value, which depends on every report: words of a report cannot
// know it and so can never run, even if an escape were missing.
std::string Nonce(const View& view) {
  uint64_t hash = Hash64("synoptic");
  for (const Document& report : view.reports()) {
    hash = HashCombine(hash, Hash64(report.text));
    if (report.title) hash = HashCombine(hash, Hash64(*report.title));
    hash = HashCombine(hash, Hash64(report.id));
  }
  return HexDigest(hash) + HexDigest(Hash64(HexDigest(hash), hash));
}

void WriteHeadElement(const View& view, const std::string& nonce, std::string& out) {
  const Index earliest = view.Earliest();
  const std::string title =
      earliest == kNone ? "Reports side by side" : OneLine(*view.Report(earliest).title);
  Html html(out);
  html << "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
          "<meta http-equiv=\"Content-Security-Policy\"";
  html << Attribute{
      "content",
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'nonce-" + nonce +
          "'; base-uri 'none'; form-action 'none'"};
  html << ">\n<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" "
          "href=\"data:,\">\n<title>"
       << Words{title} << " · Synoptic</title>\n<style>\n";
  out += DataFile("show/page.css");
  out += DataFile("show/sections.css");
  out += DataFile("show/print.css");
  html << "</style>\n<script" << Attribute{"nonce", nonce} << ">\n";
  out += DataFile("show/theme.js");
  html << "</script>\n</head>\n";
}

void WritePanel(Html& html) {
  html << "<aside id=\"panel\" hidden role=\"dialog\" aria-labelledby=\"panel-name\"><header>"
          "<span class=\"sig\" data-letter></span> <b id=\"panel-name\" data-name></b> <span "
          "data-when></span>"
          "<button class=\"btn\" type=\"button\" data-close>Close</button></header>"
          "<div class=\"txt\" tabindex=\"0\" role=\"region\" aria-label=\"Text of the "
          "report\"></div>"
          "<footer><span data-note></span> <a href=\"#parallel\" data-go>Show in parallel "
          "view</a></footer></aside>\n";
}

}  // namespace

void WriteHtml(std::span<const Document> reports, const Comparison& comparison, std::string& out) {
  const View view(reports, comparison);
  Page page(view);
  std::string before, parallel, after;
  Html first(before), middle(parallel), last(after);
  WriteVerdict(page, first);
  WriteContents(page, first);
  WriteDisputed(page, first);
  WriteUpdates(page, first);
  WriteCorroborated(page, first);
  WriteSingleOrigin(page, first);
  WriteUtterances(page, first);
  WriteLineage(page, first);
  WriteLedger(page, last);
  WriteTimeline(page, last);
  WriteActors(page, last);
  WriteMethod(page, last);
  WriteParallel(page, middle);

  const std::string nonce = Nonce(view);
  WriteHeadElement(view, nonce, out);
  Html html(out);
  html << "<body>\n"
       << kSigns
       << "<a class=\"skip\" href=\"#main\">Skip to the findings</a>\n<div class=\"mast\">"
          "<span class=\"name\">Synoptic</span> <button class=\"btn noprint\" type=\"button\" "
          "id=\"theme\" hidden>Dark</button>"
          "</div>\n<main id=\"main\">\n"
       << first << middle << last << "</main>\n";
  WritePanel(html);
  html << "<script" << Attribute{"nonce", nonce} << ">\n";
  out += DataFile("show/page.js");
  html << "</script>\n</body>\n</html>\n";
}

}  // namespace synoptic
