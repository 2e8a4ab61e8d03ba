// WordVectors: where words stand in meaning, as the word vectors of a sentence encoder have it
// (data/en/word_vectors.bin; doc/training.md tells how they are made). Near words point the same
// way, and so do opposites: a likeness proposes, it never decides.
//
// Thread-safe. Nothing is parsed or copied: a look-up is a binary search in the table.
#ifndef SYNOPTIC_TEXT_WORD_VECTORS_H_
#define SYNOPTIC_TEXT_WORD_VECTORS_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace synoptic {

inline constexpr std::string_view kWordVectorsMagic = "SYNVEC01";

class WordVectors {
 public:
  // `table` must outlive it, 8-byte aligned; one that is no such table holds no words.
  explicit WordVectors(std::string_view table);
  static const WordVectors& English();

  uint32_t size() const { return size_; }
  uint32_t dims() const { return dims_; }

  // The row of a word in lower case, 0 to size(); -1 where it is not known.
  int32_t Find(std::string_view word) const;
  // `dims()` values to be multiplied by `scale`.
  std::span<const int8_t> Row(int32_t row) const {
    return {rows_ + static_cast<size_t>(row) * dims_, dims_};
  }
  float Scale(int32_t row) const { return scales_[row]; }

  // Adds `weight` times the vector of a row to `sum`, which holds dims() values.
  void Add(int32_t row, float weight, std::span<float> sum) const;

 private:
  uint32_t size_ = 0, dims_ = 0;
  const uint64_t* hashes_ = nullptr;
  const float* scales_ = nullptr;
  const int8_t* rows_ = nullptr;
};

// The cosine of two vectors of one size; 0 where one is empty or has no length.
float Cosine(std::span<const float> a, std::span<const float> b);

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_WORD_VECTORS_H_
