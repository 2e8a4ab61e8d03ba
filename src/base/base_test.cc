#include <gtest/gtest.h>

#include <set>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/data.h"
#include "base/data_table.h"
#include "base/hash.h"
#include "base/result.h"

namespace synoptic {
namespace {

TEST(Ascii, LeavesWhatIsNotAscii) {
  EXPECT_EQ(AsciiLower("ÀB c"), "Àb c");
  EXPECT_TRUE(EqualsIgnoreCase("Ferry", "fERRY"));
  EXPECT_FALSE(EqualsIgnoreCase("ferry", "ferr"));
  EXPECT_EQ(Trim(" \t a b\r\n"), "a b");
  EXPECT_EQ(Trim(" \n"), "");
}

TEST(Ascii, SplitKeepsEmptyParts) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(Split("a,,b,", ','), (Parts{"a", "", "b", ""}));
  EXPECT_EQ(Split("", ','), (Parts{""}));
}

TEST(Hash, IsTheSameEverywhere) {
  // Stored ids rest on these: they may never change.
  EXPECT_EQ(HexDigest(Hash64("")), "2d06800538d394c2");
  EXPECT_EQ(HexDigest(0x1F), "000000000000001f");
  EXPECT_NE(HashCombine(1, 2), HashCombine(2, 1));
  EXPECT_NE(Hash64("a", 1), Hash64("a", 2));
}

TEST(Arena, KeepsStringsWhereTheyAre) {
  Arena arena;
  std::vector<std::string_view> kept;
  for (int i = 0; i < 3000; ++i) kept.push_back(arena.Copy("word " + std::to_string(i)));
  const std::string_view large = arena.Copy(std::string(100'000, 'x'));
  Arena moved = std::move(arena);
  for (int i = 0; i < 3000; ++i)
    EXPECT_EQ(kept[static_cast<size_t>(i)], "word " + std::to_string(i));
  EXPECT_EQ(large.size(), 100'000u);
  EXPECT_TRUE(moved.Copy("").empty());
}

Result<int> Half(int number) {
  if (number % 2 != 0) return Error{ErrorCode::kInvalid, "odd"};
  return number / 2;
}

TEST(Result, HoldsAValueOrAnError) {
  EXPECT_EQ(*Half(4), 2);
  ASSERT_FALSE(Half(3));
  EXPECT_EQ(Half(3).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(Half(3).error().message, "odd");
  EXPECT_TRUE(Result<void>());
  EXPECT_EQ(Result<void>(Error{ErrorCode::kFull, "full"}).error().message, "full");
}

// Found by halving, so a table out of order loses files.
TEST(Data, EveryFileIsFound) {
  ASSERT_GT(kDataCount, 10u);
  for (unsigned long i = 0; i < kDataCount; ++i) {
    EXPECT_EQ(DataFile(kDataTable[i].path).data(), kDataTable[i].begin) << kDataTable[i].path;
  }
  EXPECT_EQ(DataFile("no/such/file").data(), nullptr);
}

}  // namespace
}  // namespace synoptic
