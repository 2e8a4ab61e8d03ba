#include "text/text.h"

#include "text/sentences.h"

namespace synoptic {

void FindTokens(Document& document) {
  CutSentences(document);
  if (document.language.empty()) document.language = "en";
  for (Token& token : document.tokens) token.lemma = token.span.In(document.text);
}

void ParseSentence(Document&, Index) {}

}  // namespace synoptic
