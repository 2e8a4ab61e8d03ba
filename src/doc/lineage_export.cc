#include "doc/lineage_export.h"

#include "doc/labels.h"

namespace synoptic {
namespace {

std::string Percent(double share) { return std::to_string(static_cast<int>(share * 100 + 0.5)); }

std::string DotQuoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' || c == '\r' ? ' ' : c;
  }
  return quoted + '"';
}

std::string XmlEscaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\t':  // as they are, a reader would make blanks of these
      case '\n':
      case '\r':
        escaped += "&#" + std::to_string(static_cast<int>(c)) + ';';
        break;
      default:
        escaped += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return escaped;
}

std::string Name(Index report) { return "r" + std::to_string(report + 1); }

}  // namespace

void WriteLineageDot(std::span<const Document> reports, const Lineage& lineage, std::string& out) {
  out += "digraph lineage {\n  rankdir=LR;\n  node [shape=box];\n";
  for (const Origin& origin : lineage.origins) {
    const bool several = origin.reports.size() > 1;
    if (several)
      out += "  subgraph cluster_" + origin.id + " {\n    label=" + DotQuoted(origin.basis) + ";\n";
    for (const Index report : origin.reports) {
      out += "    " + Name(report) +
             " [label=" + DotQuoted(reports[static_cast<size_t>(report)].id) + "];\n";
    }
    if (several) out += "  }\n";
  }
  for (const Edge& edge : lineage.edges) {
    out += "  " + Name(edge.from) + " -> " + Name(edge.to) + " [label=\"" +
           std::string(Label(edge.kind)) + ' ' + Percent(edge.share) +
           " %\", penwidth=" + std::to_string(1 + static_cast<int>(edge.share * 4));
    if (!edge.directed) out += ", dir=none";
    if (edge.confidence < 0.5) out += ", style=dotted";
    out += "];\n";
  }
  out += "}\n";
}

void WriteLineageGraphml(std::span<const Document> reports, const Lineage& lineage,
                         std::string& out) {
  out +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "  <key id=\"id\" for=\"node\" attr.name=\"id\" attr.type=\"string\"/>\n"
      "  <key id=\"origin\" for=\"node\" attr.name=\"origin\" attr.type=\"string\"/>\n"
      "  <key id=\"kind\" for=\"edge\" attr.name=\"kind\" attr.type=\"string\"/>\n"
      "  <key id=\"share\" for=\"edge\" attr.name=\"share_percent\" attr.type=\"int\"/>\n"
      "  <key id=\"confidence\" for=\"edge\" attr.name=\"confidence_percent\" attr.type=\"int\"/>\n"
      "  <graph id=\"lineage\" edgedefault=\"directed\">\n";
  for (size_t i = 0; i < reports.size(); ++i) {
    out += "    <node id=\"" + Name(static_cast<Index>(i)) + "\"><data key=\"id\">" +
           XmlEscaped(reports[i].id) + "</data>";
    if (i < lineage.origin_of.size()) {
      out += "<data key=\"origin\">" +
             XmlEscaped(lineage.origins[static_cast<size_t>(lineage.origin_of[i])].id) + "</data>";
    }
    out += "</node>\n";
  }
  for (const Edge& edge : lineage.edges) {
    out += "    <edge source=\"" + Name(edge.from) + "\" target=\"" + Name(edge.to) +
           "\" directed=\"" + (edge.directed ? "true" : "false") + "\"><data key=\"kind\">" +
           std::string(Label(edge.kind)) + "</data><data key=\"share\">" + Percent(edge.share) +
           "</data><data key=\"confidence\">" + Percent(edge.confidence) + "</data></edge>\n";
  }
  out += "  </graph>\n</graphml>\n";
}

}  // namespace synoptic
