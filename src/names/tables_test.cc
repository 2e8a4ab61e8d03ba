// The EXAMPLE lines of the tables of this room.
#include <gtest/gtest.h>

#include "base/ascii.h"
#include "names/gazetteer.h"
#include "names/names.h"
#include "names/spelling.h"
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/text.h"

namespace synoptic {
namespace {

// Calls check(cells) for every example of a table, which must have some and be well-formed.
template <typename Check>
void EachExample(std::string_view table, Check check) {
  const Lexicon lexicon = Lexicon::Load(table);
  EXPECT_TRUE(lexicon.malformed().empty()) << table << ": " << lexicon.malformed().front();
  ASSERT_FALSE(lexicon.examples().empty()) << table;
  for (const std::string_view example : lexicon.examples()) {
    auto cells = Split(example, '\t');
    cells.resize(3);
    SCOPED_TRACE(example);
    check(cells);
  }
}

uint32_t Bits(std::string_view name) { return Gazetteer::Get().Bits(Fold(name)); }

std::string_view CountryOf(std::string_view name) {
  const int country = Gazetteer::Get().CountryOf(Fold(name));
  return country < 0 ? "" : Gazetteer::Get().At(country).code;
}

TEST(NameTables, Countries) {
  EachExample("en/countries.tsv", [](const auto& cells) {
    EXPECT_EQ(CountryOf(cells[0]), cells[1]);
    const uint32_t bit = cells[2] == "name"        ? kCountryName
                         : cells[2] == "adjective" ? kDemonym
                         : cells[2] == "capital"   ? kCapitalName
                                                   : kSeatName;
    EXPECT_TRUE(Bits(cells[0]) & bit);
  });
}

TEST(NameTables, People) {
  EachExample("en/given_names.tsv", [](const auto& cells) {
    EXPECT_TRUE(Bits(cells[0]) & kGivenName);
    EXPECT_TRUE(Bits(cells[0]) & (cells[1] == "f" ? kFemaleName : kMaleName));
  });
  EachExample("en/family_names.tsv",
              [](const auto& cells) { EXPECT_TRUE(Bits(cells[0]) & kFamilyName); });
}

TEST(NameTables, Places) {
  EachExample("en/places.tsv", [](const auto& cells) {
    EXPECT_TRUE(Bits(cells[0]) & (cells[2] == "city" ? kCityName : kRegionName));
    EXPECT_EQ(CountryOf(cells[0]), cells[1]);
  });
}

TEST(NameTables, Words) {
  EachExample("en/name_words.tsv", [](const auto& cells) {
    const uint32_t bit = cells[0] == "title"  ? kTitleWord
                         : cells[0] == "role" ? kRoleWord
                         : cells[0] == "org"  ? kOrgWord
                                              : kPlaceWord;
    EXPECT_TRUE(Bits(cells[1]) & bit);
  });
}

TEST(NameTables, Variants) {
  EachExample("en/name_variants.tsv", [](const auto& cells) {
    EXPECT_TRUE(AreVariants(SpellingKey(cells[0]), SpellingKey(cells[1])));
  });
}

// "text => the words that mean a person beside the name, or nobody"
TEST(NameTables, RoleNames) {
  const Lexicon lexicon = Lexicon::Load("en/role_names.tsv");
  EXPECT_TRUE(lexicon.malformed().empty());
  ASSERT_FALSE(lexicon.examples().empty());
  for (const std::string_view example : lexicon.examples()) {
    const size_t arrow = example.find(" => ");
    ASSERT_NE(arrow, std::string_view::npos) << example;
    Document document;
    document.text = example.substr(0, arrow);
    document.sections = {{{0, static_cast<uint32_t>(document.text.size())}, SectionKind::kBody}};
    FindTokens(document);
    FindNames(document);
    std::string told = "nobody";
    for (const Mention& mention : document.mentions) {
      if (mention.kind == MentionKind::kNominal && mention.type == ActorType::kPerson)
        told = document.Cut(mention.span);
    }
    EXPECT_EQ(told, example.substr(arrow + 4)) << example;
  }
}

}  // namespace
}  // namespace synoptic
