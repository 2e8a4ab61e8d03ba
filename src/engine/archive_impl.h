// What an Archive holds. Its calls are spread over archive*.cc.
#ifndef SYNOPTIC_ENGINE_ARCHIVE_IMPL_H_
#define SYNOPTIC_ENGINE_ARCHIVE_IMPL_H_

#include <memory>
#include <mutex>

#include "engine/archive.h"
#include "engine/story_keeper.h"

namespace synoptic {

class Archive::Impl {
 public:
  std::unique_ptr<Store> store;
  StoryKeeper stories;   // of the writer
  std::mutex comparing;  // a stale story is compared once, not by each who asks
};

struct ReadStoryResult {
  std::optional<StoredStory> story;
  std::vector<StoredCorrection> corrections;  // of it, and of all stories
};
Result<ReadStoryResult> ReadStory(Archive::Impl& impl, std::string_view id);

// Compares the reports of the story anew.
Result<Archive::Sides> CompareNow(Archive::Impl& impl, const ReadStoryResult& read);

// A story with its new comparison, and the one it had before.
struct ComparedStory {
  ReadStoryResult read;
  std::string before;
};
Result<ComparedStory> CompareAnew(Archive::Impl& impl, ReadStoryResult read);
// Keeps what came out, in one transaction, with a note of every new finding and entry.
Result<void> KeepCompared(Archive::Impl& impl, const std::vector<ComparedStory>& stories);

// compare's object with the fields of the store around its own.
std::string WithStory(const StoredStory& story, const std::vector<StoredCorrection>& corrections);

// Now, in UTC, as ISO 8601 to the second.
std::string NowIso();

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_ARCHIVE_IMPL_H_
