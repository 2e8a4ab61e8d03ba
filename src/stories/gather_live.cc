// One round of gathering: groups of live reports and of what is left of older stories → Gather →
// each set of groups is a story → ids are carried over to where most reports of a story went.
#include <algorithm>
#include <map>

#include "base/hash.h"
#include "stories/state.h"

namespace synoptic {
namespace {

constexpr uint32_t kNoGroup = UINT32_MAX;

class Round {
 public:
  Round(StoryState& state, const std::vector<Vector>& vectors)
      : state_(state), live_(state.live), vectors_(vectors) {}

  void Run() {
    GroupReports();
    GroupPasts();
    GatherOptions options;
    options.window_days = state_.options.window_days;
    labels_ = Gather(groups_, Ties(), options);
    MatchStories();
    MakeStories();
    Describe();
  }

 private:
  // Copies are in one group from the start.
  void GroupReports() {
    group_of_.resize(live_.size());
    for (size_t i = 0; i < live_.size(); ++i) {
      const size_t copied = state_.PositionOf(live_[i].copy_of);
      if (copied < live_.size()) {
        group_of_[i] = group_of_[copied];
        Merge(GroupOf(vectors_[i], live_[i]), groups_[group_of_[i]]);
      } else {
        group_of_[i] = static_cast<uint32_t>(groups_.size());
        groups_.push_back(GroupOf(vectors_[i], live_[i]));
      }
    }
  }

  void GroupPasts() {
    for (const LiveStory& story : state_.stories) {
      past_of_.push_back(story.past.reports > 0 ? static_cast<uint32_t>(groups_.size()) : kNoGroup);
      if (story.past.reports > 0) groups_.push_back(story.past);
    }
  }

  std::vector<std::pair<uint32_t, uint32_t>> Ties() const {
    std::vector<std::pair<uint32_t, uint32_t>> ties;
    auto tie = [&ties](uint32_t a, uint32_t b) {
      if (a != b) ties.emplace_back(std::min(a, b), std::max(a, b));
    };
    for (size_t i = 0; i < live_.size(); ++i) {
      for (const uint64_t near : live_[i].near) {
        const size_t other = state_.PositionOf(near);
        if (other < live_.size()) tie(group_of_[i], group_of_[other]);
      }
      const uint32_t story = live_[i].story;
      if (story != kNoStory && past_of_[story] != kNoGroup) tie(group_of_[i], past_of_[story]);
    }
    std::sort(ties.begin(), ties.end());
    ties.erase(std::unique(ties.begin(), ties.end()), ties.end());
    return ties;
  }

  // Which old story goes on in which label: the most reports first, then the older story.
  void MatchStories() {
    std::map<std::pair<uint32_t, uint32_t>, uint32_t> common;  // label, story -> reports
    for (size_t i = 0; i < live_.size(); ++i) {
      if (live_[i].story != kNoStory) ++common[{labels_[group_of_[i]], live_[i].story}];
    }
    for (uint32_t s = 0; s < past_of_.size(); ++s) {
      if (past_of_[s] != kNoGroup)
        common[{labels_[past_of_[s]], s}] += state_.stories[s].past.reports;
    }
    std::vector<std::pair<std::pair<uint32_t, uint32_t>, uint32_t>> votes(common.begin(),
                                                                          common.end());
    std::stable_sort(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first.second < b.first.second;
    });
    std::vector<bool> taken(state_.stories.size(), false);
    for (const auto& [pair, reports] : votes) {
      const auto [label, story] = pair;
      if (taken[story] || heir_.contains(label)) continue;
      taken[story] = true;
      heir_[label] = story;
    }
    NoteChanges(votes, taken);
  }

  // The first vote of a story that found no heir, or of a label that got no story, says where it
  // went or came from.
  void NoteChanges(const std::vector<std::pair<std::pair<uint32_t, uint32_t>, uint32_t>>& votes,
                   std::vector<bool>& taken) {
    for (const auto& [pair, reports] : votes) {
      const auto [label, story] = pair;
      if (!heir_.contains(label)) {
        split_from_.emplace(label, state_.stories[story].id);
      } else if (!taken[story]) {
        taken[story] = true;
        state_.changes.push_back({StoryEvent::kMerged, state_.stories[story].id,
                                  state_.stories[heir_[label]].id, state_.clock});
      }
    }
  }

