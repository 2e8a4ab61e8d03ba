#include "names/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "doc/check.h"
#include "text/text.h"

namespace synoptic {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

Document Read(std::string_view text, std::string id = "r") {
  Document document;
  document.id = std::move(id);
  document.text = text;
  if (!text.empty())
    document.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::kBody}};
  FindTokens(document);
  FindNames(document);
  EXPECT_THAT(BrokenInvariants(document), IsEmpty()) << text;
  return document;
}

// The name of the actor that the last mention with these words means; empty for none.
std::string Means(const Document& document, std::string_view words) {
  std::string name;
  for (const Mention& mention : document.mentions) {
    if (document.Cut(mention.span) == words)
      name = mention.actor == kNone ? "" : document.actors[static_cast<size_t>(mention.actor)].name;
  }
  return name;
}

const Actor* Find(const Document& document, std::string_view name) {
  for (const Actor& actor : document.actors) {
    if (actor.name == name) return &actor;
  }
  return nullptr;
}

std::vector<std::string> Roles(const Document& document, std::string_view name) {
  std::vector<std::string> roles;
  if (const Actor* actor = Find(document, name)) {
    for (const Span role : actor->roles) roles.emplace_back(document.Cut(role));
  }
  return roles;
}

TEST(FindNames, KeepsKindsOfNamesApart) {
  const Document document =
      Read("Marta Lindqvist of the Baltic Shipping Council flew from Oslo to Norway's north.");
  ASSERT_TRUE(Find(document, "Marta Lindqvist"));
  EXPECT_EQ(Find(document, "Marta Lindqvist")->type, ActorType::kPerson);
  ASSERT_TRUE(Find(document, "Norway"));
  EXPECT_EQ(Find(document, "Norway")->type, ActorType::kState);
  ASSERT_TRUE(Find(document, "Oslo"));
  EXPECT_EQ(Find(document, "Oslo")->type, ActorType::kPlace);
  ASSERT_TRUE(Find(document, "Baltic Shipping Council"));
  EXPECT_EQ(Find(document, "Baltic Shipping Council")->type, ActorType::kOrganization);
}

TEST(FindNames, TakesRolesFromBothSides) {
  const Document document = Read(
      "Norwegian Foreign Minister Marta Lindqvist met Jonas Berg, head of the delegation, on "
      "Monday.");
  EXPECT_THAT(Roles(document, "Marta Lindqvist"), Contains("Norwegian Foreign Minister"));
  EXPECT_THAT(Roles(document, "Jonas Berg"), Contains("head of the delegation"));
}

TEST(FindNames, TakesRolesOfAnOwner) {
  EXPECT_THAT(
      Roles(Read("Norway\u2019s deputy foreign minister, Marta Lindqvist, spoke on Monday."),
            "Marta Lindqvist"),
      Contains("Norway\u2019s deputy foreign minister"));
  EXPECT_THAT(Roles(Read("It rained. Trade Secretary Marta Lindqvist spoke."), "Marta Lindqvist"),
              Contains("Trade Secretary"));
}

TEST(FindNames, TakesPeopleByTheOfficeBeforeThem) {
  struct Row {
    const char *text, *words, *name;
  };
  constexpr Row kRows[] = {
      {"Harbour Ministry Spokesman Elmaeil Baqhor denied it. Baqhor then left.", "Baqhor",
       "Elmaeil Baqhor"},
      {"The ministry kept silent, yet its spokesman, Elmaeil Baqhor, allowed that it rained.",
       "Elmaeil Baqhor", "Elmaeil Baqhor"},
      // Family names that are spelt like pronouns.
      {"Vice Premier He Daming, who led the team, spoke in Oslo.", "He Daming", "He Daming"},
      {"Vice Premier He Daming spoke. A council led by He and by others will meet.", "He",
       "He Daming"},
      {"He Daming, the vice premier, thanked the hosts.", "He Daming", "He Daming"},
      {"Vice minister Li Chengdao came late. Li told reporters that it rained.", "Li",
       "Li Chengdao"},
      {"Yesterday he saw Oslo. He Tuesday left.", "He Tuesday", ""},
  };
  for (const Row& row : kRows) EXPECT_EQ(Means(Read(row.text), row.words), row.name) << row.text;
}

