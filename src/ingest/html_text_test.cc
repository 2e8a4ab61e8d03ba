#include "ingest/html_text.h"

#include <gtest/gtest.h>

#include "ingest/line_table.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

std::string TextOfPage(std::string_view page, std::string_view title = "Ferry talks") {
  std::string text;
  for (const Block& block : FindMainText(HtmlTree::Parse(std::string(page)), title)) {
    text += text.empty() ? "" : "|";
    text += block.text;
  }
  return text;
}

constexpr std::string_view kStory =
    "<p>Envoys of both shores met on Tuesday in the old customs house of the port.</p>"
    "<p>They will meet again on Friday, a spokesman for the harbour said to reporters.</p>";
constexpr std::string_view kStoryText =
    "Envoys of both shores met on Tuesday in the old customs house of the port.|"
    "They will meet again on Friday, a spokesman for the harbour said to reporters.";

std::string Page(std::string_view before, std::string_view behind = "") {
  return "<body>" + std::string(before) + "<div id=story>" + std::string(kStory) + "</div>" +
         std::string(behind) + "</body>";
}

TEST(FindMainText, TakesTheSummaryBetweenHeadingAndArticle) {
  const std::string summary = "After a year of silence the two shores talk of the ferry again.";
  EXPECT_EQ(TextOfPage(Page("<header><h1>Ferry talks</h1><p>" + summary + "</p></header>")),
            summary + "|" + std::string(kStoryText));
  EXPECT_EQ(TextOfPage(Page("<h1>Ferry talks</h1><p><a href=x>" + summary + "</a></p>")),
            kStoryText);
}

TEST(FindMainText, TellsTheTeaserOfTheArticleFromThoseOfOthers) {
  const std::string summary = "After a year of silence the two shores talk of the ferry again.";
  EXPECT_EQ(TextOfPage(Page("<div class=teaser-box>" + summary + "</div>")),
            summary + "|" + std::string(kStoryText));
  EXPECT_EQ(TextOfPage(Page("<div class=teaser-box>" + summary + "<a href=x>on</a></div>")),
            kStoryText);
}

TEST(FindMainText, KeepsWhatHoldsTheHeadingWhateverItIsCalled) {
  for (const std::string_view wrapper :
       {"<form>", "<nav>", "<aside>", "<div class=sidebar>", "<div class='page paywall'>"}) {
    std::string page =
        "<body>" + std::string(wrapper) + "<h1>Ferry talks</h1>" + std::string(kStory) + "</body>";
    EXPECT_EQ(TextOfPage(page), kStoryText) << wrapper;
  }
}

TEST(FindMainText, KeepsWhatAScriptWillShow) {
  EXPECT_EQ(TextOfPage("<body><h1>Ferry talks</h1><div hidden id=S:1>" + std::string(kStory) +
                       "</div></body>"),
            kStoryText);
  EXPECT_EQ(TextOfPage(Page("<h1>Ferry talks</h1>",
                            "<div hidden><p>Please sign in to tell us what "
                            "you think of this.</p></div>")),
            kStoryText);
}

TEST(FindMainText, WeighsFurnitureByItsSentences) {
  std::string menu = "<div>";
  for (int i = 0; i < 60; ++i) menu += "<div>Harbour and coast</div>";
  EXPECT_EQ(TextOfPage("<body>" + menu + "</div><h1>Ferry talks</h1><div class=embed>" +
                       std::string(kStory) + "</div></body>"),
            kStoryText);
}

TEST(FindMainText, KeepsSentencesThatLeadToEarlierOnes) {
  const std::string linked =
      "The envoys had last met in May, <a href=x>when the ferry was stopped for a week by a storm "
      "that took both of the landing stages with it</a>, as we reported then.";
  const std::string plain =
      "The envoys had last met in May, when the ferry was stopped for a week by a storm that took "
      "both of the landing stages with it, as we reported then.";
  EXPECT_EQ(TextOfPage("<body><h1>Ferry talks</h1><div id=story>" + std::string(kStory) + "<p>" +
                       linked + "</p></div>"),
            std::string(kStoryText) + "|" + plain);
  EXPECT_EQ(TextOfPage("<body><h1>Ferry talks</h1><div id=story>" + std::string(kStory) +
                       "<p>Also: <a href=x>when the ferry was stopped for a week by a storm that "
                       "took both of the landing stages with it</a></p></div>"),
            kStoryText);
}

TEST(FindMainText, LooksAgainWhereEverythingIsCalledFurniture) {
  const std::string half = "<p>They will meet again on Friday, a spokesman said to reporters.</p>";
  const auto page = [&](const std::string& heading) {
    std::string parts = "<body><div id=a>" + heading;
    for (int i = 0; i < 3; ++i) parts += "<div class=promo>" + half + "</div>";
    return parts + "</div></body>";
  };
  const std::string line = "They will meet again on Friday, a spokesman said to reporters.";
  EXPECT_EQ(TextOfPage(page("<h1>Ferry talks</h1>")), line + "|" + line + "|" + line);
  EXPECT_EQ(TextOfPage("<body><h1>Ferry talks</h1>" + page("").substr(6)), "")
      << "what holds no heading may be comments";
}

TEST(FindMainText, LeavesOutWhatHasNoWord) {
  const size_t first = kStory.find("</p>") + 4;
  EXPECT_EQ(TextOfPage("<body><h1>Ferry talks</h1><div>" + std::string(kStory.substr(0, first)) +
                       "<p>\xE2\x80\x8C</p><p>___</p><p>* * *</p>" +
                       std::string(kStory.substr(first)) + "</div></body>"),
            kStoryText);
}

TEST(FindMainText, KeepsAQuotationInItsSentence) {
  EXPECT_EQ(TextOfPage("<body><h1>Ferry talks</h1><div>" + std::string(kStory) +
                       "<p>The envoys said <q>no</q> to all nine points of it.</p></div></body>"),
            std::string(kStoryText) + "|The envoys said no to all nine points of it.");
}

TEST(FindMainText, LeavesOutListsOfOtherThings) {
  EXPECT_EQ(
      TextOfPage("<body><article><h1>Ferry talks</h1>" + std::string(kStory) +
                 "<h4>Lesen Sie auch</h4><p>Sturm im Hafen</p><p><a href=x>Fischer warten auf "
                 "das Ende des Sturms</a></p><p>The mediator left the port on the evening "
                 "ferry without a word.</p></article></body>"),
      std::string(kStoryText) + "|The mediator left the port on the evening ferry without a word.");
}

TEST(WebLines, ExamplesHold) {
  const Lexicon lexicon = Lexicon::Load("web/lines.tsv");
  const LineTable table = LineTable::Load("web/lines.tsv");
  ASSERT_FALSE(lexicon.examples().empty());
  EXPECT_TRUE(lexicon.malformed().empty());
  for (const std::string_view example : lexicon.examples()) {
    const size_t arrow = example.find(" => ");
    EXPECT_EQ(table.KindOf(example.substr(0, arrow)), example.substr(arrow + 4)) << example;
  }
}

}  // namespace
}  // namespace synoptic
