#include "stories/open_sum.h"

#include <algorithm>
#include <array>

namespace synoptic {
namespace {

// Different stems; after Rank, the place of each in their order.
class StemSet {
 public:
  void Add(uint32_t stem) {
    if (2 * size_ >= slots_.size()) Grow();
    Slot& slot = slots_[At(stem)];
    if (slot.used) return;
    slot = {stem, 0, true};
    ++size_;
  }

  void Rank() {
    std::vector<uint32_t> stems;
    stems.reserve(size_);
    for (const Slot& slot : slots_) {
      if (slot.used) stems.push_back(slot.stem);
    }
    std::sort(stems.begin(), stems.end());
    for (uint32_t rank = 0; rank < stems.size(); ++rank) slots_[At(stems[rank])].rank = rank;
  }

  uint32_t RankOf(uint32_t stem) const { return slots_[At(stem)].rank; }
  size_t size() const { return size_; }

 private:
  struct Slot {
    uint32_t stem = 0, rank = 0;
    bool used = false;
  };

  // Stems are hashes: their low bits will do.
  size_t At(uint32_t stem) const {
    size_t at = stem & (slots_.size() - 1);
    while (slots_[at].used && slots_[at].stem != stem) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void Grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.used) slots_[At(slot.stem)] = slot;
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  size_t size_ = 0;
};

}  // namespace

size_t RankStems(std::span<Vector* const> vectors) {
  StemSet stems;
  for (const Vector* vector : vectors) {
    for (const Entry& entry : *vector) stems.Add(entry.stem);
  }
  stems.Rank();
  for (Vector* vector : vectors) {
    for (Entry& entry : *vector) entry.stem = stems.RankOf(entry.stem);
  }
  return stems.size();
}

void OpenSum::Open(const Vector& sum) {
  for (const uint32_t rank : ranks_) weight_[rank] = 0;
  ranks_.clear();
  for (const Entry& entry : sum) {
    weight_[entry.stem] = entry.weight;
    ranks_.push_back(entry.stem);
  }
}

double OpenSum::Dot(const Vector& other) const {
  const auto product = [this](const Entry& entry) {
    return static_cast<double>(weight_[entry.stem]) * entry.weight;
  };
  std::array<double, 4> sum{};  // side by side: no addition waits for the one before
  size_t i = 0;
  for (; i + 4 <= other.size(); i += 4) {
    for (size_t k = 0; k < 4; ++k) sum[k] += product(other[i + k]);
  }
  for (; i < other.size(); ++i) sum[0] += product(other[i]);
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

}  // namespace synoptic
