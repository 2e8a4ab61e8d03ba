#include "ingest/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace synoptic {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ReadPage, KeepsCaptionsApart) {
  PageDetails details;
  const Document report = ReadPage(
      "a.html",
      "<article><h1>Ferry talks</h1><p>Envoys of both shores met on Tuesday in the customs "
      "house.</p>"
      "<figure><img src=a><figcaption>The harbour at dawn</figcaption></figure>"
      "<p>They will meet again on Friday, a spokesman for the harbour said to us.</p>"
      "<div class='cookie-notice'><p>This site uses cookies to make your visit a better one.</p>"
      "</div></article>",
      "", {}, &details);
  EXPECT_THAT(details.captions, ElementsAre("The harbour at dawn"));
  EXPECT_EQ(report.text,
            "Envoys of both shores met on Tuesday in the customs house.\n\n"
            "They will meet again on Friday, a spokesman for the harbour said to us.");
  EXPECT_FALSE(details.paywall);
  EXPECT_THAT(details.posts, IsEmpty());
  EXPECT_THAT(report.warnings, IsEmpty());
}

TEST(ReadPage, SaysThatAPageIsNotFree) {
  PageDetails details;
  const Document report = ReadPage(
      "a.html",
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\","
      "\"isAccessibleForFree\":\"False\"}</script><article><h1>Ferry</h1>"
      "<p>Envoys of both shores met on Tuesday in the customs house.</p></article>",
      "", {}, &details);
  EXPECT_TRUE(details.paywall);
  EXPECT_THAT(report.warnings, ElementsAre("behind a paywall; the text may be its opening alone"));
}

TEST(ReadPage, FindsThePostsOfALiveBlog) {
  PageDetails details;
  const Document report = ReadPage(
      "a.html",
      "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Live\","
      "\"liveBlogUpdate\":[{\"headline\":\"Talks begin\",\"datePublished\":"
      "\"2031-03-04T09:00:00Z\",\"articleBody\":\"The envoys have come to the house.\"},"
      "{\"articleBody\":\"They have left without a word to those who waited.\","
      "\"datePublished\":\"2031-03-04T11:00:00Z\"},{\"articleBody\":\"Not on the page.\"}]}"
      "</script><article><h1>Live</h1><p>They have left without a word to those who waited.</p>"
      "<h2>Talks begin</h2><p>The envoys have come to the house.</p></article>",
      "", {}, &details);
  ASSERT_EQ(details.posts.size(), 2u) << report.text;
  EXPECT_EQ(report.Cut(details.posts[0].span),
            "They have left without a word to those who waited.");
  EXPECT_EQ(details.posts[0].published->Iso(), "2031-03-04T11:00:00Z");
  EXPECT_EQ(report.Cut(details.posts[1].span), "Talks begin\n\nThe envoys have come to the house.");
}

}  // namespace
}  // namespace synoptic
