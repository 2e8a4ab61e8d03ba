#include "collate/utterances_synonyms.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/ascii.h"
#include "base/hash.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

struct Synonyms {
  std::unordered_map<std::string_view, std::vector<uint16_t>> rows;
  std::vector<std::string_view> heads;  // of each row

  Synonyms() {
    uint16_t number = 0;
    const Lexicon table = Lexicon::Load("en/synonyms.tsv");
    for (const Lexicon::Row& row : table.rows()) {
      heads.push_back(row[0]);
      rows[row[0]].push_back(number);
      for (const std::string_view word : Split(row[1], ' ')) {
        std::vector<uint16_t>& of = rows[word];
        if (of.empty() || of.back() != number) of.push_back(number);
      }
      ++number;
    }
  }
};

const Synonyms& Table() {
  static const Synonyms table;
  return table;
}

}  // namespace

std::span<const uint16_t> SynonymRows(std::string_view lemma) {
  const auto found = Table().rows.find(lemma);
  if (found == Table().rows.end()) return {};
  return found->second;
}

bool AreSynonyms(std::string_view a, std::string_view b) {
  const auto first = SynonymRows(a), second = SynonymRows(b);
  for (size_t i = 0, j = 0; i < first.size() && j < second.size();) {
    if (first[i] == second[j]) {
      const std::string_view head = Table().heads[first[i]];
      if (head == a || head == b) return true;
    }
    first[i] < second[j] ? ++i : ++j;
  }
  return false;
}

bool ShareSynonymRow(std::string_view a, std::string_view b) {
  const auto first = SynonymRows(a), second = SynonymRows(b);
  for (size_t i = 0, j = 0; i < first.size() && j < second.size();) {
    if (first[i] == second[j]) return true;
    first[i] < second[j] ? ++i : ++j;
  }
  return false;
}

}  // namespace synoptic
