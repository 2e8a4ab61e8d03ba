#include "text/clauses.h"

#include <gtest/gtest.h>

namespace synoptic {
namespace {

struct Word {
  std::string_view form, lemma;
  Upos pos;
  int head;  // 1-based in the sentence, 0 for the root
  Relation relation;
};

Document Parsed(std::initializer_list<Word> words) {
  Document doc;
  for (const Word& word : words) {
    if (!doc.text.empty()) doc.text += ' ';
    Token token;
    token.span.begin = static_cast<uint32_t>(doc.text.size());
    doc.text += word.form;
    token.span.end = static_cast<uint32_t>(doc.text.size());
    token.lemma = word.lemma, token.pos = word.pos, token.head = word.head - 1,
    token.relation = word.relation;
    doc.tokens.push_back(token);
  }
  Sentence sentence;
  sentence.span = {0, static_cast<uint32_t>(doc.text.size())};
  sentence.end_token = static_cast<Index>(doc.tokens.size());
  sentence.parsed = true;
  doc.sentences.push_back(sentence);
  return doc;
}

TEST(Clauses, ReportedClauseIsItsOwn) {
  const Document doc = Parsed({{"Anna", "Anna", Upos::kPropn, 2, Relation::kNsubj},
                               {"said", "say", Upos::kVerb, 0, Relation::kRoot},
                               {"that", "that", Upos::kSconj, 6, Relation::kMark},
                               {"nobody", "nobody", Upos::kPron, 6, Relation::kNsubjPass},
                               {"was", "be", Upos::kAux, 6, Relation::kAuxPass},
                               {"hurt", "hurt", Upos::kVerb, 2, Relation::kCcomp},
                               {".", ".", Upos::kPunct, 2, Relation::kPunct}});
  const auto clauses = FindClauses(doc);
  ASSERT_EQ(clauses.size(), 2u);
  EXPECT_EQ(doc.Cut(clauses[1].span), "that nobody was hurt");
  EXPECT_EQ(clauses[1].parent, 0);
  EXPECT_TRUE(clauses[1].negated);
  EXPECT_TRUE(clauses[1].passive);
  EXPECT_FALSE(clauses[0].negated);
  EXPECT_EQ(doc.Word(clauses[1].subject), "nobody");
}

TEST(Clauses, ControlledInfinitiveStays) {
  const Document doc = Parsed({{"They", "they", Upos::kPron, 2, Relation::kNsubj},
                               {"refused", "refuse", Upos::kVerb, 0, Relation::kRoot},
                               {"to", "to", Upos::kPart, 4, Relation::kMark},
                               {"sign", "sign", Upos::kVerb, 2, Relation::kXcomp},
                               {"and", "and", Upos::kCconj, 6, Relation::kCc},
                               {"left", "leave", Upos::kVerb, 2, Relation::kConj}});
  const auto clauses = FindClauses(doc);
  ASSERT_EQ(clauses.size(), 2u);
  EXPECT_EQ(doc.Cut(clauses[0].span), "They refused to sign");
  EXPECT_EQ(doc.Cut(clauses[1].span), "and left");
}

TEST(Clauses, WithoutAParseTheSentenceIsOne) {
  Document doc = Parsed({{"No", "no", Upos::kDet, 2, Relation::kDet},
                         {"talks", "talk", Upos::kNoun, 0, Relation::kRoot}});
  doc.sentences[0].parsed = false;
  const auto clauses = FindClauses(doc);
  ASSERT_EQ(clauses.size(), 1u);
  EXPECT_EQ(clauses[0].head, kNone);
  EXPECT_TRUE(clauses[0].negated);
}

TEST(Clauses, EveryTokenIsInOneClauseEvenOfACycle) {
  Document doc = Parsed({{"a", "a", Upos::kNoun, 2, Relation::kObj},
                         {"b", "b", Upos::kNoun, 1, Relation::kObj},
                         {"c", "c", Upos::kVerb, 0, Relation::kRoot}});
  const auto clauses = FindClauses(doc);
  size_t count = 0;
  for (const Clause& clause : clauses) count += clause.tokens.size();
  EXPECT_EQ(count, doc.tokens.size());
}

}  // namespace
}  // namespace synoptic
