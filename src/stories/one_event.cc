#include <algorithm>

#include "stories/state.h"

namespace synoptic {
namespace {

constexpr double kOneEvent = 0.35;  // likeness of reports that somebody chose to lay side by side

}  // namespace

bool TellOneEvent(std::span<const Document> reports) {
  TermStatistics statistics;
  std::vector<ReportTerms> terms;
  for (const Document& report : reports) {
    terms.push_back(ReadTerms(report));
    statistics.Count(terms.back().terms);
  }
  std::vector<Group> groups;
  NeighbourIndex neighbours;
  std::vector<std::pair<uint32_t, uint32_t>> ties;
  for (uint32_t i = 0; i < terms.size(); ++i) {
    const Vector vector = statistics.Weigh(terms[i].terms);
    for (const uint32_t near : neighbours.Find(vector, 64)) ties.emplace_back(near, i);
    neighbours.Add(i, vector);
    groups.push_back({vector, 0, 1, {}});
  }
  GatherOptions options;
  options.likeness = kOneEvent;
  options.keep_apart = false;
  const std::vector<uint32_t> labels = Gather(std::move(groups), ties, options);
  return std::all_of(labels.begin(), labels.end(), [](uint32_t label) { return label == 0; });
}

}  // namespace synoptic
