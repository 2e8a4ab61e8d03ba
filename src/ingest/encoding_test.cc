#include "ingest/encoding.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace synoptic {
namespace {

using namespace std::string_view_literals;

TEST(DecodeText, ChoosesTheEncodingThatTheBytesSpeakFor) {
  struct Row {
    std::string_view bytes, text, warning;
  };
  const Row rows[] = {
      {"plain", "plain", ""},
      {"", "", ""},
      {"\xEF\xBB\xBFmarked", "marked", ""},
      {"caf\xC3\xA9", "café", ""},
      {"\x93Yes\x94, he said \x96 in caf\xE9", "“Yes”, he said – in café", "Windows-1252"},
      {"caf\xC3\xA9 and \xFF", "café and \xEF\xBF\xBD", "1 byte that is"},
      {"caf\xC3\xA9 \xFF\xFE", "café \xEF\xBF\xBD\xEF\xBF\xBD", "2 bytes that are"},
      {"\xFF\xFEh\0i\0"sv, "hi", "UTF-16"},
      {"\xFE\xFF\0h\xD8\x3D\xDE\x00"sv, "h😀", "UTF-16"},
      {"\xFF\xFE\x00\xD8h\0"sv, "\xEF\xBF\xBDh", "UTF-16"},  // half of a surrogate pair
  };
  for (const Row& row : rows) {
    const DecodedText decoded = DecodeText(row.bytes);
    EXPECT_EQ(decoded.text, row.text);
    EXPECT_TRUE(IsValidUtf8(decoded.text));
    ASSERT_EQ(decoded.warnings.empty(), row.warning.empty()) << row.text;
    if (!row.warning.empty()) {
      EXPECT_NE(decoded.warnings[0].find(row.warning), std::string::npos);
    }
  }
}

TEST(LooksBinary, TellsTextFromTheRest) {
  EXPECT_FALSE(LooksBinary(""));
  EXPECT_FALSE(LooksBinary("Line one.\r\n\tLine two.\f"));
  EXPECT_FALSE(LooksBinary("\xFF\xFEh\0i\0"sv));
  EXPECT_TRUE(LooksBinary("\x7F\x45LF\x02\x01\x01\0\0"sv));
  EXPECT_TRUE(LooksBinary("\x01\x02\x03 text"));
}

TEST(DecodeText, KnowsMarkupInUtf16WithoutAMark) {
  const std::string little("<\0a\0>\0", 6), big("\0<\0a\0>", 6);
  EXPECT_EQ(DecodeText(little).text, "<a>");
  EXPECT_EQ(DecodeText(big).text, "<a>");
  EXPECT_FALSE(LooksBinary(big));
  EXPECT_TRUE(LooksBinary(std::string("<\0\0\0", 4)));
}

}  // namespace
}  // namespace synoptic
