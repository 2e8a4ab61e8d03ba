// Any bytes, cut into reports, give findings whose readings lie in the text and whose disputes rest
// on words that say their values.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "collate/collate.h"
#include "doc/check.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

bool Known(const Document& doc, std::string_view id) {
  return std::any_of(doc.actors.begin(), doc.actors.end(),
                     [&](const Actor& actor) { return actor.id == id; });
}

// Capitalised words act and speak, numbers are days and counts.
Document Made(std::string_view bytes, int number) {
  Document doc = MiniDocument("r" + std::to_string(number), RepairUtf8(bytes)).Take();
  for (const Token& token : doc.tokens) {
    const std::string_view word = doc.Cut(token.span);
    if (token.pos == Upos::kPropn && doc.actors.size() < 20 && !Known(doc, word)) {
      Actor actor;
      actor.id = actor.name = std::string(word);
      actor.type = word.size() % 2 ? ActorType::kState : ActorType::kPlace;
      actor.country = word.substr(0, 1);
      Mention mention;
      mention.span = token.span;
      mention.type = actor.type;
      mention.actor = static_cast<Index>(doc.actors.size());
      doc.actors.push_back(std::move(actor));
      doc.mentions.push_back(mention);
    } else if (token.pos == Upos::kNum && word.size() % 2 == 0) {
      TimeExpression time;
      time.span = token.span;
      time.value =
          word.size() == 4 ? std::string(word) : "2031-04-" + std::string(word.substr(0, 2));
      doc.times.push_back(std::move(time));
    } else if (token.pos == Upos::kNum) {
      Quantity quantity;
      quantity.span = token.span;
      quantity.value = quantity.low = quantity.high = static_cast<double>(word[0]);
      doc.quantities.push_back(quantity);
    }
  }
  return doc;
}

// A day that a dispute names is one that its words were read as.
bool StandsThere(const Document& doc, const Finding& finding, const FindingReading& reading) {
  if (finding.facet != Facet::kWhen || reading.value.empty() || !IsDigit(reading.value[0]))
    return true;
  return std::any_of(doc.times.begin(), doc.times.end(), [&](const TimeExpression& time) {
    return time.value == reading.value && time.span.Overlaps(reading.value_span);
  });
}

void Check(std::string_view data) {
  std::vector<Document> reports;
  while (reports.size() < 4) {
    const size_t cut = std::min(data.find('\0'), data.size());
    reports.push_back(Made(data.substr(0, cut), static_cast<int>(reports.size())));
    data.remove_prefix(std::min(cut + 1, data.size()));
    if (data.empty()) break;
  }
  Comparison comparison;
  comparison.lineage = SeparateOrigins(reports.size());
  comparison.findings = FindFindings(reports, comparison.lineage, {});
  if (!BrokenInvariants(reports, comparison).empty()) std::abort();
  for (const Finding& finding : comparison.findings) {
    std::set<std::string> values;
    for (const FindingReading& reading : finding.readings) {
      values.insert(reading.value);
      const bool disputed = finding.status == FindingStatus::kDisputed;
      if (disputed && (reading.value_span.empty() || !reading.span.Contains(reading.value_span)))
        std::abort();
      if (disputed && !StandsThere(reports[static_cast<size_t>(reading.report)], finding, reading))
        std::abort();
    }
    if (finding.explanation.find('\n') != std::string::npos) std::abort();
    if (finding.status == FindingStatus::kDisputed && values.size() < 2) std::abort();
  }
  const ClaimRelation relation = RelateClaims(reports.front(), reports.back());
  if (!(relation.score >= 0 && relation.score <= 1)) std::abort();
}

}  // namespace
}  // namespace synoptic

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 20000) synoptic::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
