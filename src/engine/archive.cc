#include "engine/archive.h"

#include "doc/json.h"
#include "doc/json_writer.h"
#include "engine/archive_impl.h"
#include "engine/engine.h"

namespace synoptic {
namespace {

constexpr size_t kMostNotes = 1000;

// What the report said before, the earliest first.
void WriteRevisions(const std::vector<StoredRevision>& revisions, JsonWriter& json) {
  json.Key("revisions"), json.BeginArray();
  for (const StoredRevision& one : revisions) {
    json.BeginObject();
    json.Key("revision"), json.Int(static_cast<int64_t>(one.revision));
    json.Field("replaced", one.replaced);
    json.FieldOrNull("title", one.title);
    json.FieldOrNull("published", one.published);
    json.Key("difference"), json.Raw(one.difference);
    json.Field("text", one.text);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string WithStory(const StoredStory& story, const std::vector<StoredCorrection>& corrections) {
  std::string head;
  JsonWriter json(head);
  json.BeginObject();
  json.Field("story", story.id);
  json.FieldOrNull("title", story.title);
  json.Field("stale", story.stale);
  json.Key("corrections"), json.BeginArray();
  for (const StoredCorrection& one : corrections) WriteRow(one.row, json);
  json.EndArray();
  json.EndObject();
  head.pop_back();
  return head + ',' + story.comparison.substr(1);
}

Archive::Archive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::Open(const std::string& path, OpenMode mode) {
  auto store = Store::Open(path, mode);
  if (!store) return store.error();
  auto impl = std::make_unique<Impl>();
  impl->store = std::move(*store);
  return Archive(std::move(impl));
}

Store& Archive::store() { return *impl_->store; }

Result<std::vector<std::string>> Archive::Check() {
  auto lease = impl_->store->Write();
  if (!lease) return lease.error();
  return (**lease)->Check();
}

Result<void> Archive::Vacuum() {
  auto lease = impl_->store->Write();
  if (!lease) return lease.error();
  return (**lease)->Vacuum();
}

Result<std::optional<std::string>> Archive::ReportJson(std::string_view id) {
  auto lease = impl_->store->Read();
  if (!lease) return lease.error();
  StoreReader& store = ***lease;
  const auto report = store.Report(id);
  if (!report) return report.error();
  if (!*report) return std::optional<std::string>();
  auto json = store.Annotations((**report).row);
  if (!json) return json.error();
  if (!*json)
    return Error{ErrorCode::kMalformed, std::string(id) + ": its annotations are damaged"};
  std::string head;
  JsonWriter writer(head);
  writer.BeginObject();
  writer.Field("story", (**report).story);
  writer.Key("revision"), writer.Int(static_cast<int64_t>((**report).revision));
  const auto revisions = store.Revisions((**report).row);
  if (!revisions) return revisions.error();
  if (!revisions->empty()) WriteRevisions(*revisions, writer);
  writer.EndObject();
  head.pop_back();
  return std::optional(head + ',' + (**json).substr(1));
}

#define SYNOPTIC_READ(call)          \
  auto lease = impl_->store->Read(); \
  if (!lease) return lease.error();  \
  return (**lease)->call

Result<RowPage<StoryRow>> Archive::Stories(const ReportFilter& filter, std::string_view words,
                                           const PageRequest& page) {
  SYNOPTIC_READ(Stories(filter, words, page));
}
Result<RowPage<ReportRow>> Archive::Reports(const ReportFilter& filter, const PageRequest& page) {
  SYNOPTIC_READ(Reports(filter, page));
}
Result<RowPage<SearchHit>> Archive::Search(std::string_view words, SearchIn in,
                                           const ReportFilter& filter, const PageRequest& page) {
  SYNOPTIC_READ(Search(words, in, filter, page));
}
Result<RowPage<QuoteHit>> Archive::Quotes(std::string_view speaker, std::string_view about,
                                          const ReportFilter& filter, const PageRequest& page) {
  SYNOPTIC_READ(Quotes(speaker, about, filter, page));
}
Result<RowPage<LedgerHit>> Archive::Ledger(const LedgerFilter& which, const ReportFilter& filter,
                                           const PageRequest& page) {
  SYNOPTIC_READ(Ledger(which, filter, page));
}
Result<RowPage<TimelineHit>> Archive::Timeline(const ReportFilter& filter,
                                               const PageRequest& page) {
  SYNOPTIC_READ(Timeline(filter, page));
}
Result<RowPage<Correction>> Archive::Corrections(std::string_view story, const PageRequest& page) {
  SYNOPTIC_READ(Corrections(story, page));
}
Result<StoreCounts> Archive::Counts() { SYNOPTIC_READ(Counts()); }
Result<uint64_t> Archive::Version() { SYNOPTIC_READ(Version()); }
Result<std::vector<ChangeNote>> Archive::ChangesSince(uint64_t version) {
  SYNOPTIC_READ(ChangesSince(version, kMostNotes));
}

#undef SYNOPTIC_READ

}  // namespace synoptic
