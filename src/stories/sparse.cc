#include "stories/sparse.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "stories/bytes.h"
#include "text/light_words.h"

namespace synoptic {
namespace {

constexpr float kNameBoost = 1.3F;

float LogCount(uint16_t count) {
  static const std::array<float, 64> table = [] {
    std::array<float, 64> made{};
    for (size_t i = 1; i < made.size(); ++i) made[i] = 1 + std::log(static_cast<float>(i));
    return made;
  }();
  return count < table.size() ? table[count] : 1 + std::log(static_cast<float>(count));
}

// For a long and a short vector: look the short one's stems up.
double DotByLookup(const Vector& longer, const Vector& shorter) {
  double sum = 0;
  auto from = longer.begin();
  for (const Entry& entry : shorter) {
    from = std::lower_bound(from, longer.end(), entry.stem,
                            [](const Entry& x, uint32_t stem) { return x.stem < stem; });
    if (from == longer.end()) break;
    if (from->stem == entry.stem) sum += static_cast<double>(from->weight) * entry.weight;
  }
  return sum;
}

}  // namespace

double Dot(const Vector& a, const Vector& b) {
  if (a.size() > 16 * b.size()) return DotByLookup(a, b);
  if (b.size() > 16 * a.size()) return DotByLookup(b, a);
  double sum = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const uint32_t left = a[i].stem, right = b[j].stem;
    if (left == right) sum += static_cast<double>(a[i].weight) * b[j].weight;
    i += left <= right;
    j += right <= left;
  }
  return sum;
}

void Add(const Vector& other, Vector& sum) {
  Vector joined;
  joined.reserve(sum.size() + other.size());
  auto capped = [](uint16_t a, uint16_t b) {
    return static_cast<uint16_t>(std::min<uint32_t>(uint32_t{a} + b, UINT16_MAX));
  };
  size_t i = 0, j = 0;
  while (i < sum.size() || j < other.size()) {
    if (j == other.size() || (i < sum.size() && sum[i].stem < other[j].stem)) {
      joined.push_back(sum[i++]);
    } else if (i == sum.size() || other[j].stem < sum[i].stem) {
      joined.push_back(other[j++]);
    } else {
      const Entry& a = sum[i++];
      const Entry& b = other[j++];
      joined.push_back(
          {a.stem, a.weight + b.weight, capped(a.reports, b.reports), capped(a.names, b.names)});
    }
  }
  sum = std::move(joined);
}

void Trim(Vector& vector, size_t most) {
  if (vector.size() <= most) return;
  auto heavier = [](const Entry& a, const Entry& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem;
  };
  std::nth_element(vector.begin(), vector.begin() + static_cast<ptrdiff_t>(most), vector.end(),
                   heavier);
  vector.resize(most);
  std::sort(vector.begin(), vector.end(),
            [](const Entry& a, const Entry& b) { return a.stem < b.stem; });
}

const TermStatistics::Slot& TermStatistics::Find(uint32_t stem) const {
  size_t at = stem & (slots_.size() - 1);
  while (slots_[at].reports != 0 && slots_[at].stem != stem) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void TermStatistics::Grow() {
  const bool full = slots_.size() >= kMaxSlots;
  std::vector<Slot> old(full ? slots_.size() : slots_.size() * 2);
  old.swap(slots_);
  used_ = 0;
  if (full) reports_ /= 2;
  for (const Slot& slot : old) {
    const uint32_t left = full ? slot.reports / 2 : slot.reports;
    if (left == 0) continue;
    const_cast<Slot&>(Find(slot.stem)) = {slot.stem, left};
    ++used_;
  }
}

void TermStatistics::Count(std::span<const Term> terms) {
  ++reports_;
  for (const Term& term : terms) {
    if (used_ * 2 >= slots_.size()) Grow();
    Slot& slot = const_cast<Slot&>(Find(term.stem));
    used_ += slot.reports == 0;
    slot = {term.stem, slot.reports + 1};
  }
}

float TermStatistics::Idf(uint32_t stem) const {
  const double expected = kPrior * std::exp(-Rarity(stem));
  return static_cast<float>(std::log((reports_ + kPrior) / (Find(stem).reports + expected)));
}

Vector TermStatistics::Weigh(std::span<const Term> terms) const {
  Vector vector;
  vector.reserve(terms.size());
  double square = 0;
  for (const Term& term : terms) {
    const float idf = std::max(0.0F, Idf(term.stem));
    const float weight = LogCount(term.count) * idf * (term.name ? kNameBoost : 1);
    vector.push_back({term.stem, weight, 1, term.name});
    square += static_cast<double>(weight) * weight;
  }
  const auto scale = static_cast<float>(square > 0 ? 1 / std::sqrt(square) : 0);
  for (Entry& entry : vector) entry.weight *= scale;
  return vector;
}

void TermStatistics::Save(std::string& out) const {
  PutValue(reports_, out);
  PutValue(static_cast<uint64_t>(slots_.size()), out);
  PutValue(static_cast<uint64_t>(used_), out);
  for (const Slot& slot : slots_) {
    if (slot.reports != 0) PutValue(slot, out);
  }
}

bool TermStatistics::Load(std::string_view& in) {
  uint64_t size = 0, used = 0;
  if (!TakeValue(in, reports_) || !TakeValue(in, size) || !TakeValue(in, used)) return false;
  if (size < 1024 || size > kMaxSlots || (size & (size - 1)) != 0 || used * 2 > size + 2)
    return false;
  if (!(reports_ >= 0 && reports_ < 1e15)) return false;  // not a number either
  slots_.assign(size, {});
  used_ = used;
  for (uint64_t i = 0; i < used; ++i) {
    Slot slot;
    if (!TakeValue(in, slot) || slot.reports == 0 || slot.reports > reports_ + 1) return false;
    Slot& place = const_cast<Slot&>(Find(slot.stem));
    if (place.reports != 0) return false;
    place = slot;
  }
  return true;
}

}  // namespace synoptic
