// Archive: the store with the engine around it. Reports go in and are annotated, gathered into
// stories and searched; a story is laid side by side when it is asked for and has changed. The
// server, the command line and every binding that keeps reports call this and nothing below it.
//
// Thread-safe: one writer at a time, any number of readers beside it; a reader sees the store as it
// was when the call began. Several programs may have one store open. After an error of a write
// nothing of that call is kept and the archive goes on. Positions are code points.
#ifndef SYNOPTIC_ENGINE_ARCHIVE_H_
#define SYNOPTIC_ENGINE_ARCHIVE_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "doc/document.h"
#include "doc/story.h"
#include "store/rows.h"
#include "store/store.h"

namespace synoptic {

enum class AddOutcome : uint8_t { kAdded, kRevised, kUnchanged };

struct AddResult {
  std::string id;     // in the store: the report's own, or with "~2" behind where that was taken
  std::string story;  // as of now; later reports may move it
  AddOutcome outcome = AddOutcome::kAdded;
};

class Archive {
 public:
  class Impl;

  // Errors: kNotFound (no such file, and not kCreate), kMalformed (no store), kConflict (of a newer
  // program), kUnreadable. None of them changes the file.
  static Result<Archive> Open(const std::string& path, OpenMode mode);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  // Adds reports as ingest left them, in one transaction: when this returns, all of them survive a
  // crash. A report with the address of one that is there and another text is a revision of it; the
  // same text from the same address (or outlet, where there is none) is unchanged. One result a
  // report, in order. kFull where the disk is.
  Result<std::vector<AddResult>> Add(std::vector<Document> reports, int threads);

  // compare's JSON with "story", "title", "stale" and "corrections" beside it, compared anew where
  // its reports have changed. The id of a story that became part of another gives that other.
  // nullopt: there is none. Cost of a stale story: annotating and comparing its reports.
  Result<std::optional<std::string>> StoryJson(std::string_view id);
  // The same, compared now, for those who show it in other forms.
  struct Sides {
    std::vector<Document> reports;
    Comparison comparison;
  };
  Result<std::optional<Sides>> CompareStory(std::string_view id);
  // annotate's JSON with "story" beside it.
  Result<std::optional<std::string>> ReportJson(std::string_view id);
  // Compares stale stories, at most so many; returns how many were. Ledger and Timeline tell of
  // stories as last compared.
  Result<size_t> Refresh(size_t most);

  // Lists: see StoreReader.
  Result<RowPage<StoryRow>> Stories(const ReportFilter& filter, std::string_view words,
                                    const PageRequest& page);
  Result<RowPage<ReportRow>> Reports(const ReportFilter& filter, const PageRequest& page);
  Result<RowPage<SearchHit>> Search(std::string_view words, SearchIn in, const ReportFilter& filter,
                                    const PageRequest& page);
  Result<RowPage<QuoteHit>> Quotes(std::string_view speaker, std::string_view about,
                                   const ReportFilter& filter, const PageRequest& page);
  Result<RowPage<LedgerHit>> Ledger(const LedgerFilter& which, const ReportFilter& filter,
                                    const PageRequest& page);
  Result<RowPage<TimelineHit>> Timeline(const ReportFilter& filter, const PageRequest& page);
  Result<RowPage<Correction>> Corrections(std::string_view story, const PageRequest& page);

  // Keeps a correction and returns it with its id and date. kInvalid: a kind that is none, or a
  // part that it needs is missing; kNotFound: no such story, report, quotation or finding.
  Result<Correction> Correct(Correction correction);
  // false: there is none with that id.
  Result<bool> Uncorrect(std::string_view id);
  Result<bool> Remove(std::string_view report);

  Result<StoreCounts> Counts();
  // Rises with every committed change, whichever program made it.
  Result<uint64_t> Version();
  // At most 1000 notes, oldest first.
  Result<std::vector<ChangeNote>> ChangesSince(uint64_t version);

  // A line for everything that is wrong with the store; empty where nothing is. Reads all of it.
  Result<std::vector<std::string>> Check();
  // Gives back the space of what was removed.
  Result<void> Vacuum();

  // The tables below, for export.
  Store& store();

 private:
  explicit Archive(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_ARCHIVE_H_
