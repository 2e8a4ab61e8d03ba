// Room store: reports, stories and corrections, kept in one SQLite file.
//
// The store knows tables and no news: what is to be kept comes as documents and as the JSON of
// doc/json.h, and rows are read off that JSON, so that what people query with sqlite3 is what the
// commands print.
#ifndef SYNOPTIC_STORE_STORE_H_
#define SYNOPTIC_STORE_STORE_H_

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "doc/document.h"
#include "store/rows.h"
#include "store/sqlite.h"

namespace synoptic {

enum class OpenMode : uint8_t { kRead, kWrite, kCreate };

struct StoredStory {
  int64_t row = 0;
  std::string id, title;
  bool stale = true;
  int64_t changed = 0;     // rises whenever its reports change
  std::string comparison;  // JSON as last computed; empty where it never was
};

struct StoredReport {
  int64_t row = 0;
  std::string id, story;
  uint64_t revision = 1;
};

// An earlier text of a report: when it was replaced, and how it differed from the next one, as JSON
// {"begin", "old", "new"} (begin in code points of the earlier text).
struct StoredRevision {
  uint64_t revision = 1;
  std::string replaced, title, published, difference, text;
};

// A correction and what it is tied to besides ids: words.
struct StoredCorrection {
  Correction row;
  std::string anchor;
};

// What gathers reports into stories, as bytes, and how far of the log of reports it holds.
struct StoredState {
  int64_t version = 0;
  std::string bytes;
};

// Reads. One thread at a time; every call sees one state of the store.
class StoreReader {
 public:
  explicit StoreReader(Database& database) : db_(database) {}

  Result<RowPage<StoryRow>> Stories(const ReportFilter& filter, std::string_view words,
                                    const PageRequest& page);
  Result<RowPage<ReportRow>> Reports(const ReportFilter& filter, const PageRequest& page);
  // Words are all looked for; "words in marks" stand together, word* begins with it. Case, accents
  // and English endings do not matter. Best first. kInvalid where there is no word in `words`.
  Result<RowPage<SearchHit>> Search(std::string_view words, SearchIn in, const ReportFilter& filter,
                                    const PageRequest& page);
  Result<RowPage<QuoteHit>> Quotes(std::string_view speaker, std::string_view about,
                                   const ReportFilter& filter, const PageRequest& page);
  // Of stories as last compared.
  Result<RowPage<LedgerHit>> Ledger(const LedgerFilter& which, const ReportFilter& filter,
                                    const PageRequest& page);
  Result<RowPage<TimelineHit>> Timeline(const ReportFilter& filter, const PageRequest& page);
  Result<RowPage<Correction>> Corrections(std::string_view story, const PageRequest& page);

  Result<std::optional<Correction>> CorrectionById(std::string_view id);
  // Those that hold for a story: its own, of its reports, and of all stories.
  Result<std::vector<StoredCorrection>> CorrectionsOf(std::string_view story);

  // A story by its id, or the one it became part of. nullopt: there is none.
  Result<std::optional<StoredStory>> Story(std::string_view id);
  Result<std::vector<std::string>> StaleStories(size_t most);
  // The reports of a story as ingest left them, by arrival.
  Result<std::vector<Document>> Documents(int64_t story);
  Result<std::optional<Document>> DocumentOf(int64_t report);
  Result<std::optional<StoredReport>> Report(std::string_view id);
  Result<std::optional<std::string>> Annotations(int64_t report);
  // The texts that were replaced, the earliest first.
  Result<std::vector<StoredRevision>> Revisions(int64_t report);
  // Reports from row `after` on, at most `most`, by arrival, for export.
  Result<std::vector<std::pair<int64_t, Document>>> DocumentsFrom(int64_t after, size_t most);

  Result<StoreCounts> Counts();
  Result<uint64_t> Version();
  Result<std::vector<ChangeNote>> ChangesSince(uint64_t version, size_t most);
  // A line for everything that is wrong with the file, its indexes and its rows.
  Result<std::vector<std::string>> Check();

  Database& database() { return db_; }

 protected:
  Database& db_;
};

// Writes, between Begin and Commit. Errors are sticky and come out of Commit.
class StoreWriter : public StoreReader {
 public:
  using StoreReader::StoreReader;

