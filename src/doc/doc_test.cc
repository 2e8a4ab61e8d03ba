#include <gtest/gtest.h>

#include "doc/check.h"
#include "doc/conllu.h"
#include "doc/date.h"
#include "doc/grammar.h"
#include "doc/labels.h"
#include "doc/plover.h"
#include "doc/timeml.h"

namespace synoptic {
namespace {

TEST(Date, ReadsDaysThatExist) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"2031-03-04", "2031-03-04"},
      {"20310304", "2031-03-04"},
      {"2028-02-29", "2028-02-29"},
      {"2031-02-29", ""},
      {"2031-13-01", ""},
      {"0000-01-01", ""},
      {"2031-3-4", ""},
      {"2031-03-045", ""},
      {"", ""},
      {"March 4", ""},
      {"2031-03-04T09", "2031-03-04"},
  };
  for (const auto& [text, iso] : rows) {
    const auto date = Date::Parse(text);
    EXPECT_EQ(date ? date->Iso() : "", iso) << text;
  }
}

TEST(Date, Counts) {
  const Date day = *Date::Of(2031, 3, 4);
  EXPECT_EQ(day.IsoWeekday(), 2);
  EXPECT_EQ(day.Plus(-4).Iso(), "2031-02-28");
  EXPECT_EQ(day.Plus(300).DaysSince(day), 300);
}

TEST(Moment, ReadsTimesWithTheirZone) {
  const std::pair<std::string_view, int64_t> rows[] = {
      {"1970-01-02", 86400},      {"1970-01-01T01:00:00+01:00", 0}, {"1970-01-01T00:00:30.5Z", 30},
      {"1970-01-01 02:00", 7200}, {"19700101T020000Z", 7200},
  };
  for (const auto& [text, seconds] : rows) {
    const auto moment = Moment::Parse(text);
    ASSERT_TRUE(moment) << text;
    EXPECT_EQ(moment->UnixSeconds(), seconds) << text;
  }
  for (const std::string_view text :
       {"1970-01-01T25:00", "1970-01-01Tx", "1970-01-01T10:00+99:00", "soon"}) {
    EXPECT_FALSE(Moment::Parse(text)) << text;
  }
}

TEST(Grammar, NamesReadBack) {
  for (const std::string_view name : kUposNames) EXPECT_EQ(Name(*UposFromName(name)), name);
  for (const std::string_view name : kRelationNames) EXPECT_EQ(Name(*RelationFromName(name)), name);
  EXPECT_EQ(RelationFromName("acl:cleft"), Relation::kAcl);
  EXPECT_EQ(RelationFromName("nonsense"), std::nullopt);
  EXPECT_EQ(UposFromName("noun"), std::nullopt);
}

TEST(Plover, NamesReadBackAndHaveAClass) {
  for (const std::string_view name : kPloverNames) {
    const auto type = PloverFromName(name);
    ASSERT_TRUE(type);
    EXPECT_EQ(Name(*type), name);
  }
  EXPECT_EQ(QuadOf(PloverType::kRequest), Quad::kVerbalConflict);
  EXPECT_EQ(QuadOf(PloverType::kAssault), Quad::kMaterialConflict);
}

template <typename Enum>
void ExpectDistinctLabels() {
  for (size_t i = 0; i < Labels<Enum>::kWords.size(); ++i) {
    EXPECT_EQ(FromLabel<Enum>(Labels<Enum>::kWords[i]), static_cast<Enum>(i));
  }
}

