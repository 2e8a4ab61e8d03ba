// Actors: who is named, and how each report spells it. Sources and method: what was read, when it
// was published and how that is known, which reports count once and why.
#include <algorithm>
#include <array>
#include <map>

#include "doc/labels.h"
#include "show/page.h"
#include "show/wording.h"

namespace synoptic {
namespace {

constexpr size_t kMostActors = 40;

struct NamedActor {
  std::string id;
  ActorType type = ActorType::kOther;
  size_t mentions = 0;
  std::map<Index, int> reports;
  std::map<std::string, std::vector<Evidence>> forms;  // as spelt, first place a report
  std::vector<Evidence> roles;
};

void AddReport(const View& view, Index report, std::map<std::string, NamedActor>& actors) {
  const Document& doc = view.Report(report);
  std::map<std::pair<Index, std::string_view>, bool> seen;
  for (const Mention& mention : doc.mentions) {
    if (mention.actor < 0 || static_cast<size_t>(mention.actor) >= doc.actors.size()) continue;
    const Actor& actor = doc.actors[static_cast<size_t>(mention.actor)];
    NamedActor& named = actors[actor.id];
    named.id = actor.id;
    named.type = actor.type;
    ++named.mentions;
    ++named.reports[report];
    if (mention.kind != MentionKind::kName) continue;
    const std::string_view form = doc.Cut(mention.span);
    if (seen.emplace(std::make_pair(mention.actor, form), true).second) {
      named.forms[OneLine(form)].push_back({report, mention.span});
    }
  }
  for (const Actor& actor : doc.actors) {
    for (const Span role : actor.roles) actors[actor.id].roles.push_back({report, role});
  }
}

std::vector<NamedActor> NamedActors(const View& view) {
  std::map<std::string, NamedActor> actors;
  for (const Index report : view.order()) AddReport(view, report, actors);
  std::vector<NamedActor> list;
  for (auto& [id, actor] : actors) {
    if (!actor.forms.empty()) list.push_back(std::move(actor));
  }
  std::stable_sort(list.begin(), list.end(), [](const NamedActor& a, const NamedActor& b) {
    return std::make_pair(a.reports.size(), a.mentions) >
           std::make_pair(b.reports.size(), b.mentions);
  });
  return list;
}

void WriteRoles(Page& page, const NamedActor& actor, Html& html) {
  const View& view = page.view();
  std::map<std::string_view, bool> seen;
  size_t shown = 0;
  for (const Evidence& role : actor.roles) {
    if (!seen.emplace(view.Cut(role), true).second || shown == 3) continue;
    html << (shown++ == 0 ? Markup("<span class=\"roles\">") : Markup(", "));
    page.Quoted(role, html);
  }
  if (shown > 0) html << "</span>";
}

void WriteActor(Page& page, const NamedActor& actor, Html& html) {
  html << "<tr><th scope=\"row\" dir=\"auto\">" << Words{page.view().ActorName(actor.id)}
       << "<small>" << Words{Label(actor.type)} << "</small></th><td>";
  std::vector<std::pair<std::string, const std::vector<Evidence>*>> forms;
  for (const auto& [form, evidence] : actor.forms) forms.emplace_back(form, &evidence);
  std::stable_sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) {
    return a.second->size() > b.second->size();
  });
  html << "<ul class=\"forms\">";
  for (const auto& [form, evidence] : forms) {
    html << "<li>";
    page.Quoted(evidence->front(), html);
    html << " ";
    page.Letters(*evidence, html);
    html << "</li>";
  }
  html << "</ul>";
  WriteRoles(page, actor, html);
  html << "</td></tr>\n";
}

std::string_view HowDated(DateSource source) {
  switch (source) {
    case DateSource::kOption:
      return "given on the command line";
    case DateSource::kMetadata:
      return "from its metadata";
    case DateSource::kText:
      return "from its words";
    case DateSource::kUnknown:
      break;
  }
  return "not known";
}

