// Main path of a stream: Add finds the neighbours of a report among those before it; Settle gathers
// the live reports anew and lets go of those that left the window.
#include "stories/stories.h"

#include <algorithm>
#include <cmath>

#include "stories/state.h"

namespace synoptic {
namespace {

constexpr size_t kNeighbours = 16;
constexpr double kCopy = 0.9;    // similarity over which a report travels with the other
constexpr uint64_t kDue = 4096;  // reports after which stories are settled within a day
constexpr uint64_t kPartOfLive = 4;
constexpr uint32_t kKept = 32;      // reports of a story that goes on, from before the window
constexpr size_t kPastTerms = 300;  // kept of those before

StoryReport Public(const LiveReport& report, const std::vector<LiveStory>& stories) {
  const bool has = report.story != kNoStory;
  return {report.terms.id, has ? stories[report.story].id : std::string(), report.similarity,
          report.terms.published};
}

StorySummary Public(const LiveStory& story) {
  return {story.id, story.title, story.reports, story.first, story.last};
}

template <typename T>
std::vector<T> Taken(std::vector<T>& from) {
  std::vector<T> taken;
  taken.swap(from);
  return taken;
}

// Removes stories that no live report is in and renumbers the rest.
void DropEnded(StoryState& state) {
  std::vector<bool> alive(state.stories.size(), false);
  for (const LiveReport& report : state.live) {
    if (report.story != kNoStory) alive[report.story] = true;
  }
  std::vector<uint32_t> index(state.stories.size(), kNoStory);
  std::vector<LiveStory> stories;
  for (size_t s = 0; s < state.stories.size(); ++s) {
    if (alive[s]) {
      index[s] = static_cast<uint32_t>(stories.size());
      stories.push_back(std::move(state.stories[s]));
    } else {
      state.closed_stories.push_back(Public(state.stories[s]));
    }
  }
  state.stories = std::move(stories);
  for (LiveReport& report : state.live) {
    if (report.story != kNoStory) report.story = index[report.story];
  }
}

}  // namespace

size_t StoryState::PositionOf(uint64_t number) const {
  const auto at = std::lower_bound(live.begin(), live.end(), number,
                                   [](const LiveReport& r, uint64_t n) { return r.number < n; });
  const bool found = at != live.end() && at->number == number;
  return found ? static_cast<size_t>(at - live.begin()) : live.size();
}

void Merge(const Group& other, Group& group) {
  group.within += other.within + Dot(group.sum, other.sum);
  Add(other.sum, group.sum);
  group.reports += other.reports;
  if (!group.period) {
    group.period = other.period;
  } else if (other.period) {
    group.period->first = std::min(group.period->first, other.period->first);
    group.period->last = std::max(group.period->last, other.period->last);
  }
}

Group GroupOf(const Vector& vector, const LiveReport& report) {
  Group group{vector, 0, 1, {}};
  if (report.terms.sure && report.terms.published) {
    const auto days = report.terms.published->date.Days().time_since_epoch().count();
    group.period = {static_cast<int32_t>(days), static_cast<int32_t>(days)};
  }
  return group;
}

// A story with a report in the window keeps kKept older ones too: what they tell may yet show that
// it is two.
void LetGo(StoryState& state, std::vector<Vector>& vectors, bool all) {
  const auto in_window = [&state](const LiveReport& report) {
    return !report.day || !state.clock ||
           state.clock->DaysSince(*report.day) <= state.options.window_days;
  };
  std::vector<bool> goes_on(state.stories.size(), false);
  std::vector<uint32_t> older(state.stories.size(), 0);
  for (const LiveReport& report : state.live) {
    if (in_window(report)) {
      goes_on[report.story] = true;
    } else {
      ++older[report.story];
    }
  }
  const size_t most = state.options.max_live - state.options.max_live / 4;
  const size_t surplus = state.live.size() >= state.options.max_live ? state.live.size() - most : 0;
  std::vector<LiveReport> kept;
  std::vector<Vector> kept_vectors;
  for (size_t i = 0; i < state.live.size(); ++i) {
    LiveReport& report = state.live[i];
    const bool too_many = !in_window(report) && older[report.story] > kKept;
    if (too_many) --older[report.story];
    if (!all && goes_on[report.story] && !too_many && i >= surplus) {
      kept.push_back(std::move(report));
      kept_vectors.push_back(std::move(vectors[i]));
      continue;
    }
    state.closed_reports.push_back(Public(report, state.stories));
    if (all || !goes_on[report.story]) continue;
    Group& past = state.stories[report.story].past;
    Merge(GroupOf(vectors[i], report), past);
    Trim(past.sum, kPastTerms);
  }
  state.live = std::move(kept);
  vectors = std::move(kept_vectors);
  DropEnded(state);
}

std::vector<Vector> WeighLive(const StoryState& state) {
  std::vector<Vector> vectors;
  vectors.reserve(state.live.size());
  for (const LiveReport& report : state.live) {
    vectors.push_back(state.statistics.Weigh(report.terms.terms));
  }
  return vectors;
}

void IndexLive(StoryState& state, const std::vector<Vector>& vectors) {
  state.neighbours.Clear();
  for (size_t i = 0; i < state.live.size(); ++i) {
    if (state.PositionOf(state.live[i].copy_of) < state.live.size()) continue;
    state.neighbours.Add(static_cast<uint32_t>(i), vectors[i]);
  }
}

// Gathers what was added, moves the clock on, and lets go of what that leaves behind: it is no
// neighbour of reports to come.
void SettleAt(StoryState& state, std::optional<Date> clock) {
  std::vector<Vector> vectors = WeighLive(state);
  if (state.added > 0) GatherLive(state, vectors);
  state.added = 0;
  state.clock = clock;
  LetGo(state, vectors, false);
  IndexLive(state, vectors);
}

// A round costs as much as there are live reports: it waits until enough came to bear that, and for
// a new day if it can.
bool Due(const StoryState& state, std::optional<Date> new_day) {
  const size_t live = state.live.size();
  if (live >= state.options.max_live) return true;
  if (!new_day) return state.added >= std::max<uint64_t>(kDue, live / 2);
  if (state.added * kPartOfLive >= live) return true;
  // Nobody leaves the window without a story.
  return std::any_of(state.live.end() - static_cast<ptrdiff_t>(state.added), state.live.end(),
                     [&](const LiveReport& report) {
                       return report.day &&
                              new_day->DaysSince(*report.day) > state.options.window_days;
                     });
}

StoryIndex::StoryIndex(StoryOptions options) : state_(std::make_unique<StoryState>()) {
  state_->options = options;
}
StoryIndex::StoryIndex(StoryIndex&&) noexcept = default;
StoryIndex& StoryIndex::operator=(StoryIndex&&) noexcept = default;
StoryIndex::~StoryIndex() = default;

void StoryIndex::Add(ReportTerms terms) {
  StoryState& state = *state_;
  std::optional<Date> day;
  if (terms.sure && terms.published) day = terms.published->date;
  const bool later = day && (!state.clock || *day > *state.clock);
  if (Due(state, later ? day : std::nullopt)) SettleAt(state, later ? day : state.clock);
  if (later) state.clock = day;
  state.statistics.Count(terms.terms);
  LiveReport report;
  report.number = state.next_report++;
  report.day = day ? day : state.clock;
  report.terms = std::move(terms);
  const Vector vector = state.statistics.Weigh(report.terms.terms);
  const std::vector<uint32_t> near = state.neighbours.Find(vector, kNeighbours);
  for (const uint32_t other : near) report.near.push_back(state.live[other].number);
  if (!near.empty()) {
    const LiveReport& best = state.live[near.front()];
    const bool copy = Dot(vector, state.statistics.Weigh(best.terms.terms)) >= kCopy;
    if (copy) report.copy_of = best.number;
  }
  if (report.copy_of == kNoReport) {
    state.neighbours.Add(static_cast<uint32_t>(state.live.size()), vector);
  }
  state.live.push_back(std::move(report));
  ++state.added;
}

void StoryIndex::Settle() {
  if (state_->added > 0) SettleAt(*state_, state_->clock);
}

void StoryIndex::Finish() {
  Settle();
  std::vector<Vector> vectors = WeighLive(*state_);
  LetGo(*state_, vectors, true);
  IndexLive(*state_, vectors);
}

std::vector<StoryReport> StoryIndex::TakeReports() { return Taken(state_->closed_reports); }
std::vector<StorySummary> StoryIndex::TakeStories() { return Taken(state_->closed_stories); }
std::vector<StoryChange> StoryIndex::TakeChanges() { return Taken(state_->changes); }

std::vector<StoryReport> StoryIndex::LiveReports() const {
  std::vector<StoryReport> reports;
  for (const LiveReport& report : state_->live) reports.push_back(Public(report, state_->stories));
  return reports;
}

std::vector<StorySummary> StoryIndex::LiveStories() const {
  std::vector<StorySummary> stories;
  for (const LiveStory& story : state_->stories) stories.push_back(Public(story));
  return stories;
}

std::string StoryIndex::Save() const { return SaveState(*state_); }

Result<StoryIndex> StoryIndex::Load(std::string_view bytes, StoryOptions options) {
  StoryIndex index(options);
  const std::string why = LoadState(bytes, *index.state_);
  if (!why.empty()) return Error{ErrorCode::kMalformed, "stories: " + why};
  IndexLive(*index.state_, WeighLive(*index.state_));
  return index;
}

}  // namespace synoptic
