#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>

namespace synoptic {
namespace {

TEST(Utf8, DecodesWhatIsWellFormedAndNothingElse) {
  struct Row {
    std::string_view bytes;
    char32_t value;
    uint32_t length;
    bool valid;
  };
  const Row rows[] = {
      {"a", 'a', 1, true},
      {"\xC3\xA9", 0xE9, 2, true},
      {"\xE2\x80\x9C", 0x201C, 3, true},
      {"\xF0\x9F\x98\x80", 0x1F600, 4, true},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4, true},
      {"", 0, 0, true},
      {"\x80", kReplacement, 1, false},              // continuation alone
      {"\xC3", kReplacement, 1, false},              // cut off
      {"\xC0\xAF", kReplacement, 1, false},          // overlong
      {"\xE0\x80\x80", kReplacement, 1, false},      // overlong
      {"\xF0\x80\x80\x80", kReplacement, 1, false},  // overlong
      {"\xED\xA0\x80", kReplacement, 1, false},      // surrogate
      {"\xF4\x90\x80\x80", kReplacement, 1, false},  // beyond Unicode
      {"\xFF", kReplacement, 1, false},
  };
  for (const Row& row : rows) {
    const CodePoint found = DecodeAt(row.bytes, 0);
    EXPECT_EQ(found.value, row.value) << testing::PrintToString(row.bytes);
    EXPECT_EQ(found.length, row.length);
    EXPECT_EQ(found.valid, row.valid);
    if (row.length > 0 && row.valid) {
      EXPECT_EQ(DecodeBefore(row.bytes, row.bytes.size()).value, row.value);
    }
  }
}

TEST(Utf8, RepairsEveryBadByte) {
  size_t replaced = 0;
  EXPECT_EQ(RepairUtf8("a\xC3\x28\xFF", &replaced), "a\xEF\xBF\xBD(\xEF\xBF\xBD");
  EXPECT_EQ(replaced, 2u);
  EXPECT_TRUE(IsValidUtf8(RepairUtf8("\xF0\x9F\x98")));
}

TEST(Utf8, AppendRoundTrips) {
  for (const char32_t c :
       {U'\0', U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xFFFD', U'\x10000'}) {
    std::string out;
    AppendUtf8(c, out);
    EXPECT_EQ(DecodeAt(out, 0).value, c);
    EXPECT_EQ(DecodeAt(out, 0).length, out.size());
  }
}

// The oracle counts from the start each time.
TEST(CodePointIndex, AgreesWithCounting) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    const size_t size = random() % 400;
    const bool ascii = round % 4 == 0;
    while (text.size() < size) {
      static constexpr char32_t kSample[] = {U'a', U'é', U'“', U'😀'};
      AppendUtf8(ascii ? U'x' : kSample[random() % 4], text);
    }
    const CodePointIndex index(text);
    uint32_t count = 0;
    for (size_t at = 0; at <= text.size(); ++at) {
      if (!IsBoundary(text, at)) continue;
      ASSERT_EQ(index.At(at), count);
      ASSERT_EQ(index.ByteOf(count), at);
      ++count;
    }
    EXPECT_EQ(index.ByteOf(count + 5), text.size());
    EXPECT_EQ(CountCodePoints(text), count - 1);
  }
}

}  // namespace
}  // namespace synoptic
