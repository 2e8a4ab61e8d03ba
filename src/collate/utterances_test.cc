#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "base/ascii.h"
#include "collate/collate.h"
#include "collate/utterances_changes.h"
#include "collate/utterances_match.h"
#include "collate/utterances_segments.h"
#include "collate/utterances_synonyms.h"
#include "doc/labels.h"
#include "text/lexicon.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

// A report in which Velm says `words`, and nothing else.
Document Said(std::string id, const std::string& words, QuoteKind kind = QuoteKind::kDirect) {
  return MiniDocument(std::move(id), "\"" + words + "\" said Velm.")
      .Names("Velm", "velm", ActorType::kPerson)
      .Names("Orsk", "orsk", ActorType::kPlace)
      .Names("Halden", "halden", ActorType::kState)
      .Says(words, "said", "velm", kind)
      .Take();
}

std::vector<Document> Reports(const std::vector<std::string>& sayings) {
  std::vector<Document> reports;
  for (size_t i = 0; i < sayings.size(); ++i)
    reports.push_back(Said("r" + std::to_string(i), sayings[i]));
  return reports;
}

WordComparison Compare(const std::string& from, const std::string& to, bool fragment = false) {
  const Document a = Said("a", from), b = Said("b", to);
  return CompareWording(a, a.quotes[0].content[0], b, b.quotes[0].content[0], fragment);
}

// "replace grey/brown; delete big"
std::string Told(const std::string& from, const std::string& to, bool fragment = false) {
  const Document a = Said("a", from), b = Said("b", to);
  const WordComparison compared =
      CompareWording(a, a.quotes[0].content[0], b, b.quotes[0].content[0], fragment);
  std::string told(Label(compared.wording));
  for (const Change& change : compared.changes) {
    told += "; " + std::string(Label(change.op));
    if (!change.from.empty()) told += " " + std::string(a.Cut(change.from));
    if (!change.to.empty()) told += "/" + std::string(b.Cut(change.to));
  }
  return told;
}

TEST(Wording, WordByWord) {
  EXPECT_EQ(Told("We keep the port open.", "We keep the port open,"), "verbatim");
  EXPECT_EQ(Told("We keep the old port open.", "We keep the port open."), "trimmed; delete old");
  EXPECT_EQ(Told("We keep the port open.", "We keep the big port open."), "altered; insert/big");
  EXPECT_EQ(Told("We keep the port open.", "We keep the road open."), "altered; replace port/road");
  EXPECT_EQ(Told("We keep the old port open for all.", "the old port", true), "trimmed");
  EXPECT_EQ(Told("lovely", "gruesome", true), "rewritten; replace lovely/gruesome");
}

TEST(Wording, ChangesOfMeaning) {
  struct Row {
    const char *from, *to;
    bool changed;
  };
  constexpr Row kRows[] = {
      {"We will close the port.", "We will not close the port.", true},
      {"We will close the port.", "We may close the port.", true},
      {"We lost 12 boats.", "We lost 15 boats.", true},
      {"Boats wait in Orsk today.", "Boats wait in Halden today.", true},
      {"We accept the offer.", "We reject the offer.", true},
      {"We close the port for good.", "We shut the port for good.", false},
      {"We keep the old port open.", "We keep the ancient port open.", false},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(Compare(row.from, row.to).meaning_changed, row.changed) << row.to;
    EXPECT_EQ(Compare(row.to, row.from).meaning_changed, row.changed) << row.to;
  }
}

TEST(Wording, OneDayInTwoSpellingsIsNoChangeOfMeaning) {
  const Document a =
      MiniDocument("a", "The envoys meet on Thursday.").Time("Thursday", "2031-03-06").Take();
  const Document b =
      MiniDocument("b", "The envoys meet on March 6.").Time("March 6", "2031-03-06").Take();
  const Document c =
      MiniDocument("c", "The envoys meet on March 7.").Time("March 7", "2031-03-07").Take();
  const auto whole = [](const Document& d) {
    return Span{0, static_cast<uint32_t>(d.text.size())};
  };
  EXPECT_FALSE(CompareWording(a, whole(a), b, whole(b), false).meaning_changed);
  EXPECT_TRUE(CompareWording(a, whole(a), c, whole(c), false).meaning_changed);
}

