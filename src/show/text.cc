// A comparison for the terminal: what matters most first, every line with the words it rests on.
#include "base/utf8.h"
#include "doc/labels.h"
#include "show/show.h"
#include "show/view.h"
#include "show/wording.h"

namespace synoptic {
namespace {

constexpr size_t kMostRows = 12;  // of one kind; the page and the JSON have them all

class TextWriter {
 public:
  TextWriter(std::span<const Document> reports, const Comparison& comparison,
             const TextOptions& options, std::string& out)
      : view_(reports, comparison), comparison_(comparison), options_(options), out_(out) {}

  void Write() {
    Head();
    Disputes();
    Facts("Corroborated", view_.corroborated);
    Facts("On one origin's word", view_.single);
    Utterances();
    Lineage();
    Ledger();
    Timeline();
  }

 private:
  std::string Styled(std::string_view text, std::string_view code) const {
    if (!options_.colour) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }

  // `text` in lines no wider than the terminal, behind `indent` blanks; the first behind `first`.
  void Wrap(std::string first, std::string_view text, size_t indent) {
    const auto width = static_cast<size_t>(std::max(options_.width, 40));
    std::string line = std::move(first);
    size_t used = CountCodePoints(line);
    const std::string flat = OneLine(text);
    size_t at = 0;
    bool fresh = true;
    while (at < flat.size()) {
      const size_t end = std::min(flat.find(' ', at), flat.size());
      const std::string_view word = std::string_view(flat).substr(at, end - at);
      const size_t length = CountCodePoints(word);
      if (!fresh && used + 1 + length > width) {
        out_ += line + "\n";
        line.assign(indent, ' ');
        used = indent;
        fresh = true;
      }
      if (!fresh) line += ' ', ++used;
      line += word;
      used += length;
      fresh = false;
      at = end + 1;
    }
    out_ += line + "\n";
  }

  void Section(std::string_view title, size_t count) {
    out_ += "\n" + Styled(std::string(title) + " (" + std::to_string(count) + ")", "1") + "\n";
  }

  void More(size_t count) {
    if (count > kMostRows) out_ += "  … and " + std::to_string(count - kMostRows) + " more\n";
  }

  void Head() {
    out_ +=
        Styled(view_.Headcount() + ": " + Count(view_.disputed.size(), "dispute", "disputes") +
                   ", " + Count(view_.corroborated.size(), "fact", "facts") + " corroborated, " +
                   std::to_string(view_.single.size()) + " on one origin's word",
               "1") +
        "\n";
    for (const std::string& note : comparison_.notes) Wrap("Note: ", note, 6);
    out_ += "\n";
    for (const Index report : view_.order()) {
      const std::string mark = view_.OriginMark(view_.OriginOf(report));
      Wrap("  " + view_.Siglum(report) + "  " + mark + "  ",
           view_.Name(report) + ", " + view_.When(report), 8);
    }
  }

  void Reading(const FindingReading& reading) {
    const std::string value(view_.Value(reading));
    std::string first = "    " + view_.Siglum(reading.report) + "  ";
    Wrap(std::move(first),
         (value.empty() ? "" : value + ": ") +
             ("“" + std::string(view_.Cut({reading.report, reading.span})) + "”"),
         7);
  }

  void Disputes() {
    if (view_.disputed.empty() && view_.updates.empty()) return;
    Section("Disputed", view_.disputed.size());
    size_t shown = 0;
    for (const Finding* finding : view_.disputed) {
      if (shown++ == kMostRows) break;
      const std::string sign = finding->between == Between::kActors ? "⇄ " : "≠ ";
      Wrap("  " + Styled(sign, "31"),
           std::string(FacetWords(finding->facet)) + ": " + finding->topic, 4);
      for (const Position& position : view_.Positions(*finding)) {
        for (const FindingReading* reading : position.readings) Reading(*reading);
      }
    }
    More(view_.disputed.size());
    if (view_.updates.empty()) return;
    Section("Updated", view_.updates.size());
    for (const Finding* finding : view_.updates) {
      Wrap("  " + Styled("→ ", "34"), finding->topic, 4);
      for (const FindingReading& reading : finding->readings) Reading(reading);
    }
  }

