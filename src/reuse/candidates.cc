#include "reuse/candidates.h"

#include <algorithm>
#include <array>
#include <utility>

namespace synoptic {
namespace {

constexpr uint32_t kLeastShared = 2;  // prints: one alone is a stock phrase

// The finalizer of MurmurHash3: every bit of the sum changes every bit of the result.
uint32_t Mixed(uint64_t value) {
  value ^= value >> 33;
  value *= 0xff51afd7ed558ccdULL;
  value ^= value >> 33;
  value *= 0xc4ceb9fe1a85ec53ULL;
  return static_cast<uint32_t>(value >> 32);
}

uint32_t ShingleHash(std::span<const uint32_t> words, size_t at) {
  uint64_t sum = 0;
  for (size_t k = 0; k < ReuseIndex::kShingle; ++k) {
    sum = (sum + words[at + k]) * 0x9e3779b97f4a7c15ULL;
    sum ^= sum >> 29;
  }
  return Mixed(sum);
}

}  // namespace

void ReuseIndex::Add(std::span<const uint32_t> words) {
  const uint32_t report = reports_++;
  if (words.size() < kShingle) return;
  const size_t shingles = words.size() - kShingle + 1;
  std::array<uint32_t, kWindow> recent{};  // a ring
  uint64_t kept = UINT64_MAX;              // place of the print kept last
  for (size_t i = 0; i < shingles; ++i) {
    recent[i % kWindow] = ShingleHash(words, i);
    if (i + 1 < std::min<size_t>(kWindow, shingles)) continue;
    const size_t begin = i + 1 < kWindow ? 0 : i + 1 - kWindow;
    size_t least = i;  // the last of equals
    for (size_t k = i; k-- > begin;) {
      if (recent[k % kWindow] < recent[least % kWindow]) least = k;
    }
    if (least == kept) continue;
    kept = least;
    const uint32_t hash = recent[least % kWindow];
    const bool again =
        !prints_.empty() && prints_.back().report == report && prints_.back().hash == hash;
    if (!again) prints_.push_back({hash, report});
  }
}

// By hash, then report: a radix sort of three passes, stable, so that reports stay in order.
std::vector<ReuseIndex::Print> ReuseIndex::Sorted(std::vector<Print> prints) {
  constexpr uint32_t kBits = 11, kBuckets = 1U << kBits;
  std::vector<Print> other(prints.size());
  for (uint32_t shift = 0; shift < 32; shift += kBits) {
    std::array<size_t, kBuckets> at{};
    for (const Print& print : prints) ++at[(print.hash >> shift) % kBuckets];
    size_t sum = 0;
    for (size_t& count : at) sum += std::exchange(count, sum);
    for (const Print& print : prints) other[at[(print.hash >> shift) % kBuckets]++] = print;
    prints.swap(other);
  }
  prints.erase(std::unique(prints.begin(), prints.end(),
                           [](const Print& a, const Print& b) {
                             return a.hash == b.hash && a.report == b.report;
                           }),
               prints.end());
  return prints;
}

std::vector<CandidatePair> ReuseIndex::Find() const {
  const std::vector<Print> prints = Sorted(prints_);
  // Where the prints of each report stand that some report before it has as well.
  struct Place {
    uint32_t begin = 0, at = 0;  // of the print's group, and its own
  };
  std::vector<size_t> ends(reports_ + size_t{1}, 0);
  std::vector<Place> places;
  std::vector<uint32_t> group_of(prints.size());
  for (uint32_t i = 0; i < prints.size(); ++i) {
    const bool same = i > 0 && prints[i - 1].hash == prints[i].hash;
    group_of[i] = same ? group_of[i - 1] : i;
    if (same) ++ends[prints[i].report + size_t{1}];
  }
  for (size_t r = 1; r < ends.size(); ++r) ends[r] += ends[r - 1];
  places.resize(ends.back());
  std::vector<size_t> next(ends.begin(), ends.end());
  for (uint32_t i = 0; i < prints.size(); ++i) {
    if (group_of[i] != i) places[next[prints[i].report]++] = {group_of[i], i};
  }
  std::vector<uint32_t> shared(reports_, 0), met;
  std::vector<CandidatePair> pairs;
  for (uint32_t report = 0; report < reports_; ++report) {
    met.clear();
    const auto meet = [&](uint32_t print) {
      const uint32_t other = prints[print].report;
      if (shared[other]++ == 0) met.push_back(other);
    };
    for (size_t p = ends[report]; p < ends[report + size_t{1}]; ++p) {
      const auto [begin, at] = places[p];
      const bool all = at - begin < kAllPairs;
      const uint32_t first_end = all ? at : begin + kFew;
      for (uint32_t i = begin; i < first_end; ++i) meet(i);
      for (uint32_t i = all ? at : at - kFew; i < at; ++i) meet(i);
    }
    std::sort(met.begin(), met.end());
    for (const uint32_t other : met) {
      if (shared[other] >= kLeastShared) pairs.push_back({other, report});
      shared[other] = 0;
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace synoptic
