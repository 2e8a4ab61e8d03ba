// Room stories: which reports tell one event?
#ifndef SYNOPTIC_STORIES_STORIES_H_
#define SYNOPTIC_STORIES_STORIES_H_

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "doc/document.h"
#include "stories/terms.h"

namespace synoptic {

// True where all reports tell one event, by the measure that clusters a stream, but less strict:
// who lays reports side by side has chosen them. One report does.
bool TellOneEvent(std::span<const Document> reports);

struct StoryOptions {
  int window_days = 7;       // a report is compared with those of so many days before it
  size_t max_live = 200000;  // reports in memory; the oldest are let go first
};

// Where a report ended up.
struct StoryReport {
  std::string id;
  std::string story;
  double similarity =
      0;  // to the others of its story, over their usual one, at most 1; 0 where it is alone
  std::optional<Moment> published;
};

struct StorySummary {
  std::string id;
  std::string title;  // the headline of its most typical report; empty where none has one
  uint32_t reports = 0;
  std::optional<Date> first, last;
};

enum class StoryEvent : uint8_t { kMerged, kSplit };

// kMerged: `from` is part of `to` from now on. kSplit: `to` was part of `from`.
struct StoryChange {
  StoryEvent event = StoryEvent::kMerged;
  std::string from, to;
  std::optional<Date> day;  // of the stream's clock
};

struct StoryState;

// A stream of reports, gathered into stories as they come. Reports may come out of order; undated
// ones are taken as of the day that the stream has reached, or of any day where it has not begun.
// Every time the stream's clock moves on a day, or many reports came, the live reports are gathered
// anew (see gather.h) and stories keep their ids where most of their reports stay together. A story
// ends when no report came for window_days.
//
// Same calls, same answer. Not thread-safe; prepare reports with ReadTerms on as many threads as
// there are. Memory: bounded by the live reports (about 2 KB each) and a table of how common words
// are.
class StoryIndex {
 public:
  explicit StoryIndex(StoryOptions options = {});
  StoryIndex(StoryIndex&&) noexcept;
  StoryIndex& operator=(StoryIndex&&) noexcept;
  ~StoryIndex();

  void Add(ReportTerms report);
  // Gathers now; called by Add when it is due.
  void Settle();
  // Settles and lets go of every report: the end of the stream.
  void Finish();

  // What is final since the last call: reports that left the window, in order of arrival, and
  // stories that ended.
  std::vector<StoryReport> TakeReports();
  std::vector<StorySummary> TakeStories();
  std::vector<StoryChange> TakeChanges();

  // As of the last Settle.
  std::vector<StoryReport> LiveReports() const;
  std::vector<StorySummary> LiveStories() const;

  // Everything but what was taken already, as bytes with a version and a checksum.
  std::string Save() const;
  static Result<StoryIndex> Load(std::string_view bytes, StoryOptions options = {});

 private:
  std::unique_ptr<StoryState> state_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_STORIES_STORIES_H_
