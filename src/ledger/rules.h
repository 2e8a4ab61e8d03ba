// The tables that say what makes an entry of the ledger: data/en/ledger.tsv and
// data/en/ledger_words.tsv.
#ifndef SYNOPTIC_LEDGER_RULES_H_
#define SYNOPTIC_LEDGER_RULES_H_

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "doc/document.h"
#include "doc/story.h"
#include "text/lexicon.h"

namespace synoptic {

// Whose doing the entry is.
enum class Who : uint8_t { kSubject, kSpeaker, kBoth, kFrom, kParties };

using WordClasses = uint64_t;  // a bit a class of ledger_words.tsv

struct Rule {
  LedgerKind kind;
  std::string_view particle;  // that must follow the trigger; empty if none
  char pos = 'v';             // v, n, a (adjective or adverb), s (subordinator)
  WordClasses with = 0;       // one of which must be in reach; 0: nothing is asked
  WordClasses without = 0;    // none of which may be
  WordClasses with_here = 0, without_here = 0;  // the same of the trigger's own part
  WordClasses with_behind = 0;                  // of that part behind the trigger
  LedgerStatus status;
  Who who = Who::kSubject;
};

// Thread-safe; loaded once.
class LedgerRules {
 public:
  static const LedgerRules& Get();

  // In the order of the table; nullptr where the lemma triggers nothing.
  const std::vector<Rule>* For(std::string_view lemma) const;
  WordClasses ClassesOf(std::string_view lemma) const;
  // Whether the last word of a phrase is of a class, in the plural or not.
  bool NounHas(std::string_view phrase, std::string_view class_name) const;
  // The bit of a class; 0 where there is none of that name.
  WordClasses Class(std::string_view name) const;

  const Lexicon& rules_table() const { return rules_; }
  const Lexicon& words_table() const { return words_; }

 private:
  LedgerRules();
  template <typename V>
  using Map = std::unordered_map<std::string_view, V, StringHash, std::equal_to<>>;

  Lexicon rules_, words_;
  Map<std::vector<Rule>> by_lemma_;
  Map<WordClasses> classes_, class_bits_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_LEDGER_RULES_H_
