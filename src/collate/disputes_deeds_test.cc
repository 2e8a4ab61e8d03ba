#include "collate/findings_testing.h"

namespace synoptic {
namespace {

TEST(Deeds, WhoAsksAndWhoDeclinesDoOpposites) {
  EXPECT_THAT(Disputes(Find(
                  Two(Report("a", "Velmara asked Ostrin for help with the rescue after the flood."),
                      Report("b", "Velmara declined assistance from Ostrin after the flood.")))),
              testing::ElementsAre("polarity: ask | decline"));
  // Another asks than declines.
  EXPECT_THAT(Disputes(Find(
                  Two(Report("a", "Velmara asked Ostrin for help with the rescue after the flood."),
                      Report("b", "Ostrin declined assistance from Velmara after the flood.")))),
              testing::IsEmpty());
  // What is only wanted is no deed.
  EXPECT_THAT(
      Disputes(Find(Two(Report("a", "Velmara might ask Ostrin for help with the rescue."),
                        Report("b", "Velmara declined help from Ostrin with the rescue.")))),
      testing::IsEmpty());
}

TEST(Deeds, ANameReadAsTwoKindsOfActorIsOneSubject) {
  auto other = MiniDocument("b", "Velmara declined assistance from Ostrin after the flood.");
  other.Names("Ostrin", "ostrin", ActorType::kState, "OS")
      .Names("Velmara", "velmara-person", ActorType::kPerson);
  EXPECT_THAT(
      Disputes(Find(Two(
          Report("a", "Velmara asked Ostrin for help with the rescue after the flood."), other))),
      testing::ElementsAre("polarity: ask | decline"));
}

TEST(Deeds, ADemandRejectedAndWhatItDemandsAccepted) {
  EXPECT_THAT(Disputes(Find(Two(
                  Report("a", "Ostrin rejected a demand to withdraw its troops from the valley."),
                  Report("b", "Ostrin accepted the withdrawal of its troops from the valley.")))),
              testing::ElementsAre("polarity: reject | accept"));
}

TEST(Deeds, ValuesOfAnAttribute) {
  EXPECT_THAT(Disputes(Find(
                  Two(Report("a", "A magnitude-6.4 earthquake struck the Karst valley at dawn.")
                          .Count("6.4", 6.4, "magnitude"),
                      Report("b", "An earthquake with a magnitude of 6.6 struck the Karst valley.")
                          .Count("6.6", 6.6, "magnitude")))),
              testing::ElementsAre("number: 6.4 | 6.6"));
  EXPECT_THAT(
      Disputes(Find(Two(Report("a", "A magnitude-6.4 earthquake struck the Karst valley at dawn.")
                            .Count("6.4", 6.4, "magnitude"),
                        Report("b", "The earthquake in the Karst valley measured 6.6 at dawn.")
                            .Count("6.6", 6.6, "measured")))),
      testing::ElementsAre("number: 6.4 | 6.6"));
  EXPECT_THAT(Disputes(Find(
                  Two(Report("a", "A magnitude-6.4 earthquake struck the Karst valley at dawn.")
                          .Count("6.4", 6.4, "magnitude"),
                      Report("b", "An earthquake struck the Karst valley at a depth of 25 at dawn.")
                          .Count("25", 25, "depth")))),
              testing::IsEmpty());
}

TEST(Deeds, AnEmptyPlaceWithPeopleInIt) {
  const std::string_view empty = "A fire broke out in Brenn. The school was empty at the time.";
  const auto told = [&](std::string_view text, std::string_view count = {}) {
    MiniDocument other = Report("b", text);
    if (!count.empty()) other.Count(count, 40, "children");
    return Disputes(Find(Two(Report("a", empty), other)));
  };
  EXPECT_THAT(told("A fire broke out in Brenn. Some 40 children were still in the school.", "40"),
              testing::ElementsAre("status: empty | 40 children"));
  EXPECT_THAT(told("A fire broke out in Brenn. Nobody was inside the school."), testing::IsEmpty());
  EXPECT_THAT(told("A fire broke out in Brenn. The school was not deserted."), testing::IsEmpty());
  EXPECT_THAT(told("A fire broke out in Brenn. Some 40 children were in the hall.", "40"),
              testing::IsEmpty());
}

TEST(Deeds, AConditionOfAClauseAndNone) {
  const std::string_view strict =
      "Ostrin will join talks with Velmara only if its crew is freed, the minister said.";
  EXPECT_THAT(Disputes(Find(Two(Report("a", strict),
                                Report("b", "Ostrin agreed to talks without conditions.")))),
              testing::ElementsAre("polarity: with conditions | without conditions"));
  EXPECT_THAT(Disputes(Find(Two(Report("a", strict),
                                Report("b", "Ostrin agreed to a withdrawal without conditions.")))),
              testing::IsEmpty());
}

}  // namespace
}  // namespace synoptic
