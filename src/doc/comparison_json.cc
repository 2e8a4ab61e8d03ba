#include "base/utf8.h"
#include "doc/json.h"
#include "doc/json_writer.h"
#include "doc/labels.h"

namespace synoptic {
namespace {

class ComparisonWriter {
 public:
  ComparisonWriter(std::span<const Document> reports, const Comparison& comparison,
                   std::string& out)
      : reports_(reports), comparison_(comparison), out_(out), json_(out) {
    for (const Document& report : reports) points_.emplace_back(report.text);
  }

  void Write() {
    // Each report is an object of its own writer, so the outer brace is ours; the one that the
    // rest opens with is taken out again.
    out_ += R"({"reports":[)";
    for (size_t i = 0; i < reports_.size(); ++i) {
      if (i > 0) out_ += ',';
      WriteDocumentJson(reports_[i], {}, out_);
    }
    out_ += "],";
    const size_t at = out_.size();
    json_.BeginObject();
    json_.Field("one_event", comparison_.one_event);
    json_.Field("notes", comparison_.notes);
    WriteLineage();
    Objects("utterances", comparison_.utterances, [&](const Utterance& u) { WriteUtterance(u); });
    Objects("findings", comparison_.findings, [&](const Finding& f) { WriteFinding(f); });
    Objects("ledger", comparison_.ledger, [&](const LedgerEntry& e) { WriteLedgerEntry(e); });
    Objects("timeline", comparison_.timeline, [&](const TimelineEntry& e) { WriteTimeline(e); });
    json_.EndObject();
    out_.erase(at, 1);
  }

  void WriteLedger() {
    json_.BeginObject();
    Objects("ledger", comparison_.ledger, [&](const LedgerEntry& e) { WriteLedgerEntry(e); });
    json_.EndObject();
  }

 private:
  template <typename T, typename F>
  void Objects(std::string_view key, const std::vector<T>& items, F write) {
    json_.Key(key), json_.BeginArray();
    for (const T& item : items) {
      json_.BeginObject();
      write(item);
      json_.EndObject();
    }
    json_.EndArray();
  }

  const Document& Report(Index report) const { return reports_[static_cast<size_t>(report)]; }

  void ReportField(std::string_view key, Index report) { json_.Field(key, Report(report).id); }

  void Positions(Index report, Span span) {
    const CodePointIndex& points = points_[static_cast<size_t>(report)];
    json_.Field("begin", static_cast<int>(points.At(span.begin)));
    json_.Field("end", static_cast<int>(points.At(span.end)));
  }

  void SpanField(std::string_view key, Index report, Span span) {
    json_.Key(key), json_.BeginObject();
    Positions(report, span);
    json_.EndObject();
  }

  void EvidenceField(const std::vector<Evidence>& evidence) {
    Objects("evidence", evidence, [&](const Evidence& item) {
      ReportField("report", item.report);
      Positions(item.report, item.span);
    });
  }

  void WriteLineage() {
    const Lineage& lineage = comparison_.lineage;
    json_.Key("lineage"), json_.BeginObject();
    Objects("edges", lineage.edges, [&](const Edge& edge) { WriteEdge(edge); });
    Objects("origins", lineage.origins, [&](const Origin& origin) {
      json_.Field("id", origin.id);
      json_.Key("reports"), json_.BeginArray();
      for (const Index report : origin.reports) json_.String(Report(report).id);
      json_.EndArray();
      json_.Field("basis", origin.basis);
      json_.Field("known", origin.known);
      json_.Field("distinct", origin.distinct);
      json_.FieldOrNull("name", origin.name);
    });
    json_.FieldOrNull("common_ground", lineage.common_ground);
    json_.EndObject();
  }

  void WriteEdge(const Edge& edge) {
    ReportField("from", edge.from);
    ReportField("to", edge.to);
    json_.Field("kind", Label(edge.kind));
    json_.Field("directed", edge.directed);
    json_.Field("confidence", edge.confidence);
    json_.Field("share", edge.share);
    json_.Field("background", edge.background);
    json_.Field("reasons", edge.reasons);
    Objects("passages", edge.passages, [&](const Passage& passage) {
      SpanField("from", edge.from, passage.from);
      SpanField("to", edge.to, passage.to);
      json_.Field("quoted", passage.quoted);
      json_.Field("verbatim", passage.verbatim);
    });
  }

