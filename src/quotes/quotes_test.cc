#include "quotes/quotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/ascii.h"
#include "doc/check.h"
#include "doc/labels.h"
#include "text/lexicon.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

// A report in which the test's people are known by name.
Document Annotated(std::string_view text) {
  Document document = MiniDocument("d", text)
                          .Names("Ana Velm", "velm", ActorType::kPerson)
                          .Names("Velm", "velm", ActorType::kPerson)
                          .Names("Dorn", "dorn", ActorType::kPerson)
                          .Names("Halden", "halden", ActorType::kState)
                          .Take();
  FindQuotes(document);
  EXPECT_THAT(BrokenInvariants(document), testing::IsEmpty()) << text;
  return document;
}

std::string SpeakerIn(const Document& document, const Quote& quote) {
  return quote.speaker ? std::string(document.Cut(quote.speaker->span)) : "";
}

std::string ContentOf(const Document& document, const Quote& quote) {
  std::string content;
  for (const Span part : quote.content)
    content += (content.empty() ? "" : " … ") + std::string(document.Cut(part));
  return content;
}

// "direct | Velm | said | We will stay."
std::vector<std::string> Told(std::string_view text) {
  const Document document = Annotated(text);
  std::vector<std::string> rows;
  for (const Quote& quote : document.quotes) {
    rows.push_back(std::string(Label(quote.kind)) + " | " + SpeakerIn(document, quote) + " | " +
                   (quote.cue ? std::string(document.Cut(*quote.cue)) : "") + " | " +
                   ContentOf(document, quote));
  }
  return rows;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Quotes, DirectSpeech) {
  EXPECT_THAT(Told("\"We will stay,\" Velm said."),
              ElementsAre("direct | Velm | said | We will stay,"));
  EXPECT_THAT(Told("“We will stay here,” said Velm."),
              ElementsAre("direct | Velm | said | We will stay here,"));
  EXPECT_THAT(Told("Velm said: “We will stay here.”"),
              ElementsAre("direct | Velm | said | We will stay here."));
  EXPECT_THAT(Told("Velm told the council on Monday, “We will stay here.”"),
              ElementsAre("direct | Velm | told | We will stay here."));
}

TEST(Quotes, AnInterruptedQuotationIsOne) {
  EXPECT_THAT(Told("\"We will stay,\" Velm said, \"and we will fish.\""),
              ElementsAre("direct | Velm | said | We will stay, … and we will fish."));
}

TEST(Quotes, AQuotationOverParagraphsIsOne) {
  EXPECT_THAT(
      Told("Velm said: “We will stay here.\n\n“We will fish where we like.”"),
      ElementsAre("direct | Velm | said | We will stay here. … We will fish where we like."));
}

TEST(Quotes, WhoASpeakerIsBelongsToTheSpeaker) {
  EXPECT_THAT(Told("“We will stay here,” said Ana Velm, who runs the port."),
              ElementsAre("direct | Ana Velm, who runs the port | said | We will stay here,"));
  EXPECT_THAT(
      Told("Dorn, a doctor from Halden, said that the wards were full."),
      ElementsAre("indirect | Dorn, a doctor from Halden | said | that the wards were full"));
}

TEST(Quotes, MixedSpeech) {
  EXPECT_THAT(
      Told("Velm said the council “has no idea of the sea” and knows it."),
      ElementsAre("mixed | Velm | said | the council “has no idea of the sea” and knows it"));
  EXPECT_THAT(Told("The harbour “lets the north breathe,” Velm said."),
              ElementsAre("mixed | Velm | said | The harbour “lets the north breathe,"));
}

TEST(Quotes, MarkedWordsOfOneCueAreNotTheNextOnes) {
  EXPECT_THAT(
      Told("Velm added that the rumours were “a mere invention of the press,” and stressed that "
           "nothing was agreed."),
      ElementsAre("mixed | Velm | added | that the rumours were “a mere invention of the press,”",
                  "indirect | Velm | stressed | that nothing was agreed"));
  EXPECT_THAT(Told("Velm said the fees would not return, though they “would rise a little”."),
              ElementsAre("mixed | Velm | said | the fees would not return, though they “would "
                          "rise a little”"));
}

TEST(Quotes, WhoIsNamedBehindASpokesmanDoesNotSpeak) {
  for (const std::string_view text :
       {"“We will stay here,” a spokesman for Velm said.", "“We will stay here,” Velm's aide said.",
        "An official in the office of Ana Velm said that it rained."}) {
    const Document document = Annotated(text);
    ASSERT_EQ(document.quotes.size(), 1u) << text;
    ASSERT_TRUE(document.quotes[0].speaker) << text;
    EXPECT_EQ(document.quotes[0].speaker->actor, kNone) << text;
  }
}

TEST(Quotes, WhoIsNamedBehindACommaIsTheSpokesman) {
  const Document document = Annotated("“We will stay here,” a spokesman for the port, Dorn, said.");
  ASSERT_EQ(document.quotes.size(), 1u);
  ASSERT_TRUE(document.quotes[0].speaker && document.quotes[0].speaker->actor != kNone);
  const auto actor = static_cast<size_t>(document.quotes[0].speaker->actor);
  EXPECT_EQ(document.actors[actor].id, "dorn");
}

