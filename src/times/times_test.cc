#include "times/times.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/ascii.h"
#include "doc/labels.h"
#include "text/lexicon.h"
#include "text/text.h"

namespace synoptic {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Document Annotated(std::string text, std::string_view published) {
  Document document;
  document.id = "d";
  document.text = std::move(text);
  document.published = Moment::Parse(published);
  if (!document.text.empty()) {
    document.sections.push_back(
        {{0, static_cast<uint32_t>(document.text.size())}, SectionKind::kBody});
  }
  FindTokens(document);
  FindTimes(document);
  return document;
}

// "words, TYPE, value" and the modifier where there is one: the form of the data's examples.
std::vector<std::string> Told(const Document& document) {
  std::vector<std::string> told;
  for (const TimeExpression& time : document.times) {
    told.push_back(std::string(document.Cut(time.span)) + ", " + std::string(Label(time.type)) +
                   ", " + time.value + (time.mod.empty() ? "" : ", " + time.mod));
  }
  return told;
}

std::vector<std::string> Told(std::string text, std::string_view published = "2021-09-15") {
  return Told(Annotated(std::move(text), published));
}

std::string Joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
  return all.empty() ? "nothing" : all;
}

class Table : public ::testing::TestWithParam<const char*> {};

TEST_P(Table, ExamplesHold) {
  const Lexicon lexicon = Lexicon::Load(GetParam());
  EXPECT_THAT(lexicon.malformed(), IsEmpty());
  ASSERT_FALSE(lexicon.examples().empty());
  for (const std::string_view example : lexicon.examples()) {
    const size_t bar = example.find(" | "), arrow = example.find(" => ");
    ASSERT_TRUE(bar != std::string_view::npos && arrow != std::string_view::npos) << example;
    EXPECT_EQ(
        Joined(Told(std::string(example.substr(0, bar)), example.substr(bar + 3, arrow - bar - 3))),
        example.substr(arrow + 4))
        << example;
  }
}

INSTANTIATE_TEST_SUITE_P(Data, Table,
                         ::testing::Values("en/time_words.tsv", "en/time_numbers.tsv",
                                           "en/time_tenses.tsv", "en/time_phrases.tsv",
                                           "en/time_holidays.tsv", "en/time_modifiers.tsv"));

struct Row {
  const char *text, *told;
};

class Reads : public ::testing::TestWithParam<Row> {};

// All as of Wednesday 2021-09-15.
TEST_P(Reads, Value) { EXPECT_EQ(Joined(Told(GetParam().text)), GetParam().told); }

INSTANTIATE_TEST_SUITE_P(
    Dates, Reads,
    ::testing::Values(
        Row{"It sank on 11th May, 2019.", "11th May, 2019, DATE, 2019-05-11"},
        Row{"It sank on May 11, 2019.", "May 11, 2019, DATE, 2019-05-11"},
        Row{"It sank on 2019-05-11.", "2019-05-11, DATE, 2019-05-11"},
        Row{"They will vote on Thursday, September 23.",
            "Thursday, September 23, DATE, 2021-09-23"},
        Row{"The fair ran in mid-2018.", "mid-2018, DATE, 2018, MID"},
        Row{"The fair ran in the early 1990s.", "the early 1990s, DATE, 199, START"},
        Row{"The mill burned in the 18th century.", "the 18th century, DATE, 17"},
        Row{"Profit fell in the 2017 second quarter.", "the 2017 second quarter, DATE, 2017-Q2"},
        Row{"It closed in the first week of 2015.", "the first week of 2015, DATE, 2015-W01"},
        Row{"The pier was shut in recent months.", "recent months, DURATION, PXM"}));

INSTANTIATE_TEST_SUITE_P(
    Days, Reads,
    ::testing::Values(
        Row{"The crew will sail the day after tomorrow.",
            "the day after tomorrow, DATE, 2021-09-17"},
        Row{"The crew sailed at 10 p.m. Tuesday.", "10 p.m. Tuesday, TIME, 2021-09-14T22:00"},
        Row{"The crew sailed last night at 8.", "last night at 8, TIME, 2021-09-14T20:00"},
        Row{"The crew will sail two weeks before Christmas.",
            "two weeks before Christmas, DATE, 2021-12-11"},
        Row{"The crew will sail in three days.", "three days, DATE, 2021-09-18"},
        Row{"The mast was mended in three days.", "three days, DURATION, P3D"},
        Row{"The crew sailed on Tuesday of last week.", "Tuesday of last week, DATE, 2021-09-07"}));

