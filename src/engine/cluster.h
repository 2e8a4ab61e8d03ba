// Many reports gathered into stories: the part of the engine that needs no annotation.
#ifndef SYNOPTIC_ENGINE_CLUSTER_H_
#define SYNOPTIC_ENGINE_CLUSTER_H_

#include <functional>
#include <optional>
#include <vector>

#include "doc/document.h"
#include "stories/stories.h"

namespace synoptic {

struct Clusters {
  std::vector<StoryReport> reports;   // in order of publication, undated ones last
  std::vector<StorySummary> stories;  // by the end of each
  std::vector<StoryChange> changes;   // merges and splits on the way, in order
};

// Takes all reports that `next` gives, puts them in order of publication (then id) and streams them
// through a StoryIndex. Words are cut on at most `threads` threads (0: the cores there are), which
// changes the time taken and nothing else.
//
// Of each report only its counted words are kept, and many are brought into order on disk
// (ordered_terms.h). Memory: the live reports, up to 65,536 waiting ones, and some 150 bytes for
// each line of the answer.
Clusters ClusterReports(const std::function<std::optional<Document>()>& next,
                        const StoryOptions& options, int threads);

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_CLUSTER_H_