TEST(Quotes, ADayMayStandBeforeThePreposition) {
  Document document = MiniDocument("d", "Velm spoke late on Sunday of a small step.")
                          .Names("Velm", "velm", ActorType::kPerson)
                          .Time("Sunday", "2031-03-02")
                          .Take();
  FindQuotes(document);
  ASSERT_EQ(document.quotes.size(), 1u);
  EXPECT_EQ(ContentOf(document, document.quotes[0]), "a small step");
}

TEST(Quotes, SingleWordsAreNoSpeech) {
  EXPECT_THAT(Told("The so-called “truce” lasted a day."), ElementsAre("scare |  |  | truce"));
  EXPECT_THAT(Told("The fish was 12\" long and the boat's crew 6' tall."), IsEmpty());
}

TEST(Quotes, Parentheses) {
  EXPECT_THAT(Told("The port, Velm said, will open again."),
              ElementsAre("indirect | Velm | said | The port … will open again"));
  EXPECT_THAT(Told("The port will open again on Monday, according to the ministry."),
              ElementsAre("indirect | the ministry | according to | "
                          "The port will open again on Monday"));
}

TEST(Quotes, OneSpeakerOfTwoCues) {
  EXPECT_THAT(Told("Velm denied that the port was closed and said that it was full."),
              ElementsAre("indirect | Velm | denied | that the port was closed",
                          "indirect | Velm | said | that it was full"));
  EXPECT_THAT(Told("Velm left for Halden, saying that the talks had failed."),
              ElementsAre("indirect | Velm | saying | that the talks had failed"));
}

TEST(Quotes, SecondHand) {
  const Document document =
      Annotated("The agency quoted Dorn as saying that the port would close.");
  ASSERT_EQ(document.quotes.size(), 1u);
  const Quote& quote = document.quotes[0];
  EXPECT_EQ(SpeakerIn(document, quote), "Dorn");
  ASSERT_TRUE(quote.reporter);
  EXPECT_EQ(document.Cut(quote.reporter->span), "The agency");
  EXPECT_THAT(Told("“We will stay here,” Dorn was quoted as saying."),
              ElementsAre("direct | Dorn | saying | We will stay here,"));
}

TEST(Quotes, PronounsAreResolvedByWhoSpokeBefore) {
  const Document document =
      Annotated("“We will stay here,” Velm said.\n\n“Nobody will move us,” she said.");
  ASSERT_EQ(document.quotes.size(), 2u);
  ASSERT_TRUE(document.quotes[1].speaker);
  ASSERT_NE(document.quotes[1].speaker->actor, kNone);
  EXPECT_EQ(document.actors[static_cast<size_t>(document.quotes[1].speaker->actor)].id, "velm");
}

TEST(Quotes, LineEndsMakeNoDifference) {
  const std::string lines = "Velm said: “We stay.\n\n“We will fish.”\nDorn denied it.\n";
  std::string both;
  for (const char c : lines) both += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(Told(lines), Told(both));
}

// Marked words of a quotation become quotes of their own, and stay in place.
TEST(Quotes, Unfolded) {
  Document document = Annotated("Velm said the council “has no idea of the sea” and knows it.");
  UnfoldQuotes(document);
  EXPECT_THAT(BrokenInvariants(document), IsEmpty());
  ASSERT_EQ(document.quotes.size(), 2u);
  EXPECT_EQ(document.quotes[0].kind, QuoteKind::kIndirect);
  EXPECT_EQ(document.quotes[1].kind, QuoteKind::kMixed);
  EXPECT_EQ(ContentOf(document, document.quotes[1]), "has no idea of the sea");
  EXPECT_EQ(SpeakerIn(document, document.quotes[1]), "Velm");
}

void RunExamples(std::string_view path) {
  const Lexicon table = Lexicon::Load(path);
  EXPECT_TRUE(table.malformed().empty()) << path;
  ASSERT_FALSE(table.examples().empty()) << path;
  for (const std::string_view example : table.examples()) {
    const auto cells = Split(example, '\t');
    ASSERT_EQ(cells.size(), 3u) << example;
    const Document document = Annotated(cells[0]);
    if (cells[2].empty()) {
      EXPECT_THAT(document.quotes, IsEmpty()) << example;
      continue;
    }
    const bool told =
        std::any_of(document.quotes.begin(), document.quotes.end(), [&](const Quote& quote) {
          return SpeakerIn(document, quote) == cells[1] && ContentOf(document, quote) == cells[2];
        });
    EXPECT_TRUE(told) << example << "\n" << testing::PrintToString(Told(cells[0]));
  }
}

TEST(Tables, CueVerbs) { RunExamples("en/quote_cues.tsv"); }
TEST(Tables, CueNouns) { RunExamples("en/quote_nouns.tsv"); }

TEST(Tables, Channels) {
  const Lexicon table = Lexicon::Load("en/quote_channels.tsv");
  EXPECT_TRUE(table.malformed().empty());
  ASSERT_FALSE(table.examples().empty());
  for (const std::string_view example : table.examples()) {
    const auto cells = Split(example, '\t');
    const Document document = Annotated(cells[0]);
    ASSERT_EQ(document.quotes.size(), 1u) << example;
    EXPECT_EQ(document.quotes[0].channel, cells.size() > 1 ? cells[1] : "") << example;
  }
}

}  // namespace
}  // namespace synoptic
