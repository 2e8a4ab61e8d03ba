// Small forms: Atom, JSON bodies, query parameters, schemas, problems.
#include <gmock/gmock.h>

#include "server/atom.h"
#include "server/json_body.h"
#include "server/openapi.h"
#include "server/params.h"
#include "server/problem.h"
#include "server/schema.h"

namespace synoptic {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Atom, TimesAreRfc3339InUtc) {
  EXPECT_EQ(AtomTime("2031-03-04"), "2031-03-04T00:00:00Z");
  EXPECT_EQ(AtomTime("2031-03-04T09:30:00+02:00"), "2031-03-04T07:30:00Z");
  EXPECT_EQ(AtomTime(""), "1970-01-01T00:00:00Z");
  EXPECT_EQ(AtomTime("soon"), "1970-01-01T00:00:00Z");
}

TEST(Atom, TheFeedIsAsNewAsItsNewestEntryAndEscapesAll) {
  const std::string feed = AtomFeed("urn:x", "A & B", "/feeds/search?q=a&b=c",
                                    {{"urn:1", "<script>\"x\"</script>", "/reports/1", "Out\x01let",
                                      "s\xEF\xBF\xBE", "2031-03-04"},
                                     {"urn:2", "", "/reports/2", "", "", "2031-03-05"}});
  EXPECT_THAT(feed, HasSubstr("<updated>2031-03-05T00:00:00Z</updated><author>"));
  EXPECT_THAT(feed, HasSubstr("<title>A &amp; B</title>"));
  EXPECT_THAT(feed, HasSubstr("href=\"/feeds/search?q=a&amp;b=c\""));
  EXPECT_THAT(feed, HasSubstr("&lt;script&gt;&quot;x&quot;"));
  EXPECT_THAT(feed, Not(HasSubstr("<script>")));
  EXPECT_THAT(feed, HasSubstr("<name>Outlet</name>"));
  EXPECT_THAT(feed, HasSubstr("<summary>s</summary>"));
  EXPECT_THAT(feed, HasSubstr("<title>urn:2</title>"));  // Atom asks for a title
}

TEST(JsonBody, WhatIsNoJsonIsRefusedWithItsPlace) {
  struct {
    std::string_view text, place;
  } const rows[] = {
      {"", "line 1, column 1"},
      {"{\"a\":1,}", "line 1, column 8"},
      {"{\n  \"é\": x}", "line 2, column 8"},
      {"{} {}", "line 1, column 4"},
      {"\"\xff\"", "line 1, column 2"},
      {"[\"\\ud800\"]", "line 1, column 3"},
  };
  for (const auto& row : rows) {
    const auto read = ParseJson(row.text);
    ASSERT_FALSE(read) << row.text;
    EXPECT_THAT(read.error().message, HasSubstr(row.place)) << row.text;
  }
}

TEST(JsonBody, AMillionBracketsAreNoDanger) {
  EXPECT_FALSE(ParseJson(std::string(1'000'000, '[')));
  EXPECT_TRUE(ParseJson(std::string(1'000'000, '[') + std::string(1'000'000, ']')));
}

TEST(Params, OnlyKnownParametersOnce) {
  const auto fault = [](std::string_view text) {
    const auto checked = CheckParameters(*ReadTarget(text), {"q", "limit"});
    return checked ? std::string() : checked.error().message;
  };
  EXPECT_EQ(fault("/a?q=1&limit=2"), "");
  EXPECT_EQ(fault("/a?p=1"), "parameter p: not known here");
  EXPECT_EQ(fault("/a?q=1&q=2"), "parameter q: stands twice");
}

TEST(Params, LimitsAndDaysAreChecked) {
  for (const char* const limit : {"0", "201", "-1", "x", "3x", "", "99999999999999999999"}) {
    EXPECT_FALSE(ReadPage(*ReadTarget(std::string("/a?limit=") + limit))) << limit;
  }
  EXPECT_EQ(ReadPage(*ReadTarget("/a?limit=200"))->limit, 200u);
  EXPECT_EQ(ReadPage(*ReadTarget("/a"))->limit, 50u);
  for (const char* const day :
       {"2031-02-30", "2031", "today", "2031-03-04T00:00Z", "2031-03-04x"}) {
    EXPECT_FALSE(ReadFilter(*ReadTarget(std::string("/a?from=") + day))) << day;
    EXPECT_FALSE(ReadFilter(*ReadTarget(std::string("/a?to=") + day))) << day;
  }
  EXPECT_EQ(ReadFilter(*ReadTarget("/a?from=2031-03-04"))->from, "2031-03-04");
}

TEST(Schema, FaultsAreNamedWithTheirPlace) {
  const auto schema = ParseJson(
      R"({"type":"object","additionalProperties":false,"required":["q"],"properties":{
          "q":{"type":"string","minLength":1},"in":{"type":"string","enum":["all","text"]},
          "limit":{"type":"integer","minimum":1,"maximum":9},
          "list":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"object","required":["x"]}}}})");
  ASSERT_TRUE(schema);
  struct {
    std::string_view value, fault;
  } const rows[] = {
      {R"({"q":"a","in":"text","limit":9,"list":[{"x":1}]})", ""},
      {R"([])", "the arguments: not an object"},
      {R"({})", "/q: needed"},
      {R"({"q":""})", "/q: empty"},
      {R"({"q":1})", "/q: not a string"},
      {R"({"q":"a","z":1})", "/z: not known here"},
      {R"({"q":"a","in":"here"})", "/in: not one of all, text"},
      {R"({"q":"a","limit":0})", "/limit: too small"},
      {R"({"q":"a","limit":10})", "/limit: too large"},
      {R"({"q":"a","limit":1.5})", "/limit: not an integer"},
      {R"({"q":"a","list":[]})", "/list: too few"},
      {R"({"q":"a","list":[{"x":1},{"x":1},{"x":1}]})", "/list: too many"},
      {R"({"q":"a","list":[{"x":1},{}]})", "/list/1/x: needed"},
      {R"({"q":"a","list":[7]})", "/list/0: not an object"},
  };
  for (const auto& row : rows) {
    const auto value = ParseJson(row.value);
    ASSERT_TRUE(value) << row.value;
    EXPECT_EQ(SchemaFault(*value, *schema).value_or(""), row.fault) << row.value;
  }
}

TEST(Problem, IsTheJsonOfRfc9457) {
  const HttpResponse response = Problem(404, "no story has the id \"x\"\n");
  EXPECT_EQ(response.status, 404);
  EXPECT_EQ(response.type, "application/problem+json");
  EXPECT_EQ(response.body, R"({"type":"about:blank","title":"Not Found","status":404,)"
                           R"("detail":"no story has the id \"x\"\n"})");
  EXPECT_EQ(Problem(Error{ErrorCode::kFull, "full"}).status, 507);
  EXPECT_EQ(Problem(Error{ErrorCode::kTooLarge, "large"}).status, 413);
  EXPECT_EQ(Problem(Error{ErrorCode::kInternal, "bug"}).status, 500);
}

TEST(Descriptions, ArePartOfTheProgram) {
  const auto api = ParseJson(OpenApiJson());
  ASSERT_TRUE(api);
  EXPECT_EQ(StringMember(*api, "openapi"), "3.1.0");
  const auto tools = ParseJson(McpToolsJson());
  ASSERT_TRUE(tools);
  EXPECT_EQ(Member(*tools, "tools")->Size(), 6u);
}

}  // namespace
}  // namespace synoptic
