#include "doc/prov.h"

#include <map>
#include <set>

#include "doc/json_writer.h"
#include "doc/labels.h"

namespace synoptic {
namespace {

constexpr double kDerived = 0.5;  // confidence from which an edge is told

std::string Numbered(std::string_view kind, size_t i) {
  return "syn:" + std::string(kind) + std::to_string(i + 1);
}

std::string ReportName(Index report) { return Numbered("report", static_cast<size_t>(report)); }

class ProvWriter {
 public:
  ProvWriter(std::span<const Document> reports, const Comparison& comparison, std::string& out)
      : reports_(reports), comparison_(comparison), json_(out) {}

  void Write() {
    NumberSources();
    json_.BeginObject();
    Prefixes();
    Entities();
    Agents();
    Derivations();
    Alternates();
    Attributions();
    Members();
    json_.EndObject();
  }

 private:
  void NumberSources() {
    for (const Document& report : reports_) {
      if (report.source) sources_.emplace(*report.source, sources_.size());
    }
  }

  void Prefixes() {
    json_.Key("prefix"), json_.BeginObject();
    json_.Field("syn", "urn:synoptic:");
    json_.Field("prov", "http://www.w3.org/ns/prov#");
    json_.Field("xsd", "http://www.w3.org/2001/XMLSchema#");
    json_.EndObject();
  }

  void Typed(std::string_view type) {
    json_.Key("prov:type"), json_.BeginObject();
    json_.Field("$", type);
    json_.Field("type", "prov:QUALIFIED_NAME");
    json_.EndObject();
  }

  void Number(std::string_view key, double value) {
    json_.Key(key), json_.BeginObject();
    json_.Key("$"), json_.Number(value);
    json_.Field("type", "xsd:double");
    json_.EndObject();
  }

  void Entities() {
    json_.Key("entity"), json_.BeginObject();
    for (size_t r = 0; r < reports_.size(); ++r) {
      const Document& report = reports_[r];
      json_.Key(Numbered("report", r)), json_.BeginObject();
      json_.Field("syn:id", report.id);
      if (report.title) json_.Field("prov:label", *report.title);
      if (report.url) json_.Field("prov:location", *report.url);
      if (report.published) json_.Field("syn:published", report.published->Iso());
      json_.EndObject();
    }
    for (size_t o = 0; o < comparison_.lineage.origins.size(); ++o) {
      const Origin& origin = comparison_.lineage.origins[o];
      json_.Key(Numbered("origin", o)), json_.BeginObject();
      Typed("prov:Collection");
      json_.Field("prov:label", origin.basis);
      if (!origin.name.empty()) json_.Field("syn:name", origin.name);
      json_.EndObject();
    }
    for (size_t e = 0; e < comparison_.lineage.edges.size(); ++e) {
      if (!IsShared(comparison_.lineage.edges[e])) continue;
      json_.Key(Numbered("source", e)), json_.BeginObject();
      json_.Field("prov:label", "a text that is not among the reports");
      json_.EndObject();
    }
    for (size_t f = 0; f < comparison_.findings.size(); ++f) {
      const Finding& finding = comparison_.findings[f];
      json_.Key(Numbered("finding", f)), json_.BeginObject();
      json_.Field("prov:label", finding.topic);
      json_.Field("syn:status", Label(finding.status));
      json_.Field("syn:origins", finding.origins);
      json_.EndObject();
    }
    json_.EndObject();
  }

  void Agents() {
    json_.Key("agent"), json_.BeginObject();
    for (const auto& [name, number] : sources_) {
      json_.Key(Numbered("outlet", number)), json_.BeginObject();
      Typed("prov:Organization");
      json_.Field("prov:label", name);
      json_.EndObject();
    }
    json_.EndObject();
  }

  static bool IsShared(const Edge& edge) {
    return edge.confidence >= kDerived && edge.kind == EdgeKind::kSharedOrigin;
  }
  static bool IsDerivation(const Edge& edge) {
    return edge.confidence >= kDerived && edge.directed && edge.kind != EdgeKind::kSharedOrigin &&
           edge.kind != EdgeKind::kTemplate;
  }

  void Derivation(std::string_view made, std::string_view used, std::string_view type) {
    json_.Key("_:d" + std::to_string(++derivations_)), json_.BeginObject();
    json_.Field("prov:generatedEntity", made);
    json_.Field("prov:usedEntity", used);
    if (!type.empty()) Typed(type);
  }

  void Derivations() {
    json_.Key("wasDerivedFrom"), json_.BeginObject();
    for (size_t e = 0; e < comparison_.lineage.edges.size(); ++e) {
      const Edge& edge = comparison_.lineage.edges[e];
      if (IsDerivation(edge)) {
        Derivation(ReportName(edge.to), ReportName(edge.from),
                   edge.kind == EdgeKind::kCopy ? "prov:Quotation" : "prov:Revision");
        json_.Field("syn:kind", Label(edge.kind));
        Number("syn:confidence", edge.confidence);
        json_.EndObject();
      } else if (IsShared(edge)) {
        for (const Index report : {edge.from, edge.to}) {
          Derivation(ReportName(report), Numbered("source", e), "");
          Number("syn:confidence", edge.confidence);
          json_.EndObject();
        }
      }
    }
    for (size_t f = 0; f < comparison_.findings.size(); ++f) {
      std::set<Index> told;
      for (const FindingReading& reading : comparison_.findings[f].readings)
        told.insert(reading.report);
      for (const Index report : told) {
        Derivation(Numbered("finding", f), ReportName(report), "");
        json_.EndObject();
      }
    }
    json_.EndObject();
  }

  // Which of the two came first is not known.
  void Alternates() {
    json_.Key("alternateOf"), json_.BeginObject();
    int number = 0;
    for (const Edge& edge : comparison_.lineage.edges) {
      if (edge.confidence < kDerived || edge.directed || IsShared(edge)) continue;
      json_.Key("_:a" + std::to_string(++number)), json_.BeginObject();
      json_.Field("prov:alternate1", ReportName(edge.from));
      json_.Field("prov:alternate2", ReportName(edge.to));
      json_.EndObject();
    }
    json_.EndObject();
  }

  void Attributions() {
    json_.Key("wasAttributedTo"), json_.BeginObject();
    int number = 0;
    for (size_t r = 0; r < reports_.size(); ++r) {
      if (!reports_[r].source) continue;
      json_.Key("_:t" + std::to_string(++number)), json_.BeginObject();
      json_.Field("prov:entity", Numbered("report", r));
      json_.Field("prov:agent", Numbered("outlet", sources_.at(*reports_[r].source)));
      json_.EndObject();
    }
    json_.EndObject();
  }

  void Members() {
    json_.Key("hadMember"), json_.BeginObject();
    int number = 0;
    for (size_t o = 0; o < comparison_.lineage.origins.size(); ++o) {
      for (const Index report : comparison_.lineage.origins[o].reports) {
        json_.Key("_:m" + std::to_string(++number)), json_.BeginObject();
        json_.Field("prov:collection", Numbered("origin", o));
        json_.Field("prov:entity", ReportName(report));
        json_.EndObject();
      }
    }
    json_.EndObject();
  }

  std::span<const Document> reports_;
  const Comparison& comparison_;
  JsonWriter json_;
  std::map<std::string, size_t> sources_;
  int derivations_ = 0;
};

}  // namespace

void WriteProvJson(std::span<const Document> reports, const Comparison& comparison,
                   std::string& out) {
  ProvWriter(reports, comparison, out).Write();
}

}  // namespace synoptic
