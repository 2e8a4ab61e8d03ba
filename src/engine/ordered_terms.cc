#include "engine/ordered_terms.h"

#include <algorithm>
#include <string>

namespace synoptic {

bool StreamedBefore(const ReportTerms& a, const ReportTerms& b) {
  if (a.sure != b.sure) return !a.sure;
  if (a.published.has_value() != b.published.has_value()) return !a.published.has_value();
  if (a.published) {
    const int64_t first = a.published->UnixSeconds(), second = b.published->UnixSeconds();
    if (first != second) return first < second;
  }
  if (a.id != b.id) return a.id < b.id;
  return std::lexicographical_compare(a.terms.begin(), a.terms.end(), b.terms.begin(),
                                      b.terms.end(), [](const Term& x, const Term& y) {
                                        return std::pair(x.stem, x.count) <
                                               std::pair(y.stem, y.count);
                                      });
}

void OrderedTerms::Add(ReportTerms report) {
  reports_.push_back(std::move(report));
  if (reports_.size() >= in_memory_) EndRun(true);
}

void OrderedTerms::EndRun(bool to_file) {
  if (reports_.empty()) return;
  std::stable_sort(reports_.begin(), reports_.end(), StreamedBefore);
  Run run;
  if (!to_file || !Write(reports_, run)) {
    run.file.reset();
    run.reports = std::move(reports_);
  }
  reports_ = {};
  runs_.push_back(std::move(run));
}

// Each behind its length, so that it can be read again one by one.
bool OrderedTerms::Write(const std::vector<ReportTerms>& reports, Run& run) {
  run.file.reset(std::tmpfile());
  if (!run.file) return false;
  std::string bytes;
  for (const ReportTerms& report : reports) {
    bytes.clear();
    PutTerms(report, bytes);
    const auto size = static_cast<uint32_t>(bytes.size());
    if (std::fwrite(&size, sizeof size, 1, run.file.get()) != 1 ||
        std::fwrite(bytes.data(), size, 1, run.file.get()) != 1) {
      return false;
    }
  }
  return std::fflush(run.file.get()) == 0 && std::fseek(run.file.get(), 0, SEEK_SET) == 0;
}

void OrderedTerms::Advance(Run& run) {
  run.first.reset();
  if (!run.file) {
    if (run.at < run.reports.size()) run.first = std::move(run.reports[run.at++]);
    return;
  }
  uint32_t size = 0;
  if (std::fread(&size, sizeof size, 1, run.file.get()) != 1) return;
  std::string bytes(size, '\0');
  if (std::fread(bytes.data(), size, 1, run.file.get()) != 1) return;
  std::string_view in = bytes;
  ReportTerms report;
  if (TakeTerms(in, report)) run.first = std::move(report);
}

std::optional<ReportTerms> OrderedTerms::Next() {
  if (!merging_) {
    EndRun(false);
    for (Run& run : runs_) Advance(run);
    merging_ = true;
  }
  Run* best = nullptr;
  for (Run& run : runs_) {
    if (run.first && (!best || StreamedBefore(*run.first, *best->first))) best = &run;
  }
  if (!best) return std::nullopt;
  std::optional<ReportTerms> next = std::move(best->first);
  Advance(*best);
  return next;
}

}  // namespace synoptic
