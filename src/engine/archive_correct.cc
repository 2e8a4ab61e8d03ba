// What users know better, and reports taken out again.
#include <algorithm>
#include <array>

#include "base/hash.h"
#include "engine/archive_impl.h"

namespace synoptic {
namespace {

constexpr std::array<std::string_view, 4> kKinds = {"same-actor", "wrong-speaker", "not-a-dispute",
                                                    "note"};

Error Invalid(std::string message) { return {ErrorCode::kInvalid, std::move(message)}; }

// What is missing of a correction; empty where it is whole.
std::string Missing(const Correction& correction) {
  if (correction.kind == "same-actor" && correction.actors.size() < 2) {
    return "actors: two names or more that are one actor's";
  }
  if (correction.kind == "wrong-speaker") {
    if (correction.report.empty()) return "report: the one that the quotation stands in";
    if (correction.target.empty()) return "target: the id of the quotation";
  }
  if (correction.kind == "not-a-dispute") {
    if (correction.story.empty()) return "story: the one of the finding";
    if (correction.target.empty()) return "target: the id of the finding";
  }
  if (correction.kind == "note" && correction.note.empty()) return "note: its words";
  return {};
}

}  // namespace

Result<Correction> Archive::Correct(Correction correction) {
  if (std::find(kKinds.begin(), kKinds.end(), correction.kind) == kKinds.end()) {
    return Invalid("kind: no such correction: " + correction.kind.substr(0, 60));
  }
  const std::string missing = Missing(correction);
  if (!missing.empty()) return Invalid("missing " + missing);
  auto lease = impl_->store->Write();
  if (!lease) return lease.error();
  StoreWriter& store = ***lease;
  Transaction transaction(store.database());
  std::string touched;
  if (!correction.story.empty()) {
    const auto story = store.Story(correction.story);
    if (!story) return story.error();
    if (!*story) return Error{ErrorCode::kNotFound, "no such story: " + correction.story};
    touched = correction.story = (**story).id;
  }
  if (!correction.report.empty()) {
    const auto report = store.Report(correction.report);
    if (!report) return report.error();
    if (!*report) return Error{ErrorCode::kNotFound, "no such report: " + correction.report};
    touched = (**report).story;
  }
  const int64_t number =
      store.database().Int("SELECT coalesce(max(correction), 0) + 1 FROM corrections");
  correction.id = "c" + std::to_string(number);
  correction.made = NowIso();
  store.AddCorrection(correction, {});
  if (!touched.empty()) {
    store.Touch(store.StoryRowOf(touched));
  } else {
    store.TouchAll();
  }
  store.Note("story", touched, touched);
  if (auto done = transaction.Commit(); !done) return done.error();
  return correction;
}

Result<bool> Archive::Uncorrect(std::string_view id) {
  auto lease = impl_->store->Write();
  if (!lease) return lease.error();
  StoreWriter& store = ***lease;
  Transaction transaction(store.database());
  if (!store.RemoveCorrection(id)) return false;
  store.TouchAll();
  store.Note("story", "", "");
  if (auto done = transaction.Commit(); !done) return done.error();
  return true;
}

Result<bool> Archive::Remove(std::string_view id) {
  auto lease = impl_->store->Write();
  if (!lease) return lease.error();
  StoreWriter& store = ***lease;
  Transaction transaction(store.database());
  const auto report = store.Report(id);
  if (!report) return report.error();
  if (!*report) return false;
  const StoredReport& found = **report;
  store.Delete(found.row);
  if (!found.story.empty()) store.Touch(store.StoryRowOf(found.story));
  store.Note("report", found.story, found.id);
  if (auto done = transaction.Commit(); !done) return done.error();
  return true;
}

}  // namespace synoptic
