// State: what StoryIndex holds. Plain data; saving and loading walk it field by field.
#ifndef SYNOPTIC_STORIES_STATE_H_
#define SYNOPTIC_STORIES_STATE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stories/gather.h"
#include "stories/neighbours.h"
#include "stories/stories.h"

namespace synoptic {

inline constexpr uint32_t kNoStory = UINT32_MAX;
inline constexpr uint64_t kNoReport = UINT64_MAX;

// A story that still gets reports.
struct LiveStory {
  std::string id, title;
  uint64_t born = 0;     // order in which stories began
  uint32_t reports = 0;  // of it, live and gone
  std::optional<Date> first, last;
  Group past{{}, 0, 0, {}};  // its reports that left the window
};

struct LiveReport {
  ReportTerms terms;
  uint64_t number = 0;           // order of arrival
  std::optional<Date> day;       // of publication, or the clock when an undated report came
  uint64_t copy_of = kNoReport;  // number of the report that it nearly equals
  std::vector<uint64_t> near;    // numbers of reports before it that may tell the same
  uint32_t story = kNoStory;     // into StoryState::stories
  float similarity = 0;
};

struct StoryState {
  StoryOptions options;
  TermStatistics statistics;
  std::vector<LiveReport> live;    // by number
  std::vector<LiveStory> stories;  // by born
  uint64_t next_report = 0, next_story = 0;
  std::optional<Date> clock;  // the latest publication seen
  uint64_t added = 0;         // reports since the last Settle

  std::vector<StoryReport> closed_reports;
  std::vector<StorySummary> closed_stories;
  std::vector<StoryChange> changes;

  NeighbourIndex neighbours;  // by position in `live`; made anew by IndexLive

  // Position in `live` of a report, live.size() where it is gone.
  size_t PositionOf(uint64_t number) const;
};

// The live reports as unit vectors, by position, weighed by the statistics as they are now.
std::vector<Vector> WeighLive(const StoryState& state);
// Gathers the live reports with what is left of older stories and carries the stories' ids over.
void GatherLive(StoryState& state, const std::vector<Vector>& vectors);
// Lets reports go that left the window (or all), and their vectors, then stories that have none
// left.
void LetGo(StoryState& state, std::vector<Vector>& vectors, bool all);
void IndexLive(StoryState& state, const std::vector<Vector>& vectors);

// Puts all reports of `other` into `group`.
void Merge(const Group& other, Group& group);
Group GroupOf(const Vector& vector, const LiveReport& report);

std::string SaveState(const StoryState& state);
// Why `bytes` cannot be read; empty where they were.
std::string LoadState(std::string_view bytes, StoryState& state);

}  // namespace synoptic

#endif  // SYNOPTIC_STORIES_STATE_H_
