// Any bytes: tokens are in order and apart, sentences hold them, heads form trees, invariants hold,
// and line ends make no difference to the words.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "doc/check.h"
#include "text/fold.h"
#include "text/text.h"

namespace synoptic {
namespace {

void Expect(bool holds) {
  if (!holds) std::abort();
}

Document Cut(std::string text) {
  Document document;
  document.id = "t";
  document.text = std::move(text);
  uint32_t begin = 0;
  const auto size = static_cast<uint32_t>(document.text.size());
  for (uint32_t i = 0; i <= size; ++i) {
    if (i < size && document.text[i] != '\n') continue;
    if (i > begin) document.sections.push_back({{begin, i}, SectionKind::kBody});
    begin = i + 1;
  }
  FindTokens(document);
  return document;
}

void Check(const Document& document) {
  Expect(BrokenInvariants(document).empty());
  uint32_t at = 0;
  for (const Token& token : document.tokens) {
    Expect(token.span.begin >= at && token.span.begin < token.span.end);
    at = token.span.end;
  }
  Index next = 0;
  for (const Sentence& sentence : document.sentences) {
    Expect(sentence.first_token == next && sentence.end_token > sentence.first_token);
    next = sentence.end_token;
  }
  Expect(next == static_cast<Index>(document.tokens.size()));
}

// Heads of a parsed sentence form one tree.
void CheckTrees(Document& document) {
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    ParseSentence(document, static_cast<Index>(s));
    const Sentence& sentence = document.sentences[s];
    if (!sentence.parsed) continue;
    int roots = 0;
    for (Index t = sentence.first_token; t < sentence.end_token; ++t) {
      Index up = t;
      for (Index steps = sentence.first_token; up != kNone; ++steps) {
        Expect(steps < sentence.end_token);
        up = document.tokens[static_cast<size_t>(up)].head;
      }
      const Token& token = document.tokens[static_cast<size_t>(t)];
      roots += token.head == kNone;
      Expect((token.head == kNone) == (token.relation == Relation::kRoot));
    }
    Expect(roots == 1);
  }
  Expect(BrokenInvariants(document).empty());
}

std::vector<std::string> WordsOf(const Document& document) {
  std::vector<std::string> words;
  for (size_t i = 0; i < document.tokens.size(); ++i)
    words.emplace_back(document.Word(static_cast<Index>(i)));
  return words;
}

}  // namespace
}  // namespace synoptic

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace synoptic;
  std::string text = RepairUtf8({reinterpret_cast<const char*>(data), size});
  std::erase(text, '\r');
  Document document = Cut(text);
  Check(document);
  std::string with_returns;
  for (const char c : text) {
    if (c == '\n') with_returns += '\r';
    with_returns += c;
  }
  const Document other = Cut(with_returns);
  Check(other);
  Expect(WordsOf(document) == WordsOf(other));
  CheckTrees(document);
  Expect(IsValidUtf8(Fold(text)) && IsValidUtf8(Lower(text)));
  return 0;
}
