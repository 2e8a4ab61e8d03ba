// Tokens by their sentences and places: what the other parts of the room read.
#ifndef SYNOPTIC_QUOTES_SYNTAX_H_
#define SYNOPTIC_QUOTES_SYNTAX_H_

#include <string_view>
#include <vector>

#include "doc/document.h"

namespace synoptic {

// Tokens [first, end).
struct WordRange {
  Index first = 0, end = 0;

  bool empty() const { return first >= end; }
  bool Contains(Index token) const { return first <= token && token < end; }
};

// A view of a document. Built once, in time linear in tokens; the document must outlive it and keep
// its tokens.
class Syntax {
 public:
  explicit Syntax(const Document& document);

  const Document& document() const { return document_; }
  Index size() const { return static_cast<Index>(document_.tokens.size()); }
  const Token& operator[](Index token) const {
    return document_.tokens[static_cast<size_t>(token)];
  }
  std::string_view Word(Index token) const { return document_.Word(token); }
  bool Is(Index token,
          std::string_view word) const;  // ASCII case aside; false outside of the document

  Index SentenceOf(Index token) const { return sentence_of_[static_cast<size_t>(token)]; }
  WordRange SentenceWords(Index sentence) const;
  // The first token that begins at or after byte `at`.
  Index TokenFrom(uint32_t at) const;
  WordRange WordsIn(Span span) const { return {TokenFrom(span.begin), TokenFrom(span.end)}; }
  Span SpanOf(WordRange words) const;

 private:
  const Document& document_;
  std::vector<Index> sentence_of_;
};

bool IsNominal(Upos pos);  // noun, proper noun or pronoun

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_SYNTAX_H_
