#include "text/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/ascii.h"
#include "doc/check.h"
#include "text/fold.h"
#include "text/lemmatizer.h"
#include "text/lexicon.h"
#include "text/parser.h"
#include "text/tokenizer.h"

namespace synoptic {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Document Read(std::string_view text) {
  Document document;
  document.id = "t";
  document.text = text;
  uint32_t begin = 0;
  while (begin < text.size()) {
    const auto end = static_cast<uint32_t>(std::min(text.find('\n', begin), text.size()));
    if (end > begin) document.sections.push_back({{begin, end}, SectionKind::kBody});
    begin = end + 1;
  }
  FindTokens(document);
  EXPECT_THAT(BrokenInvariants(document), IsEmpty()) << text;
  return document;
}

std::vector<std::string> Words(std::string_view text) {
  const Document document = Read(text);
  std::vector<std::string> words;
  for (size_t i = 0; i < document.tokens.size(); ++i)
    words.emplace_back(document.Word(static_cast<Index>(i)));
  return words;
}

std::vector<std::string> Sentences(std::string_view text) {
  const Document document = Read(text);
  std::vector<std::string> sentences;
  for (const Sentence& sentence : document.sentences)
    sentences.emplace_back(document.Cut(sentence.span));
  return sentences;
}

// ---- tokens -------------------------------------------------------------------------------------

TEST(Tokens, CutCliticsAndMarks) {
  EXPECT_THAT(Words("We don't know Oslo's plan."),
              ElementsAre("We", "do", "n't", "know", "Oslo", "'s", "plan", "."));
  EXPECT_THAT(Words("“We can’t,” she said."),
              ElementsAre("“", "We", "ca", "n’t", ",", "”", "she", "said", "."));
  EXPECT_THAT(Words("They'll go; I'd stay."),
              ElementsAre("They", "'ll", "go", ";", "I", "'d", "stay", "."));
}

TEST(Tokens, KeepNumbersAddressesAndHandlesWhole) {
  EXPECT_THAT(Words("It cost 1,250.50 at 10:35."),
              ElementsAre("It", "cost", "1,250.50", "at", "10:35", "."));
  EXPECT_THAT(Words("See https://example.org/a?b=c now"),
              ElementsAre("See", "https://example.org/a?b=c", "now"));
  EXPECT_THAT(Words("@port_alva wrote #talks"), ElementsAre("@port_alva", "wrote", "#talks"));
  EXPECT_THAT(Words("mail press@example.org today"),
              ElementsAre("mail", "press@example.org", "today"));
}

TEST(Tokens, KeepAbbreviationsAndCombiningMarks) {
  EXPECT_THAT(Words("Gen. Berg met U.S. envoys"),
              ElementsAre("Gen.", "Berg", "met", "U.S.", "envoys"));
  EXPECT_THAT(Words("Jose\xCC\x81 left"), ElementsAre("Jose\xCC\x81", "left"));
  EXPECT_THAT(Words("a\xC2\xA0"
                    "b"),
              ElementsAre("a", "b"));
}

// ---- sentences ----------------------------------------------------------------------------------

TEST(Sentences, EndAtStopsButNotAtAbbreviations) {
  EXPECT_THAT(Sentences("Gen. Keith Moll met U.S. officials on Jan. 3. He left."),
              ElementsAre("Gen. Keith Moll met U.S. officials on Jan. 3.", "He left."));
  EXPECT_THAT(Sentences("J. P. Hartwell spoke. Prices rose 3.5 percent. Why?"),
              ElementsAre("J. P. Hartwell spoke.", "Prices rose 3.5 percent.", "Why?"));
}

TEST(Sentences, TakeClosingMarksAlong) {
  EXPECT_THAT(Sentences("“We agree.” The envoy left. \"Never!\" he said."),
              ElementsAre("“We agree.”", "The envoy left.", "\"Never!\" he said."));
}

TEST(Sentences, KeepParagraphsHeadlinesAndCreditsApart) {
  EXPECT_THAT(Sentences("Envoys meet in Oslo\n• first point\n• second point"),
              ElementsAre("Envoys meet in Oslo", "• first point", "• second point"));
  EXPECT_THAT(Sentences("The harbour at dawn Image: A. Berg."),
              ElementsAre("The harbour at dawn", "Image: A. Berg."));
}

TEST(Sentences, DoNotDependOnLineEnds) {
  const std::string_view unix_text = "Envoys met.\nThey agreed. They left.\n";
  const std::string_view dos_text = "Envoys met.\r\nThey agreed. They left.\r\n";
  EXPECT_EQ(Words(unix_text), Words(dos_text));
}

TEST(Sentences, AreCutWhereTheyRunOn) {
  std::string text;
  for (int i = 0; i < 9000; ++i) text += "word ";
  for (const Sentence& sentence : Read(text).sentences)
    EXPECT_LE(sentence.end_token - sentence.first_token, 2001);
}

// ---- tags and lemmas ----------------------------------------------------------------------------

std::vector<Upos> Tags(std::string_view text) {
  std::vector<Upos> tags;
  for (const Token& token : Read(text).tokens) tags.push_back(token.pos);
  return tags;
}

TEST(Tags, OfAPlainSentence) {
  EXPECT_THAT(Tags("The envoy quickly rejected a new plan in Oslo."),
              ElementsAre(Upos::kDet, Upos::kNoun, Upos::kAdv, Upos::kVerb, Upos::kDet, Upos::kAdj,
                          Upos::kNoun, Upos::kAdp, Upos::kPropn, Upos::kPunct));
}

TEST(Tags, TellWordsOfOneFormApart) {
  EXPECT_EQ(Tags("They may march in March .")[2], Upos::kVerb);
  EXPECT_EQ(Tags("They may march in March .")[4], Upos::kPropn);
}

TEST(Lemmas, OfRegularAndIrregularForms) {
  Arena arena;
  const auto lemma = [&](std::string_view word, Upos pos) {
    return std::string(Lemmatizer::English().Lemma(word, pos, arena));
  };
  EXPECT_EQ(lemma("went", Upos::kVerb), "go");
  EXPECT_EQ(lemma("agreed", Upos::kVerb), "agree");
  EXPECT_EQ(lemma("violating", Upos::kVerb), "violate");
  EXPECT_EQ(lemma("casualties", Upos::kNoun), "casualty");
  EXPECT_EQ(lemma("Oslo", Upos::kPropn), "Oslo");
  EXPECT_EQ(lemma("", Upos::kNoun), "");
}

TEST(Weights, ThatAreMalformedSayNothing) {
  for (const std::string_view bytes : {"", "SYNTAG01", "garbage that is long enough to be read"}) {
    const Lemmatizer lemmas(bytes);
    Arena arena;
    EXPECT_EQ(lemmas.Lemma("Went", Upos::kVerb, arena), "went");
  }
}

// ---- heads and relations ------------------------------------------------------------------------

// "dependent relation head" of every word but marks, in order.
std::vector<std::string> Arcs(std::string_view text) {
  Document document = Read(text);
  std::vector<std::string> arcs;
  for (size_t s = 0; s < document.sentences.size(); ++s)
    ParseSentence(document, static_cast<Index>(s));
  EXPECT_THAT(BrokenInvariants(document), IsEmpty()) << text;
  for (size_t i = 0; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    if (token.pos == Upos::kPunct) continue;
    const std::string_view head = token.head == kNone ? "-" : document.Word(token.head);
    arcs.push_back(std::string(document.Word(static_cast<Index>(i))) + ' ' +
                   std::string(Name(token.relation)) + ' ' + std::string(head));
  }
  return arcs;
}

TEST(Parse, FindsWhoDoesWhatToWhom) {
  EXPECT_THAT(Arcs("The minister rejected the offer."),
              ElementsAre("The det minister", "minister nsubj rejected", "rejected root -",
                          "the det offer", "offer obj rejected"));
  EXPECT_THAT(Arcs("The bridge was destroyed by rebels."),
              ElementsAre("The det bridge", "bridge nsubj:pass destroyed", "was aux:pass destroyed",
                          "destroyed root -", "by case rebels", "rebels obl destroyed"));
  EXPECT_THAT(Arcs("Norland refused to sign the treaty."),
              ElementsAre("Norland nsubj refused", "refused root -", "to mark sign",
                          "sign xcomp refused", "the det treaty", "treaty obj sign"));
}

TEST(Parse, LeavesWhatIsNoSentenceAlone) {
  std::string table;
  for (int i = 0; i < 500; ++i) table += "12 ";
  Document document = Read(table);
  ASSERT_FALSE(document.sentences.empty());
  ParseSentence(document, 0);
  EXPECT_FALSE(document.sentences[0].parsed);
  EXPECT_EQ(document.tokens[0].head, kNone);
}

TEST(ParserWeights, ThatAreMalformedParseNothing) {
  Document document = Read("The minister left.");
  for (const std::string_view weights : {"", "SYNPARS1", "SYNPARS1\x01\0\0\0\x01\0\0\0abc"}) {
    Parser(weights).Parse(document, document.sentences[0]);
    EXPECT_FALSE(document.sentences[0].parsed);
  }
}

// ---- folding and tables -------------------------------------------------------------------------

TEST(Fold, MakesSpellingsOfOneWordEqual) {
  EXPECT_EQ(Fold("ERDOĞAN"), Fold("Erdogan"));
  EXPECT_EQ(Fold("Łódź"), "lodz");
  EXPECT_EQ(Fold("’quote’"), Fold("'quote'"));
  EXPECT_EQ(Lower("ÅSE"), "åse");
  EXPECT_EQ(Fold(""), "");
}

TEST(LexiconParse, ReadsRowsFormatsAndExamples) {
  const Lexicon lexicon = Lexicon::Parse(
      "# About\n# FORMAT a\tb\n# EXAMPLE x\ty\none\ttwo\nthree\n\ta\nfour\t5\t6\r\n");
  EXPECT_THAT(lexicon.columns(), ElementsAre("a", "b"));
  EXPECT_THAT(lexicon.examples(), ElementsAre("x\ty"));
  ASSERT_GE(lexicon.rows().size(), 2u);
  EXPECT_EQ(lexicon.rows()[0][1], "two");
  EXPECT_EQ(lexicon.rows()[1].size(), 2u);
  EXPECT_EQ(lexicon.malformed().size(), 2u);
}

TEST(Stops, AreOfTheirKind) {
  const Lexicon lexicon = Lexicon::Load("en/abbreviations.tsv");
  EXPECT_THAT(lexicon.malformed(), IsEmpty());
  for (const Lexicon::Row& row : lexicon.rows()) {
    const StopKind kind = row[1] == "title"    ? StopKind::kTitle
                          : row[1] == "number" ? StopKind::kNumber
                                               : StopKind::kPlain;
    if (row[0].size() < 2) continue;  // one letter and a stop are an initial too
    std::string word(row[0]);         // words of the language are abbreviations with a capital only
    word[0] = ToUpper(word[0]);
    EXPECT_EQ(KindOfStop(word + "."), kind) << word;
  }
  EXPECT_EQ(KindOfStop("U.S."), StopKind::kDotted);
  EXPECT_EQ(KindOfStop("table."), StopKind::kNone);
  EXPECT_EQ(KindOfStop(""), StopKind::kNone);
}

}  // namespace
}  // namespace synoptic