INSTANTIATE_TEST_SUITE_P(
    Lengths, Reads,
    ::testing::Values(Row{"A 72-hour truce held.", "72-hour, DURATION, PT72H"},
                      Row{"A month-long strike began.", "A month-long, DURATION, P1M"},
                      Row{"Sales rose over the past two years.",
                          "the past two years, DURATION, P2Y"},
                      Row{"They waited three-quarters of an hour, then a quarter of a century.",
                          "three-quarters of an hour, DURATION, PT45M; "
                          "a quarter of a century, DURATION, P25Y"},
                      Row{"The boat sails every other day.", "every other day, SET, P2D"},
                      Row{"The choir sings every Monday.", "every Monday, SET, XXXX-WXX-1"}));

INSTANTIATE_TEST_SUITE_P(NotTimes, Reads,
                         ::testing::Values(Row{"She may go.", "nothing"},
                                           Row{"Troops march north.", "nothing"},
                                           Row{"Version 2.0.14 came.", "nothing"},
                                           Row{"They won 3-2 and 21:17.", "nothing"},
                                           Row{"It cost 1,800 crowns.", "nothing"},
                                           Row{"He came second.", "nothing"}));

INSTANTIATE_TEST_SUITE_P(BadInput, Reads,
                         ::testing::Values(Row{"It is due on February 30.", "nothing"},
                                           Row{"It is due on February 29, 2023.", "nothing"},
                                           Row{"It is due at 25:99.", "nothing"},
                                           Row{"It is due in the year 0.", "nothing"},
                                           Row{"It is due on 13/13/2025.", "nothing"},
                                           Row{"They left 5000 years ago.",
                                               "5000 years ago, DATE, PAST_REF"}));

TEST(FindTimes, TenThousandFiguresAreNoTime) {
  EXPECT_THAT(Told("It weighs " + std::string(10'000, '7') + " tons."), IsEmpty());
}

TEST(FindTimes, WithoutAPublicationDateRelativeTimesStayOpenWithTheReason) {
  const Document document = Annotated("They met yesterday and on 2020-05-01.", "");
  EXPECT_THAT(Told(document),
              ElementsAre("yesterday, DATE, XXXX-XX-XX", "2020-05-01, DATE, 2020-05-01"));
  EXPECT_EQ(document.times[0].unresolved, "the report has no date of publication");
  EXPECT_EQ(document.times[1].unresolved, "");
}

TEST(FindTimes, AQuarterToldOfIsPointedBackAt) {
  EXPECT_THAT(Told("Profit fell in the second quarter. It had grown a year earlier."),
              ElementsAre("the second quarter, DATE, 2021-Q2", "a year earlier, DATE, 2020-Q2"));
}

TEST(FindTimes, AMonthToldOfIsCountedFrom) {
  EXPECT_THAT(Told("The ferry stopped in May 2018. It sailed again one year later."),
              ElementsAre("May 2018, DATE, 2018-05", "one year later, DATE, 2019-05"));
}

TEST(FindTimes, ARangeOfDaysHasBothEnds) {
  const Document document = Annotated("The fair ran on May 8-10, 2019.", "2021-09-15");
  ASSERT_EQ(document.times.size(), 2);
  EXPECT_EQ(document.times[0].begin, "2019-05-08");
  EXPECT_EQ(document.times[0].end, "2019-05-10");
}

TEST(FindTimes, RangesOfAnyDatesHaveBothEnds) {
  for (const std::string_view text :
       {"Talks ran from 2009 to 2011.", "Talks ran between 2009 and 2011."}) {
    const Document document = Annotated(std::string(text), "2021-09-15");
    ASSERT_EQ(document.times.size(), 2u) << text;
    EXPECT_EQ(document.times[1].begin, "2009") << text;
    EXPECT_EQ(document.times[0].end, "2011") << text;
  }
  const Document apart = Annotated("They left in 2009 and returned in 2011.", "2021-09-15");
  EXPECT_EQ(apart.times[0].begin, "");
}

TEST(FindTimes, LengthsFromTheDayOfWritingAreAnchored) {
  const Document document = Annotated(
      "Nothing moved in the last twelve months, nor will it in the next two weeks.", "2021-09-15");
  ASSERT_EQ(document.times.size(), 2u);
  EXPECT_EQ(document.times[0].begin, "2020-09-15");
  EXPECT_EQ(document.times[0].end, "2021-09-15");
  EXPECT_EQ(document.times[1].begin, "2021-09-15");
  EXPECT_EQ(document.times[1].end, "2021-09-29");
}

TEST(ReanchorTimes, ReadsOnlyWhatLiesInThePassageFromTheOtherDay) {
  Document document = Annotated("They met yesterday. They spoke yesterday.", "2021-09-15");
  ReanchorTimes(document, {0, 19}, *Date::Of(2021, 9, 10));
  EXPECT_THAT(Told(document),
              ElementsAre("yesterday, DATE, 2021-09-09", "yesterday, DATE, 2021-09-14"));
}

}  // namespace
}  // namespace synoptic
