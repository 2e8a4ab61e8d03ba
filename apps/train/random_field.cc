#include "random_field.h"

#include <algorithm>
#include <cmath>
#include <iostream>

namespace synoptic {
namespace {

constexpr float kLargest = 4;   // of a weight
constexpr double kDrop = 0.15;  // share of features left out in a step

void Move(float& weight, float& squares, float gradient, float rate) {
  if (std::abs(gradient) < 1e-5f) return;
  squares += gradient * gradient;
  weight += rate * gradient / std::sqrt(squares + 1.0f);
}

}  // namespace

FieldTrainer::FieldTrainer(size_t features) : weights_(features), squares_(features) {}

void FieldTrainer::Train(const std::vector<Instance>& instances, int epochs, float rate,
                         float decay, std::mt19937& random) {
  std::vector<size_t> order(instances.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (size_t i = order.size(); i-- > 1;) std::swap(order[i], order[random() % (i + 1)]);
    double loss = 0;
    for (const size_t i : order) loss += Step(instances[i], rate, random);
    for (auto& row : weights_)
      for (float& w : row) w *= decay;
    std::cerr << "epoch " << epoch << " loss " << loss / static_cast<double>(order.size()) << '\n';
  }
}

std::vector<NameModel::Weight> FieldTrainer::Weights(const Vocabulary& vocabulary,
                                                     float threshold) const {
  std::vector<NameModel::Weight> kept;
  for (size_t i = 0; i < weights_.size(); ++i) {
    float largest = 0;
    for (const float w : weights_[i]) largest = std::max(largest, std::abs(w));
    if (largest < threshold) continue;
    NameModel::Weight weight{vocabulary.Hash(i), weights_[i]};
    for (float& w : weight.scores) w = std::clamp(w, -kLargest, kLargest);
    kept.push_back(weight);
  }
  std::sort(kept.begin(), kept.end(),
            [](const auto& a, const auto& b) { return a.feature < b.feature; });
  return kept;
}

double FieldTrainer::Expect(const std::vector<Row>& scores, const std::vector<uint16_t>& masks,
                            std::vector<Row>& chance, std::array<Row, kNameLabels>& moves) const {
  const size_t n = scores.size();
  std::vector<Row> forward(n), backward(n);
  const auto log_add = [](double a, double b) {
    if (a < b) std::swap(a, b);
    return b < -1e29 ? a : a + std::log1p(std::exp(b - a));
  };
  for (size_t i = 0; i < n; ++i) {
    for (int to = 0; to < kNameLabels; ++to) {
      forward[i][to] = -1e30;
      if (!(masks[i] >> to & 1)) continue;
      for (int from = 0; from < kNameLabels; ++from) {
        if (!MayFollow(from, to)) continue;
        const double before = i == 0 ? (from == kOut ? 0 : -1e30) : forward[i - 1][from];
        if (before > -1e29)
          forward[i][to] = log_add(forward[i][to], before + transitions_[from][to]);
      }
      forward[i][to] += scores[i][to];
    }
  }
  for (size_t i = n; i-- > 0;) {
    for (int from = 0; from < kNameLabels; ++from) {
      if (i + 1 == n) {
        backward[i][from] = transitions_[from][kOut];
        continue;
      }
      backward[i][from] = -1e30;
      for (int to = 0; to < kNameLabels; ++to) {
        if (!MayFollow(from, to) || !(masks[i + 1] >> to & 1)) continue;
        backward[i][from] = log_add(
            backward[i][from], transitions_[from][to] + scores[i + 1][to] + backward[i + 1][to]);
      }
    }
  }
  double total = -1e30;
  for (int y = 0; y < kNameLabels; ++y)
    total = log_add(total, forward[n - 1][y] + backward[n - 1][y]);
  chance.assign(n, Row{});
  for (auto& row : moves) row.fill(0);
  for (size_t i = 0; i < n; ++i) {
    for (int y = 0; y < kNameLabels; ++y) {
      if (masks[i] >> y & 1) chance[i][y] = std::exp(forward[i][y] + backward[i][y] - total);
      for (int from = 0; from < kNameLabels; ++from) {
        if (!MayFollow(from, y) || !(masks[i] >> y & 1)) continue;
        const double before = i == 0 ? (from == kOut ? 0 : -1e30) : forward[i - 1][from];
        if (before > -1e29)
          moves[from][y] +=
              std::exp(before + transitions_[from][y] + scores[i][y] + backward[i][y] - total);
      }
    }
  }
  for (int y = 0; y < kNameLabels; ++y) moves[y][kOut] += chance[n - 1][y];
  return total;
}

double FieldTrainer::Step(const Instance& instance, float rate, std::mt19937& random) {
  const size_t n = instance.features.size();
  std::vector<Row> scores(n, Row{});
  std::vector<std::vector<uint32_t>> kept(n);
  for (size_t i = 0; i < n; ++i) {
    for (const uint32_t id : instance.features[i]) {
      if (random() < kDrop * 4294967296.0) continue;
      kept[i].push_back(id);
      for (int y = 0; y < kNameLabels; ++y) scores[i][y] += weights_[id][y];
    }
  }
  std::vector<Row> right, all;
  std::array<Row, kNameLabels> right_moves, all_moves;
  const double good = Expect(scores, instance.gold, right, right_moves);
  const double total = Expect(scores, instance.allowed, all, all_moves);
  if (!(good > -1e20)) return 0;
  for (size_t i = 0; i < n; ++i) {
    for (const uint32_t id : kept[i]) {
      for (int y = 0; y < kNameLabels; ++y) {
        Move(weights_[id][y], squares_[id][y],
             static_cast<float>(right[i][y] - all[i][y]) * instance.weight, rate);
      }
    }
  }
  for (int a = 0; a < kNameLabels; ++a) {
    for (int b = 0; b < kNameLabels; ++b) {
      Move(transitions_[a][b], transition_squares_[a][b],
           static_cast<float>(right_moves[a][b] - all_moves[a][b]), rate);
    }
  }
  return total - good;
}

}  // namespace synoptic