TEST(FindNames, KnowsMinistriesByTheirStateOrCapital) {
  const Document document = Read(
      "Norway's trade ministry denied it. The foreign ministry in Oslo kept silent. The Norwegian "
      "foreign ministry has no spokesman.");
  EXPECT_EQ(Means(document, "Norway's trade ministry"), "Norway trade ministry");
  EXPECT_EQ(Means(document, "The foreign ministry"), "Norway foreign ministry");
  EXPECT_EQ(Means(document, "The Norwegian foreign ministry"), "Norway foreign ministry");
  const Actor* ministry = Find(document, "Norway foreign ministry");
  ASSERT_TRUE(ministry);
  EXPECT_THAT(ministry->aliases, Contains("foreign ministry"));
}

TEST(FindNames, AnOfficeMeansWhoWasIntroducedBySuchBefore) {
  const std::string_view later =
      "Foreign Minister Marta Lindqvist met Jonas Berg. It rained, the foreign minister said. "
      "Danish Foreign Minister Jonas Berg agreed.";
  EXPECT_EQ(Means(Read(later), "the foreign minister"), "Marta Lindqvist");
}

TEST(BorrowNames, ASurnameOfAnotherReportIsAPerson) {
  std::vector<Document> reports;
  reports.push_back(Read("Marta Quorvex of the port council spoke in Oslo.", "a"));
  reports.push_back(Read("The round ended early. The council and Quorvex were tired.", "b"));
  std::erase_if(reports[1].mentions, [](const Mention& m) { return m.type == ActorType::kPerson; });
  BorrowNames(reports);
  JoinActors(reports);
  EXPECT_EQ(Means(reports[1], "Quorvex"), "Marta Quorvex");
  EXPECT_THAT(BrokenInvariants(reports[1]), IsEmpty());
}

TEST(FindNames, ReadsSurnamesRolesAndPronounsOfOnePerson) {
  const Document document = Read(
      "Norwegian President Marta Lindqvist spoke in Oslo. Lindqvist said the talks would go on. "
      "The Norwegian president left early. She returned on Friday.");
  EXPECT_EQ(Means(document, "Lindqvist"), "Marta Lindqvist");
  EXPECT_EQ(Means(document, "The Norwegian president"), "Marta Lindqvist");
  EXPECT_EQ(Means(document, "She"), "Marta Lindqvist");
}

TEST(FindNames, LeavesPronounsThatCouldMeanTwo) {
  const Document document = Read("Marta Lindqvist and Anna Solberg spoke in Oslo. She left early.");
  EXPECT_EQ(Means(document, "She"), "");
}

TEST(FindNames, CapitalsAreGovernmentsOnlyWhereTheyAct) {
  const Document acts = Read("Oslo said on Monday that it would not sign the treaty.");
  EXPECT_EQ(Means(acts, "Oslo"), "Norway");
  const Document place = Read("The delegates met in Oslo on Monday.");
  EXPECT_EQ(Means(place, "Oslo"), "Oslo");
}

TEST(FindNames, TakesAnyText) {
  for (const std::string_view text :
       {"", " ", "\n\n", ".", "“", "’s", "A", "THE", "\xC2\xA0", "😀 😀", "Mr. Mr. Mr.",
        "of the of the", "e\xCC\x81\xCC\x81", "O’O’O’"})
    Read(text);
}

// ---- joining ------------------------------------------------------------------------------------

