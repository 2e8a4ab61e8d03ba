// Which words are names, and of what kind: a linear-chain conditional random field over
// NameFeatures. Weights: data/en/names.bin, made by apps/train/train_names.cc; see
// data/en/names.md.
#ifndef SYNOPTIC_NAMES_TAGGER_H_
#define SYNOPTIC_NAMES_TAGGER_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "names/features.h"

namespace synoptic {

using LabelScores = std::array<float, kNameLabels>;
using LabelTransitions = std::array<LabelScores, kNameLabels>;  // [from][to]

// True where `to` may follow `from`: inside only after begin or inside of its kind.
constexpr bool MayFollow(int from, int to) {
  const bool inside = to != kOut && to % 2 == 0;
  return !inside || from == to || from == to - 1;
}

// A trained model as bytes: header, transitions, then slots of 16 bytes found by the hash of a
// feature.
class NameModel {
 public:
  // A view of `bytes`, which must be 16-byte aligned and outlive this. An unreadable model is
  // empty.
  explicit NameModel(std::string_view bytes);
  // The model compiled into the program.
  static const NameModel& Get();
  // Bytes of a model with these weights, scaled to eight bits.
  struct Weight {
    uint64_t feature = 0;
    LabelScores scores{};
  };
  static std::string Pack(const std::vector<Weight>& weights, const LabelTransitions& transitions);

  bool empty() const { return slots_ == nullptr; }
  const LabelTransitions& transitions() const { return transitions_; }
  LabelScores Score(const std::vector<uint64_t>& features) const;

 private:
  struct Slot {
    uint32_t check;  // 0: empty
    int8_t scores[12];
  };
  static_assert(sizeof(Slot) == 16);
  static uint32_t CheckOf(uint64_t feature) { return static_cast<uint32_t>(feature >> 32) | 1u; }

  const Slot* slots_ = nullptr;
  size_t mask_ = 0;
  float scale_ = 0;
  LabelTransitions transitions_{};
};

// The likeliest label of every token of the report. Cost: linear.
std::vector<NameLabel> TagNames(const Document& document, const NameFeatures& features,
                                const NameModel& model);

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_TAGGER_H_
