#include "stories/neighbours.h"

#include <algorithm>

namespace synoptic {
namespace {

constexpr size_t kTermsIndexed = 28;  // of a report
constexpr size_t kMaxPosting = 400;

Vector Heaviest(const Vector& vector) {
  Vector heaviest = vector;
  Trim(heaviest, kTermsIndexed);
  return heaviest;
}

}  // namespace

void NeighbourIndex::Add(uint32_t number, const Vector& vector) {
  for (const Entry& entry : Heaviest(vector)) {
    postings_[entry.stem].emplace_back(number, entry.weight);
  }
  if (shared_.size() <= number) shared_.resize(number + size_t{1}, 0);
}

void NeighbourIndex::Clear() {
  postings_.clear();
  shared_.clear();
}

std::vector<uint32_t> NeighbourIndex::Find(const Vector& vector, size_t most) {
  std::vector<uint32_t> met;
  for (const Entry& entry : Heaviest(vector)) {
    const auto found = postings_.find(entry.stem);
    if (found == postings_.end()) continue;
    const auto& list = found->second;
    for (size_t i = list.size() - std::min(kMaxPosting, list.size()); i < list.size(); ++i) {
      float& shared = shared_[list[i].first];
      if (shared == 0) met.push_back(list[i].first);
      shared += entry.weight * list[i].second;
    }
  }
  std::vector<std::pair<float, uint32_t>> best;
  for (const uint32_t number : met) {
    best.emplace_back(-shared_[number], number);
    shared_[number] = 0;
  }
  if (best.size() > most) {
    std::nth_element(best.begin(), best.begin() + static_cast<ptrdiff_t>(most), best.end());
    best.resize(most);
  }
  std::sort(best.begin(), best.end());
  std::vector<uint32_t> numbers;
  for (const auto& [shared, number] : best) numbers.push_back(number);
  return numbers;
}

}  // namespace synoptic