  void Facts(std::string_view title, const std::vector<const Finding*>& findings) {
    if (findings.empty()) return;
    Section(title, findings.size());
    size_t shown = 0;
    for (const Finding* finding : findings) {
      if (shown++ == kMostRows) break;
      Wrap("  ", finding->topic + "  [" + view_.Letters(view_.EvidenceOf(*finding)) + "]", 4);
    }
    More(findings.size());
  }

  std::string ChangeWords(const Change& change, const UtteranceReading& reading,
                          const UtteranceReading* against) const {
    const std::string from = against && !change.from.empty()
                                 ? std::string(view_.Cut({against->report, change.from}))
                                 : "";
    const std::string to =
        change.to.empty() ? "" : std::string(view_.Cut({reading.report, change.to}));
    if (from.empty()) return "+“" + to + "”";
    if (to.empty()) return "-“" + from + "”";
    return "“" + from + "” became “" + to + "”";
  }

  void Utterances() {
    std::vector<const Utterance*> shared;
    for (const Utterance& utterance : comparison_.utterances) {
      if (utterance.readings.size() > 1) shared.push_back(&utterance);
    }
    if (shared.empty()) return;
    Section("What was said, and how each told it", shared.size());
    for (const Utterance* utterance : shared) {
      const std::string_view speaker =
          utterance->speaker.empty() ? "Somebody" : view_.ActorName(utterance->speaker);
      out_ += "  " + Styled(OneLine(speaker), "1") + "\n";
      for (const UtteranceReading& reading : utterance->readings) OneReading(*utterance, reading);
    }
  }

  void OneReading(const Utterance& utterance, const UtteranceReading& reading) {
    Wrap("    " + view_.Siglum(reading.report) + "  ",
         std::string(Label(reading.wording)) + ": “" +
             std::string(view_.Cut({reading.report, reading.span})) + "”",
         7);
    const UtteranceReading* against =
        reading.against == kNone ? nullptr
                                 : &utterance.readings[static_cast<size_t>(reading.against)];
    for (const Change& change : reading.changes) {
      if (!change.meaning) continue;
      Wrap("       " + Styled("◆ ", "31"),
           "meaning changed: " + ChangeWords(change, reading, against), 9);
    }
  }

  void Lineage() {
    if (comparison_.lineage.edges.empty()) return;
    Section("Who took words from whom", comparison_.lineage.edges.size());
    for (const Edge& edge : comparison_.lineage.edges) {
      std::string line = view_.Siglum(edge.to) + " " + std::string(EdgeVerb(edge.kind)) + " " +
                         view_.Siglum(edge.from) + ": " + Percent(edge.share) + " of its words";
      if (edge.kind == EdgeKind::kTemplate) {
        line += "; neither is derived from the other";
      } else if (!edge.directed) {
        line += "; which way is not known";
      }
      for (const std::string& reason : edge.reasons) line += "; " + reason;
      Wrap("  ", line, 4);
    }
  }

  void Ledger() {
    if (comparison_.ledger.empty()) return;
    Section("The process", comparison_.ledger.size());
    size_t shown = 0;
    for (const LedgerEntry& entry : comparison_.ledger) {
      if (shown++ == kMostRows) break;
      std::vector<std::string> actors;
      for (const std::string& actor : entry.actors) actors.emplace_back(view_.ActorName(actor));
      std::string line = Spaced(Label(entry.kind)) + ", " + std::string(Label(entry.status));
      if (!actors.empty()) line += ", " + Listed(actors);
      if (!entry.when.empty()) line += ", " + TimeWords(entry.when);
      Wrap("  ", line + ": “" + entry.what + "” [" + view_.Letters(entry.evidence) + "]", 4);
    }
    More(comparison_.ledger.size());
  }

  void Timeline() {
    if (comparison_.timeline.empty()) return;
    Section("Timeline", comparison_.timeline.size());
    for (const TimelineEntry& entry : comparison_.timeline) {
      Wrap("  " + TimeWords(entry.when) + (entry.planned ? " (planned)" : "") + ": ",
           entry.what + "  [" + view_.Letters(entry.evidence) + "]", 4);
    }
  }

  const View view_;
  const Comparison& comparison_;
  const TextOptions& options_;
  std::string& out_;
};

}  // namespace

void WriteText(std::span<const Document> reports, const Comparison& comparison,
               const TextOptions& options, std::string& out) {
  TextWriter(reports, comparison, options, out).Write();
}

}  // namespace synoptic
