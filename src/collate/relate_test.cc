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
