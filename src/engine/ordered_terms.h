// OrderedTerms: any number of reports, as counted words, brought into order in bounded memory.
#ifndef SYNOPTIC_ENGINE_ORDERED_TERMS_H_
#define SYNOPTIC_ENGINE_ORDERED_TERMS_H_

#include <cstdio>
#include <memory>
#include <optional>
#include <vector>

#include "stories/terms.h"

namespace synoptic {

// The order in which reports are streamed: those without a sure date first, since a report of any
// day may tell the same; then by publication to the second, id, and the words where even that is
// equal.
bool StreamedBefore(const ReportTerms& a, const ReportTerms& b);

// A merge sort: every `in_memory` reports are sorted and written to a temporary file
// (std::tmpfile), which ends with the program; Next merges the files. Where no file can be written
// they stay in memory. Not thread-safe. Memory: about 1 KB for each of `in_memory` reports.
class OrderedTerms {
 public:
  explicit OrderedTerms(size_t in_memory = 65536) : in_memory_(in_memory) {}

  void Add(ReportTerms report);
  // The next in order; nullopt at the end. Nothing may be added once it was called.
  std::optional<ReportTerms> Next();

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  // Sorted reports, in a file or in memory, from `at` on.
  struct Run {
    std::unique_ptr<std::FILE, CloseFile> file;
    std::vector<ReportTerms> reports;
    size_t at = 0;
    std::optional<ReportTerms> first;
  };

  void EndRun(bool to_file);
  static bool Write(const std::vector<ReportTerms>& reports, Run& run);
  static void Advance(Run& run);

  size_t in_memory_;
  std::vector<ReportTerms> reports_;  // of the run that is being filled
  std::vector<Run> runs_;
  bool merging_ = false;
};

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_ORDERED_TERMS_H_
