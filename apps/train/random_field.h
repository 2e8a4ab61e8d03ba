// Training of the linear-chain conditional random field of the name tagger: stochastic gradient
// with AdaGrad and feature dropout.
#ifndef SYNOPTIC_TRAIN_RANDOM_FIELD_H_
#define SYNOPTIC_TRAIN_RANDOM_FIELD_H_

#include <array>
#include <cstdint>
#include <random>
#include <unordered_map>
#include <vector>

#include "names/tagger.h"

namespace synoptic {

// One stretch of words that may be names.
struct Instance {
  std::vector<std::vector<uint32_t>> features;  // of each word
  std::vector<uint16_t> allowed, gold;          // labels as bits
  float weight = 1;
};

class Vocabulary {
 public:
  uint32_t Id(uint64_t feature) {
    const auto [found, fresh] = ids_.try_emplace(feature, static_cast<uint32_t>(hashes_.size()));
    if (fresh) hashes_.push_back(feature);
    return found->second;
  }
  size_t size() const { return hashes_.size(); }
  uint64_t Hash(size_t id) const { return hashes_[id]; }

 private:
  std::unordered_map<uint64_t, uint32_t> ids_;
  std::vector<uint64_t> hashes_;
};

class FieldTrainer {
 public:
  explicit FieldTrainer(size_t features);

  // Prints the loss of every round on stderr.
  void Train(const std::vector<Instance>& instances, int epochs, float rate, float decay,
             std::mt19937& random);

  // Of the features with a weight over `threshold`, sorted.
  std::vector<NameModel::Weight> Weights(const Vocabulary& vocabulary, float threshold) const;
  const LabelTransitions& transitions() const { return transitions_; }

 private:
  using Row = std::array<double, kNameLabels>;

  // Log of the sum over paths with only `masks` labels; fills the chances of labels and
  // transitions.
  double Expect(const std::vector<Row>& scores, const std::vector<uint16_t>& masks,
                std::vector<Row>& chance, std::array<Row, kNameLabels>& moves) const;
  double Step(const Instance& instance, float rate, std::mt19937& random);

  std::vector<LabelScores> weights_, squares_;
  LabelTransitions transitions_{}, transition_squares_{};
};

}  // namespace synoptic

#endif  // SYNOPTIC_TRAIN_RANDOM_FIELD_H_
