// What an edge is called: forms filled in anew, background carried over; and what all rest on.
#include <gtest/gtest.h>

#include "reuse/reuse.h"

namespace synoptic {
namespace {

Document Report(const std::string& id, const std::string& text, const std::string& published = "") {
  Document report;
  report.id = id;
  report.text = text;
  report.published = Moment::Parse(published);
  return report;
}

template <typename... Reports>
std::vector<Document> Story(Reports... reports) {
  std::vector<Document> story;
  (story.push_back(std::move(reports)), ...);
  return story;
}

std::string Deliveries(const std::string& first, const std::string& second,
                       const std::string& third) {
  return "The Velmara grain board said farmers delivered " + first +
         " tonnes of wheat in the week that ended on Friday, up from " + second +
         " tonnes in the week before. Stocks held by the board in its silos along the river came "
         "to " +
         third + " tonnes at the end of the week, it said.";
}

TEST(EdgeKinds, AFormFilledInWithOtherFiguresIsNotDerived) {
  const std::vector<Document> reports =
      Story(Report("w1", Deliveries("4,120", "3,980", "81,400"), "2031-05-02"),
            Report("w2", Deliveries("5,310", "4,760", "84,250"), "2031-05-03"));
  const Lineage lineage = FindLineage(reports);
  ASSERT_EQ(lineage.edges.size(), 1u);
  const Edge& edge = lineage.edges[0];
  EXPECT_EQ(edge.kind, EdgeKind::kTemplate);
  EXPECT_LT(edge.confidence, 0.5);
  EXPECT_FALSE(edge.directed);
  EXPECT_FALSE(edge.passages.empty());
  EXPECT_EQ(lineage.origins.size(), 2u);
}

TEST(EdgeKinds, TheSameFiguresAreACopy) {
  const std::vector<Document> reports =
      Story(Report("w1", Deliveries("4,120", "3,980", "81,400"), "2031-05-02"),
            Report("w2", Deliveries("4,120", "3,980", "81,400"), "2031-05-03"));
  const Lineage lineage = FindLineage(reports);
  ASSERT_EQ(lineage.edges.size(), 1u);
  EXPECT_EQ(lineage.edges[0].kind, EdgeKind::kCopy);
}

TEST(EdgeKinds, ANameSpeltAnewLeavesACopyAndAnotherFigureDoesNot) {
  const auto report = [](const std::string& id, const std::string& end) {
    return Report(id,
                  "The harbour council voted to close the northern quay for repairs until autumn, "
                  "after engineers found cracks in its pillars and warned that the crane above "
                  "them could fall into the basin at any time, and told the crew of the ferry to "
                  "land their passengers at the southern basin, by day alone, under captain " +
                      end,
                  "2031-05-02");
  };
  const auto confidence = [&](const std::string& end) {
    const auto story = Story(report("a", "Halvard with 30 men."), report("b", end));
    const Lineage lineage = FindLineage(story);
    return lineage.edges.empty() ? 0 : lineage.edges[0].confidence;
  };
  EXPECT_GE(confidence("Halward with 30 men."), 0.5);
  EXPECT_LT(confidence("Halward with 45 men."), 0.5);
}

const char kBackground[] =
    "The northern quay of Ostrel was closed in April after a freighter from Velmara struck it and "
    "engineers of the harbour council found cracks in 14 of its 60 pillars.";

TEST(EdgeKinds, OldSentencesBehindANewOpeningAreBackground) {
  const std::string first =
      "Ferries to the islands will leave from the southern basin, Mayor Lida Sorn said on Monday. "
      "She promised a timetable within a week. ";
  const std::string second =
      "Fishermen blocked the road to the harbour on Tuesday. They want to be paid for the days "
      "that they lose. Police led eleven of them away, and traffic moved again at noon. ";
  const auto background = [&](const std::string& later) {
    const Lineage lineage = FindLineage(
        Story(Report("a", first + kBackground, "2031-05-02"), Report("b", later, "2031-05-03")));
    return !lineage.edges.empty() && lineage.edges[0].background;
  };
  EXPECT_TRUE(background(second + kBackground));
  EXPECT_FALSE(background(kBackground + (' ' + second))) << "it opens with it";
  EXPECT_FALSE(background(first + kBackground)) << "a copy";
}

// A report that quotes each speaker with the words given.
Document Quoting(const std::vector<std::pair<std::string, std::string>>& speeches) {
  Document report;
  for (const auto& [speaker, words] : speeches) {
    Actor actor;
    actor.id = actor.name = speaker;
    Quote quote;
    quote.id = "q" + std::to_string(report.quotes.size());
    const auto begin = static_cast<uint32_t>(report.text.size());
    report.text += words + ". ";
    quote.content.push_back({begin, begin + static_cast<uint32_t>(words.size())});
    quote.speaker = Reference{};
    quote.speaker->actor = static_cast<Index>(report.actors.size());
    report.actors.push_back(actor);
    report.quotes.push_back(quote);
  }
  return report;
}

TEST(CommonGround, IsTheOneWhomEveryReportQuotesAtLength) {
  const std::vector<Document> reports =
      Story(Quoting({{"Sorn", "the quay is closed until autumn and nobody is to set foot on it"}}),
            Quoting({{"Grint", "it was never safe"}, {"Sorn", "the quay is closed until autumn"}}));
  EXPECT_EQ(CommonGround(reports, {}), "all on the words of Sorn");
  EXPECT_EQ(CommonGround(std::span(reports).first(1), {}), "") << "one report";
  const std::vector<Document> others =
      Story(Quoting({{"Sorn", "the quay is closed"}}), Quoting({{"Grint", "it was never safe"}}));
  EXPECT_EQ(CommonGround(others, {}), "");
}

TEST(CommonGround, IsAStatementWhereAllRenderIt) {
  const std::vector<Document> reports = Story(Quoting({{"Sorn", "the quay is closed"}}),
                                              Quoting({{"Sorn", "the quay has been closed"}}));
  Utterance utterance;
  utterance.speaker = "Sorn";
  utterance.readings.resize(2);
  utterance.readings[0].report = 0;
  utterance.readings[1].report = 1;
  EXPECT_EQ(CommonGround(reports, std::vector{utterance}), "all on one statement by Sorn");
  utterance.readings.pop_back();
  EXPECT_EQ(CommonGround(reports, std::vector{utterance}), "all on the words of Sorn");
}

TEST(PublisherRows, WrongOnesAreNamedAndPassedOver) {
  const std::string rows =
      "# a remark\n\nOstrel Herald\tostrel.example\tTidewire\t\n\tnobody.example\n"
      "Quay Post\t\t\tnewspaper\nQuay Post\t\t\toutlet\textra\n";
  const std::vector<std::string> wrong = WrongPublisherRows(rows);
  ASSERT_EQ(wrong.size(), 3u);
  EXPECT_EQ(wrong[0], "line 4: no name in front");
  EXPECT_EQ(wrong[1], "line 5: kind is 'newspaper', not agency or outlet");
  EXPECT_EQ(wrong[2], "line 6: more than names, domains, family and kind");
}

TEST(PublisherRows, OutletsOfOneHouseAreOneOrigin) {
  std::vector<Document> reports = Story(Report("a", "Rain fell on the valley for nine days."),
                                        Report("b", "Farmers of the Sill expect a late harvest."));
  reports[0].source = "Ostrel Herald";
  reports[1].source = "Sill Courier";
  EXPECT_EQ(FindLineage(reports).origins.size(), 2u);
  const std::string rows = "Ostrel Herald\t\tQuay Press\t\nSill Courier\t\tQuay Press\toutlet\r\n";
  const Lineage lineage = FindLineage(reports, rows);
  ASSERT_EQ(lineage.origins.size(), 1u);
  EXPECT_EQ(lineage.origins[0].basis, "one house publishes them: Quay Press");
}

}  // namespace
}  // namespace synoptic
