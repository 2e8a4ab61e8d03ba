#include "server/target.h"

#include <gmock/gmock.h>

namespace synoptic {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

TEST(Target, PathAndQueryAreTakenApart) {
  const auto target = ReadTarget("/api/reports/a%2Fb?q=two+words%21&limit=3&bare");
  ASSERT_TRUE(target);
  EXPECT_THAT(target->path, ElementsAre("api", "reports", "a/b"));
  EXPECT_THAT(target->query,
              ElementsAre(Pair("q", "two words!"), Pair("limit", "3"), Pair("bare", "")));
  EXPECT_EQ(target->Value("limit"), "3");
  EXPECT_FALSE(target->Has("cursor"));
}

TEST(Target, EmptySegmentsStayButForTheLast) {
  EXPECT_THAT(ReadTarget("/")->path, IsEmpty());
  EXPECT_THAT(ReadTarget("/api/")->path, ElementsAre("api"));
  EXPECT_THAT(ReadTarget("//api")->path, ElementsAre("", "api"));
}

TEST(Target, WhatIsWrongIsRefusedWithItsPlace) {
  struct {
    std::string_view text, says;
  } const rows[] = {
      {"", "byte 1: does not begin with '/'"},
      {"*", "byte 1: does not begin with '/'"},
      {"http://x/", "byte 1: does not begin with '/'"},
      {"/a%", "byte 3: '%' is not followed"},
      {"/a%4", "byte 3: '%' is not followed"},
      {"/a?q=%zz", "byte 6: '%' is not followed"},
      {"/a%00b", "control character"},
      {"/a?q=x%0d%0aSet-Cookie:1", "control character"},
      {"/a/../b", "byte 4: a path does not lead upwards"},
      {"/%2e%2E/etc/passwd", "a path does not lead upwards"},
      {"/a/.", "a path does not lead upwards"},
      {"/%ff", "not UTF-8"},
      {"/a?q=%c3", "not UTF-8"},
  };
  for (const auto& row : rows) {
    const auto target = ReadTarget(row.text);
    ASSERT_FALSE(target) << row.text;
    EXPECT_EQ(target.error().code, ErrorCode::kInvalid);
    EXPECT_THAT(target.error().message, HasSubstr(row.says)) << row.text;
  }
}

TEST(Target, TargetWithReplacesOneParameter) {
  const auto target = ReadTarget("/api/search?q=a%26b&cursor=old&limit=2");
  ASSERT_TRUE(target);
  const std::string next = TargetWith(*target, "cursor", "x/y=");
  EXPECT_EQ(next, "/api/search?q=a%26b&limit=2&cursor=x%2Fy%3D");
  EXPECT_EQ(ReadTarget(next)->Value("cursor"), "x/y=");
  EXPECT_EQ(ReadTarget(next)->Value("q"), "a&b");
}

}  // namespace
}  // namespace synoptic
