// Many origins may still rest on one speech. What every report quotes is found from the utterances
// or, where few of its words are left in some, from who is quoted.
#include <algorithm>
#include <map>
#include <set>

#include "reuse/reuse.h"

namespace synoptic {
namespace {

constexpr double kRestsOn = 0.2;  // share of what a report quotes that is one speaker's

struct Quoted {
  std::set<Index> reports;  // that quote the speaker for a good part
  std::set<Index> mostly;   // that quote nobody more
  size_t bytes = 0;         // quoted in all reports
  std::string name;
};

void CountQuoted(const Document& report, Index number, std::map<std::string, Quoted>& speakers) {
  std::map<std::string, size_t> bytes;
  size_t all = 0;
  for (const Quote& quote : report.quotes) {
    if (!quote.speaker || quote.speaker->actor == kNone || quote.negated) continue;
    const Actor& actor = report.actors[static_cast<size_t>(quote.speaker->actor)];
    size_t size = 0;
    for (const Span span : quote.content) size += span.size();
    all += size;
    bytes[actor.id] += size;
    std::string& name = speakers[actor.id].name;
    if (name.size() < actor.name.size()) name = actor.name;
  }
  size_t most = 0;
  for (const auto& [id, size] : bytes) most = std::max(most, size);
  for (const auto& [id, size] : bytes) {
    Quoted& speaker = speakers[id];
    speaker.bytes += size;
    if (static_cast<double>(size) >= kRestsOn * static_cast<double>(all)) {
      speaker.reports.insert(number);
    }
    if (size == most) speaker.mostly.insert(number);
  }
}

// Somebody whose one saying every report renders, and whom every report quotes most.
const Quoted* OfOneUtterance(std::span<const Utterance> utterances, size_t reports,
                             const std::map<std::string, Quoted>& speakers) {
  for (const Utterance& utterance : utterances) {
    std::set<Index> rendering;
    for (const UtteranceReading& reading : utterance.readings) rendering.insert(reading.report);
    const auto speaker = speakers.find(utterance.speaker);
    if (rendering.size() == reports && speaker != speakers.end() &&
        speaker->second.mostly.size() == reports)
      return &speaker->second;
  }
  return nullptr;
}

}  // namespace

std::string CommonGround(std::span<const Document> reports, std::span<const Utterance> utterances) {
  if (reports.size() < 2) return {};
  std::map<std::string, Quoted> speakers;
  for (size_t i = 0; i < reports.size(); ++i) {
    CountQuoted(reports[i], static_cast<Index>(i), speakers);
  }
  if (const Quoted* speaker = OfOneUtterance(utterances, reports.size(), speakers)) {
    return "all on one statement by " + speaker->name;
  }
  const Quoted* most = nullptr;
  for (const auto& [id, speaker] : speakers) {
    if (!most || speaker.bytes > most->bytes) most = &speaker;
  }
  if (most && most->reports.size() == reports.size()) return "all on the words of " + most->name;
  return {};
}

}  // namespace synoptic
