#include "doc/tei.h"

#include <map>

#include "doc/labels.h"
#include "doc/xml_text.h"

namespace synoptic {
namespace {

std::string WitnessId(Index report) { return "r" + std::to_string(report + 1); }

class TeiWriter {
 public:
  TeiWriter(std::span<const Document> reports, const Comparison& comparison, std::string& out)
      : reports_(reports), comparison_(comparison), out_(out) {}

  void Write() {
    out_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n<fileDesc>\n"
        "<titleStmt><title>Utterances of one story as its reports render them</title></titleStmt>\n"
        "<publicationStmt><p>Made by Synoptic from the reports listed as witnesses.</p>"
        "</publicationStmt>\n";
    Witnesses();
    out_ +=
        "</fileDesc>\n<encodingDesc>\n"
        "<variantEncoding method=\"parallel-segmentation\" location=\"internal\"/>\n"
        "</encodingDesc>\n";
    Speakers();
    out_ += "</teiHeader>\n<text>\n<body>\n";
    // A body holds at least one block.
    if (comparison_.utterances.empty()) out_ += "<p/>\n";
    for (size_t u = 0; u < comparison_.utterances.size(); ++u) Utter(u);
    out_ += "</body>\n</text>\n</TEI>\n";
  }

 private:
  const Document& Report(Index report) const { return reports_[static_cast<size_t>(report)]; }

  void Witnesses() {
    out_ += "<sourceDesc>\n";
    if (reports_.empty()) {
      out_ += "<p>No report.</p>\n</sourceDesc>\n";
      return;
    }
    out_ += "<listWit>\n";
    for (size_t r = 0; r < reports_.size(); ++r) {
      const Document& report = reports_[r];
      out_ += "<witness xml:id=\"" + WitnessId(static_cast<Index>(r)) + "\">";
      out_ += EscapeXml(report.title.value_or(report.id));
      if (report.source) out_ += " <publisher>" + EscapeXml(*report.source) + "</publisher>";
      if (report.published) {
        const std::string day = EscapeXml(report.published->date.Iso());
        out_ += " <date when=\"" + day + "\">" + day + "</date>";
      }
      if (report.url) out_ += " <ref target=\"" + EscapeXml(*report.url) + "\"/>";
      out_ += "</witness>\n";
    }
    out_ += "</listWit>\n</sourceDesc>\n";
  }

  // Speakers in order of their utterances, by ids that XML allows.
  void Speakers() {
    for (const Utterance& utterance : comparison_.utterances) {
      if (!utterance.speaker.empty()) speakers_.emplace(utterance.speaker, speakers_.size() + 1);
    }
    if (speakers_.empty()) return;
    out_ += "<profileDesc><particDesc><listPerson>\n";
    for (const auto& [id, number] : speakers_) {
      out_ += "<person xml:id=\"p" + std::to_string(number) + "\"><persName>" +
              EscapeXml(NameOf(id)) + "</persName></person>\n";
    }
    out_ += "</listPerson></particDesc></profileDesc>\n";
  }

  std::string NameOf(const std::string& id) const {
    for (const Document& report : reports_) {
      for (const Actor& actor : report.actors) {
        if (actor.id == id) return actor.name;
      }
    }
    return id;
  }

  void Utter(size_t number) {
    const Utterance& utterance = comparison_.utterances[number];
    if (utterance.readings.empty()) return;
    out_ += "<div type=\"utterance\" xml:id=\"u" + std::to_string(number + 1) + "\"><p>";
    const auto speaker = speakers_.find(utterance.speaker);
    out_ += speaker == speakers_.end() ? std::string("<said>")
                                       : "<said who=\"#p" + std::to_string(speaker->second) + "\">";
    out_ += "<app>";
    Lemma(utterance);
    for (const UtteranceReading& reading : utterance.readings) {
      if (!IsLemma(utterance, reading)) Reading(utterance, reading);
    }
    out_ += "</app></said></p></div>\n";
  }

  // The reference, or the same words.
  bool IsLemma(const Utterance& utterance, const UtteranceReading& reading) const {
    return &reading == &utterance.readings[0] ||
           (reading.wording == Wording::kVerbatim && reading.against == 0 &&
            Report(reading.report).Cut(reading.span) == Lead(utterance));
  }
  std::string_view Lead(const Utterance& utterance) const {
    const UtteranceReading& first = utterance.readings[0];
    return Report(first.report).Cut(first.span);
  }

  void Lemma(const Utterance& utterance) {
    out_ += "<lem wit=\"";
    std::string_view separator;
    for (const UtteranceReading& reading : utterance.readings) {
      if (!IsLemma(utterance, reading)) continue;
      out_ += separator;
      out_ += "#" + WitnessId(reading.report);
      separator = " ";
    }
    out_ += "\">" + EscapeXml(Lead(utterance)) + "</lem>";
  }

  // Its words, those changed as segments, those of the reference that are missing as gaps.
  void Reading(const Utterance& utterance, const UtteranceReading& reading) {
    const Document& report = Report(reading.report);
    out_ += "<rdg wit=\"#" + WitnessId(reading.report) + "\" type=\"";
    out_ += Label(reading.wording);
    out_ += "\">";
    uint32_t at = reading.span.begin;
    for (const Change& change : reading.changes) {
      if (change.op == ChangeOp::kDelete) {
        if (change.to.begin >= at && change.to.begin <= reading.span.end)
          Plain(report, at, change.to.begin), at = std::max(at, change.to.begin);
        Gap(utterance, reading, change.from);
        continue;
      }
      if (change.to.begin < at || change.to.end > reading.span.end) continue;
      Plain(report, at, change.to.begin);
      out_ += "<seg type=\"";
      out_ += Label(change.op);
      if (change.meaning) out_ += "\" subtype=\"meaning";
      out_ += "\">" + EscapeXml(report.Cut(change.to)) + "</seg>";
      at = change.to.end;
    }
    Plain(report, at, reading.span.end);
    out_ += "</rdg>";
  }

  void Plain(const Document& report, uint32_t begin, uint32_t end) {
    if (begin < end) out_ += EscapeXml(report.Cut({begin, end}));
  }

  void Gap(const Utterance& utterance, const UtteranceReading& reading, Span from) {
    out_ += "<gap reason=\"omitted\"";
    if (reading.against == kNone || from.empty()) {
      out_ += "/>";
      return;
    }
    const UtteranceReading& against = utterance.readings[static_cast<size_t>(reading.against)];
    out_ += "><desc>" + EscapeXml(Report(against.report).Cut(from)) + "</desc></gap>";
  }

  std::span<const Document> reports_;
  const Comparison& comparison_;
  std::string& out_;
  std::map<std::string, size_t> speakers_;
};

}  // namespace

void WriteTei(std::span<const Document> reports, const Comparison& comparison, std::string& out) {
  TeiWriter(reports, comparison, out).Write();
}

}  // namespace synoptic
