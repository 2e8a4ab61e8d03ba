// ReportIndex: which annotation covers which token of one report, and who answers for its words.
// Stages that compare reports look things up here instead of searching the vectors of a Document.
#ifndef SYNOPTIC_TEXT_REPORT_INDEX_H_
#define SYNOPTIC_TEXT_REPORT_INDEX_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "doc/document.h"
#include "text/clauses.h"

namespace synoptic {

// `doc` must outlive it and not change. Cost: linear in tokens and annotations. Thread-safe once
// made.
class ReportIndex {
 public:
  explicit ReportIndex(const Document& document);

  const Document& doc() const { return *doc_; }
  const std::vector<Clause>& clauses() const { return clauses_; }
  const Clause& clause(Index index) const { return clauses_[static_cast<size_t>(index)]; }
  const Token& token(Index token) const { return doc_->tokens[static_cast<size_t>(token)]; }

  // Annotations that cover a token; kNone if none does. Of nested quotations the innermost.
  Index SentenceOf(Index token) const { return sentence_[static_cast<size_t>(token)]; }
  Index ClauseOf(Index token) const { return clause_[static_cast<size_t>(token)]; }
  Index MentionOf(Index token) const { return mention_[static_cast<size_t>(token)]; }
  Index TimeOf(Index token) const { return time_[static_cast<size_t>(token)]; }
  Index QuantityOf(Index token) const { return quantity_[static_cast<size_t>(token)]; }
  // The statement whose trigger the token heads.
  Index StatementAt(Index token) const { return statement_[static_cast<size_t>(token)]; }
  Index QuoteOf(Index token) const { return quote_[static_cast<size_t>(token)]; }

  // Tokens that begin inside `span`: [first, end).
  std::pair<Index, Index> TokensIn(Span span) const;

  // The tokens that a token governs, itself among them, as one span without punctuation at its
  // ends; the token itself where its sentence is not parsed.
  Span Subtree(Index token) const;

  // The actor that the noun phrase headed by `token` stands for: index into doc().actors, or kNone.
  Index ActorOf(Index token) const;

  // Whose words a token is, outermost first: indices into doc().actors. Empty where the report
  // itself tells it.
  std::vector<Index> SpokenBy(Index token) const;

 private:
  void CoverQuotes();

  const Document* doc_;
  std::vector<Clause> clauses_;
  std::vector<Index> sentence_, clause_, mention_, time_, quantity_, quote_, statement_;
  std::vector<Index> left_, right_;  // of the subtree of each token
};

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_REPORT_INDEX_H_
