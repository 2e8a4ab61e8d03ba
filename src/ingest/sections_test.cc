#include "ingest/sections.h"

#include <gtest/gtest.h>

#include <string>

#include "doc/labels.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

// "kind: words" a line.
std::string Shown(std::string_view text) {
  std::string shown;
  for (const Section& section : FindLayout(text).sections) {
    shown += std::string(Label(section.kind)) + ": " + std::string(section.span.In(text)) + "\n";
  }
  return shown;
}

TEST(FindLayout, TellsTheStoryFromWhatStandsAroundIt) {
  EXPECT_EQ(Shown("Skip to content\n"
                  "Ferry talks resume in Port Alva\n\n"
                  "By Ana Orlec and Tom Brisk\n"
                  "March 4, 2031\n\n"
                  "PORT ALVA (Tidewire) — Envoys of both shores met on Tuesday.\n"
                  "NEW TERMS\n"
                  "They will meet again, a spokesman said.\n"
                  "(Reporting by Ana Orlec; Editing by Jo Lint)\n"
                  "Related stories\n"
                  "Storm shuts the port\n"
                  "A short line that ends.\n"),
            "boilerplate: Skip to content\n"
            "headline: Ferry talks resume in Port Alva\n"
            "byline: By Ana Orlec and Tom Brisk\n"
            "dateline: March 4, 2031\n"
            "dateline: PORT ALVA (Tidewire) —\n"
            "body: Envoys of both shores met on Tuesday.\n"
            "body: NEW TERMS\n"
            "body: They will meet again, a spokesman said.\n"
            "credit: (Reporting by Ana Orlec; Editing by Jo Lint)\n"
            "boilerplate: Related stories\n"
            "boilerplate: Storm shuts the port\n"
            "boilerplate: A short line that ends.\n");
}

TEST(FindLayout, KeepsAStoryThatHasNothingAroundIt) {
  EXPECT_EQ(Shown("Envoys met on Tuesday.\r\nThey parted.\r\n"),
            "body: Envoys met on Tuesday.\nbody: They parted.\n");
  EXPECT_EQ(Shown("One line without a stop"), "body: One line without a stop\n");
  EXPECT_EQ(Shown(""), "");
  EXPECT_EQ(Shown(" \n \n"), "");
}

TEST(FindLayout, ReadsBylineCreditAndAgency) {
  const Layout layout = FindLayout(
      "Ferry talks resume\nBy Ana Orlec, Tom Brisk & Li Wen\nKESTREL BAY, March 4 (Tidewire) - "
      "Envoys met.\n"
      "With inputs from agencies\n© 2031 Tidewire");
  EXPECT_EQ(layout.authors, (std::vector<std::string>{"Ana Orlec", "Tom Brisk", "Li Wen"}));
  EXPECT_EQ(layout.credit, "With inputs from agencies; © 2031 Tidewire");
  EXPECT_EQ(layout.agency, "Tidewire");
}

TEST(FindLayout, ReadsOutletAndDayOfALineOfTheirOwn) {
  const std::string text =
      "Bridge to open\n\nThe Dune Post, March 15, 2031\n\nThe bridge opens on Friday.";
  EXPECT_EQ(FindLayout(text).agency, "The Dune Post");
  EXPECT_EQ(Shown(text),
            "headline: Bridge to open\ndateline: The Dune Post, March 15, 2031\n"
            "body: The bridge opens on Friday.\n");
  EXPECT_EQ(FindLayout("Bridge to open\n\nTidewire | 15 March 2031\n\nIt opens.").agency,
            "Tidewire");
  EXPECT_EQ(FindLayout("Bridge to open\n\nTidewire\n15 March 2031\n\nIt opens.").agency,
            "Tidewire");
  EXPECT_EQ(FindLayout("Bridge to open\n\nBergen, 15 March 2031\n\nIt opens.").agency, "");
}

