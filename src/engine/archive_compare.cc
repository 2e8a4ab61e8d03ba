// A story laid side by side, and what is kept of it.
#include <oneapi/tbb/parallel_for.h>

#include <set>

#include "doc/json.h"
#include "engine/apply_corrections.h"
#include "engine/archive_impl.h"
#include "engine/engine.h"
#include "store/json_tree.h"

namespace synoptic {
namespace {

// What a reader would take for the same finding or entry, whatever its number.
std::set<std::string> Matters(const rapidjson::Document& tree, const char* list) {
  std::set<std::string> matters;
  for (const JsonTree* item : Items(tree, list)) {
    std::string key(WordAt(*item, "status"));
    for (const char* field : {"facet", "topic", "kind", "what", "when"}) {
      key += '\t';
      key += WordAt(*item, field);
    }
    matters.insert(std::move(key));
  }
  return matters;
}

void NoteNew(StoreWriter& store, std::string_view story, const rapidjson::Document& before,
             const rapidjson::Document& after, const char* list, std::string_view kind) {
  const std::set<std::string> known = Matters(before, list);
  for (const JsonTree* item : Items(after, list)) {
    std::string key(WordAt(*item, "status"));
    for (const char* field : {"facet", "topic", "kind", "what", "when"}) {
      key += '\t';
      key += WordAt(*item, field);
    }
    if (!known.contains(key)) store.Note(kind, story, WordAt(*item, "id"));
  }
}

void NoteChanges(StoreWriter& store, const ComparedStory& compared) {
  const std::string& id = compared.read.story->id;
  rapidjson::Document before, after;
  before.Parse(compared.before.data(), compared.before.size());
  after.Parse(compared.read.story->comparison.data(), compared.read.story->comparison.size());
  NoteNew(store, id, before, after, "findings", "finding");
  NoteNew(store, id, before, after, "ledger", "ledger");
  store.Note("story", id, id);
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
  auto corrections = store.CorrectionsOf(result.story->id);
  if (!corrections) return corrections.error();
  result.corrections = std::move(*corrections);
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
  for (Document& report : sides.reports) CorrectSpeakers(report, read.corrections);
  sides.comparison = Compare(sides.reports, SameActors(read.corrections));
  CorrectDisputes(sides.reports, read.corrections, sides.comparison);
  return sides;
}

Result<ComparedStory> CompareAnew(Archive::Impl& impl, ReadStoryResult read) {
  const auto sides = CompareNow(impl, read);
  if (!sides) return sides.error();
  ComparedStory compared{std::move(read), {}};
  StoredStory& story = *compared.read.story;
  compared.before = std::move(story.comparison);
  story.comparison.clear();
  WriteComparisonJson(sides->reports, sides->comparison, story.comparison);
  story.stale = false;
  return compared;
}

Result<void> KeepCompared(Archive::Impl& impl, const std::vector<ComparedStory>& stories) {
  auto lease = impl.store->Write();
  if (!lease) return lease.error();
  StoreWriter& store = ***lease;
  Transaction transaction(store.database());
  for (const ComparedStory& compared : stories) {
    if (store.KeepComparison(*compared.read.story, compared.read.story->comparison)) {
      NoteChanges(store, compared);
    }
  }
  return transaction.Commit();
}

Result<std::optional<std::string>> Archive::StoryJson(std::string_view id) {
  auto found = ReadStory(*impl_, id);
  if (!found) return found.error();
  if (!found->story) return std::optional<std::string>();
  if (found->story->stale) {
    const std::lock_guard one_at_a_time(impl_->comparing);
    found = ReadStory(*impl_, id);
    if (!found) return found.error();
    if (!found->story) return std::optional<std::string>();
    if (found->story->stale) {
      auto compared = CompareAnew(*impl_, std::move(*found));
      if (!compared) return compared.error();
      std::vector<ComparedStory> one;
      one.push_back(std::move(*compared));
      // An archive that may not be written to, or is full, answers all the same.
      (void)KeepCompared(*impl_, one);
      found = std::move(one.front().read);
    }
  }
  return std::optional(WithStory(*found->story, found->corrections));
}

Result<std::optional<Archive::Sides>> Archive::CompareStory(std::string_view id) {
  auto found = ReadStory(*impl_, id);
  if (!found) return found.error();
  if (!found->story) return std::optional<Sides>();
  auto sides = CompareNow(*impl_, *found);
  if (!sides) return sides.error();
  return std::optional(std::move(*sides));
}

Result<size_t> Archive::Refresh(size_t most) {
  const std::lock_guard one_at_a_time(impl_->comparing);
  std::vector<std::string> stale;
  {
    auto lease = impl_->store->Read();
    if (!lease) return lease.error();
    auto ids = (**lease)->StaleStories(most);
    if (!ids) return ids.error();
    stale = std::move(*ids);
  }
  std::vector<std::optional<ComparedStory>> answers(stale.size());
  oneapi::tbb::parallel_for(size_t{0}, stale.size(), [&](size_t i) {
    auto read = ReadStory(*impl_, stale[i]);
    if (!read || !read->story) return;
    auto compared = CompareAnew(*impl_, std::move(*read));
    if (compared) answers[i] = std::move(*compared);
  });
  std::vector<ComparedStory> compared;
  for (auto& answer : answers) {
    if (answer) compared.push_back(std::move(*answer));
  }
  if (compared.empty() && !stale.empty()) {
    return Error{ErrorCode::kInternal, impl_->store->path() + ": its stories cannot be read"};
  }
  if (auto done = KeepCompared(*impl_, compared); !done) return done.error();
  return compared.size();
}

}  // namespace synoptic
