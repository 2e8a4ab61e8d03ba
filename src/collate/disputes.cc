#include "collate/disputes.h"

#include <algorithm>
#include <set>

#include "doc/labels.h"

namespace synoptic {
namespace {

constexpr size_t kMaxReadings = 16;
constexpr size_t kMaxTopic = 120;  // bytes

std::string Explain(const StoryView& story, const Finding& finding) {
  std::string line = finding.update                        ? "Updated, no contradiction, on "
                     : finding.between == Between::kActors ? "Actors differ on "
                                                           : "Reports differ on ";
  line += Label(finding.facet);
  line += ": ";
  std::set<std::string> told;
  for (const FindingReading& reading : finding.readings) {
    const std::string& id = story.reports[static_cast<size_t>(reading.report)].id;
    std::string side = reading.value + " (" + id;
    if (!reading.attributed_to.empty()) side += ", " + story.NameOf(reading.attributed_to.back());
    side += ")";
    if (!told.insert(side).second) continue;
    if (told.size() > 1) line += "; ";
    line += side;
  }
  return line;
}

}  // namespace

void AddDispute(const StoryView& story, Facet facet, Between between, std::string topic,
                std::vector<FindingReading> readings, Findings& out, bool update) {
  std::sort(readings.begin(), readings.end(), [](const FindingReading& a, const FindingReading& b) {
    return std::tie(a.report, a.span, a.value) < std::tie(b.report, b.span, b.value);
  });
  const auto same = [](const FindingReading& a, const FindingReading& b) {
    return a.report == b.report && a.span == b.span && a.value == b.value;
  };
  readings.erase(std::unique(readings.begin(), readings.end(), same), readings.end());
  if (readings.size() > kMaxReadings) readings.resize(kMaxReadings);
  std::set<std::string> values;
  for (const FindingReading& reading : readings) values.insert(reading.value);
  if (values.size() < 2) return;
  Finding finding;
  finding.status = FindingStatus::kDisputed;
  finding.between = between;
  finding.facet = facet;
  finding.update = update;
  if (topic.size() > kMaxTopic)
    topic.resize(std::min(topic.find(' ', kMaxTopic - 20), topic.size()));
  finding.topic = std::move(topic);
  finding.readings = std::move(readings);
  finding.explanation = Explain(story, finding);
  out.push_back(std::move(finding));
}

}  // namespace synoptic
