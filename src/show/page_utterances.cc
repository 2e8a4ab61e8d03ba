// Utterances: one saying, the readings of it in each report, with what was dropped, put in or
// turned marked by line and weight, not by colour alone.
#include <algorithm>

#include "doc/labels.h"
#include "show/changed_words.h"
#include "show/page.h"
#include "show/wording.h"

namespace synoptic {
namespace {

struct Compared {
  const UtteranceReading* reading = nullptr;
  const UtteranceReading* against = nullptr;
};

Compared ComparedOf(const View& view, const Utterance& utterance, const UtteranceReading& reading) {
  const bool has =
      reading.against >= 0 && static_cast<size_t>(reading.against) < utterance.readings.size();
  const UtteranceReading* against =
      has ? &utterance.readings[static_cast<size_t>(reading.against)] : nullptr;
  if (against && !view.Has(against->report)) against = nullptr;
  return {&reading, against};
}

std::vector<Stretch> StretchesOf(const View& view, const Compared& compared) {
  const Document* against = compared.against ? &view.Report(compared.against->report) : nullptr;
  return Stretches(view.Report(compared.reading->report), *compared.reading, against,
                   compared.against);
}

void WriteStretch(const View& view, const Compared& compared, const Stretch& stretch, Html& html) {
  const bool dropped = stretch.kind == Stretch::kDropped;
  const Document& report =
      view.Report(dropped ? compared.against->report : compared.reading->report);
  const Words words{report.Cut(stretch.span)};
  switch (stretch.kind) {
    case Stretch::kKept:
      html << words;
      break;
    case Stretch::kNarration:
      html << "<span class=\"nar\">" << words << "</span>";
      break;
    case Stretch::kInserted:
      html << (stretch.meaning ? Markup("<ins class=\"flip\">") : Markup("<ins>")) << words
           << "</ins>";
      break;
    case Stretch::kDropped:
      html << (stretch.meaning ? Markup("<del class=\"flip\">") : Markup("<del>")) << words
           << "</del> ";
      break;
  }
}

// "Meaning changed: “will not” became “shall”"
void WriteFlag(const View& view, const Compared& compared, Html& html) {
  if (!compared.reading->meaning_changed) return;
  html << "<span class=\"flag\">Meaning changed";
  bool first = true;
  for (const Change& change : compared.reading->changes) {
    if (!change.meaning || !compared.against) continue;
    html << (first ? Markup(": ") : Markup("; "));
    first = false;
    const auto old_words = view.Report(compared.against->report).Cut(change.from);
    const auto new_words = view.Report(compared.reading->report).Cut(change.to);
    if (change.from.empty()) {
      html << "“<bdi>" << Words{new_words} << "</bdi>” put in";
    } else if (change.to.empty()) {
      html << "“<bdi>" << Words{old_words} << "</bdi>” dropped";
    } else {
      html << "“<bdi>" << Words{old_words} << "</bdi>” became “<bdi>" << Words{new_words}
           << "</bdi>”";
    }
  }
  html << "</span>";
}

void WriteReading(Page& page, const Compared& compared, const std::vector<Evidence>& witnesses,
                  Html& html) {
  const UtteranceReading& reading = *compared.reading;
  html << "<li><p class=\"who\">";
  page.Letters(witnesses, html);
  html << Words{compared.against ? Label(reading.wording) : std::string_view("as first attested")}
       << "</p><div><blockquote dir=\"auto\">";
  html << "<a class=\"w\"" << Attribute{"href", page.LinkTo({reading.report, reading.span})} << ">";
  for (const Stretch& stretch : StretchesOf(page.view(), compared))
    WriteStretch(page.view(), compared, stretch, html);
  html << "</a></blockquote>";
  WriteFlag(page.view(), compared, html);
  html << "</div></li>";
}

// Verbatim readings stand with the one they repeat, as letters.
void WriteUtterance(Page& page, const Utterance& utterance, Html& html) {
  const View& view = page.view();
  std::vector<const UtteranceReading*> shown;
  std::vector<Evidence> same;
  for (const UtteranceReading& reading : utterance.readings) {
    if (!view.Has(reading.report)) continue;
    const bool repeats =
        !shown.empty() && reading.wording == Wording::kVerbatim && reading.changes.empty();
    if (repeats || shown.empty()) same.push_back({reading.report, reading.span});
    if (!repeats) shown.push_back(&reading);
  }
  if (shown.empty()) return;
  const std::string_view speaker =
      utterance.speaker.empty() ? "Speaker not known" : view.ActorName(utterance.speaker);
  html << "<article class=\"u\"><h3 dir=\"auto\">" << Words{speaker};
  const UtteranceReading& first = *shown.front();
  if (first.quote >= 0 &&
      static_cast<size_t>(first.quote) < view.Report(first.report).quotes.size()) {
    const Quote& quote = view.Report(first.report).quotes[static_cast<size_t>(first.quote)];
    if (!quote.channel.empty()) html << " <span>· " << Words{OneLine(quote.channel)} << "</span>";
  }
  html << "</h3><ol>";
  for (size_t i = 0; i < shown.size(); ++i) {
    const std::vector<Evidence> alone = {{shown[i]->report, shown[i]->span}};
    WriteReading(page, ComparedOf(view, utterance, *shown[i]), i == 0 ? same : alone, html);
  }
  html << "</ol></article>\n";
}

bool Changed(const Utterance& utterance) {
  return std::any_of(utterance.readings.begin(), utterance.readings.end(),
                     [](const UtteranceReading& reading) { return reading.meaning_changed; });
}

bool Told(const Utterance& utterance) { return utterance.readings.size() > 1; }

}  // namespace

void WriteUtterances(Page& page, Html& html) {
  OpenSection({"utterances", "Utterances",
               "One saying, as each report has it, against the reading attested best. "
               "<del>Struck</del> words were "
               "dropped, <ins>underlined</ins> words put in."},
              html);
  std::vector<const Utterance*> order;
  for (const Utterance& utterance : page.view().comparison().utterances)
    order.push_back(&utterance);
  std::stable_sort(order.begin(), order.end(), [](const Utterance* a, const Utterance* b) {
    return std::make_pair(!Changed(*a), !Told(*a)) < std::make_pair(!Changed(*b), !Told(*b));
  });
  const auto alone =
      std::find_if(order.begin(), order.end(), [](const Utterance* each) { return !Told(*each); });
  for (auto each = order.begin(); each != alone; ++each) WriteUtterance(page, **each, html);
  if (order.empty()) {
    SayNothing("No quotation was found.", html);
  } else if (alone == order.begin()) {
    SayNothing("No saying was found in more than one report.", html);
  }
  if (alone != order.end()) {
    html << "<details class=\"more\"><summary>"
         << Words{Count(static_cast<size_t>(order.end() - alone), "saying", "sayings")}
         << " in one report only</summary>";
    for (auto each = alone; each != order.end(); ++each) WriteUtterance(page, **each, html);
    html << "</details>";
  }
  CloseSection(html);
}

}  // namespace synoptic
