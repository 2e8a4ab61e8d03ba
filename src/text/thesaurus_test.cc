#include "text/thesaurus.h"

#include <gtest/gtest.h>

#include "base/ascii.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

std::string_view Word(Tie tie) {
  constexpr std::string_view kWords[] = {"none", "opposite", "cousin",  "broader",
                                         "kind", "derived",  "synonym", "same"};
  return kWords[static_cast<size_t>(tie)];
}

struct Row {
  std::string_view first, second, tie;
};

TEST(Thesaurus, TiesOfPairs) {
  constexpr Row kRows[] = {
      {"dog", "dog", "same"},
      {"dog", "animal", "kind"},
      {"animal", "dog", "broader"},
      {"halt", "stop", "synonym"},
      {"propose", "proposal", "derived"},
      {"negotiation", "negotiate", "derived"},
      {"arrive", "leave", "opposite"},
      {"on", "off", "opposite"},
      {"off", "on", "opposite"},
      {"truce", "armistice", "synonym"},
      {"zebra", "parliament", "none"},
      {"", "dog", "none"},
      {"zzzz", "aaaa", "none"},
      {"do", "doge", "none"},
      {"\xff", "zyx", "none"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(Word(TieOf(row.first, row.second)), row.tie) << row.first << ' ' << row.second;
  }
}

TEST(Thesaurus, TiesTurnedAround) {
  constexpr std::string_view kWords[] = {"dog",   "animal", "halt",  "stop", "war",
                                         "peace", "talk",   "speak", "old",  "young"};
  for (const std::string_view a : kWords) {
    for (const std::string_view b : kWords) {
      Tie there = TieOf(a, b), back = TieOf(b, a);
      if (there == Tie::kKind) there = Tie::kBroader;
      if (back == Tie::kKind) back = Tie::kBroader;
      EXPECT_EQ(there, back) << a << ' ' << b;
    }
  }
}

TEST(Thesaurus, ExamplesOfItsTable) {
  const Lexicon table = Lexicon::Load("en/opposites.tsv");
  EXPECT_TRUE(table.malformed().empty());
  ASSERT_FALSE(table.examples().empty());
  for (const std::string_view example : table.examples()) {
    const auto cells = Split(example, '\t');
    ASSERT_EQ(cells.size(), 3u) << example;
    EXPECT_EQ(Word(TieOf(cells[0], cells[1])), cells[2]) << example;
  }
  for (const Lexicon::Row& row : table.rows())
    EXPECT_EQ(TieOf(row[1], row[0]), Tie::kOpposite) << row[0] << ' ' << row[1];
}

}  // namespace
}  // namespace synoptic
