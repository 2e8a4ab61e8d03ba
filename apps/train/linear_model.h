// A linear classifier over hashed features: logistic regression by stochastic gradient steps with
// AdaGrad's rates (Duchi, Hazan and Singer 2011), and its weights as signed bytes.
#ifndef SYNOPTIC_TRAIN_LINEAR_MODEL_H_
#define SYNOPTIC_TRAIN_LINEAR_MODEL_H_

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace synoptic {

class LinearModel {
 public:
  LinearModel(uint32_t bits, size_t classes)
      : bits_(bits),
        classes_(classes),
        weights_(classes << bits),
        squares_(classes << bits),
        slope_(classes) {}

  // Scores of every class for features that are 64-bit hashes.
  void Score(std::span<const uint64_t> features, float* scores) const {
    std::fill(scores, scores + classes_, 0.0f);
    for (const uint64_t feature : features) {
      const float* row = weights_.data() + Row(feature);
      for (size_t c = 0; c < classes_; ++c) scores[c] += row[c];
    }
  }

  // A step towards `gold`, from the `scores` that Score gave for these features.
  void Learn(std::span<const uint64_t> features, size_t gold, const float* scores) {
    const float top = *std::max_element(scores, scores + classes_);
    float sum = 0;
    for (size_t c = 0; c < classes_; ++c) sum += slope_[c] = std::exp(scores[c] - top);
    for (size_t c = 0; c < classes_; ++c) slope_[c] /= sum;
    slope_[gold] -= 1;
    for (const uint64_t feature : features) {
      float* row = weights_.data() + Row(feature);
      float* squares = squares_.data() + Row(feature);
      for (size_t c = 0; c < classes_; ++c) {
        squares[c] += slope_[c] * slope_[c];
        row[c] -= kRate * slope_[c] / std::sqrt(squares[c] + kSteady);
      }
    }
  }

  // A signed byte a weight, row by row. The largest in two thousand are cut.
  std::string Rows() const {
    std::vector<float> sizes;
    for (const float weight : weights_) {
      if (weight != 0) sizes.push_back(std::fabs(weight));
    }
    float top = 1;
    if (!sizes.empty()) {
      const size_t at = sizes.size() - 1 - sizes.size() / 2000;
      std::nth_element(sizes.begin(), sizes.begin() + static_cast<long>(at), sizes.end());
      top = sizes[at];
    }
    std::string bytes;
    bytes.reserve(weights_.size());
    for (const float weight : weights_) {
      const float scaled = std::round(weight / top * 127);
      bytes += static_cast<char>(static_cast<int8_t>(std::clamp(scaled, -127.0f, 127.0f)));
    }
    return bytes;
  }

 private:
  static constexpr float kRate = 0.02f;
  static constexpr float kSteady = 1e-3f;  // keeps the first steps of a rare feature small

  size_t Row(uint64_t feature) const {
    return static_cast<size_t>(feature >> (64 - bits_)) * classes_;
  }

  uint32_t bits_;
  size_t classes_;
  std::vector<float> weights_, squares_, slope_;
};

// xorshift64*: the same on every machine.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t Next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545F4914F6CDD1Dull;
  }
  size_t Below(size_t limit) { return static_cast<size_t>((Next() >> 32) * limit >> 32); }

 private:
  uint64_t state_;
};

template <typename T>
void Shuffle(std::vector<T>& items, Random& random) {
  for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random.Below(i)]);
}

}  // namespace synoptic

#endif  // SYNOPTIC_TRAIN_LINEAR_MODEL_H_
