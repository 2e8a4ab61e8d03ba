#include "engine/story_keeper.h"

namespace synoptic {
namespace {

constexpr int64_t kSaveAfter = 2000;  // entries of the log

}  // namespace

Result<void> StoryKeeper::Load(StoreWriter& store) {
  Database& db = store.database();
  const int64_t logged = db.Int("SELECT value FROM counters WHERE name = 'story_log'");
  if (index_ && logged == logged_) return {};
  index_.emplace();
  saved_ = 0;
  {
    const auto state = store.StoryState();
    if (!state) return state.error();
    if (*state) {
      auto loaded = StoryIndex::Load((**state).bytes);
      if (loaded) {
        index_ = std::move(*loaded);
        saved_ = (**state).version;
      }
    }
  }
  logged_ = logged;
  if (auto done = Replay(store, saved_); !done) return done;
  ReadAssigned(store);
  return {};
}

Result<void> StoryKeeper::Replay(StoreWriter& store, int64_t from) {
  Query query(store.database(), "SELECT report FROM story_log WHERE number > ? ORDER BY number");
  query.Bind(from);
  while (query.Step()) {
    if (query.IsNull(0)) {
      index_->Settle();
      continue;
    }
    const auto report = store.DocumentOf(query.Int(0));
    if (!report) return report.error();
    if (*report) index_->Add(ReadTerms(**report));
  }
  // Written already, when they were decided.
  (void)index_->TakeReports();
  (void)index_->TakeStories();
  (void)index_->TakeChanges();
  return {};
}

void StoryKeeper::ReadAssigned(StoreWriter& store) {
  assigned_.clear();
  titles_.clear();
  for (const StoryReport& report : index_->LiveReports()) {
    Query query(store.database(),
                "SELECT s.id, coalesce(s.title, '') FROM reports r JOIN stories s USING(story) "
                "WHERE r.id = ?");
    if (!query.Bind(report.id).Step()) continue;
    assigned_[report.id] = query.Text(0);
    titles_[query.Text(0)] = query.Text(1);
  }
}

void StoryKeeper::Log(StoreWriter& store, std::optional<int64_t> report) {
  Query(store.database(), "INSERT INTO story_log(number, report) VALUES(?, ?)")
      .Bind(++logged_, report)
      .Run();
}

void StoryKeeper::Add(StoreWriter& store, int64_t report, ReportTerms terms) {
  Log(store, report);
  index_->Add(std::move(terms));
}

// A report may leave the window before its story becomes part of another.
const std::string& StoryKeeper::Heir(const std::string& story) const {
  const std::string* id = &story;
  for (auto heir = merged_.find(*id); heir != merged_.end(); heir = merged_.find(*id)) {
    id = &heir->second;
  }
  return *id;
}

void StoryKeeper::Apply(StoreWriter& store, const StoryReport& report, std::set<int64_t>& touched) {
  const std::string& story = Heir(report.story);
  std::string& known = assigned_[report.id];
  if (known == story) return;
  const int64_t row = store.StoryRowOf(story);
  if (const auto before = store.SetStory(report.id, row)) touched.insert(*before);
  touched.insert(row);
  known = story;
}

void StoryKeeper::Settle(StoreWriter& store) {
  Log(store, std::nullopt);
  index_->Settle();
  std::set<int64_t> touched;
  merged_.clear();
  for (const StoryChange& change : index_->TakeChanges()) {
    if (change.event != StoryEvent::kMerged || change.from == change.to) continue;
    touched.insert(store.StoryRowOf(change.from));
    touched.insert(store.StoryRowOf(change.to));
    store.MergeStories(change.from, change.to);
    merged_[change.from] = change.to;
    merged_.erase(change.to);
  }
  const std::vector<StoryReport> gone = index_->TakeReports();
  for (const StoryReport& report : gone) Apply(store, report, touched);
  for (const StoryReport& report : index_->LiveReports()) Apply(store, report, touched);
  for (const StoryReport& report : gone) assigned_.erase(report.id);

  const auto title = [&](const StorySummary& story) {
    std::string& known = titles_[story.id];
    if (known == story.title) return;
    known = story.title;
    store.SetTitle(store.StoryRowOf(story.id), story.title);
  };
  for (const StorySummary& story : index_->LiveStories()) title(story);
  for (const StorySummary& story : index_->TakeStories()) {
    title(story);
    titles_.erase(story.id);
  }
  for (const int64_t story : touched) store.Touch(story);
  SaveIfDue(store);
  Query(store.database(), "UPDATE counters SET value = ? WHERE name = 'story_log'")
      .Bind(logged_)
      .Run();
}

void StoryKeeper::SaveIfDue(StoreWriter& store) {
  if (logged_ - saved_ < kSaveAfter) return;
  store.KeepStoryState(logged_, index_->Save());
  saved_ = logged_;
}

}  // namespace synoptic
