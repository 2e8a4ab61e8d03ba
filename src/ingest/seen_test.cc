#include "ingest/seen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace synoptic {
namespace {

using testing::ElementsAre;

Document Report(std::string id, std::string url, std::string text) {
  Document report;
  report.id = std::move(id);
  if (!url.empty()) report.url = std::move(url);
  report.text = std::move(text);
  return report;
}

TEST(PageKey, NamesThePage) {
  EXPECT_EQ(PageKey("https://www.Bay.example/a/?utm_source=x#top"), "bay.example/a");
  EXPECT_EQ(PageKey("http://bay.example/a?id=7&utm_medium=y&page=2"), "bay.example/a?id=7&page=2");
  EXPECT_NE(PageKey("https://bay.example/a?id=7"), PageKey("https://bay.example/a?id=8"));
  EXPECT_EQ(PageKey(""), "");
}

TEST(SeenReports, TellsCopiesFromRevisions) {
  SeenReports seen;
  const auto first = seen.Judge(Report("a", "https://bay.example/x", "Envoys met."));
  EXPECT_EQ(first.duplicate_of + first.revision_of, "");
  const auto again = seen.Judge(Report("b", "http://www.bay.example/x/", "Envoys\nmet."));
  EXPECT_EQ(again.duplicate_of, "a");
  EXPECT_EQ(again.revision_of, "");
  const auto changed = seen.Judge(Report("c", "https://bay.example/x?utm_source=f", "They met."));
  EXPECT_EQ(changed.duplicate_of, "");
  EXPECT_EQ(changed.revision_of, "b");
  const auto copied = seen.Judge(Report("d", "https://cape.example/x", "They met."));
  EXPECT_EQ(copied.duplicate_of, "c");
  const auto other = seen.Judge(Report("e", "", "No address."));
  EXPECT_EQ(other.duplicate_of + other.revision_of, "");
}

TEST(ChangeOf, GivesTheParagraphsThatDiffer) {
  const TextChange change = ChangeOf("One.\n\nTwo.\n\nTwo.\n\nThree.", "One.\nTwo.\nFour.");
  EXPECT_THAT(change.added, ElementsAre("Four."));
  EXPECT_THAT(change.removed, ElementsAre("Two.", "Three."));
}

}  // namespace
}  // namespace synoptic