  // A report with that content, or with that address; nullopt: neither.
  std::optional<StoredReport> FindContent(std::string_view content);
  std::optional<StoredReport> FindUrl(std::string_view url);
  bool HasId(std::string_view id);

  // `annotations`: JSON of doc/json.h. The report has no story yet. Returns its row.
  int64_t Insert(const Document& report, std::string_view content, std::string_view annotations,
                 std::string_view now);
  // Puts `report` in the place of the text that is there, which becomes a revision.
  void Revise(const StoredReport& old, const Document& report, std::string_view content,
              std::string_view annotations, std::string_view now);
  // Other annotations for the text that is there.
  void Annotate(int64_t report, std::string_view annotations);
  void Delete(int64_t report);

  int64_t StoryRowOf(std::string_view id);  // made where there is none
  // Returns the row of the story it was in before.
  std::optional<int64_t> SetStory(std::string_view report, int64_t story);
  void SetTitle(int64_t story, std::string_view title);
  void MergeStories(std::string_view from, std::string_view to);
  // Counts and dates anew, and marks it as stale; drops a story that has no report left and was
  // merged into none.
  void Touch(int64_t story);
  // Marks every story as stale.
  void TouchAll();
  // Keeps `comparison` (JSON of doc/json.h) and its rows; false where the story has changed since
  // it was read.
  bool KeepComparison(const StoredStory& story, std::string_view comparison);

  int64_t AddCorrection(const Correction& correction, std::string_view anchor);
  bool RemoveCorrection(std::string_view id);

  // The state of what gathers stories; the log up to `version` is not needed any more.
  Result<std::optional<StoredState>> StoryState();
  void KeepStoryState(int64_t version, std::string_view bytes);

  // The same with the search indexes looked through, which only a writer may ask for.
  Result<std::vector<std::string>> Check();
  // Not within a transaction.
  Result<void> Vacuum();

  // Every note of one transaction has one version, which Commit raises.
  void Note(std::string_view kind, std::string_view story, std::string_view id);

 private:
  int64_t next_note_ = 0;
};

// The file, its one writer and its pool of readers. Thread-safe.
class Store {
 public:
  // Refuses what is no store, or one of a newer program, without touching it. An older one is
  // brought to today's version; with kCreate a missing one is made.
  static Result<std::unique_ptr<Store>> Open(const std::string& path, OpenMode mode);
  ~Store();

  // A reader for the caller's thread while the lease lives; its transaction, if any, must be over.
  class ReadLease {
   public:
    ReadLease(Store& store, std::unique_ptr<Database> database)
        : store_(&store), database_(std::move(database)), reader_(*database_) {}
    ReadLease(const ReadLease&) = delete;
    ~ReadLease() { store_->GiveBack(std::move(database_)); }
    StoreReader* operator->() { return &reader_; }
    StoreReader& operator*() { return reader_; }

   private:
    Store* store_;
    std::unique_ptr<Database> database_;
    StoreReader reader_;
  };
  Result<std::unique_ptr<ReadLease>> Read();

  // Waits for the writer. The lease must end on the same thread.
  class WriteLease {
   public:
    explicit WriteLease(Store& store) : lock_(store.write_mutex_), writer_(*store.writer_) {}
    StoreWriter* operator->() { return &writer_; }
    StoreWriter& operator*() { return writer_; }

   private:
    std::unique_lock<std::mutex> lock_;
    StoreWriter writer_;
  };
  Result<std::unique_ptr<WriteLease>> Write();

  const std::string& path() const { return path_; }

 private:
  explicit Store(std::string path) : path_(std::move(path)) {}
  void GiveBack(std::unique_ptr<Database> database);

  std::string path_;
  OpenMode mode_ = OpenMode::kRead;
  std::mutex write_mutex_;
  std::unique_ptr<Database> writer_;
  std::mutex pool_mutex_;
  std::vector<std::unique_ptr<Database>> pool_;
};

// A name for a report's content: its address, or its outlet where it has none, and its text.
std::string ContentKey(const Document& report);

}  // namespace synoptic

#endif  // SYNOPTIC_STORE_STORE_H_
