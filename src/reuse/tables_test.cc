// The EXAMPLE lines of the tables of this room.
#include <gtest/gtest.h>

#include "base/ascii.h"
#include "reuse/provenance.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Calls check(what stands before "=>", what stands behind it) for every example.
template <typename Check>
void EachExample(std::string_view path, Check check) {
  const Lexicon table = Lexicon::Load(path);
  EXPECT_TRUE(table.malformed().empty()) << table.malformed().front();
  ASSERT_FALSE(table.examples().empty()) << path;
  for (const std::string_view example : table.examples()) {
    const size_t arrow = example.find("=>");
    ASSERT_NE(arrow, std::string_view::npos) << example;
    SCOPED_TRACE(example);
    check(Trimmed(example.substr(0, arrow)), Trimmed(example.substr(arrow + 2)));
  }
}

TEST(ReuseTables, Marks) {
  EachExample("en/reuse_marks.tsv", [](std::string_view given, std::string_view expected) {
    const size_t colon = given.find(':');
    ASSERT_NE(colon, std::string_view::npos);
    const std::string_view where = given.substr(0, colon);
    const std::string value(Trimmed(given.substr(colon + 1)));
    Document report;
    report.text = where == "text" ? value : "Rain fell on the valley.";
    if (where == "title") report.title = value;
    if (where == "credit") report.credit = value;
    const bool vague = FindProvenance(report, Publishers()).vague;
    EXPECT_EQ(IsCorrection(report) ? "correction" : vague ? "unnamed" : "", expected);
  });
}

TEST(ReuseTables, Publishers) {
  const Publishers publishers;
  EachExample("publishers.tsv", [&](std::string_view given, std::string_view expected) {
    const Publisher* found = publishers.Find(given);
    const bool is =
        found ? found->family == expected || found->names.front() == expected : expected.empty();
    EXPECT_TRUE(is) << (found ? found->family : "none");
  });
}

TEST(Publishers, RowsOfAUserWin) {
  const Publishers publishers(
      "Ostrel Herald\tostrel.example\tReuters\t\nReuters\t\tOstrel Group\tagency\n");
  ASSERT_NE(publishers.Find("https://news.ostrel.example/1"), nullptr);
  EXPECT_EQ(publishers.Find("https://news.ostrel.example/1")->family, "Reuters");
  EXPECT_EQ(publishers.Find("Reuters")->family, "Ostrel Group");
}

}  // namespace
}  // namespace synoptic
