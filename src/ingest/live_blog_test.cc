#include "ingest/live_blog.h"

#include <gtest/gtest.h>

#include "ingest/page.h"

namespace synoptic {
namespace {

struct Told {
  const char *time, *words;
};
constexpr Told kTold[] = {
    {"11:40", "The envoys have left the customs house without a word to those who waited."},
    {"10.05 am", "A draft of nine points lies on the table, a clerk of the harbour told us."},
    {"09:10", "The mediator came by the early ferry and went straight to the customs house."},
    {"08:55", "Good morning from the port, where both shores are to meet within the hour."}};

// Every post as `before` + time + `between` + words + `behind`.
std::string Posts(const std::string& before, const std::string& between,
                  const std::string& behind) {
  std::string out;
  for (const Told& told : kTold) out += before + told.time + between + told.words + behind;
  return out;
}

std::string Page(const std::string& posts, const std::string& around = "<div class=live-blog>") {
  return "<html><head><title>Ferry talks</title><meta property='article:published_time' "
         "content='2031-03-04T08:00:00'></head><body><main><h1>Ferry talks</h1>" +
         around + posts + "</div></main></body></html>";
}

// "time words…|" a post, in the order of the page.
std::string PostsOf(const std::string& page) {
  PageDetails details;
  const Document report = ReadPage("a.html", page, "", {}, &details);
  std::string out;
  for (const Post& post : details.posts) {
    const std::string text(report.Cut(post.span));
    out += (post.published ? post.published->Iso() : "?") + " " + text.substr(0, 12) + "|";
  }
  return out;
}

constexpr std::string_view kFound =
    "2031-03-04T11:40 The envoys h|2031-03-04T10:05 A draft of n|2031-03-04T09:10 The mediator|"
    "2031-03-04T08:55 Good morning|";

TEST(FindLivePosts, KnowsPostsByTheirNamesAndTimes) {
  EXPECT_EQ(
      PostsOf(Page(Posts("<div class=live-post><time>", "</time><p>", "</p></div>"), "<div>")),
      kFound)
      << "named posts";
  EXPECT_EQ(PostsOf(Page(Posts("<div><time>", "</time><p>", "</p></div>"))), kFound)
      << "posts of what is named";
  EXPECT_EQ(PostsOf(Page(Posts("<article><div><span class=timestamp>", "</span></div><div><p>",
                               "</p></div></article>"))),
            kFound)
      << "deeper, and a time by its class";
}

TEST(FindLivePosts, TakesTheMachinesTimeBeforeTheReaders) {
  std::string page =
      Page(Posts("<div><time datetime='2031-03-05T07:00:00Z'>", "</time><p>", "</p></div>"));
  EXPECT_EQ(PostsOf(page).substr(0, 20), "2031-03-05T07:00:00Z");
  page = Page(Posts("<div><time>", "</time><p>", "</p></div>"));
  page.replace(page.find("<title>"), 0,
               "<meta property='article:modified_time' content='2031-03-06T08:00:00'>");
  EXPECT_EQ(PostsOf(page).substr(0, 6), "? The ") << "of which of three days?";
}

TEST(FindLivePosts, PostsHoldWhatStandsInThem) {
  PageDetails details;
  const Document report = ReadPage(
      "a.html",
      Page("<p>Both shores meet in the port of the strait today; here is what happens there.</p>" +
           Posts("<section><h3>", "</h3><p>",
                 "</p><ul><li>More of the same, said at length by a "
                 "clerk of the harbour.</li></ul></section>")),
      "", {}, &details);
  ASSERT_EQ(details.posts.size(), 4u);
  EXPECT_EQ(report.Cut(details.posts[1].span),
            "A draft of nine points lies on the table, a clerk of the harbour told us.\n\n"
            "More of the same, said at length by a clerk of the harbour.");
  EXPECT_EQ(details.posts[1].published->Iso(), "2031-03-04T10:05");
}

TEST(FindLivePosts, TakesNothingElseForALiveBlog) {
  const std::string posts = Posts("<div><time>", "</time><p>", "</p></div>");
  EXPECT_EQ(PostsOf(Page(posts, "<div>")), "") << "nothing says that it is one";
  EXPECT_EQ(PostsOf(Page("<p>" + Posts("", " ", "</p><p>"))), "") << "paragraphs with times";
  EXPECT_EQ(PostsOf(Page(
                Posts("<div><time>", "</time><h3><a href=/other>Ferry</a></h3><p>", "</p></div>"))),
            "")
      << "teasers of other articles";
  std::string article;
  for (int i = 0; i < 9; ++i)
    article +=
        "<p>Envoys of both shores met again in the old customs house, and their hosts said "
        "that a draft of nine points lay on the table before the end of the week.</p>";
  EXPECT_EQ(PostsOf(Page(article + "</div><div class=live-updates>" + posts, "<div>")), "")
      << "an article with a box of news";
  EXPECT_EQ(PostsOf(Page(posts.substr(0, posts.find("<div>", posts.find("<div>") + 1)))), "")
      << "one post";
}

}  // namespace
}  // namespace synoptic
