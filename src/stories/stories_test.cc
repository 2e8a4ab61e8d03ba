#include "stories/stories.h"

#include <gtest/gtest.h>

#include <map>

namespace synoptic {
namespace {

ReportTerms Report(const std::string& id, const std::string& text, const std::string& day = "") {
  Document document;
  document.id = id;
  document.text = text;
  document.published = Moment::Parse(day);
  if (document.published) document.published_from = DateSource::kMetadata;
  return ReadTerms(document);
}

const char kFire[] =
    "The mill at Ostrel burned on Friday. Firemen from Tarnow fought the blaze at the Ostrel mill.";
const char kVote[] =
    "Velmara elects Lida Sorn president. Sorn beat Pavel Grint in the Velmara run-off by two "
    "points.";

TEST(StoryIndex, KeepsTwoEventsApartAndDaysTogether) {
  StoryIndex index;
  index.Add(Report("a", kFire, "2031-05-01"));
  index.Add(Report("b", kVote, "2031-05-01"));
  index.Add(Report("c", kFire, "2031-05-03"));
  index.Add(Report("d", kFire, "2031-07-03"));
  index.Finish();
  std::map<std::string, std::string> story;
  for (const StoryReport& report : index.TakeReports()) story[report.id] = report.story;
  ASSERT_EQ(story.size(), 4u);
  EXPECT_EQ(story["a"], story["c"]);
  EXPECT_NE(story["a"], story["b"]);
  EXPECT_NE(story["a"], story["d"]) << "two months later";
}

TEST(StoryIndex, LoadsWhatItSavedAndRefusesDamage) {
  StoryIndex index;
  index.Add(Report("a", kFire, "2031-05-01"));
  index.Add(Report("b", kVote));
  index.Settle();
  const std::string bytes = index.Save();
  auto loaded = StoryIndex::Load(bytes);
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->Save(), bytes);
  for (size_t size = 0; size < bytes.size(); size += 7)
    EXPECT_FALSE(StoryIndex::Load(bytes.substr(0, size)));
}

TEST(StoryIndex, TakesWhatItIsGiven) {
  StoryIndex index;
  for (int i = 0; i < 3000; ++i) index.Add(Report(std::to_string(i), i % 2 == 0 ? kFire : ""));
  index.Add(Report("future", kFire, "9999-12-31"));
  index.Finish();
  EXPECT_EQ(index.TakeReports().size(), 3001u);
}

}  // namespace
}  // namespace synoptic
