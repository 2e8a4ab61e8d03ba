#include "text/word_vectors.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace synoptic {
namespace {

float Likeness(std::string_view first, std::string_view second) {
  const WordVectors& vectors = WordVectors::English();
  std::vector<float> a(vectors.dims()), b(vectors.dims());
  vectors.Add(vectors.Find(first), 1, a);
  vectors.Add(vectors.Find(second), 2, b);
  return Cosine(a, b);
}

TEST(WordVectors, NearWordsPointTheSameWay) {
  struct Row {
    std::string_view word, near, far;
  };
  constexpr Row kRows[] = {{"ship", "vessel", "poem"},
                           {"election", "ballot", "harbour"},
                           {"flood", "river", "senator"},
                           {"minister", "government", "violin"}};
  for (const Row& row : kRows)
    EXPECT_GT(Likeness(row.word, row.near), Likeness(row.word, row.far) + 0.1F) << row.word;
  EXPECT_NEAR(Likeness("ship", "ship"), 1, 1e-5);
}

TEST(WordVectors, WordsNotKnown) {
  for (const std::string_view word : {"", "qqqqq", "Ship", "\xFF"})
    EXPECT_EQ(WordVectors::English().Find(word), -1) << word;
}

TEST(WordVectors, OtherBytesAreNoTable) {
  alignas(8) static constexpr char kWrong[] = "SYNVEC01\x05\0\0\0\x04\0\0\0";
  for (const std::string_view bytes :
       {std::string_view(), std::string_view("SYNVEC01"), std::string_view(kWrong, 16)}) {
    const WordVectors vectors(bytes);
    EXPECT_EQ(vectors.size(), 0U);
    EXPECT_EQ(vectors.Find("ship"), -1);
  }
}

TEST(WordVectors, CosineOfNothing) {
  const std::vector<float> none, zero(2), one = {1, 0}, longer = {1, 0, 0};
  EXPECT_EQ(Cosine(none, none), 0);
  EXPECT_EQ(Cosine(zero, one), 0);
  EXPECT_EQ(Cosine(one, longer), 0);
}

}  // namespace
}  // namespace synoptic
