// Disputes between parts told in so different words that only what stands around a value aligns
// them.
#include "collate/findings_testing.h"

namespace synoptic {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

auto Told(std::string_view row) { return Contains(std::string(row)); }
auto OfFacet(std::string_view facet) { return Contains(StartsWith(std::string(facet) + ":")); }

// ---- measures ----------------------------------------------------------------------------------

std::vector<std::string> Lengths(std::string_view value, std::string_view mod) {
  return Disputes(
      Find(Two(Report("a", "The session at the lighthouse lasted about three hours.")
                   .Lasting("about three hours", "PT3H", "APPROX"),
               Report("b", "The envoys broke up their meeting in the lighthouse after some hours.")
                   .Lasting("some hours", value, mod))));
}

TEST(Measures, LengthsOfOneMeeting) {
  EXPECT_THAT(Lengths("PT5H", ""), Told("number: PT3H | PT5H"));
  EXPECT_THAT(Lengths("PT4H", "LESS_THAN"), IsEmpty()) << "3.2 hours are nearly 4 and about 3";
  EXPECT_THAT(Lengths("PT180M", ""), IsEmpty());
  EXPECT_THAT(Lengths("P9D", ""), IsEmpty()) << "days are measured apart from hours";
}

TEST(Measures, ALengthBeforeAnEventSaysWhen) {
  const auto reports =
      Two(Report("a", "The strike at the lighthouse began four weeks after the vote.")
              .Lasting("four weeks", "P4W"),
          Report("b", "The strike at the lighthouse is to last nine weeks.")
              .Lasting("nine weeks", "P9W"));
  EXPECT_THAT(Disputes(Find(reports)), IsEmpty());
}

std::vector<std::string> Shares(std::string_view first, std::string_view second) {
  return Disputes(
      Find(Two(Report("a", first).Share("125%", 125), Report("b", second).Share("115%", 115))));
}

TEST(Measures, SharesFromAndTo) {
  EXPECT_THAT(Shares("Its levy on copper and barley falls from 125%.",
                     "Its levy on copper and barley is to fall from 115%."),
              Told("number: 125% | 115%"));
  EXPECT_THAT(Shares("Its levy on copper and barley falls from 125%.",
                     "Its levy on copper and barley is to fall to 115%."),
              IsEmpty());
}

TEST(Measures, SharesOfThingsOfOtherNames) {
  EXPECT_THAT(Shares("The index of Brenn closed the trading week 125% higher.",
                     "The index of Sill closed the trading week 115% higher."),
              IsEmpty());
}

// ---- days --------------------------------------------------------------------------------------

TEST(Dates, ADayBeforeItsHappening) {
  const auto reports =
      Two(Report("a", "On Wednesday the treasury blacklisted the granite sector.")
              .Time("Wednesday", "2031-04-09"),
          Report("b", "The ministry announced sanctions on the granite sector on 8 April.")
              .Time("8 April", "2031-04-08"));
  EXPECT_THAT(Disputes(Find(reports)), Told("when: 2031-04-09 | 2031-04-08"));
}

TEST(Dates, OneOfSeveralRoundsIsNotAnother) {
  const auto reports = Two(Report("a", "The second round over the granite quarry was on 8 April.")
                               .Time("8 April", "2031-04-08"),
                           Report("b", "The third round over the granite quarry was on 9 April.")
                               .Time("9 April", "2031-04-09"));
  EXPECT_THAT(Disputes(Find(reports)), Not(OfFacet("when")));
}

TEST(Dates, TheDayInTheNameOfAnEvent) {
  const auto reports = Two(
      Report("a", "Little has changed since the March 26 mutiny in the port.")
          .Time("March 26", "2031-03-26"),
      Report("b", "The mutiny of 27 March surprised the capital.").Time("27 March", "2031-03-27"));
  EXPECT_THAT(Disputes(Find(reports)), Told("when: 2031-03-26 | 2031-03-27"));
}

TEST(Dates, WhenSomebodyTold) {
  const auto told = [](std::string_view verb) {
    return Disputes(Find(
        Two(Report("a", "Ostrin " + std::string(verb) + " a senate committee on Tuesday that no " +
                            "trawler could stay. It would sink every trawler, it said.")
                .Time("Tuesday", "2031-04-08"),
            Report("b", "Ostrin told the senate on April 9 that not one trawler could stay.")
                .Time("April 9", "2031-04-09"))));
  };
  EXPECT_THAT(told("told"), Told("when: 2031-04-08 | 2031-04-09"));
  EXPECT_THAT(told("avoided"), Not(OfFacet("when")));
}

std::vector<std::string> Agreements(const std::vector<Finding>& findings) {
  std::vector<std::string> told;
  for (const Finding& finding : findings) {
    if (finding.status == FindingStatus::kCorroborated) told.push_back(finding.topic);
  }
  return told;
}

TEST(Dates, ADayToldInOtherWordsAgrees) {
  const auto agreed = [](std::string_view day) {
    return Agreements(
        Find(Two(Report("a", "The ultimatum to the mutineers lapsed on April 6.")
                     .Time("April 6", "2031-04-06"),
                 Report("b", "It ran out, and the mutineers sat down to supper, on the 6th.")
                     .Time("6th", day))));
  };
  EXPECT_THAT(agreed("2031-04-06"), Contains(HasSubstr("ultimatum")));
  EXPECT_THAT(agreed("2031-04"), IsEmpty());
}

// ---- denials -----------------------------------------------------------------------------------

TEST(Denials, InWordsOfTheirOwn) {
  const auto reports =
      Two(Report("a", "Velmara mined the granite harbour in the night, fishermen said."),
          Report("b", "Velmara denied that it had mined the granite harbour."));
  EXPECT_THAT(Disputes(Find(reports)), testing::ElementsAre("polarity: told | denied"));
}

TEST(Denials, PointBack) {
  const auto told = [](std::string_view answer) {
    return Disputes(
        Find(Two(Report("a",
                        "Ostrin said the two envoys had dined together in the lighthouse. "
                        "Velmara " +
                            std::string(answer)),
                 Report("b", "The envoys dined in the lighthouse."))));
  };
  EXPECT_THAT(told("rejects this account."), Contains(HasSubstr("denied")));
  EXPECT_THAT(told("dismissed the report, saying nobody had dined."),
              Contains(HasSubstr("denied")));
  EXPECT_THAT(told("denies that it ever took place."), Contains(HasSubstr("denied")));
  EXPECT_THAT(told("rejects the treaty."), Not(Contains(HasSubstr("denied"))));
}

TEST(Denials, OfAnAccusation) {
  const auto told = [](std::string_view culprit) {
    return Disputes(Find(Two(
        Report("a", "Ostrin accused Velmara of mining the granite harbour. Velmara denied it."),
        Report("b",
               std::string(culprit) + " mined the granite harbour at the dawn of the feast."))));
  };
  EXPECT_THAT(told("Velmara"), Told("polarity: told | denied | told"));
  EXPECT_THAT(told("Ostrin"), Not(Told("polarity: told | denied | told")));
}

TEST(Denials, OfAnotherMatter) {
  const auto reports = Two(Report("a", "Velmara mined the granite harbour in the night."),
                           Report("b", "Velmara denied that it had raised the cotton levy."));
  EXPECT_THAT(Disputes(Find(reports)), IsEmpty());
}

TEST(Denials, PredicatesOfOtherThingsDoNotContradict) {
  const auto reports = Two(Report("a", "Only three mills are working."),
                           Report("b", "The gliders of the club do not operate over mills."));
  EXPECT_THAT(Disputes(Find(reports)), IsEmpty());
}

TEST(Denials, WhatOneSpeakerIsSaidToSayBothWays) {
  const auto told = [](std::string_view speaker) {
    return Disputes(Find(Two(Report("a", "Ostrin said it will not refuse to talk.")
                                 .Says("it will not refuse to talk", "said", "ostrin"),
                             Report("b", "Ostrin and Velmara said it will refuse to talk.")
                                 .Says("it will refuse to talk", "said", speaker))));
  };
  EXPECT_THAT(told("ostrin"), Contains(HasSubstr("not refuse")));
}

TEST(Denials, AnExceptionIsACondition) {
  const auto reports = Two(Report("a", "The dockers' strike will not end except with an amnesty."),
                           Report("b", "The dockers' strike will end with the last docker."));
  EXPECT_THAT(Disputes(Find(reports)), IsEmpty());
}

// ---- offices -----------------------------------------------------------------------------------

MiniDocument Called(std::string id, std::string_view role, std::string_view name) {
  MiniDocument report =
      Report(std::move(id), std::string(role) + " " + std::string(name) + " praised the harbour.");
  report.Names(name, name == "Anna Lund" ? "lund" : "berg", ActorType::kPerson)
      .Role(role, name == "Anna Lund" ? "lund" : "berg");
  return report;
}

TEST(Offices, OfTwoDepartments) {
  const auto offices = [](std::string_view first, std::string_view second) {
    return Disputes(Find(Two(Called("a", first, "Anna Lund"), Called("b", second, "Anna Lund"))));
  };
  EXPECT_THAT(offices("Treasury Secretary", "Commerce Secretary"),
              Told("role: treasury secretary | commerce secretary"));
  EXPECT_THAT(offices("Treasury Secretary", "Secretary"), IsEmpty());
  EXPECT_THAT(offices("Defence Minister", "Defense Minister"), IsEmpty());
  EXPECT_THAT(offices("Prime Minister", "Premier"), IsEmpty());
  EXPECT_THAT(offices("Tarnian Minister", "Tarnia Minister"), IsEmpty());
}

TEST(Offices, OfTwoHolders) {
  const auto holders = [](std::string_view first, std::string_view second) {
    return Disputes(Find(Two(Called("a", first, "Anna Lund"), Called("b", second, "Carl Berg"))));
  };
  EXPECT_THAT(holders("Ostrin President", "Ostrin President"), Told("who: lund | berg"));
  EXPECT_THAT(holders("Ostrin President", "Former Ostrin President"), Not(OfFacet("who")));
  EXPECT_THAT(holders("Ostrin President", "Velmara President"), Not(OfFacet("who")));
  EXPECT_THAT(holders("Ostrin Envoy", "Ostrin Envoy"), Not(OfFacet("who"))) << "a state has many";
}

// ---- settings ----------------------------------------------------------------------------------

TEST(Settings, TheHouseOfAMeeting) {
  const auto reports =
      Two(Report("a", "The envoys met the quarry owners at the Norland embassy."),
          Report("b", "The quarry owners held their talks at the residence of the ambassador."));
  EXPECT_THAT(Disputes(Find(reports)), Told("where: embassy | residence"));
}

TEST(Settings, WhoLedADelegation) {
  const auto reports = Two(Report("a", "The delegation, led by Anna Lund, landed in the morning.")
                               .Names("Anna Lund", "lund", ActorType::kPerson),
                           Report("b", "Carl Berg, who headed the mission, said nothing.")
                               .Names("Carl Berg", "berg", ActorType::kPerson));
  EXPECT_THAT(Disputes(Find(reports)), Told("who: lund | berg"));
}

TEST(Settings, ATollInOtherWords) {
  const auto reports =
      Two(Report("a", "A blast in the granite quarry killed at least 57 people.")
              .Count("57", 57, "people"),
          Report("b", "The toll of the granite quarry has since climbed to at least 70.")
              .Published("2031-04-12"));
  EXPECT_THAT(Disputes(Find(reports)), Told("number: 57 | 70"));
}

TEST(Settings, WhatIsCountedIsTheNounBehindItsAdjectives) {
  const auto reports = Two(Report("a", "Some 1500 Norland soldiers stay in the granite quarry.")
                               .Count("1500", 1500, "Norland soldiers"),
                           Report("b", "The granite quarry holds 1900 troops of Norland.")
                               .Count("1900", 1900, "troops"));
  EXPECT_THAT(Disputes(Find(reports)), Told("number: 1500 | 1900"));
}

std::vector<std::string> Channels(std::string_view first, std::string_view second) {
  const auto report = [](std::string id, std::string_view channel) {
    const std::string text = "Ostrin said on " + std::string(channel) + " that the mill is ours.";
    MiniDocument made = Report(std::move(id), text);
    made.Says("the mill is ours", "said", "ostrin", QuoteKind::kIndirect, channel);
    return made;
  };
  const auto reports = Two(report("a", first), report("b", second));
  Utterance utterance;
  utterance.speaker = "ostrin";
  for (Index r = 0; r < 2; ++r) {
    UtteranceReading reading;
    reading.report = r, reading.quote = 0;
    reading.span = reports[static_cast<size_t>(r)].quotes[0].content[0];
    utterance.readings.push_back(reading);
  }
  const Lineage lineage = SeparateOrigins(2);
  return Disputes(FindFindings(reports, lineage, {utterance}));
}

TEST(Settings, TheChannelOfASaying) {
  EXPECT_THAT(Channels("state television", "Telegram"), Told("medium: television | message"));
  EXPECT_THAT(Channels("a phone interview with the Gazette", "a long interview"), IsEmpty());
  EXPECT_THAT(Channels("X", "a post"), IsEmpty());
  EXPECT_THAT(Channels("a televised address", "a speech broadcast to all"), IsEmpty());
}

}  // namespace
}  // namespace synoptic
