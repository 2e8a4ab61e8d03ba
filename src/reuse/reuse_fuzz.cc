// Two reports cut from any bytes at the first zero byte: spans lie in the texts, verbatim passages
// are the same words, the answer is the same again and with the reports the other way round.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "doc/check.h"
#include "reuse/reuse.h"
#include "text/light_words.h"

namespace synoptic {
namespace {

Document Made(std::string_view bytes, const std::string& id) {
  Document report;
  report.id = id;
  report.text = RepairUtf8(bytes);
  if (bytes.size() % 3 != 0) {
    report.published = Moment::Parse("2031-05-" + std::to_string(10 + bytes.size() % 20));
  }
  if (bytes.size() % 5 == 0) report.source = bytes.size() % 2 == 0 ? "Reuters" : "Ostrel Herald";
  return report;
}

std::vector<uint32_t> WordsOf(const Document& report, Span span) {
  std::vector<LightWord> words;
  CutLightWords(report.text, span, words);
  std::vector<uint32_t> hashes;
  for (const LightWord& word : words) hashes.push_back(word.hash);
  return hashes;
}

void CheckEdge(const std::vector<Document>& reports, const Edge& edge) {
  const Document &from = reports[static_cast<size_t>(edge.from)],
                 &to = reports[static_cast<size_t>(edge.to)];
  if (!(edge.confidence >= 0 && edge.confidence <= 1 && edge.share >= 0 && edge.share <= 1))
    std::abort();
  if (edge.kind == EdgeKind::kTemplate && (edge.directed || edge.confidence >= 0.5)) std::abort();
  uint32_t behind = 0;
  for (const Passage& passage : edge.passages) {
    if (passage.to.begin < behind) std::abort();  // sorted, disjoint
    behind = passage.to.end;
    if (passage.verbatim && WordsOf(from, passage.from) != WordsOf(to, passage.to)) std::abort();
  }
}

Lineage Checked(const std::vector<Document>& reports) {
  Comparison comparison;
  comparison.lineage = FindLineage(reports);
  if (!BrokenInvariants(reports, comparison).empty()) std::abort();
  for (const Edge& edge : comparison.lineage.edges) CheckEdge(reports, edge);
  return comparison.lineage;
}

// Edges as text, with reports by id: what two answers must have in common.
std::string Told(const std::vector<Document>& reports, const Lineage& lineage) {
  std::string told;
  for (const Edge& edge : lineage.edges) {
    told += reports[static_cast<size_t>(edge.from)].id + reports[static_cast<size_t>(edge.to)].id +
            std::to_string(static_cast<int>(edge.kind)) + (edge.directed ? '>' : '-') +
            std::to_string(edge.confidence) + ' ' + std::to_string(edge.share);
    for (const Passage& passage : edge.passages) {
      told += ' ' + std::to_string(passage.from.begin) + ':' + std::to_string(passage.to.begin) +
              '+' + std::to_string(passage.to.size());
    }
  }
  return told + '|' + std::to_string(lineage.origins.size());
}

void Check(std::string_view data) {
  const size_t cut = std::min(data.find('\0'), data.size());
  const std::string_view rest = data.substr(std::min(cut + 1, data.size()));
  std::vector<Document> reports;
  reports.push_back(Made(data.substr(0, cut), "a"));
  reports.push_back(Made(rest, "b"));
  const std::string told = Told(reports, Checked(reports));
  if (Told(reports, Checked(reports)) != told) std::abort();
  std::swap(reports[0], reports[1]);
  if (Told(reports, Checked(reports)) != told) std::abort();
  reports.push_back(Made(data, "c"));  // holds the words of both
  Checked(reports);
}

}  // namespace
}  // namespace synoptic

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 20000) synoptic::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
