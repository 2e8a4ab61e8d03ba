// What users know better, and reports taken out again.
#include <algorithm>
#include <array>

#include "doc/json.h"
#include "engine/apply_corrections.h"
#include "engine/archive_impl.h"
#include "engine/engine.h"

namespace synoptic {
namespace {

constexpr std::array<std::string_view, 4> kKinds = {"same-actor", "wrong-speaker", "not-a-dispute",
                                                    "note"};

Error Invalid(std::string message) { return {ErrorCode::kInvalid, std::move(message)}; }
Error None(std::string message) { return {ErrorCode::kNotFound, std::move(message)}; }

// What is missing of a correction; empty where it is whole.
std::string Missing(const Correction& correction) {
  if (std::find(kKinds.begin(), kKinds.end(), correction.kind) == kKinds.end()) {
    return "kind: same-actor, wrong-speaker, not-a-dispute or note";
  }
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

class Correcting {
 public:
  explicit Correcting(StoreWriter& store) : store_(store) {}

  // Finds what the correction is about; `touched` is the story that it changes, empty: all.
  Result<void> Resolve(Correction& correction) {
    if (!correction.story.empty()) {
      const auto story = store_.Story(correction.story);
      if (!story) return story.error();
      if (!*story) return None("no such story: " + correction.story);
      touched = correction.story = (**story).id;
    }
    if (!correction.report.empty()) {
      const auto report = store_.Report(correction.report);
      if (!report) return report.error();
      if (!*report) return None("no such report: " + correction.report);
      report_ = **report;
      touched = report_.story;
    }
    return {};
  }

  Result<void> AnchorQuote(const Correction& correction) {
    auto stored = store_.DocumentOf(report_.row);
    if (!stored) return stored.error();
    Document report = std::move(**stored);
    synoptic::Annotate(report);
    anchor = AnchorOfQuote(report, correction.target);
    if (anchor.empty()) {
      return None("no such quotation in " + correction.report + ": " + correction.target);
    }
    if (!correction.value.empty() && ActorNamed(report, correction.value) == kNone) {
      return Invalid("value: nobody of that name in " + correction.report + ": " +
                     correction.value.substr(0, 80));
    }
    return {};
  }

  // Annotates the report anew, with every correction that holds for it now.
  Result<void> Reannotate() {
    auto stored = store_.DocumentOf(report_.row);
    if (!stored) return stored.error();
    const auto corrections = store_.CorrectionsOf(report_.story);
    if (!corrections) return corrections.error();
    Document report = std::move(**stored);
    synoptic::Annotate(report);
    CorrectSpeakers(report, *corrections);
    std::string json;
    WriteDocumentJson(report, {}, json);
    store_.Annotate(report_.row, json);
    return {};
  }

  void Touch() {
    touched.empty() ? store_.TouchAll() : store_.Touch(store_.StoryRowOf(touched));
    store_.Note("story", touched, touched);
  }

  std::string touched, anchor;

 private:
  StoreWriter& store_;
  StoredReport report_;
};

}  // namespace

Result<Correction> Archive::Correct(Correction correction) {
  const std::string missing = Missing(correction);
  if (!missing.empty()) return Invalid("missing " + missing);
  std::string anchor;
  if (correction.kind == "not-a-dispute") {
    const auto sides = CompareStory(correction.story);
    if (!sides) return sides.error();
    if (!*sides) return None("no such story: " + correction.story);
    anchor = AnchorOfFinding((**sides).reports, (**sides).comparison, correction.target);
    if (anchor.empty()) return None("no such dispute: " + correction.target);
  }
  auto lease = impl_->store->Write();
  if (!lease) return lease.error();
  StoreWriter& store = ***lease;
  Transaction transaction(store.database());
  Correcting correcting(store);
  if (auto done = correcting.Resolve(correction); !done) return done.error();
  const bool of_quote = correction.kind == "wrong-speaker";
  if (of_quote) {
    if (auto done = correcting.AnchorQuote(correction); !done) return done.error();
    anchor = correcting.anchor;
  }
  const int64_t number =
      store.database().Int("SELECT coalesce(max(correction), 0) + 1 FROM corrections");
  correction.id = "c" + std::to_string(number);
  correction.made = NowIso();
  store.AddCorrection(correction, anchor);
  if (of_quote) {
    if (auto done = correcting.Reannotate(); !done) return done.error();
  }
  correcting.Touch();
  if (auto done = transaction.Commit(); !done) return done.error();
  return correction;
}

Result<bool> Archive::Uncorrect(std::string_view id) {
  auto lease = impl_->store->Write();
  if (!lease) return lease.error();
  StoreWriter& store = ***lease;
  Transaction transaction(store.database());
  auto correction = store.CorrectionById(id);
  if (!correction) return correction.error();
  if (!*correction) return false;
  store.RemoveCorrection(id);
  Correcting correcting(store);
  // What it was about may be gone by now.
  if (correcting.Resolve(**correction) && (**correction).kind == "wrong-speaker") {
    if (auto done = correcting.Reannotate(); !done) return done.error();
  }
  correcting.Touch();
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
