// Any bytes, cut into reports, give a ledger and a timeline whose evidence lies in the text, the
// same twice.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "doc/check.h"
#include "ledger/ledger.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

bool Known(const Document& doc, std::string_view id) {
  return std::any_of(doc.actors.begin(), doc.actors.end(),
                     [&](const Actor& actor) { return actor.id == id; });
}

// Capitalised words act, numbers are days: enough for every rule to be reached.
Document Made(std::string_view bytes, int number) {
  MiniDocument mini("r" + std::to_string(number), RepairUtf8(bytes));
  Document doc = mini.Take();
  for (const Token& token : doc.tokens) {
    const std::string_view word = doc.Cut(token.span);
    if (token.pos == Upos::kPropn && doc.actors.size() < 20 && !Known(doc, word)) {
      Actor actor;
      actor.id = actor.name = std::string(word);
      actor.type = ActorType::kState;
      Mention mention;
      mention.span = token.span;
      mention.actor = static_cast<Index>(doc.actors.size());
      doc.actors.push_back(std::move(actor));
      doc.mentions.push_back(mention);
    } else if (token.pos == Upos::kNum) {
      TimeExpression time;
      time.span = token.span;
      time.value =
          word.size() == 4 ? std::string(word) : "2031-04-" + std::string(word.substr(0, 2));
      doc.times.push_back(std::move(time));
    }
  }
  return doc;
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
  comparison.ledger = BuildLedger(reports);
  comparison.timeline = BuildTimeline(reports);
  if (!BrokenInvariants(reports, comparison).empty()) std::abort();
  if (BuildLedger(reports).size() != comparison.ledger.size()) std::abort();
  for (const LedgerEntry& entry : comparison.ledger) {
    if (entry.evidence.empty() || entry.what.empty()) std::abort();
  }
  if (LedgerAsOf(comparison.ledger, Date{2031, 4, 9}).size() > comparison.ledger.size())
    std::abort();
}

}  // namespace
}  // namespace synoptic

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 20000) synoptic::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