TEST(Utterances, RenderingsOfOneSayingAreGathered) {
  const auto reports = Reports({"Halden is ready to negotiate without any preconditions.",
                                "Halden remains prepared for talks with no prior conditions.",
                                "Our boats will fish where our grandfathers fished."});
  const auto utterances = GatherUtterances(reports);
  ASSERT_EQ(utterances.size(), 1u);
  EXPECT_EQ(utterances[0].speaker, "velm");
  ASSERT_EQ(utterances[0].readings.size(), 2u);
  EXPECT_EQ(utterances[0].readings[0].against, kNone);
  EXPECT_EQ(utterances[0].readings[1].against, 0);
}

TEST(Utterances, TwoSayingsOnOneSubjectStayApart) {
  const auto reports = Reports({"The talks in Orsk begin on the first of the month.",
                                "Without a truce there is nothing that the talks could bring."});
  EXPECT_TRUE(GatherUtterances(reports).empty());
}

TEST(Utterances, SpeakersAreNotMixed) {
  std::vector<Document> reports = Reports({"We will never close the northern strait."});
  reports.push_back(
      MiniDocument("b", "\"We will never close the northern strait.\" said Dorn.")
          .Names("Dorn", "dorn", ActorType::kPerson)
          .Says("We will never close the northern strait.", "said", "dorn", QuoteKind::kDirect)
          .Take());
  EXPECT_TRUE(GatherUtterances(reports).empty());
}

TEST(Utterances, TheWordingOfMostReportsIsTheReference) {
  const auto reports = Reports({"We will shut the northern strait to grain ships.",
                                "We will close the northern strait to grain ships.",
                                "We will close the northern strait to grain ships."});
  const auto utterances = GatherUtterances(reports);
  ASSERT_EQ(utterances.size(), 1u);
  ASSERT_EQ(utterances[0].readings.size(), 3u);
  EXPECT_EQ(utterances[0].readings[0].report, 1);
  EXPECT_EQ(utterances[0].readings[1].wording, Wording::kAltered);
  EXPECT_EQ(utterances[0].readings[2].wording, Wording::kVerbatim);
}

// `first` and `second` said in one paragraph, or in two.
Document SaidTwice(std::string id, const std::string& first, const std::string& second,
                   const std::string& between = " Velm said. ") {
  return MiniDocument(std::move(id),
                      "\"" + first + "\"" + between + "\"" + second + "\" Velm said.")
      .Names("Velm", "velm", ActorType::kPerson)
      .Says(first, "said", "velm", QuoteKind::kDirect)
      .Says(second, "said", "velm", QuoteKind::kDirect)
      .Take();
}

TEST(Utterances, WhatStandsBesideOneSayingIsOneTooHoweverReworded) {
  const std::string ferry = "The ferry will sail again in April.";
  const auto gathered = [&](const std::string& a, const std::string& b,
                            const std::string& between) {
    std::vector<Document> reports;
    reports.push_back(SaidTwice("a", a, ferry, between));
    reports.push_back(SaidTwice("b", b, ferry, between));
    return GatherUtterances(reports).size();
  };
  const std::string wanted = "Nobody on that pier wanted a divorce.",
                    after = "No one at that table was after a separation.",
                    other = "The harbour fees were doubled and no merchant paid them at all.";
  EXPECT_EQ(gathered(wanted, after, " Velm said. "), 2u);
  EXPECT_EQ(gathered(wanted, after, " Velm said.\n\n"), 1u);  // not beside one another
  EXPECT_EQ(gathered(wanted, other, " Velm said. "), 1u);
}

TEST(Utterances, ALengthOfTimeIsOneInAnyWords) {
  std::vector<Document> reports;
  reports.push_back(MiniDocument("a", "The boats met \"every day\" of the strike, Velm said.")
                        .Names("Velm", "velm", ActorType::kPerson)
                        .Time("every day", "P1D", TimeType::kSet)
                        .Says("every day", "said", "velm", QuoteKind::kMixed)
                        .Take());
  reports.push_back(MiniDocument("b", "The boats met \"daily\" in the strike, Velm said.")
                        .Names("Velm", "velm", ActorType::kPerson)
                        .Time("daily", "P1D", TimeType::kSet)
                        .Says("daily", "said", "velm", QuoteKind::kMixed)
                        .Take());
  EXPECT_EQ(GatherUtterances(reports).size(), 1u);
}