TEST(Labels, TellValuesApart) {
  ExpectDistinctLabels<SectionKind>();
  ExpectDistinctLabels<ActorType>();
  ExpectDistinctLabels<MentionKind>();
  ExpectDistinctLabels<TimeType>();
  ExpectDistinctLabels<QuoteKind>();
  ExpectDistinctLabels<Polarity>();
  ExpectDistinctLabels<Modality>();
  ExpectDistinctLabels<FactKind>();
  ExpectDistinctLabels<DateSource>();
  ExpectDistinctLabels<EdgeKind>();
  ExpectDistinctLabels<Wording>();
  ExpectDistinctLabels<ChangeOp>();
  ExpectDistinctLabels<FindingStatus>();
  ExpectDistinctLabels<Between>();
  ExpectDistinctLabels<Facet>();
  ExpectDistinctLabels<LedgerKind>();
  ExpectDistinctLabels<LedgerStatus>();
  EXPECT_EQ(FromLabel<Facet>("colour"), std::nullopt);
}

Document TwoWords() {
  Document document;
  document.id = "d";
  document.text = "Café opens.";
  document.sections = {{{0, 12}, SectionKind::kBody}};
  document.tokens = {{{0, 5}, "Café", 1, Upos::kPropn, Relation::kNsubj},
                     {{6, 11}, "open", kNone, Upos::kVerb, Relation::kRoot},
                     {{11, 12}, ".", 1, Upos::kPunct, Relation::kPunct}};
  document.sentences = {{{0, 12}, 0, 3, true, true, SectionKind::kBody}};
  document.mentions = {{{0, 5}, ActorType::kPlace, MentionKind::kName, 0, false}};
  document.actors.resize(1);
  document.actors[0].id = "cafe";
  return document;
}

TEST(Check, HoldsForASoundDocument) {
  EXPECT_EQ(BrokenInvariants(TwoWords()), std::vector<std::string>{});
}

TEST(Check, SeesWhatIsBroken) {
  using Break = void (*)(Document&);
  const Break breaks[] = {
      [](Document& d) { d.text = "Caf\xE9 opens.."; },
      [](Document& d) { d.tokens[0].span.end = 4; },    // inside é
      [](Document& d) { d.tokens[1].span.begin = 4; },  // overlap, inside é
      [](Document& d) {
        d.tokens[2].span = {12, 12};
      },                                                  // empty
      [](Document& d) { d.tokens[0].head = 3; },          // outside the sentence
      [](Document& d) { d.sentences[0].end_token = 2; },  // a token in no sentence
      [](Document& d) { d.sections[0].span.end = 13; },   // outside the text
      [](Document& d) { d.mentions[0].actor = 1; },       // points nowhere
      [](Document& d) { d.mentions.clear(); },            // actor without a mention
      [](Document& d) {
        d.times.push_back({{0, 5}});
      },                                               // time without a value
      [](Document& d) { d.quotes.push_back({"q"}); },  // quote without content
      [](Document& d) {
        d.statements.push_back({"s", {0, 40}});
      },
  };
  for (size_t i = 0; i < std::size(breaks); ++i) {
    Document document = TwoWords();
    breaks[i](document);
    EXPECT_NE(BrokenInvariants(document), std::vector<std::string>{}) << "break " << i;
  }
}

TEST(Timeml, MarksTimesAndEscapesTheRest) {
  Document document;
  document.id = "a&b";
  document.text = "At <5> on Monday \"it\x01\" ended.";
  document.published = Moment::Parse("2031-03-04");
  document.times.push_back({{10, 16}, TimeType::kDate, "2031-03-03"});
  std::string out;
  WriteTimeml(document, out);
  EXPECT_NE(out.find("<DOCID>a&amp;b</DOCID>"), std::string::npos) << out;
  EXPECT_NE(
      out.find(
          "At &lt;5&gt; on <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2031-03-03\">Monday</TIMEX3> "
          "&quot;it\xEF\xBF\xBD&quot; ended.</TEXT>"),
      std::string::npos)
      << out;
}

TEST(Conllu, WritesASentence) {
  std::string out;
  WriteConllu(TwoWords(), out);
  EXPECT_EQ(out,
            "# newdoc id = d\n# sent_id = 1\n# text = Café opens.\n"
            "1\tCafé\tCafé\tPROPN\t_\t_\t2\tnsubj\t_\t_\n"
            "2\topens\topen\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
            "3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n");
}

}  // namespace
}  // namespace synoptic
