// Any bytes, cut into reports whose sentences are quotations, give utterances that hold a report
// once and whose changes lie in the readings; the index finds what all pairs find.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>

#include "base/utf8.h"
#include "collate/collate.h"
#include "collate/utterances_match.h"
#include "collate/utterances_segments.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

constexpr size_t kFewSegments = 300;  // fewer than a key may be in and still find candidates

// Two speakers take turns; every third quotation is a fragment.
Document Spoken(std::string_view bytes, int number) {
  Document doc = MiniDocument("r" + std::to_string(number), RepairUtf8(bytes)).Take();
  for (const char* id : {"velm", "dorn"}) {
    doc.actors.emplace_back();
    doc.actors.back().id = doc.actors.back().name = id;
  }
  for (size_t s = 0; s < doc.sentences.size(); ++s) {
    Quote quote;
    quote.id = "q" + std::to_string(s);
    quote.kind = s % 3 == 2 ? QuoteKind::kMixed : QuoteKind::kDirect;
    quote.content = {doc.sentences[s].span};
    if (s % 5 != 4) quote.speaker = Reference{quote.content[0], static_cast<Index>(s % 2)};
    doc.quotes.push_back(std::move(quote));
  }
  return doc;
}

void CheckReadings(const std::vector<Document>& reports, const Utterance& utterance) {
  std::set<Index> seen;
  for (const UtteranceReading& reading : utterance.readings) {
    const auto size =
        static_cast<uint32_t>(reports[static_cast<size_t>(reading.report)].text.size());
    if (!seen.insert(reading.report).second) std::abort();
    if (reading.span.empty() || reading.span.end > size) std::abort();
    const Span reference = utterance.readings.front().span;
    for (const Change& change : reading.changes) {
      if (change.from.empty() && change.to.empty()) std::abort();
      if (!change.from.empty() && !reference.Contains(change.from)) std::abort();
      if (!change.to.empty() && !reading.span.Contains(change.to)) std::abort();
    }
  }
  if (seen.size() < 2) std::abort();
}

void Check(std::string_view data) {
  std::vector<Document> reports;
  while (reports.size() < 4) {
    const size_t cut = std::min(data.find('\0'), data.size());
    reports.push_back(Spoken(data.substr(0, cut), static_cast<int>(reports.size())));
    data.remove_prefix(std::min(cut + 1, data.size()));
    if (data.empty()) break;
  }
  for (const Utterance& utterance : GatherUtterances(reports)) CheckReadings(reports, utterance);
  const std::vector<Segment> segments = CutSegments(reports);
  if (segments.size() > kFewSegments) return;
  const std::vector<Rendering> found = FindRenderings(reports, segments),
                               all = RenderingsByAllPairs(reports, segments);
  const bool same = std::equal(found.begin(), found.end(), all.begin(), all.end(),
                               [](const Rendering& x, const Rendering& y) {
                                 return x.a == y.a && x.b == y.b && x.score == y.score;
                               });
  if (!same) std::abort();
}

}  // namespace
}  // namespace synoptic

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 10000) synoptic::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
