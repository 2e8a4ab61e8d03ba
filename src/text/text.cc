// The main path of the room: paragraphs, sentences and tokens, then tags and lemmas, sentence by
// sentence.
#include "text/text.h"

#include "text/lemmatizer.h"
#include "text/parser.h"
#include "text/sentences.h"
#include "text/tagger.h"

namespace synoptic {

void FindTokens(Document& document) {
  CutSentences(document);
  if (document.language.empty()) document.language = "en";
  thread_local std::vector<WordFeatures> words;
  for (const Sentence& sentence : document.sentences) {
    DescribeSentence(document, sentence, words);
    Tagger::English().Tag(document, sentence, words);
  }
  for (Token& token : document.tokens) {
    token.lemma =
        Lemmatizer::English().Lemma(token.span.In(document.text), token.pos, document.arena);
  }
}

void ParseSentence(Document& document, Index sentence) {
  Sentence& one = document.sentences[static_cast<size_t>(sentence)];
  if (!one.parsed) Parser::English().Parse(document, one);
}

}  // namespace synoptic
