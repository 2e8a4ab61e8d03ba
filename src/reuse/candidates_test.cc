#include "reuse/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace synoptic {
namespace {

using Words = std::vector<uint32_t>;

// The longest run of words that two texts share, by the quadratic recurrence.
uint32_t LongestShared(const Words& a, const Words& b) {
  uint32_t longest = 0;
  Words before(b.size() + 1, 0), now(b.size() + 1, 0);
  for (const uint32_t word : a) {
    for (size_t j = 0; j < b.size(); ++j) {
      now[j + 1] = word == b[j] ? before[j] + 1 : 0;
      longest = std::max(longest, now[j + 1]);
    }
    before.swap(now);
  }
  return longest;
}

std::vector<CandidatePair> Find(const std::vector<Words>& texts) {
  ReuseIndex index;
  for (const Words& words : texts) index.Add(words);
  return index.Find();
}

// Texts of common and rare words; most take a passage of 5 to 40 words from an earlier one.
std::vector<Words> Made(uint32_t seed, size_t count) {
  std::mt19937 random(seed);
  std::geometric_distribution<uint32_t> word(0.005);
  std::vector<Words> texts(count);
  for (size_t t = 0; t < count; ++t) {
    for (int i = 0; i < 120; ++i) texts[t].push_back(word(random));
    if (t % 4 == 0) continue;
    const Words& from = texts[random() % t];
    const size_t size = 5 + random() % 36;
    std::copy_n(from.begin() + static_cast<ptrdiff_t>(random() % 80), size,
                texts[t].begin() + static_cast<ptrdiff_t>(random() % 80));
  }
  return texts;
}

TEST(ReuseIndex, FindsEveryPairThatTheQuadraticOracleFinds) {
  for (uint32_t seed = 1; seed <= 5; ++seed) {
    const std::vector<Words> texts = Made(seed, 60);
    const std::vector<CandidatePair> pairs = Find(texts);
    size_t above = 0;
    for (uint32_t i = 0; i < texts.size(); ++i) {
      for (uint32_t j = i + 1; j < texts.size(); ++j) {
        if (LongestShared(texts[i], texts[j]) < ReuseIndex::kSureRun) continue;
        ++above;
        EXPECT_TRUE(std::binary_search(pairs.begin(), pairs.end(), CandidatePair{i, j}))
            << i << " and " << j << " of seed " << seed;
      }
    }
    EXPECT_GT(above, 10u);
    EXPECT_LT(pairs.size(), 3 * above) << "candidates are few";
  }
}

TEST(ReuseIndex, TheMostReprintedPassageIsNotDropped) {
  constexpr uint32_t kReprints = 10000;
  std::mt19937 random(3);
  Words passage(40);
  std::generate(passage.begin(), passage.end(), std::ref(random));
  ReuseIndex index;
  for (uint32_t r = 0; r < kReprints; ++r) {
    Words words(50);
    std::generate(words.begin(), words.end(), std::ref(random));
    words.insert(words.begin() + r % 50, passage.begin(), passage.end());
    index.Add(words);
  }
  const std::vector<CandidatePair> pairs = index.Find();
  std::vector<bool> with_first(kReprints, false);
  for (const CandidatePair& pair : pairs) {
    if (pair.first == 0) with_first[pair.second] = true;
  }
  EXPECT_EQ(std::count(with_first.begin(), with_first.end(), true), kReprints - 1);
  EXPECT_LE(pairs.size(), size_t{kReprints} * ReuseIndex::kAllPairs);
}

TEST(ReuseIndex, EmptyShortAndRepetitiveTextsAreFine) {
  const Words million(1000000, 5);
  EXPECT_TRUE(Find({}).empty());
  EXPECT_TRUE(Find({{}, {}, {1}, {1}, {1, 2, 3}, {1, 2, 3}}).empty());
  EXPECT_TRUE(Find({million, million}).empty()) << "one shingle says nothing";
  Words varied(200);
  std::iota(varied.begin(), varied.end(), 0);
  EXPECT_EQ(Find({varied, million, varied, varied}),
            (std::vector<CandidatePair>{{0, 2}, {0, 3}, {2, 3}}));
}

}  // namespace
}  // namespace synoptic
