#include "stories/open_sum.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace synoptic {
namespace {

Vector Made(std::mt19937& random, size_t entries) {
  std::set<uint32_t> stems;
  while (stems.size() < entries) stems.insert(random() % 4000 * 1000003U);
  Vector vector;
  for (const uint32_t stem : stems) {
    vector.push_back({stem, static_cast<float>(random() % 100 + 1) / 50, 1, 0});
  }
  return vector;
}

TEST(OpenSum, AgreesWithWalkingThroughBoth) {
  std::mt19937 random(3);
  std::vector<Vector> vectors;
  for (const size_t entries : {0, 1, 3, 4, 7, 100, 2500}) vectors.push_back(Made(random, entries));
  std::vector<Vector> ranked = vectors;
  std::vector<Vector*> all;
  for (Vector& vector : ranked) all.push_back(&vector);
  const size_t ranks = RankStems(all);
  EXPECT_LE(ranks, 4000u);
  OpenSum opened(ranks);
  for (size_t i = 0; i < vectors.size(); ++i) {
    opened.Open(ranked[i]);
    for (size_t j = 0; j < vectors.size(); ++j) {
      EXPECT_NEAR(opened.Dot(ranked[j]), Dot(vectors[i], vectors[j]), 1e-6) << i << ", " << j;
    }
  }
}

TEST(RankStems, KeepsTheOrderAndSaysHowMany) {
  Vector a = {{7, 1, 1, 0}, {900, 1, 1, 0}, {4000000000U, 1, 1, 0}}, b = {{900, 2, 1, 0}};
  EXPECT_EQ(RankStems(std::vector<Vector*>{&a, &b}), 3u);
  EXPECT_EQ(a[0].stem, 0u);
  EXPECT_EQ(a[2].stem, 2u);
  EXPECT_EQ(b[0].stem, 1u);
}

}  // namespace
}  // namespace synoptic