TEST(Utterances, TheReferenceIsNoCopyAndNoFragment) {
  const auto reports = Reports({"We will shut the northern strait to all ships at once.",
                                "We shall shut the northern strait to grain ships at once."});
  const auto reference = [&](const Lineage* lineage) {
    const auto utterances = GatherUtterances(reports, lineage);
    return utterances.size() == 1 ? utterances[0].readings[0].report : kNone;
  };
  EXPECT_EQ(reference(nullptr), 0);
  Lineage lineage;
  Edge edge;
  edge.from = 1;
  edge.to = 0;
  edge.directed = true;
  edge.confidence = 0.9;
  lineage.edges.push_back(edge);
  EXPECT_EQ(reference(&lineage), 1);
  lineage.edges[0].confidence = 0.3;
  EXPECT_EQ(reference(&lineage), 0);

  std::vector<Document> mixed;
  mixed.push_back(Said("r0", "We will shut the northern strait to all grain ships before night",
                       QuoteKind::kMixed));
  mixed.push_back(Said("r1", "We will shut the northern strait to grain ships."));
  const auto utterances = GatherUtterances(mixed);
  ASSERT_EQ(utterances.size(), 1u);
  EXPECT_EQ(utterances[0].readings[0].report, 1);
}

TEST(Utterances, NeighbouringSentencesAreOne) {
  const std::string both = "The harbour stays open tonight. Every ship may leave it freely.";
  const auto utterances = GatherUtterances(Reports({both, both}));
  ASSERT_EQ(utterances.size(), 1u);
  EXPECT_EQ(utterances[0].readings[0].span.size(), both.size());
}

// Sayings made of a few subjects, verbs and objects: many share some word, few are one.
std::vector<std::string> MadeSayings() {
  constexpr const char* kVerbs[] = {"close", "open", "watch", "blockade", "rebuild"};
  constexpr const char* kThings[] = {"the harbour", "every road to Orsk", "the old bridge",
                                     "our northern border", "the pipeline"};
  constexpr const char* kEnds[] = {"before winter", "if Halden asks us", "with 12 ships"};
  std::vector<std::string> sayings;
  for (const char* verb : kVerbs) {
    for (const char* thing : kThings) {
      for (const char* end : kEnds)
        sayings.push_back(std::string("We will ") + verb + " " + thing + " " + end + ".");
    }
  }
  return sayings;
}

TEST(Utterances, TheIndexFindsWhatAllPairsFind) {
  const std::vector<Document> reports = Reports(MadeSayings());
  const std::vector<Segment> segments = CutSegments(reports);
  const auto listed = [](const std::vector<Rendering>& renderings) {
    std::vector<std::tuple<int32_t, int32_t, float>> rows;
    for (const Rendering& r : renderings) rows.emplace_back(r.a, r.b, r.score);
    return rows;
  };
  const auto found = listed(FindRenderings(reports, segments));
  EXPECT_FALSE(found.empty());
  EXPECT_EQ(found, listed(RenderingsByAllPairs(reports, segments)));
}

TEST(Utterances, OrderOfReportsMakesNoDifference) {
  std::vector<std::string> sayings = MadeSayings();
  std::vector<Document> reports = Reports(sayings), backwards;
  for (size_t i = sayings.size(); i-- > 0;)
    backwards.push_back(Said("r" + std::to_string(i), sayings[i]));
  const auto groups = [](const std::vector<Document>& of) {
    std::vector<std::vector<std::string>> all;
    for (const Utterance& utterance : GatherUtterances(of)) {
      all.emplace_back();
      for (const UtteranceReading& reading : utterance.readings)
        all.back().push_back(of[static_cast<size_t>(reading.report)].id);
      std::sort(all.back().begin() + 1, all.back().end());
    }
    std::sort(all.begin(), all.end());
    return all;
  };
  EXPECT_EQ(groups(reports), groups(backwards));
}

TEST(Synonyms, ExamplesOfTheTable) {
  const Lexicon table = Lexicon::Load("en/synonyms.tsv");
  EXPECT_TRUE(table.malformed().empty());
  ASSERT_FALSE(table.examples().empty());
  for (const std::string_view example : table.examples()) {
    const auto cells = Split(example, '\t');
    ASSERT_EQ(cells.size(), 3u) << example;
    EXPECT_EQ(ShareSynonymRow(cells[0], cells[1]), cells[2] == "yes") << example;
    EXPECT_EQ(ShareSynonymRow(cells[1], cells[0]), cells[2] == "yes") << example;
  }
}

}  // namespace
}  // namespace synoptic
