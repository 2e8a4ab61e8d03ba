// Tokens, their children and the words a phrase covers: what the other parts of the room ask of a
// parse.
#ifndef SYNOPTIC_QUOTES_SYNTAX_H_
#define SYNOPTIC_QUOTES_SYNTAX_H_

#include <initializer_list>
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

// A view of a document whose sentences are parsed. Built once, in time linear in tokens; the
// document must outlive it and keep its tokens. Heads that form no tree are cut.
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

  // Children in order: for (Index c = FirstChild(t); c != kNone; c = NextSibling(c)).
  Index FirstChild(Index token) const { return first_child_[static_cast<size_t>(token)]; }
  Index NextSibling(Index token) const { return next_sibling_[static_cast<size_t>(token)]; }
  Index Head(Index token) const { return (*this)[token].head; }
  // The first child with one of these relations; kNone if there is none.
  Index Child(Index token, std::initializer_list<Relation> relations) const;
  // From the first to the last token that `token` governs, itself included.
  WordRange Subtree(Index token) const { return subtree_[static_cast<size_t>(token)]; }
  bool Governs(Index token, Index other) const;

 private:
  const Document& document_;
  std::vector<Index> sentence_of_, first_child_, next_sibling_;
  std::vector<WordRange> subtree_;
};

bool IsNominal(Upos pos);  // noun, proper noun or pronoun

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_SYNTAX_H_
