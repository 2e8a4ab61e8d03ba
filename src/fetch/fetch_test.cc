// What needs no server; tests/fetch_test.py asks one that misbehaves.
#include "fetch/fetch.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include "fetch/address.h"
#include "fetch/robots.h"

namespace synoptic {
namespace {

bool IsPublic(const char* text) {
  sockaddr_in four{};
  four.sin_family = AF_INET;
  if (inet_pton(AF_INET, text, &four.sin_addr) == 1)
    return IsPublicAddress(reinterpret_cast<const sockaddr*>(&four));
  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  inet_pton(AF_INET6, text, &six.sin6_addr);
  return IsPublicAddress(reinterpret_cast<const sockaddr*>(&six));
}

TEST(AddressTest, TellsPublicFromSpecial) {
  for (const char* text : {"8.8.8.8", "172.32.0.1", "2a00:1450::1", "::ffff:8.8.8.8"})
    EXPECT_TRUE(IsPublic(text)) << text;
  for (const char* text : {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254",
                           "0.0.0.0", "100.64.0.1", "224.0.0.1", "::1", "::", "fe80::1", "fc00::1",
                           "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1"})
    EXPECT_FALSE(IsPublic(text)) << text;
}

TEST(RobotsTest, TheLongestRuleOfTheOwnGroupDecides) {
  const Robots robots = Robots::Parse(
      "User-agent: *\nDisallow: /\n\nUser-Agent: other\nuser-agent: synoptic/2 # us\nDisallow: "
      "/a\nAllow: /a/b\n"
      "Disallow: /*.pdf$\nDisallow:\n",
      "Synoptic");
  EXPECT_TRUE(robots.Allows("/"));
  EXPECT_FALSE(robots.Allows("/a/c"));
  EXPECT_TRUE(robots.Allows("/a/b/c"));
  EXPECT_FALSE(robots.Allows("/x/y.pdf"));
  EXPECT_TRUE(robots.Allows("/x/y.pdf?z"));
  EXPECT_TRUE(robots.Allows("/robots.txt"));
  EXPECT_FALSE(Robots::Parse("User-agent: *\rDisallow: /p", "Synoptic").Allows("/p"));
  EXPECT_FALSE(Robots::AllowNothing().Allows("/p"));
}

TEST(RobotsTest, ManyStarsEndSoon) {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "*a";
  const Robots robots = Robots::Parse("user-agent: *\ndisallow: /" + pattern + "b", "Synoptic");
  EXPECT_TRUE(robots.Allows("/" + std::string(5000, 'a')));
}

TEST(FetcherTest, RefusesWhatIsNotTheWeb) {
  Fetcher fetcher({});
  for (const char* url : {"file:///etc/passwd", "ftp://x.example/", "gopher://x", "", "no url"}) {
    const auto got = fetcher.Get(url);
    ASSERT_FALSE(got) << url;
    EXPECT_EQ(got.error().code, ErrorCode::kInvalid);
  }
  const auto local = fetcher.Get("http://127.0.0.1:9/");
  ASSERT_FALSE(local);
  EXPECT_NE(local.error().message.find("not a public address"), std::string::npos);
}

}  // namespace
}  // namespace synoptic
