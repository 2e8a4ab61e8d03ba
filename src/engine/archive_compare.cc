// A story laid side by side, and what is kept of it.
#include <set>

#include "doc/json.h"
#include "engine/archive_impl.h"
#include "engine/engine.h"

namespace synoptic {
namespace {

constexpr size_t kAllCorrections = 1000;

// Names that the user says are one actor's, of this story or of all.
Corrections NamesOf(const std::vector<Correction>& corrections) {
  Corrections names;
  for (const Correction& correction : corrections) {
    if (correction.kind != "same-actor") continue;
    names.same.push_back(correction.actors);
    if (!correction.value.empty() && !correction.actors.empty()) {
      names.name[correction.actors.front()] = correction.value;
    }
  }
  return names;
}

}  // namespace

Result<ReadStoryResult> ReadStory(Archive::Impl& impl, std::string_view id) {
  auto lease = impl.store->Read();
  if (!lease) return lease.error();
  StoreReader& store = ***lease;
  ReadStoryResult result;
  auto story = store.Story(id);
  if (!story) return story.error();
  result.story = std::move(*story);
  if (!result.story) return result;
  auto corrections = store.Corrections(result.story->id, {kAllCorrections, {}});
  if (!corrections) return corrections.error();
  result.corrections = std::move(corrections->items);
  return result;
}

Result<Archive::Sides> CompareNow(Archive::Impl& impl, const ReadStoryResult& read) {
  Archive::Sides sides;
  {
    auto lease = impl.store->Read();
    if (!lease) return lease.error();
    auto documents = (**lease)->Documents(read.story->row);
    if (!documents) return documents.error();
    sides.reports = std::move(*documents);
  }
  AnnotateAll(sides.reports, 0);
  sides.comparison = Compare(sides.reports, NamesOf(read.corrections));
  return sides;
}

Result<void> KeepStory(Archive::Impl& impl, ReadStoryResult& read) {
  const auto sides = CompareNow(impl, read);
  if (!sides) return sides.error();
  StoredStory& story = *read.story;
  story.comparison.clear();
  WriteComparisonJson(sides->reports, sides->comparison, story.comparison);
  story.stale = false;
  // An archive that may not be written to, or is full, answers all the same.
  auto lease = impl.store->Write();
  if (!lease) return {};
  StoreWriter& store = ***lease;
  Transaction transaction(store.database());
  store.KeepComparison(story, story.comparison);
  store.Note("story", story.id, story.id);
  (void)transaction.Commit();
  return {};
}

}  // namespace synoptic
