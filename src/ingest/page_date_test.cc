#include "ingest/page_date.h"

#include <gtest/gtest.h>

namespace synoptic {
namespace {

std::string DateOf(std::string_view page, std::string_view url = "") {
  const PageMeta meta = FindMeta(HtmlTree::Parse(std::string(page)), url);
  return meta.published ? meta.published->Iso() : "none";
}

TEST(ChooseDate, ReadsEveryPlaceWhereAPageMayHaveIt) {
  struct Row {
    std::string_view page, url, date;
  };
  const Row rows[] = {
      {"<h1>Ferry talks</h1><p>31.10.31 | Ana Orlec</p><p>Envoys met.</p>", "", "2031-10-31"},
      {"<div>4 March 2031</div><h1>Ferry talks</h1><p>Envoys met.</p>", "", "2031-03-04"},
      {"<h1>Ferry talks</h1><p><span>4</span> <span>March</span> <span>2031</span></p>", "",
       "2031-03-04"},
      {"<time datetime=2031-01-01>teaser</time><h1>Ferry talks</h1><time datetime=2031-03-04>", "",
       "2031-03-04"},
      {"<h1>Ferry talks</h1><meta itemprop=uploadDate content=2031-03-04T18:15:00Z>", "",
       "2031-03-04T18:15:00Z"},
      {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\","
       "\"datePublished\":\"2031-03-04\"}]}</script><h1>Ferry talks</h1>",
       "", "2031-03-04"},
      {"<h1>Ferry talks</h1>", "https://bay.example/news/04032031-ferry", "2031-03-04"},
      {"<h1>Ferry talks</h1>", "https://bay.example/04-03-2031-ferry/", "2031-03-04"},
      {"<h1>Ferry talks</h1>", "https://bay.example/2031/03/04/ferry", "2031-03-04"},
      {"<meta property='og:title' content='04.03.2031 | Ferry talks'>", "", "2031-03-04"},
      {"<h1>Ferry talks</h1><script>var day = '2031-03-04';</script>", "", "none"},
      {"<h1>Ferry talks</h1>", "https://bay.example/ferry-12345678", "none"},
  };
  for (const Row& row : rows) EXPECT_EQ(DateOf(row.page, row.url), row.date) << row.page;
}

// An outlet west of Greenwich: its machines say the 5th, its address the 4th.
TEST(ChooseDate, TakesTheDayOfTheOutletsZone) {
  const std::string_view page =
      "<meta property='article:published_time' content='2031-03-05T01:30:00Z'><h1>Ferry talks</h1>";
  EXPECT_EQ(DateOf(page, "https://bay.example/2031/03/04/ferry"), "2031-03-04");
  EXPECT_EQ(DateOf(page, "https://bay.example/2031/01/04/ferry"), "2031-03-05T01:30:00Z");
}

}  // namespace
}  // namespace synoptic
