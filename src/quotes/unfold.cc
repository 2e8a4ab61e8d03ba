#include <algorithm>

#include "quotes/quotes.h"

namespace synoptic {
namespace {

bool BeginsSentence(const Document& document, Span before, Span part) {
  const std::string_view said = document.Cut(before);
  const char last = said.back();
  if (last == '.' || last == '!' || last == '?') return true;
  return std::any_of(document.sentences.begin(), document.sentences.end(),
                     [&](const Sentence& sentence) {
                       return sentence.span.begin > before.end && sentence.span.begin <= part.begin;
                     });
}

bool OneWord(const Document& document, Span span) {
  return document.Cut(span).find(' ') == std::string_view::npos;
}

bool IsFolded(const Quote& quote) {
  return !quote.marked.empty() || (quote.kind == QuoteKind::kDirect && quote.content.size() > 1);
}

class Unfolder {
 public:
  explicit Unfolder(Document& document) : document_(document) {}

  void Unfold() {
    if (std::none_of(document_.quotes.begin(), document_.quotes.end(), IsFolded)) return;
    std::vector<Quote> old = std::move(document_.quotes);
    for (size_t i = 0; i < old.size(); ++i) {
      source_ = static_cast<Index>(i);
      if (old[i].kind == QuoteKind::kDirect) {
        SplitSpeech(std::move(old[i]));
      } else {
        SplitClause(std::move(old[i]));
      }
    }
    Order();
    Repoint();
  }

 private:
  struct Piece {
    Quote quote;
    Index source;             // index of the quote it came from
    Index continues = kNone;  // index into pieces_
  };

  void Add(Quote quote, Index continues = kNone) {
    pieces_.push_back({std::move(quote), source_, continues});
  }

  void SplitSpeech(Quote quote) {
    std::vector<Span> parts = std::move(quote.content);
    quote.content.clear();
    Index before = kNone;
    for (size_t i = 0; i < parts.size(); ++i) {
      const bool interrupted = i > 0 && !Adjoins(parts[i - 1], parts[i]);
      if (interrupted && BeginsSentence(document_, parts[i - 1], parts[i])) {
        Add(quote, before);
        before = static_cast<Index>(pieces_.size()) - 1;
        quote.content.clear();
      }
      quote.content.push_back(parts[i]);
    }
    Add(std::move(quote), before);
  }

  // Nothing but marks and white space lies between.
  bool Adjoins(Span a, Span b) const {
    const std::string_view between = document_.Cut({a.end, b.begin});
    return std::none_of(between.begin(), between.end(),
                        [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  }

  void SplitClause(Quote quote) {
    const std::vector<Span> marked = std::move(quote.marked);
    quote.marked.clear();
    for (const Span words : marked) {
      Quote fragment = quote;
      const bool whole =
          std::find(quote.content.begin(), quote.content.end(), words) != quote.content.end();
      fragment.kind = OneWord(document_, words)    ? QuoteKind::kScare
                      : whole && marked.size() > 1 ? QuoteKind::kDirect
                                                   : QuoteKind::kMixed;
      fragment.content = {words};
      Add(std::move(fragment));
    }
    if (marked.size() > 1) {
      std::erase_if(quote.content, [&](Span part) {
        return std::find(marked.begin(), marked.end(), part) != marked.end();
      });
      if (quote.content.empty()) return;
    }
    if (!marked.empty()) quote.kind = QuoteKind::kIndirect, quote.malformed = false;
    const bool all_marked = marked.size() == 1 && quote.content.size() == 1 &&
                            quote.content[0].size() <= marked[0].size() + 8;
    if (!all_marked) Add(std::move(quote));
  }

  void Order() {
    std::vector<Index> order(pieces_.size()), place(pieces_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<Index>(i);
    std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
      const Span x = pieces_[static_cast<size_t>(a)].quote.content[0],
                 y = pieces_[static_cast<size_t>(b)].quote.content[0];
      return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
    });
    for (size_t i = 0; i < order.size(); ++i)
      place[static_cast<size_t>(order[i])] = static_cast<Index>(i);
    for (const Index i : order) {
      Piece& piece = pieces_[static_cast<size_t>(i)];
      piece.quote.id = document_.id + ":q" + std::to_string(document_.quotes.size() + 1);
      piece.quote.continues =
          piece.continues == kNone ? kNone : place[static_cast<size_t>(piece.continues)];
      document_.quotes.push_back(std::move(piece.quote));
      sources_.push_back(piece.source);
    }
  }

  // A statement points to the narrowest piece of its quote that holds its trigger.
  void Repoint() {
    for (Statement& statement : document_.statements) {
      if (statement.quote == kNone) continue;
      const Index old = statement.quote;
      statement.quote = kNone;
      uint32_t narrowest = UINT32_MAX;
      for (size_t i = 0; i < document_.quotes.size(); ++i) {
        if (sources_[i] != old) continue;
        if (statement.quote == kNone) statement.quote = static_cast<Index>(i);
        for (const Span part : document_.quotes[i].content) {
          if (!part.Contains(statement.trigger.begin) || part.size() >= narrowest) continue;
          narrowest = part.size();
          statement.quote = static_cast<Index>(i);
        }
      }
    }
  }

  Document& document_;
  Index source_ = kNone;
  std::vector<Piece> pieces_;
  std::vector<Index> sources_;  // of each new quote
};

}  // namespace

void UnfoldQuotes(Document& document) { Unfolder(document).Unfold(); }

}  // namespace synoptic