std::vector<std::string> IdsOf(std::span<const Document> reports) {
  std::vector<std::string> ids;
  for (const Document& report : reports) {
    for (const Actor& actor : report.actors) ids.push_back(report.id + " " + actor.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<Document> Spellings() {
  std::vector<Document> reports;
  reports.push_back(Read("Volodimir Sereda spoke in Oslo. Sereda left.", "a"));
  reports.push_back(Read("Volodymyr Sereda, the envoy, spoke.", "b"));
  reports.push_back(Read("The envoy Vladimir Sereda spoke. Olha Sereda listened.", "c"));
  return reports;
}

TEST(JoinActors, JoinsSpellingsOfOnePersonAndKeepsSurnamesakesApart) {
  std::vector<Document> reports = Spellings();
  JoinActors(reports);
  const std::string id = reports[0].actors[0].id;
  EXPECT_EQ(reports[1].actors[0].id, id);
  std::vector<std::string> third;
  for (const Actor& actor : reports[2].actors) third.push_back(actor.id);
  EXPECT_THAT(third, Contains(id));
  EXPECT_THAT(third, Contains("olha-sereda"));
}

TEST(JoinActors, DoesNotDependOnTheOrderOfReports) {
  std::vector<Document> forward = Spellings(), backward = Spellings();
  std::reverse(backward.begin(), backward.end());
  JoinActors(forward);
  JoinActors(backward);
  EXPECT_EQ(IdsOf(forward), IdsOf(backward));
}

TEST(JoinActors, LeavesEveryActorAMention) {
  std::vector<Document> reports = Spellings();
  JoinActors(reports);
  for (const Document& report : reports) {
    EXPECT_THAT(BrokenInvariants(report), IsEmpty());
    for (size_t a = 0; a < report.actors.size(); ++a) {
      EXPECT_TRUE(std::any_of(report.mentions.begin(), report.mentions.end(), [&](const auto& m) {
        return m.actor == static_cast<Index>(a) || m.literal == static_cast<Index>(a);
      })) << report.actors[a].name;
    }
  }
}

TEST(JoinActors, SaysWhy) {
  const std::vector<Document> reports = Spellings();
  bool found = false;
  for (const ActorJoin& join : ExplainJoins(reports)) {
    EXPECT_FALSE(join.why.empty());
    found = found || (join.a == "Sereda" && join.why.starts_with("the only person of that"));
  }
  EXPECT_TRUE(found);
}

TEST(JoinActors, DoesAsTheUserSays) {
  Corrections corrections;
  corrections.different = {{"Volodymyr Sereda", "Vladimir Sereda"}};
  corrections.name["Olha Sereda"] = "Olga Sereda";
  std::vector<Document> reports = Spellings();
  JoinActors(reports, corrections);
  ASSERT_NE(Find(reports[2], "Vladimir Sereda"), nullptr);
  EXPECT_NE(Find(reports[2], "Vladimir Sereda")->id, reports[1].actors[0].id);
  EXPECT_NE(Find(reports[2], "Olga Sereda"), nullptr);

  corrections = {};
  corrections.same = {{"Olha Sereda", "Volodymyr Sereda"}};
  reports = Spellings();
  JoinActors(reports, corrections);
  EXPECT_EQ(reports[2].actors.size(), 1u);
}

// ---- names alone --------------------------------------------------------------------------------

struct Pair {
  std::string_view a, b;
  bool same;
};

TEST(MatchNames, KnowsSpellingsFromPeople) {
  const Pair pairs[] = {
      {"Dmytro Kovalenko", "Dmitri Kovalenko", true},
      {"Дмитро Коваленко", "Dmytro Kovalenko", true},
      {"KOVALENKO, Dmytro", "Dmytro Kovalenko", true},
      {"Çağlar Öztürk", "Caglar Ozturk", true},
      {"Pyotr Smirnoff", "Petr Smirnov", true},
      {"J. P. Hartwell", "John Paul Hartwell", true},
      {"Li Wenzhao", "Wenzhao Li", true},
      {"Robert Hale", "Robert Hale Jr.", false},
      {"Kim Sang Ho", "Kim Yu Jin", false},
      {"Maria Ivanova", "Marina Ivanova", false},
      {"Anna Solberg", "Marta Solberg", false},
      {"", "Anna", false},
  };
  for (const Pair& pair : pairs) {
    const NameMatch there = MatchNames(pair.a, pair.b), back = MatchNames(pair.b, pair.a);
    EXPECT_EQ(there.same, pair.same) << pair.a << " / " << pair.b << ": " << there.why;
    EXPECT_EQ(there.same, back.same) << pair.a << " / " << pair.b;
    EXPECT_EQ(there.score, back.score) << pair.a << " / " << pair.b;
  }
}

// Blocking may miss what comparing all pairs finds only where the pair has no key in common.
TEST(GroupNames, FindsWhatAllPairsFind) {
  const std::vector<std::string_view> names = {
      "Dmytro Kovalenko", "Dmitri Kovalenko", "KOVALENKO, Dmytro", "Anna Solberg", "Ana Solberg",
      "Marta Solberg",    "Çağlar Öztürk",    "Caglar Ozturk",     "Li Wenzhao",   "Wenzhao Li"};
  const std::vector<int> groups = GroupNames(names);
  for (size_t i = 0; i < names.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      EXPECT_EQ(groups[i] == groups[j], MatchNames(names[i], names[j]).same)
          << names[i] << " / " << names[j];
    }
  }
}

TEST(GroupNames, DoesNotDependOnOrder) {
  std::vector<std::string_view> names = {"Sereda", "Volodymyr Sereda", "V. Sereda", "Olha Sereda",
                                         "Vladimir Sereda"};
  const auto pairs = [&] {
    std::vector<std::pair<std::string_view, std::string_view>> same;
    const std::vector<int> groups = GroupNames(names);
    for (size_t i = 0; i < names.size(); ++i) {
      for (size_t j = 0; j < names.size(); ++j) {
        if (i != j && groups[i] == groups[j]) same.emplace_back(names[i], names[j]);
      }
    }
    std::sort(same.begin(), same.end());
    return same;
  };
  const auto first = pairs();
  std::sort(names.begin(), names.end());
  do EXPECT_EQ(pairs(), first);
  while (std::next_permutation(names.begin(), names.end()));
}

// ---- corrections --------------------------------------------------------------------------------

TEST(ReadCorrections, ReadsItsPartOfToml) {
  const auto read = ReadCorrections(
      "# who is who\n"
      "same = [[\"Lydia Kell\", 'Lidia Kell'],\n  [\"A\\u0301\", \"B\",],]\n"
      "different = [[\"X\", \"Y\", \"Z\"]]\n[name]\n\"Kell\" = \"Lydia Kell\"  # the minister\n"
      "[type]\nBankova = \"organization\"\n",
      "actors.toml");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->same.size(), 2u);
  EXPECT_EQ(read->same[1][0], "A\xCC\x81");
  EXPECT_EQ(read->different[0].size(), 3u);
  EXPECT_EQ(read->name.at("Kell"), "Lydia Kell");
  EXPECT_EQ(read->type.at("Bankova"), ActorType::kOrganization);
}

TEST(ReadCorrections, NamesTheLineOfAMistake) {
  for (const auto& [text, where] :
       {std::pair("same = 3\n", "a.toml:1: "), std::pair("\n\n[people]\n", "a.toml:3: "),
        std::pair("same = [[\"one\"]]\n", "a.toml:1: "),
        std::pair("[type]\nX = \"ship\"\n", "a.toml:2: "),
        std::pair("same = [[\"a\", \"b\"", "a.toml:1: "), std::pair("x", "a.toml:1: "),
        std::pair("[name]\n\"a = 1\n", "a.toml:2: ")}) {
    const auto read = ReadCorrections(text, "a.toml");
    ASSERT_FALSE(read) << text;
    EXPECT_THAT(read.error().message, testing::StartsWith(where)) << text;
  }
  EXPECT_FALSE(ReadCorrections("\xFF", "a.toml"));
}

}  // namespace
}  // namespace synoptic
