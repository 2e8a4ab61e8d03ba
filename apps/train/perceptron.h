// An averaged multiclass perceptron over hashed features, and its weights as signed bytes.
#ifndef SYNOPTIC_TRAIN_PERCEPTRON_H_
#define SYNOPTIC_TRAIN_PERCEPTRON_H_

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <vector>

namespace synoptic {

class Perceptron {
 public:
  Perceptron(uint32_t bits, size_t classes)
      : bits_(bits),
        classes_(classes),
        weights_(classes << bits),
        totals_(classes << bits),
        stamps_(classes << bits) {}

  // Scores of every class for features that are 64-bit hashes.
  void Score(std::span<const uint64_t> features, float* scores) const {
    std::fill(scores, scores + classes_, 0.0f);
    for (const uint64_t feature : features) {
      const float* row = weights_.data() + Row(feature);
      for (size_t c = 0; c < classes_; ++c) scores[c] += row[c];
    }
  }

  void Update(std::span<const uint64_t> features, size_t gold, size_t guess) {
    ++now_;
    if (gold == guess) return;
    for (const uint64_t feature : features) {
      Add(Row(feature) + gold, 1);
      Add(Row(feature) + guess, -1);
    }
  }

  // Replaces the weights by their averages over time.
  void Average() {
    for (size_t i = 0; i < weights_.size(); ++i) {
      totals_[i] += static_cast<double>(weights_[i]) * (now_ - stamps_[i]);
      weights_[i] = now_ ? static_cast<float>(totals_[i] / now_) : 0;
    }
  }

  // "MAGIC", bits, padding to 16 bytes, then a signed byte a weight.
  std::string Bytes(std::string_view magic) const {
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
    std::string bytes(16, '\0');
    bytes.replace(0, magic.size(), magic);
    std::memcpy(bytes.data() + 8, &bits_, sizeof bits_);
    for (const float weight : weights_) {
      const float scaled = std::round(weight / top * 127);
      bytes += static_cast<char>(static_cast<int8_t>(std::clamp(scaled, -127.0f, 127.0f)));
    }
    return bytes;
  }

 private:
  size_t Row(uint64_t feature) const {
    return static_cast<size_t>(feature >> (64 - bits_)) * classes_;
  }

  void Add(size_t at, float delta) {
    totals_[at] += static_cast<double>(weights_[at]) * (now_ - stamps_[at]);
    stamps_[at] = now_;
    weights_[at] += delta;
  }

  uint32_t bits_;
  size_t classes_;
  uint32_t now_ = 0;
  std::vector<float> weights_;
  std::vector<double> totals_;
  std::vector<uint32_t> stamps_;
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

#endif  // SYNOPTIC_TRAIN_PERCEPTRON_H_
