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
// When the stream's clock moves on a day and a part of the live reports is new, or many reports
// came within a day, the live ones are gathered anew (see gather.h) and stories keep their ids
// where most of their reports stay together. A story ends when no report came for window_days.
//
// Same calls, same answer. Not thread-safe; prepare reports with ReadTerms on as many threads as
// there are. Time: linear in the number of reports for a bounded window, since a round of gathering
// waits until enough came to bear its cost. Memory: bounded by the live reports (about 2.5 KB each,
// twice that while gathering) and a table of how common words are (at most 16 MB).
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

  // The live reports and stories, as bytes with a version and a checksum. What is final is not part
  // of it: take it first.
  std::string Save() const;
  // Any bytes: what Save did not write is refused, or is harmless.
  static Result<StoryIndex> Load(std::string_view bytes, StoryOptions options = {});

 private:
  std::unique_ptr<StoryState> state_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_STORIES_STORIES_H_
