#include <gtest/gtest.h>

#include "base/ascii.h"
#include "collate/claim_words.h"
#include "collate/collate.h"
#include "doc/labels.h"
#include "text/lexicon.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

std::string_view Stance(std::string_view first, std::string_view second) {
  constexpr std::string_view kWords[] = {"agree", "disagree", "unrelated"};
  const Document a = MiniDocument("1", first).Take(), b = MiniDocument("2", second).Take();
  return kWords[static_cast<size_t>(RelateClaims(a, b).relation)];
}

struct Row {
  std::string_view first, second, stance;
};

TEST(Relate, Claims) {
  constexpr Row kRows[] = {
      {"A gardener is watering the roses", "A gardener is watering the roses", "agree"},
      {"A tall gardener is watering the roses", "A gardener is watering the roses", "agree"},
      {"A gardener is watering the roses", "A tall gardener is watering the roses", "unrelated"},
      {"A poodle is chasing a ball", "A dog is chasing a ball", "agree"},
      {"A gardener is watering the roses", "There is no gardener watering the roses", "disagree"},
      {"The gardener is not watering the roses", "The gardener is watering the roses", "disagree"},
      {"A gardener is watering the roses", "The orchestra is tuning its violins", "unrelated"},
      {"A gardener is not watering the roses", "The orchestra is tuning its violins", "unrelated"},
      {"A porter is opening the gate", "A porter is closing the gate", "disagree"},
      {"A porter is walking up the stairs", "A porter is walking down the stairs", "disagree"},
      {"", "A porter is opening the gate", "unrelated"},
      {"", "", "unrelated"},
  };
  for (const Row& row : kRows)
    EXPECT_EQ(Stance(row.first, row.second), row.stance) << row.first << " / " << row.second;
}

TEST(Relate, NewsThatDoubtsDisagreesAndNewsOfOtherMattersDoesNot) {
  constexpr Row kRows[] = {
      {"Minister Torvald moved the customs office of Brenn to the northern harbour on his own word",
       "Port clerks rejected the minister's account of why the customs office went north",
       "disagree"},
      {"Minister Torvald moved the customs office of Brenn to the northern harbour on his own word",
       "Port clerks in Brenn packed the papers of the customs office in one night", "agree"},
      {"Minister Torvald moved the customs office of Brenn to the northern harbour on his own word",
       "Orchestras across Velmara tuned their violins while singers warmed themselves backstage",
       "unrelated"},
  };
  for (const Row& row : kRows)
    EXPECT_EQ(Stance(row.first, row.second), row.stance) << row.first << " / " << row.second;
}

TEST(Relate, OneSharedNameIsNotOneMatterAndContrastAloneIsNoDoubt) {
  constexpr Row kRows[] = {
      // They share a rare name and are about different things.
      {"Singers at the opera of Brenn rehearsed an aria with the violins and the harp",
       "Chemists in Brenn measured nitrogen and sulphur in the smoke of a furnace", "unrelated"},
      {"Ships of Velmara carried the grain of the northern harbour to Brenn before the winter",
       "However cold the winter, ships of Velmara carry grain from the northern harbour", "agree"},
  };
  for (const Row& row : kRows)
    EXPECT_EQ(Stance(row.first, row.second), row.stance) << row.first << " / " << row.second;
}

TEST(Relate, PosturesAndDescriptionsOfWhoActsDoNotContradict) {
  EXPECT_EQ(Stance("A porter is standing at the gate", "A porter is sitting at the gate"),
            "unrelated");
  EXPECT_EQ(Stance("A young porter is opening the gate", "An old porter is opening the gate"),
            "unrelated");
  EXPECT_EQ(Stance("A porter is filling an empty pool", "A porter is filling a full pool"),
            "disagree");
}

TEST(Relate, ValuesThatDifferAreNamed) {
  const auto facet = [](const Document& first, const Document& second) {
    return Label(RelateClaims(first, second).facet);
  };
  const std::string_view text = "The fire in the harbour killed 12 sailors";
  const std::string_view other = "The fire in the harbour killed 15 sailors";
  EXPECT_EQ(facet(MiniDocument("1", text).Count("12", 12, "sailors").Take(),
                  MiniDocument("2", other).Count("15", 15, "sailors").Take()),
            "number");
  EXPECT_EQ(facet(MiniDocument("1", text).Count("12", 12, "sailors").Take(),
                  MiniDocument("2", text).Count("12", 12, "sailors").Take()),
            "");
  EXPECT_EQ(facet(MiniDocument("1", "The council opens the gate on Monday")
                      .Time("on Monday", "2031-03-03")
                      .Take(),
                  MiniDocument("2", "The council opens the gate on Friday")
                      .Time("on Friday", "2031-03-07")
                      .Take()),
            "when");
  EXPECT_EQ(
      facet(
          MiniDocument("1", "The council opens the gate in March").Time("March", "2031-03").Take(),
          MiniDocument("2", "The council opens the gate on Friday")
              .Time("on Friday", "2031-03-07")
              .Take()),
      "");
}

TEST(Relate, DisagreementGoesBothWays) {
  constexpr Row kRows[] = {
      {"A porter is opening the gate", "A porter is closing the gate", ""},
      {"A gardener is watering the roses", "No gardener is watering the roses", ""}};
  for (const Row& row : kRows)
    EXPECT_EQ(Stance(row.first, row.second), Stance(row.second, row.first)) << row.first;
}

TEST(Relate, ExamplesOfItsTable) {
  const Lexicon table = Lexicon::Load("en/claim_words.tsv");
  EXPECT_TRUE(table.malformed().empty());
  ASSERT_FALSE(table.examples().empty());
  for (const std::string_view example : table.examples()) {
    const auto cells = Split(example, '\t');
    const ClaimWords words = WordsOfClaim(MiniDocument("1", cells[0]).Take());
    EXPECT_EQ(words.negated, cells[1] == "negated") << example;
    EXPECT_EQ(words.doubts, cells[1] == "doubts") << example;
  }
}

}  // namespace
}  // namespace synoptic
