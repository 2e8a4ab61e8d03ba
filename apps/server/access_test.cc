#include "server/access.h"

#include <gmock/gmock.h>

#include "server/base64.h"

namespace synoptic {
namespace {

using testing::HasSubstr;

constexpr char kWrite[] = "write-token-0123456789";
constexpr char kRead[] = "read-token-0123456789x";

HttpRequest Request(std::map<std::string, std::string, std::less<>> headers) {
  HttpRequest request;
  request.method = "GET";
  request.headers = std::move(headers);
  return request;
}

int StatusFor(Right needed, const AccessRules& rules,
              std::map<std::string, std::string, std::less<>> headers) {
  const auto refusal = Refusal(Request(std::move(headers)), needed, rules);
  return refusal ? refusal->status : 200;
}

TEST(Access, AnAddressThatOthersReachNeedsAToken) {
  for (const char* const address : {"0.0.0.0", "::", "192.0.2.7", "2001:db8::1"}) {
    const auto rules = MakeAccessRules(address, "", "", {});
    ASSERT_FALSE(rules) << address;
    EXPECT_THAT(rules.error().message, HasSubstr("--token"));
    EXPECT_TRUE(MakeAccessRules(address, kWrite, "", {})) << address;
    EXPECT_TRUE(MakeAccessRules(address, "", kRead, {})) << address;
  }
  for (const char* const address : {"127.0.0.1", "127.0.0.5", "::1", "localhost"}) {
    EXPECT_TRUE(MakeAccessRules(address, "", "", {})) << address;
  }
}

TEST(Access, TokensAreLongVisibleAndDifferent) {
  EXPECT_FALSE(MakeAccessRules("127.0.0.1", "short", "", {}));
  EXPECT_FALSE(MakeAccessRules("127.0.0.1", "", "has a space in its middle", {}));
  EXPECT_FALSE(MakeAccessRules("127.0.0.1", kWrite, kWrite, {}));
}

TEST(Access, WithoutTokensEverybodyOnLoopbackMayDoAll) {
  const auto rules = MakeAccessRules("127.0.0.1", "", "", {});
  EXPECT_EQ(RightOf(Request({}), *rules), Right::kWrite);
}

TEST(Access, RightsAreApart) {
  const auto rules = MakeAccessRules("0.0.0.0", kWrite, kRead, {});
  ASSERT_TRUE(rules);
  const std::string read = std::string("Bearer ") + kRead;
  const std::string write = std::string("bearer  ") + kWrite;
  EXPECT_EQ(StatusFor(Right::kRead, *rules, {}), 401);
  EXPECT_EQ(StatusFor(Right::kRead, *rules, {{"authorization", "Bearer wrong-token-0123456"}}),
            401);
  EXPECT_EQ(StatusFor(Right::kRead, *rules, {{"authorization", "Bearer "}}), 401);
  EXPECT_EQ(StatusFor(Right::kRead, *rules, {{"authorization", read}}), 200);
  EXPECT_EQ(StatusFor(Right::kWrite, *rules, {{"authorization", read}}), 403);
  EXPECT_EQ(StatusFor(Right::kWrite, *rules, {{"authorization", write}}), 200);
}

TEST(Access, ATokenMayComeAsPassword) {
  const auto rules = MakeAccessRules("0.0.0.0", "", kRead, {});
  ASSERT_TRUE(rules);
  // "reader:read-token-0123456789x"
  const std::string basic = "Basic cmVhZGVyOnJlYWQtdG9rZW4tMDEyMzQ1Njc4OXg=";
  EXPECT_EQ(StatusFor(Right::kRead, *rules, {{"authorization", basic}}), 200);
  EXPECT_EQ(StatusFor(Right::kRead, *rules, {{"authorization", "Basic ????"}}), 401);
  EXPECT_EQ(StatusFor(Right::kRead, *rules, {{"authorization", "Basic cmVhZGVy"}}), 401);
  // An absent token is no empty password.
  EXPECT_EQ(StatusFor(Right::kWrite, *rules, {{"authorization", "Basic cmVhZGVyOg=="}}), 401);
}

TEST(Access, ANameThatIsNotLoopbackIsRefusedOnLoopback) {
  const auto rules = MakeAccessRules("127.0.0.1", "", "", {"News.Example"});
  ASSERT_TRUE(rules);
  for (const char* const host :
       {"127.0.0.1:8017", "localhost:8017", "LOCALHOST", "[::1]:8017", "news.example"}) {
    EXPECT_EQ(StatusFor(Right::kRead, *rules, {{"host", host}}), 200) << host;
  }
  for (const char* const host : {"", "evil.example", "evil.example:8017", "127.0.0.1.evil.example",
                                 "localhost.evil.example", "[::2]"}) {
    EXPECT_EQ(StatusFor(Right::kRead, *rules, {{"host", host}}), 421) << host;
  }
}

TEST(Access, WritesOfOtherSitesAreRefused) {
  const auto rules = MakeAccessRules("127.0.0.1", "", "", {});
  ASSERT_TRUE(rules);
  struct {
    const char* header;
    const char* value;
    int status;
  } const rows[] = {
      {"origin", "http://localhost:8017", 200},
      {"origin", "https://localhost:8017", 200},
      {"origin", "http://localhost:9000", 403},
      {"origin", "http://evil.example", 403},
      {"origin", "null", 403},
      {"sec-fetch-site", "same-origin", 200},
      {"sec-fetch-site", "none", 200},
      {"sec-fetch-site", "same-site", 403},
      {"sec-fetch-site", "cross-site", 403},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(
        StatusFor(Right::kWrite, *rules, {{"host", "localhost:8017"}, {row.header, row.value}}),
        row.status)
        << row.header << " " << row.value;
  }
  EXPECT_EQ(StatusFor(Right::kRead, *rules,
                      {{"host", "localhost:8017"}, {"origin", "http://evil.example"}}),
            200);
}

TEST(Base64, ReadsWhatRfc4648Writes) {
  EXPECT_EQ(Base64Decoded(""), "");
  EXPECT_EQ(Base64Decoded("Zg=="), "f");
  EXPECT_EQ(Base64Decoded("Zm8="), "fo");
  EXPECT_EQ(Base64Decoded("Zm9v"), "foo");
  EXPECT_EQ(Base64Decoded("Zm9vYg"), "foob");
  EXPECT_EQ(Base64Decoded("Z"), std::nullopt);
  EXPECT_EQ(Base64Decoded("Zm 9v"), std::nullopt);
}

}  // namespace
}  // namespace synoptic
