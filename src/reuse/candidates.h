// Candidates: which of many reports may share a passage, found without comparing all pairs.
//
// Of every kWindow shingles in a row the smallest hash is kept (MinHash taken locally: winnowing,
// Schleimer, Wilkerson & Aiken 2003), so that a passage is found wherever it stands in two reports
// of any length, where one MinHash of a whole report would miss it. Candidates only: the caller
// verifies each pair.
#ifndef SYNOPTIC_REUSE_CANDIDATES_H_
#define SYNOPTIC_REUSE_CANDIDATES_H_

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace synoptic {

struct CandidatePair {
  uint32_t first = 0, second = 0;  // reports in order of adding, first < second
  auto operator<=>(const CandidatePair&) const = default;
};

// Two reports that share kSureRun words in a row are a pair, unless more than kAllPairs reports
// have the passage: then each is paired with the first kFew and the kFew before it that have it. So
// the most reprinted passages are never dropped, and the number of pairs stays linear in the text.
//
// Memory: 4 to 5 bytes a word while it fills and about twice that in Find. Not thread-safe.
class ReuseIndex {
 public:
  static constexpr uint32_t kShingle = 4;  // words
  static constexpr uint32_t kWindow = 6;   // shingles
  static constexpr uint32_t kSureRun = 2 * kWindow + kShingle - 1;
  static constexpr uint32_t kAllPairs = 8;
  static constexpr uint32_t kFew = 4;

  // `words`: hashes of a report's words in order. Any number, any values. Linear.
  void Add(std::span<const uint32_t> words);
  uint32_t size() const { return reports_; }

  // Sorted, unique. The same for the same reports in the same order. Cost: linear in all words.
  std::vector<CandidatePair> Find() const;

 private:
  struct Print {
    uint32_t hash = 0, report = 0;
  };
  static std::vector<Print> Sorted(std::vector<Print> prints);

  std::vector<Print> prints_;  // by report
  uint32_t reports_ = 0;
};

}  // namespace synoptic

#endif  // SYNOPTIC_REUSE_CANDIDATES_H_