TEST(FindLayout, ReadsALineOfShortFieldsWithADay) {
  struct Row {
    const char *line, *agency;
  };
  constexpr Row kRows[] = {
      {"The Dune Post | Saturday 15 March 2031 | Foreign desk and agencies", "The Dune Post"},
      {"Tidewire \u2013 Bergen, 15 March 2031, 09:40 GMT", "Tidewire"},
      {"Compiled March 15, 2031. For members only; do not pass on.", ""},
      {"Bergen, 15 March 2031", ""},
  };
  for (const Row& row : kRows) {
    const std::string text = "Bridge to open\n" + std::string(row.line) + "\n\nIt opens on Friday.";
    EXPECT_EQ(FindLayout(text).dateline.In(text), row.line);
    EXPECT_EQ(FindLayout(text).agency, row.agency) << row.line;
  }
  for (const std::string line :
       {"The bridge opened on Friday, 15 March 2031, after a long strike of all its builders.",
        "The accord of 15 March 2031, and what it says", "Dune Post, March 2031, page 4"}) {
    EXPECT_TRUE(FindLayout("Bridge to open\n" + line + "\n\nIt opens.").dateline.empty()) << line;
  }
}

TEST(FindLayout, ReadsADatelineOfPlaceDayAndAgency) {
  const std::string text =
      "Bridge to open\n\nBergen, March 15, Tidewire \u2013 It opens on Friday.";
  const Layout layout = FindLayout(text);
  EXPECT_EQ(layout.dateline.In(text), "Bergen, March 15, Tidewire \u2013");
  EXPECT_EQ(layout.agency, "Tidewire");
  for (const std::string body : {"Bergen, an old port \u2013 It opens on Friday.",
                                 "Bergen, Norway \u2013 It opens on Friday."}) {
    EXPECT_TRUE(FindLayout("Bridge to open\n\n" + body).dateline.empty()) << body;
  }
}

TEST(FindLayout, ReadsAnAgencyBeforeTheDash) {
  const std::string text = "Bridge to open\n\n(Tidewire) - The bridge opens on Friday.";
  EXPECT_EQ(FindLayout(text).agency, "Tidewire");
  EXPECT_EQ(
      Shown(text),
      "headline: Bridge to open\ndateline: (Tidewire) -\nbody: The bridge opens on Friday.\n");
}

TEST(FindLayout, TakesAnAgencyAloneInBracketsForACredit) {
  EXPECT_EQ(Shown("Envoys met.\n(Tidewire)\n(They parted.)\n(see map)"),
            "body: Envoys met.\ncredit: (Tidewire)\nbody: (They parted.)\nbody: (see map)\n");
}

TEST(FindLayout, ReadsADatelineWithItsAgencyBetweenStrokes) {
  const std::string text =
      "Bridge to open\n\nBRENN, March 4. /TIDEWIRE/. The bridge opens on Friday.";
  const Layout layout = FindLayout(text);
  EXPECT_EQ(layout.dateline.In(text), "BRENN, March 4. /TIDEWIRE/.");
  EXPECT_EQ(layout.agency, "TIDEWIRE");
  EXPECT_TRUE(FindLayout("Bridge to open\n\nOpen the /etc/. folder.").dateline.empty());
}

TEST(FindLayout, DoesNotTakeEveryDashForADateline) {
  for (const std::string_view text :
       {"Envoys - tired ones - met.", "The port - UN says - is shut.", "A - B."}) {
    EXPECT_EQ(Shown(text), "body: " + std::string(text) + "\n");
  }
}

TEST(Furniture, ExamplesHold) {
  const Lexicon lexicon = Lexicon::Load("en/furniture.tsv");
  ASSERT_FALSE(lexicon.examples().empty());
  for (const std::string_view example : lexicon.examples()) {
    const size_t arrow = example.rfind("=> ");
    ASSERT_NE(arrow, std::string_view::npos) << example;
    const std::string_view line = example.substr(0, arrow > 0 ? arrow - 1 : 0);
    EXPECT_EQ(FurnitureKind(line), example.substr(arrow + 3)) << line;
  }
}

}  // namespace
}  // namespace synoptic
