// Ledger: where the process stands, by state. Timeline: what happened and is to happen, in order.
#include <algorithm>
#include <array>

#include "doc/labels.h"
#include "show/page.h"
#include "show/wording.h"

namespace synoptic {
namespace {

struct State {
  LedgerStatus status;
  Markup title, look;
};

// What holds, what was said would, what is only said.
constexpr std::array<State, 8> kStates = {{
    {LedgerStatus::kInForce, "In force", ""},
    {LedgerStatus::kAgreed, "Agreed", ""},
    {LedgerStatus::kProposed, "Proposed", "soft"},
    {LedgerStatus::kPlanned, "Planned", "soft"},
    {LedgerStatus::kThreatened, "Threatened", "soft"},
    {LedgerStatus::kClaimed, "Claimed", "claim"},
    {LedgerStatus::kRejected, "Rejected", ""},
    {LedgerStatus::kExpired, "Expired", ""},
}};

std::string Actors(const View& view, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const std::string& id : ids) {
    std::string name(view.ActorName(id));
    if (std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }
  return Listed(names);
}

// "sanction threat · Littoral League to Halvora, by Sestria’s word"
void WriteParties(const View& view, const LedgerEntry& entry, Html& html) {
  html << "<span class=\"kd\">" << Words{Spaced(Label(entry.kind))};
  if (!entry.actors.empty()) html << " · <bdi>" << Words{Actors(view, entry.actors)} << "</bdi>";
  if (!entry.target.empty()) html << " to <bdi>" << Words{view.ActorName(entry.target)} << "</bdi>";
  if (!entry.alleged_by.empty())
    html << ", on the word of <bdi>" << Words{Actors(view, entry.alleged_by)} << "</bdi>";
  html << "</span>";
}

// The words that say it: cut from a report where they stand in one, ours where they do not.
void WriteWhat(Page& page, std::string_view what, const std::vector<Evidence>& evidence,
               Html& html) {
  const View& view = page.view();
  for (const Evidence& item : evidence) {
    if (!view.Has(item.report)) continue;
    const std::string_view words = view.Cut(item);
    const size_t at = what.empty() ? std::string_view::npos : words.find(what);
    if (at == std::string_view::npos) continue;
    const auto begin = item.span.begin + static_cast<uint32_t>(at);
    page.Quoted({item.report, {begin, begin + static_cast<uint32_t>(what.size())}}, html);
    return;
  }
  if (!what.empty()) {
    html << "<bdi>" << Words{OneLine(what)} << "</bdi>";
  } else if (!evidence.empty() && view.Has(evidence.front().report)) {
    page.Quoted(evidence.front(), html);
  }
}

void WriteLine(Markup label, const std::string& words, Html& html) {
  if (words.empty()) return;
  html << "<span class=\"if\">" << label << "<bdi>" << Words{OneLine(words)} << "</bdi></span>";
}

void WriteEntry(Page& page, size_t number, const LedgerEntry& entry, Html& html) {
  html << "<li id=\"l" << number + 1 << "\"><span class=\"no\">" << number + 1 << "</span>";
  WriteParties(page.view(), entry, html);
  html << "<span class=\"what\">";
  WriteWhat(page, entry.what, entry.evidence, html);
  page.DisputeSign(entry.evidence, html);
  html << "</span>";
  WriteLine("", TimeWords(entry.when), html);
  if (entry.made != entry.when) WriteLine("said ", TimeWords(entry.made), html);
  WriteLine("deadline ", TimeWords(entry.deadline), html);
  WriteLine("in ", entry.where, html);
  WriteLine("if ", entry.conditional_on, html);
  for (const std::string& term : entry.terms) WriteLine("term: ", term, html);
  WriteLine("also called ", Listed(entry.names), html);
  page.Letters(entry.evidence, html);
  html << "</li>";
}

void WriteBoard(Page& page, Html& html) {
  const auto& ledger = page.view().comparison().ledger;
  html << "<div class=\"board\">";
  for (const State& state : kStates) {
    const auto count = std::count_if(ledger.begin(), ledger.end(), [&](const LedgerEntry& entry) {
      return entry.status == state.status;
    });
    if (count == 0) continue;
    html << "<div class=\"" << state.look << "\"><h3>" << state.title << "<span class=\"n\">"
         << static_cast<int64_t>(count) << "</span></h3><ul>";
    for (size_t i = 0; i < ledger.size(); ++i) {
      if (ledger[i].status == state.status) WriteEntry(page, i, ledger[i], html);
    }
    html << "</ul></div>";
  }
  html << "</div>";
}

Date LastDay(const View& view) {
  Date last;
  for (const Document& report : view.reports()) {
    if (report.published) last = std::max(last, report.published->date);
  }
  return last;
}

void WriteMoment(Page& page, const TimelineEntry& entry, Html& html) {
  html << (entry.planned ? Markup("<li class=\"plan\">") : Markup("<li>"))
       << "<span class=\"when\">" << Words{entry.when.empty() ? "no date" : TimeWords(entry.when)}
       << "</span><p>";
  if (entry.planned) html << "<span class=\"pl\">planned</span> ";
  WriteWhat(page, entry.what, entry.evidence, html);
  page.DisputeSign(entry.evidence, html);
  if (!entry.claimed_by.empty()) {
    html << "<small>on the word of <bdi>" << Words{Actors(page.view(), entry.claimed_by)}
         << "</bdi></small>";
  }
  html << "</p>";
  page.Letters(entry.evidence, html);
  html << "</li>\n";
}

}  // namespace

void WriteLedger(Page& page, Html& html) {
  OpenSection({"ledger", "Ledger",
               "Where the process stands, by state, and when. Solid rule: it is. Dashed: proposed, "
               "planned, threatened. Red "
               "dashed: only claimed."},
              html);
  if (page.view().comparison().ledger.empty()) {
    SayNothing("No step of a process was found: no proposal, demand, truce, threat or draft.",
               html);
  } else {
    WriteBoard(page, html);
    WriteProcessFigure(page, html);
  }
  CloseSection(html);
}

void WriteTimeline(Page& page, Html& html) {
  OpenSection(
      {"timeline", "Timeline", "What is dated, in order, as exactly as the reports say it."}, html);
  const auto& timeline = page.view().comparison().timeline;
  if (timeline.empty()) SayNothing("Nothing with a date was found.", html);
  const Date last = LastDay(page.view());
  bool past = true;
  html << (timeline.empty() ? Markup("") : Markup("<ol class=\"tl\">"));
  for (const TimelineEntry& entry : timeline) {
    const auto day = Date::Parse(entry.when);
    if (past && day && last.year > 0 && *day > last) {
      past = false;
      if (&entry != &timeline.front()) {
        html << "<li class=\"cut\">last report, " << Words{DayWords(last, true)}
             << "; what follows was announced</li>";
      }
    }
    WriteMoment(page, entry, html);
  }
  html << (timeline.empty() ? Markup("") : Markup("</ol>"));
  CloseSection(html);
}

}  // namespace synoptic