void WriteSource(Page& page, Index report, Html& html) {
  const View& view = page.view();
  const Document& doc = view.Report(report);
  html << "<tr><th scope=\"row\">";
  page.Witness(report, html);
  if (!doc.authors.empty())
    html << "<small>by <bdi>" << Words{OneLine(Listed(doc.authors))} << "</bdi></small>";
  html << "</th><td>";
  if (doc.title)
    html << "<span class=\"q\" dir=\"auto\">" << Words{OneLine(*doc.title)} << "</span>";
  if (doc.url) html << "<small><bdi>" << Words{OneLine(*doc.url)} << "</bdi></small>";
  html << "</td><td>" << Words{doc.published ? MomentWords(*doc.published, true) : "undated"}
       << "<small>";
  if (doc.published_from == DateSource::kText && doc.published_span) {
    html << "says <a" << Attribute{"href", page.LinkTo({report, *doc.published_span})}
         << " class=\"w\" dir=\"auto\">" << Words{doc.Cut(*doc.published_span)} << "</a>";
  } else {
    html << Words{HowDated(doc.published_from)};
  }
  html << "</small></td><td>";
  if (doc.credit) {
    html << "<span class=\"q\" dir=\"auto\">" << Words{OneLine(*doc.credit)} << "</span>";
  } else {
    html << "<span class=\"nil\">no credit</span>";
  }
  for (const std::string& warning : doc.warnings)
    html << "<small><bdi>" << Words{OneLine(warning)} << "</bdi></small>";
  html << "</td></tr>\n";
}

void WriteOriginBases(Page& page, Html& html) {
  const View& view = page.view();
  if (view.origins().empty()) return;
  html << "<div><h3>What counts once</h3><ul>";
  for (size_t i = 0; i < view.origins().size(); ++i) {
    const auto origin = static_cast<Index>(i);
    html << "<li><b class=\"gr\">" << Words{view.OriginMark(origin)} << "</b> ";
    for (const Index report : view.order()) {
      if (view.OriginOf(report) != origin) continue;
      page.Letter(report, html);
      html << " ";
    }
    html << "<bdi>"
         << Words{view.origins()[i]->basis.empty() ? view.OriginName(origin)
                                                   : OneLine(view.origins()[i]->basis)}
         << "</bdi></li>";
  }
  html << "</ul></div>";
}

}  // namespace

void WriteActors(Page& page, Html& html) {
  OpenSection({"actors", "Actors", "Who is named in the reports, and how each spells it."}, html);
  const std::vector<NamedActor> actors = NamedActors(page.view());
  if (actors.empty()) {
    SayNothing("No name was found.", html);
    return CloseSection(html);
  }
  html << "<table class=\"ac\"><thead><tr><th scope=\"col\">Actor</th><th scope=\"col\">As the "
          "reports call it</th></tr></thead><tbody>\n";
  for (size_t i = 0; i < std::min(actors.size(), kMostActors); ++i)
    WriteActor(page, actors[i], html);
  html << "</tbody></table>";
  if (actors.size() > kMostActors) {
    html << "<p class=\"none\">and " << Words{Count(actors.size() - kMostActors, "name", "names")}
         << " in fewer reports</p>";
  }
  CloseSection(html);
}

void WriteMethod(Page& page, Html& html) {
  OpenSection(
      {"method", "Sources and method", "What was read, and what this page does and does not say."},
      html);
  html << "<table class=\"wit\"><thead><tr><th scope=\"col\">Report</th><th "
          "scope=\"col\">Headline</th><th scope=\"col\">Published</th>"
          "<th scope=\"col\">Credit</th></tr></thead><tbody>\n";
  for (const Index report : page.view().order()) WriteSource(page, report, html);
  html << "</tbody></table><div class=\"meth\">";
  WriteOriginBases(page, html);
  html << "<div><h3>How to read this page</h3><p>Words in <span class=\"q\">a serif face</span> "
          "are cut from a report, letter for "
          "letter, and lead to where they stand. All else is this program’s own wording: it "
          "selects and compares, and "
          "writes nothing.</p><p>Letters are reports, dots are origins. Reports that share an "
          "origin count once; an "
          "unknown origin is not counted as an independent one.</p></div>"
          "<div><h3>What it does not say</h3><p>Corroborated is not true, and on one origin’s word "
          "is not false. "
          "What is not listed may still stand in the reports: the comparison finds what it can "
          "compare, and says so "
          "where it found nothing.</p></div></div>";
  CloseSection(html);
}

}  // namespace synoptic