  std::string_view QuoteId(const UtteranceReading& reading) const {
    return Report(reading.report).quotes[static_cast<size_t>(reading.quote)].id;
  }

  void WriteUtterance(const Utterance& utterance) {
    json_.Field("id", utterance.id);
    json_.FieldOrNull("speaker", utterance.speaker);
    Objects("readings", utterance.readings, [&](const UtteranceReading& reading) {
      const UtteranceReading* against =
          reading.against == kNone ? nullptr
                                   : &utterance.readings[static_cast<size_t>(reading.against)];
      ReportField("report", reading.report);
      json_.Field("quote", QuoteId(reading));
      Positions(reading.report, reading.span);
      json_.Field("wording", Label(reading.wording));
      json_.FieldOrNull("against", against ? QuoteId(*against) : std::string_view());
      json_.Field("meaning_changed", reading.meaning_changed);
      Objects("changes", reading.changes,
              [&](const Change& change) { WriteChange(change, reading, against); });
    });
  }

  void WriteChange(const Change& change, const UtteranceReading& reading,
                   const UtteranceReading* against) {
    json_.Field("op", Label(change.op));
    const bool has_from = against && !change.from.empty();
    json_.FieldOrNull("from",
                      has_from ? Report(against->report).Cut(change.from) : std::string_view());
    json_.FieldOrNull(
        "to", change.to.empty() ? std::string_view() : Report(reading.report).Cut(change.to));
    json_.Field("meaning", change.meaning);
    if (has_from) SpanField("from_span", against->report, change.from);
    if (!change.to.empty()) SpanField("to_span", reading.report, change.to);
  }

  void WriteFinding(const Finding& finding) {
    json_.Field("id", finding.id);
    json_.Field("status", Label(finding.status));
    json_.FieldOrNull("between", Label(finding.between));
    json_.FieldOrNull("facet", Label(finding.facet));
    json_.Field("update", finding.update);
    json_.Field("topic", finding.topic);
    json_.Field("explanation", finding.explanation);
    json_.Field("origins", finding.origins);
    Objects("readings", finding.readings, [&](const FindingReading& reading) {
      ReportField("report", reading.report);
      Positions(reading.report, reading.span);
      json_.FieldOrNull("value", reading.value);
      if (!reading.value_span.empty()) SpanField("value_span", reading.report, reading.value_span);
      json_.Field("attributed_to", reading.attributed_to);
      json_.Field("modality", Label(reading.modality));
      json_.Field("polarity", Label(reading.polarity));
    });
  }

  void WriteLedgerEntry(const LedgerEntry& entry) {
    json_.Field("id", entry.id);
    json_.Field("kind", Label(entry.kind));
    json_.Key("actor");
    if (entry.actors.empty()) {
      json_.Null();
    } else if (entry.actors.size() == 1) {
      json_.String(entry.actors.front());
    } else {
      json_.BeginArray();
      for (const std::string& actor : entry.actors) json_.String(actor);
      json_.EndArray();
    }
    json_.FieldOrNull("target", entry.target);
    json_.Field("what", entry.what);
    json_.FieldOrNull("when", entry.when);
    json_.FieldOrNull("made", entry.made);
    json_.FieldOrNull("deadline", entry.deadline);
    json_.FieldOrNull("where", entry.where);
    json_.Field("status", Label(entry.status));
    json_.FieldOrNull("conditional_on", entry.conditional_on);
    json_.Field("terms", entry.terms);
    json_.Field("names", entry.names);
    json_.Field("alleged_by", entry.alleged_by);
    EvidenceField(entry.evidence);
  }

  void WriteTimeline(const TimelineEntry& entry) {
    json_.Field("when", entry.when);
    json_.Field("what", entry.what);
    json_.Field("planned", entry.planned);
    json_.Field("claimed_by", entry.claimed_by);
    EvidenceField(entry.evidence);
  }

  std::span<const Document> reports_;
  const Comparison& comparison_;
  std::string& out_;
  JsonWriter json_;
  std::vector<CodePointIndex> points_;
};

}  // namespace

void WriteComparisonJson(std::span<const Document> reports, const Comparison& comparison,
                         std::string& out) {
  ComparisonWriter(reports, comparison, out).Write();
}

void WriteLedgerJson(std::span<const Document> reports, const std::vector<LedgerEntry>& ledger,
                     std::string& out) {
  Comparison comparison;
  comparison.ledger = ledger;
  ComparisonWriter(reports, comparison, out).WriteLedger();
}

}  // namespace synoptic
