#include "text/word_vectors.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/data.h"

namespace synoptic {
namespace {

constexpr size_t kHeader = 16;
constexpr uint32_t kMostWords = 1 << 20, kMostDims = 1024;

// FNV-1a, which the program that makes the table has, too.
uint64_t HashOf(std::string_view word) {
  uint64_t hash = 0xCBF29CE484222325ull;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return hash;
}

}  // namespace

WordVectors::WordVectors(std::string_view table) {
  if (table.size() < kHeader || !table.starts_with(kWordVectorsMagic)) return;
  uint32_t size = 0, dims = 0;
  std::memcpy(&size, table.data() + 8, 4);
  std::memcpy(&dims, table.data() + 12, 4);
  if (size > kMostWords || dims > kMostDims) return;
  const size_t hashes = sizeof(uint64_t) * size, scales = sizeof(float) * size;
  if (table.size() != kHeader + hashes + scales + size_t{size} * dims) return;
  size_ = size, dims_ = dims;
  hashes_ = reinterpret_cast<const uint64_t*>(table.data() + kHeader);
  scales_ = reinterpret_cast<const float*>(table.data() + kHeader + hashes);
  rows_ = reinterpret_cast<const int8_t*>(table.data() + kHeader + hashes + scales);
}

const WordVectors& WordVectors::English() {
  static const WordVectors vectors(DataFile("en/word_vectors.bin"));
  return vectors;
}

int32_t WordVectors::Find(std::string_view word) const {
  const uint64_t hash = HashOf(word);
  const uint64_t* const end = hashes_ + size_;
  const uint64_t* const found = std::lower_bound(hashes_, end, hash);
  return found != end && *found == hash ? static_cast<int32_t>(found - hashes_) : -1;
}

void WordVectors::Add(int32_t row, float weight, std::span<float> sum) const {
  const std::span<const int8_t> values = Row(row);
  const float factor = weight * Scale(row);
  for (size_t i = 0; i < values.size(); ++i) sum[i] += factor * static_cast<float>(values[i]);
}

float Cosine(std::span<const float> a, std::span<const float> b) {
  if (a.size() != b.size()) return 0;
  float dot = 0, of_a = 0, of_b = 0;
  for (size_t i = 0; i < a.size(); ++i)
    dot += a[i] * b[i], of_a += a[i] * a[i], of_b += b[i] * b[i];
  return of_a > 0 && of_b > 0 ? dot / std::sqrt(of_a * of_b) : 0;
}

}  // namespace synoptic
