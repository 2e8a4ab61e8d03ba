// Sparse vectors of terms, and the weights that make them.
#ifndef SYNOPTIC_STORIES_SPARSE_H_
#define SYNOPTIC_STORIES_SPARSE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stories/terms.h"

namespace synoptic {

// One term of a sum of report vectors.
struct Entry {
  uint32_t stem = 0;
  float weight = 0;
  uint16_t reports = 0;  // that have it
  uint16_t names = 0;    // of them, where it is a name or figure
};

// Entries by stem, unique.
using Vector = std::vector<Entry>;

double Dot(const Vector& a, const Vector& b);
// Adds `other` to `sum`. Cost: linear in both.
void Add(const Vector& other, Vector& sum);
// Keeps the `most` heaviest entries.
void Trim(Vector& vector, size_t most);

// In how many of the reports seen does a stem occur? What the stream has not shown yet is filled up
// from general English: as if kPrior reports of it had been seen before. Counts are halved when the
// table is full, so memory is bounded and what is no longer written about fades.
class TermStatistics {
 public:
  void Count(std::span<const Term> terms);
  // How much it says that a report has this stem.
  float Idf(uint32_t stem) const;
  // The unit vector of a report.
  Vector Weigh(std::span<const Term> terms) const;

  double reports() const { return reports_; }
  void Save(std::string& out) const;
  bool Load(std::string_view& in);

 private:
  struct Slot {
    uint32_t stem = 0;
    uint32_t reports = 0;
  };
  const Slot& Find(uint32_t stem) const;
  void Grow();

  static constexpr double kPrior = 1000;
  static constexpr size_t kMaxSlots = size_t{1} << 21;
  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  size_t used_ = 0;
  double reports_ = 0;
};

}  // namespace synoptic

#endif  // SYNOPTIC_STORIES_SPARSE_H_
