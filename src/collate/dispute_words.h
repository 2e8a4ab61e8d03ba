// The table data/en/dispute_words.tsv: words that carry the value of a dispute.
#ifndef SYNOPTIC_COLLATE_DISPUTE_WORDS_H_
#define SYNOPTIC_COLLATE_DISPUTE_WORDS_H_

#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "text/lexicon.h"
#include "text/report_index.h"

namespace synoptic {

class DisputeWords {
 public:
  static const DisputeWords& Get();

  struct Hit {
    std::string_view set, value;
    Span span;
  };
  // What a lemma says in one set; empty if nothing.
  std::string_view ValueIn(std::string_view set, std::string_view lemma) const;
  bool Has(std::string_view set, std::string_view lemma) const {
    return !ValueIn(set, lemma).empty();
  }
  // All sets in capitals that the token, or it with the next one, belongs to.
  std::vector<Hit> NamesAt(const Document& doc, Index token) const;

  const Lexicon& table() const { return table_; }

 private:
  DisputeWords();
  struct Entry {
    std::string_view set, value;
  };
  Lexicon table_;
  std::unordered_map<std::string_view, std::vector<Entry>, StringHash, std::equal_to<>> entries_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_DISPUTE_WORDS_H_
