// Disputed: values side by side, between reports under red rules, between actors face to face.
// Updates: one value giving way to the next along a line of time.
#include <algorithm>
#include <set>

#include "doc/labels.h"
#include "show/page.h"
#include "show/wording.h"

namespace synoptic {
namespace {

Evidence WordsOf(const FindingReading& reading) { return {reading.report, reading.span}; }

// "› Hask", for every source in the chain; a reading on nobody's word says so.
void WriteChain(const View& view, const FindingReading& reading, Html& html) {
  for (const std::string& actor : reading.attributed_to) {
    html << "<span class=\"ch\"><bdi>" << Words{view.ActorName(actor)} << "</bdi></span>";
  }
  if (reading.polarity == Polarity::kDenied) html << " · denied";
  if (reading.modality != Modality::kAsserted) html << " · " << Words{Label(reading.modality)};
}

void WriteValue(Page& page, const FindingReading& reading, Html& html) {
  const std::string_view value = page.view().Value(reading);
  if (value.empty()) return;
  html << (value.size() <= 18 ? Markup("<a class=\"val\"") : Markup("<a class=\"val sm\""))
       << " dir=\"auto\"" << Attribute{"href", page.LinkTo({reading.report, reading.value_span})}
       << ">" << Words{value} << "</a>";
}

// Readings of one position that a reader can take as one: same origin, same sources.
struct Bundle {
  const FindingReading* first;
  std::vector<Evidence> all;
};

std::vector<Bundle> BundlesOf(const View& view, const Position& position) {
  std::vector<Bundle> bundles;
  for (const FindingReading* reading : position.readings) {
    const Index origin = view.OriginOf(reading->report);
    const auto same = std::find_if(bundles.begin(), bundles.end(), [&](const Bundle& bundle) {
      return view.Counts(origin) && view.OriginOf(bundle.first->report) == origin &&
             bundle.first->attributed_to == reading->attributed_to;
    });
    if (same == bundles.end()) {
      bundles.push_back({reading, {WordsOf(*reading)}});
    } else {
      same->all.push_back(WordsOf(*reading));
    }
  }
  return bundles;
}

void WriteBundle(Page& page, const Bundle& bundle, Html& html) {
  html << "<p class=\"by\">";
  if (page.view().OnePerReport(bundle.all).size() > 1) {
    page.Letters(bundle.all, html);
  } else {
    page.Witness(bundle.first->report, html);
  }
  WriteChain(page.view(), *bundle.first, html);
  html << "</p><p class=\"words\">";
  page.Quoted(WordsOf(*bundle.first), bundle.first->value_span, html);
  html << "</p>";
}

// A position's witnesses: the first three in full, the rest as letters.
void WriteWitnesses(Page& page, const Position& position, Html& html) {
  constexpr size_t kInFull = 3;
  const std::vector<Bundle> bundles = BundlesOf(page.view(), position);
  for (size_t i = 0; i < std::min(bundles.size(), kInFull); ++i)
    WriteBundle(page, bundles[i], html);
  if (bundles.size() <= kInFull) return;
  std::vector<Evidence> rest;
  for (size_t i = kInFull; i < bundles.size(); ++i) {
    rest.insert(rest.end(), bundles[i].all.begin(), bundles[i].all.end());
  }
  html << "<p class=\"by\">and ";
  page.Letters(rest, html);
  html << "</p>";
}

void WriteKind(Markup icon, Markup words, const Finding& finding, Html& html) {
  html << "<p class=\"kind\">";
  Icon(icon, html);
  html << "<span>" << words << "</span>";
  if (const std::string_view facet = FacetWords(finding.facet); !facet.empty()) {
    html << "<span class=\"facet\">" << Words{facet} << "</span>";
  }
  html << "</p>";
}

void WriteTopic(const Finding& finding, Html& html) {
  const std::string topic = OneLine(finding.topic);
  html << "<h3 dir=\"auto\">" << Words{topic.empty() ? "Told differently" : Capital(topic)}
       << "</h3>";
}

void WriteBetweenActors(Page& page, const std::vector<Position>& positions, Html& html) {
  const View& view = page.view();
  html << "<div class=\"face\">";
  for (const Position& position : positions) {
    const FindingReading& first = *position.readings.front();
    html << "<div><h4 dir=\"auto\">";
    if (first.attributed_to.empty()) {
      html << "On nobody’s word";
    } else {
      html << Words{view.ActorName(first.attributed_to.back())} << " says";
    }
    html << "</h4>";
    WriteValue(page, first, html);
    WriteWitnesses(page, position, html);
    html << "</div>";
  }
  html << "</div>";
}

void WriteBetweenReports(Page& page, const std::vector<Position>& positions, Html& html) {
  html << "<div class=\"rd\">";
  for (const Position& position : positions) {
    html << "<div>";
    WriteValue(page, *position.readings.front(), html);
    WriteWitnesses(page, position, html);
    html << "</div>";
  }
  html << "</div>";
}

void WriteDispute(Page& page, const Finding& finding, Html& html) {
  const View& view = page.view();
  const bool actors = finding.between == Between::kActors;
  html << "<article class=\"f\" id=\"f" << PlaceOf(view, finding) << "\">";
  WriteKind(actors ? Markup("vs") : Markup("ne"),
            actors ? Markup("Between actors") : Markup("Between reports"), finding, html);
  WriteTopic(finding, html);
  const std::vector<Position> positions = view.Positions(finding);
  if (actors) {
    WriteBetweenActors(page, positions, html);
  } else {
    WriteBetweenReports(page, positions, html);
  }
  html << "</article>\n";
}

// ---- updates

struct Step {
  std::string key;
  std::vector<const FindingReading*> readings;
  bool stale = false;  // an older value, after a newer one was known
};

// Readings in time, neighbours with the same value together.
std::vector<Step> StepsOf(const View& view, const Finding& finding) {
  std::vector<const FindingReading*> readings;
  for (const Position& position : view.Positions(finding)) {
    readings.insert(readings.end(), position.readings.begin(), position.readings.end());
  }
  std::stable_sort(readings.begin(), readings.end(), [&](const auto* a, const auto* b) {
    const auto when = [&](const FindingReading* each) {
      const auto& published = view.Report(each->report).published;
      return published ? published->UnixSeconds() : INT64_MAX;
    };
    return when(a) < when(b);
  });
  std::vector<Step> steps;
  std::set<std::string> known;
  for (const FindingReading* reading : readings) {
    if (!steps.empty() && steps.back().key == reading->value) {
      steps.back().readings.push_back(reading);
      continue;
    }
    steps.push_back({reading->value, {reading}, !known.insert(reading->value).second});
  }
  return steps;
}

void WriteStep(Page& page, const Step& step, bool newest, Html& html) {
  const FindingReading& first = *step.readings.front();
  html << (step.stale ? Markup("<li class=\"stale\">")
           : newest   ? Markup("<li>")
                      : Markup("<li class=\"old\">"))
       << "<p class=\"t\">" << Words{page.view().When(first.report)} << "</p>";
  WriteValue(page, first, html);
  Position position{step.key, step.readings};
  WriteWitnesses(page, position, html);
  if (step.stale) html << "<p class=\"by\">Still the earlier value</p>";
  html << "</li>";
}

void WriteUpdate(Page& page, const Finding& finding, Html& html) {
  html << "<article class=\"f upd\" id=\"f" << PlaceOf(page.view(), finding) << "\">";
  WriteKind("up", "A later state of knowledge", finding, html);
  WriteTopic(finding, html);
  const std::vector<Step> steps = StepsOf(page.view(), finding);
  size_t newest = 0;
  for (size_t i = 0; i < steps.size(); ++i) {
    if (!steps[i].stale) newest = i;
  }
  html << "<ol class=\"step\">";
  for (size_t i = 0; i < steps.size(); ++i) WriteStep(page, steps[i], i == newest, html);
  html << "</ol></article>\n";
}

}  // namespace

void WriteDisputed(Page& page, Html& html) {
  html << "<section class=\"s\" id=\"disputed\" aria-labelledby=\"h-disputed\"><header><h2 "
          "id=\"h-disputed\">Disputed</h2><p>";
  Icon("ne", html);
  html << " the reports contradict one another. ";
  Icon("vs", html);
  html << " the actors do, and the reports relay it.</p></header><div class=\"body\">\n";
  const View& view = page.view();
  if (view.disputed.empty()) {
    SayNothing(!view.comparison().one_event
                   ? "These reports do not tell one event, so nothing is compared."
               : view.reports().size() < 2
                   ? "One report alone: nothing to contradict it was read."
                   : "No contradiction was found. That is not a proof that there is none.",
               html);
  }
  for (const Finding* finding : view.disputed) WriteDispute(page, *finding, html);
  CloseSection(html);
}

void WriteUpdates(Page& page, Html& html) {
  if (page.view().updates.empty()) return;
  OpenSection({"updates", "Updates", "A later report gives a newer value. Not a contradiction."},
              html);
  for (const Finding* finding : page.view().updates) WriteUpdate(page, *finding, html);
  CloseSection(html);
}

}  // namespace synoptic
