#include "names/tagger.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "base/data.h"

namespace synoptic {
namespace {

constexpr char kMagic[8] = {'S', 'Y', 'N', 'N', 'A', 'M', '0', '1'};
constexpr float kNever = -1e9f;

struct Header {
  char magic[8];
  uint32_t slots;
  float scale;
  LabelTransitions transitions;
  char pad[12];
};
static_assert(sizeof(Header) % 16 == 0);

// The best path through one stretch of words that may be names; the words around it are outside.
class Stretch {
 public:
  explicit Stretch(const LabelTransitions& transitions) : transitions_(transitions) {}

  void Clear() { cells_.clear(); }
  void Add(const LabelScores& scores, uint16_t allowed) {
    Cell cell;
    for (int to = 0; to < kNameLabels; ++to) {
      cell.score[to] = kNever;
      if (!(allowed >> to & 1)) continue;
      for (int from = 0; from < kNameLabels; ++from) {
        if (!MayFollow(from, to)) continue;
        const float before =
            cells_.empty() ? (from == kOut ? 0.0f : kNever) : cells_.back().score[from];
        const float score = before + transitions_[from][to] + scores[to];
        if (score > cell.score[to]) {
          cell.score[to] = score;
          cell.from[to] = static_cast<uint8_t>(from);
        }
      }
    }
    cells_.push_back(cell);
  }
  // Writes the labels, last word first, ending at `end`.
  void Trace(std::vector<NameLabel>& labels, size_t end) const {
    if (cells_.empty()) return;
    int best = kOut;
    float top = kNever * 2;
    for (int from = 0; from < kNameLabels; ++from) {
      const float score = cells_.back().score[from] + transitions_[from][kOut];
      if (score > top) top = score, best = from;
    }
    for (size_t i = cells_.size(); i-- > 0;) {
      labels[--end] = static_cast<NameLabel>(best);
      best = cells_[i].from[best];
    }
  }

 private:
  struct Cell {
    float score[kNameLabels];
    uint8_t from[kNameLabels] = {};
  };
  const LabelTransitions& transitions_;
  std::vector<Cell> cells_;
};

}  // namespace

NameModel::NameModel(std::string_view bytes) {
  Header header;
  if (bytes.size() < sizeof header) return;
  std::memcpy(&header, bytes.data(), sizeof header);
  const bool sound = std::memcmp(header.magic, kMagic, sizeof kMagic) == 0 &&
                     std::has_single_bit(header.slots) &&
                     bytes.size() == sizeof header + header.slots * sizeof(Slot);
  if (!sound) return;
  slots_ = reinterpret_cast<const Slot*>(bytes.data() + sizeof header);
  mask_ = header.slots - 1;
  scale_ = header.scale;
  transitions_ = header.transitions;
}

const NameModel& NameModel::Get() {
  static const NameModel model(DataFile("en/names.bin"));
  return model;
}

std::string NameModel::Pack(const std::vector<Weight>& weights,
                            const LabelTransitions& transitions) {
  float largest = 1e-6f;
  for (const Weight& weight : weights) {
    for (const float score : weight.scores) largest = std::max(largest, std::abs(score));
  }
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  header.slots = static_cast<uint32_t>(std::bit_ceil(weights.size() * 3 / 2 + 16));
  header.scale = largest / 127;
  header.transitions = transitions;
  std::vector<Slot> slots(header.slots, Slot{});
  for (const Weight& weight : weights) {
    size_t at = weight.feature & (header.slots - 1);
    while (slots[at].check != 0) at = (at + 1) & (header.slots - 1);
    slots[at].check = CheckOf(weight.feature);
    for (int i = 0; i < kNameLabels; ++i) {
      slots[at].scores[i] = static_cast<int8_t>(std::lround(weight.scores[i] / header.scale));
    }
  }
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes.append(reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(Slot));
  return bytes;
}

LabelScores NameModel::Score(const std::vector<uint64_t>& features) const {
  std::array<int32_t, 12> sum{};
  for (const uint64_t feature : features) {
    const uint32_t check = CheckOf(feature);
    for (size_t at = feature & mask_; slots_[at].check != 0; at = (at + 1) & mask_) {
      if (slots_[at].check != check) continue;
      for (int i = 0; i < 12; ++i) sum[i] += slots_[at].scores[i];
      break;
    }
  }
  LabelScores scores;
  for (int i = 0; i < kNameLabels; ++i) scores[i] = static_cast<float>(sum[i]) * scale_;
  return scores;
}

std::vector<NameLabel> TagNames(const Document& document, const NameFeatures& features,
                                const NameModel& model) {
  std::vector<NameLabel> labels(document.tokens.size(), kOut);
  if (model.empty()) return labels;
  Stretch stretch(model.transitions());
  std::vector<uint64_t> found;
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
      const uint16_t allowed = features.Allowed(i);
      if (allowed == kOutOnly) {
        stretch.Trace(labels, static_cast<size_t>(i));
        stretch.Clear();
        continue;
      }
      found.clear();
      features.Append(static_cast<Index>(s), i, found);
      stretch.Add(model.Score(found), allowed);
    }
    stretch.Trace(labels, static_cast<size_t>(sentence.end_token));
    stretch.Clear();
  }
  return labels;
}

}  // namespace synoptic
