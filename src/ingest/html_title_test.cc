#include "ingest/html_title.h"

#include <gtest/gtest.h>

namespace synoptic {
namespace {

Headlines Of(std::string shared, std::string declared, std::string window,
             std::vector<std::string> tops, bool news = true) {
  Headlines all;
  all.shared = std::move(shared);
  all.declared = std::move(declared);
  all.window = std::move(window);
  all.tops = std::move(tops);
  all.news = news;
  return all;
}

TEST(ChooseTitle, TakesWhatTheOutletSharesWithoutItsName) {
  struct Row {
    Headlines headlines;
    std::string_view title;
  };
  const Row rows[] = {
      {Of("Ferry talks to resume on Friday", "Ferry: talks resume",
          "Ferry: talks resume | Bay Post", {"Ferry: talks resume"}),
       "Ferry talks to resume on Friday"},
      {Of("Ferry talks resume - Bay Post", "Ferry talks resume", "", {"Ferry talks resume"}),
       "Ferry talks resume"},
      {Of("Harbour row: Ferry talks will resume | Harbour News", "", "",
          {"Ferry talks will resume"}),
       "Ferry talks will resume"},
      {Of("Ferry talks resume – at last, a start", "", "",
          {"Ferry talks resume – at last, a start"}),
       "Ferry talks resume – at last, a start"},
      // The window has only what search engines are given; page and article agree on another.
      {Of("Ferry talks", "Ferry talks resume after a year", "Ferry talks | Bay Post",
          {"Ferry talks resume after a year"}),
       "Ferry talks resume after a year"},
      {Of("渡し船の交渉が再開：湾日報", "", "", {}), "渡し船の交渉が再開"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(ChooseTitle(row.headlines, "湾日報", "www.baypost.example"), row.title);
  }
}

TEST(ChooseTitle, PassesOverTheNameOfTheSite) {
  EXPECT_EQ(ChooseTitle(Of("", "", "Ferry talks resume | Harbour Notes",
                           {"Harbour Notes", "Ferry talks resume"}, false),
                        "", "notes.example"),
            "Ferry talks resume");
  EXPECT_EQ(ChooseTitle(Of("", "", "Harbour Notes » Ferry talks resume", {"Harbour Notes"}, false),
                        "", "www.harbournotes.example"),
            "Ferry talks resume");
  EXPECT_EQ(ChooseTitle(Of("", "", "", {}, false), "", ""), "");
}

TEST(WithoutSite, KeepsWhatIsNoName) {
  EXPECT_EQ(WithoutSite("Ferry talks - day three", "Bay Post", "", Tail::kNamed),
            "Ferry talks - day three");
  EXPECT_EQ(WithoutSite("Ferry talks resume - Bay Post", "Bay Post", "", Tail::kNamed),
            "Ferry talks resume");
  EXPECT_EQ(WithoutSite("Ferry talks resume - The Bay", "", "", Tail::kBrief),
            "Ferry talks resume");
  EXPECT_EQ(WithoutSite(" | ", "", "", Tail::kBrief), "|");
}

}  // namespace
}  // namespace synoptic