  LiveStory NewStory(const LiveReport& first, uint32_t label) {
    LiveStory story;
    story.born = state_.next_story++;
    // Not by the report's number: one report may begin two stories, one after the other.
    story.id = "s" + HexDigest(HashCombine(Hash64(first.terms.id), story.born)).substr(0, 12);
    const auto split = split_from_.find(label);
    if (split != split_from_.end()) {
      state_.changes.push_back({StoryEvent::kSplit, split->second, story.id, state_.clock});
    }
    return story;
  }

  void MakeStories() {
    std::map<uint32_t, LiveStory> by_label;
    for (size_t i = 0; i < live_.size(); ++i) {
      const uint32_t label = labels_[group_of_[i]];
      if (by_label.contains(label)) continue;
      const auto heir = heir_.find(label);
      LiveStory story =
          heir == heir_.end() ? NewStory(live_[i], label) : state_.stories[heir->second];
      story.past = {{}, 0, 0, {}};
      by_label.emplace(label, std::move(story));
    }
    for (uint32_t s = 0; s < past_of_.size(); ++s) {
      if (past_of_[s] == kNoGroup) continue;
      const auto story = by_label.find(labels_[past_of_[s]]);
      if (story != by_label.end()) Merge(state_.stories[s].past, story->second.past);
    }
    std::vector<std::pair<uint64_t, uint32_t>> order;
    for (const auto& [label, story] : by_label) order.emplace_back(story.born, label);
    std::sort(order.begin(), order.end());
    std::map<uint32_t, uint32_t> index_of;
    std::vector<LiveStory> stories;
    for (const auto& [born, label] : order) {
      index_of[label] = static_cast<uint32_t>(stories.size());
      stories.push_back(std::move(by_label[label]));
    }
    state_.stories = std::move(stories);
    for (size_t i = 0; i < live_.size(); ++i) live_[i].story = index_of[labels_[group_of_[i]]];
  }

  // Counts, dates, each report's similarity to the rest of its story, and the headline of the most
  // typical one.
  void Describe() {
    std::vector<Group> all;
    for (LiveStory& story : state_.stories) {
      all.push_back(story.past);
      story.title.clear();
    }
    for (size_t i = 0; i < live_.size(); ++i)
      Merge(GroupOf(vectors_[i], live_[i]), all[live_[i].story]);
    std::vector<double> best(all.size(), -1);
    for (size_t i = 0; i < live_.size(); ++i) {
      LiveReport& report = live_[i];
      const Group& group = all[report.story];
      LiveStory& story = state_.stories[report.story];
      story.reports = group.reports;
      const double others = group.reports - 1.0;
      const double mean = others > 0 ? (Dot(vectors_[i], group.sum) - 1) / others : 0;
      const double usual = 2 * group.within / (group.reports * std::max(1.0, others));
      report.similarity = static_cast<float>(usual > 0 ? std::clamp(mean / usual, 0.0, 1.0) : 0.0);
      if (report.terms.published) {
        const Date day = report.terms.published->date;
        if (!story.first || day < *story.first) story.first = day;
        if (!story.last || day > *story.last) story.last = day;
      }
      if (mean > best[report.story] && !report.terms.headline.empty()) {
        best[report.story] = mean;
        story.title = report.terms.headline;
      }
    }
  }

  StoryState& state_;
  std::vector<LiveReport>& live_;
  const std::vector<Vector>& vectors_;
  std::vector<Group> groups_;
  std::vector<uint32_t> group_of_;              // of each live report
  std::vector<uint32_t> past_of_;               // group of each story's past, kNoGroup for none
  std::vector<uint32_t> labels_;                // of each group
  std::map<uint32_t, uint32_t> heir_;           // label -> story that goes on in it
  std::map<uint32_t, std::string> split_from_;  // label without one -> story most of it was in
};

}  // namespace

void GatherLive(StoryState& state, const std::vector<Vector>& vectors) {
  Round(state, vectors).Run();
}

}  // namespace synoptic
