#include "text/thesaurus.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/data.h"
#include "base/hash.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

using Entry = Senses;

// The row whose first cell is `word` + '.' + `pos`, searched by line in the sorted text.
class Table {
 public:
  explicit Table(std::string_view text) : text_(text) {}

  bool Find(std::string_view word, char pos, Entry& entry) const {
    std::string key(word);
    key += '.';
    key += pos;
    key += '\t';
    size_t low = 0, high = text_.size();
    while (low < high) {
      const size_t begin = LineBegin(low + (high - low) / 2);
      const size_t end = std::min(text_.find('\n', begin), text_.size());
      const std::string_view line = text_.substr(begin, end - begin);
      if (line.starts_with(key)) return Cut(line.substr(key.size()), entry), true;
      if (line < key) {
        low = end + 1;
      } else {
        high = begin;
      }
    }
    return false;
  }

 private:
  size_t LineBegin(size_t at) const {
    if (at == 0) return 0;
    const size_t before = text_.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
  }

  static void Cut(std::string_view cells, Entry& entry) {
    for (std::string_view* cell :
         {&entry.synonyms, &entry.kinds, &entry.opposites, &entry.derived}) {
      const size_t tab = std::min(cells.find('\t'), cells.size());
      *cell = cells.substr(0, tab);
      cells.remove_prefix(std::min(tab + 1, cells.size()));
    }
  }

  std::string_view text_;
};

bool Lists(std::string_view words, std::string_view word) {
  for (size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
      return true;
  }
  return false;
}

// Two lists of kinds meet early: the words share what they are next to.
bool Meet(std::string_view kinds, std::string_view others) {
  for (int step = 0; step < 2 && !kinds.empty(); ++step) {
    const size_t space = std::min(kinds.find(' '), kinds.size());
    if (Lists(others.substr(0, 40), kinds.substr(0, space))) return true;
    kinds.remove_prefix(std::min(space + 1, kinds.size()));
  }
  return false;
}

constexpr std::string_view kPos = "nvar";

const Table& WordNet() {
  static const Table table(DataFile("en/wordnet.tsv"));
  return table;
}

Tie TieOfSenses(const Entry& a, std::string_view first, const Entry& b, std::string_view second) {
  if (Lists(a.opposites, second) || Lists(b.opposites, first)) return Tie::kOpposite;
  if (Lists(a.synonyms, second) || Lists(b.synonyms, first)) return Tie::kSynonym;
  if (Lists(a.derived, second) || Lists(b.derived, first)) return Tie::kDerived;
  if (Lists(a.kinds, second)) return Tie::kKind;
  if (Lists(b.kinds, first)) return Tie::kBroader;
  return Meet(a.kinds, b.kinds) || Meet(b.kinds, a.kinds) ? Tie::kCousin : Tie::kNone;
}

// Pairs that WordNet does not know or hides in rare senses.
bool AreOpposites(std::string_view first, std::string_view second) {
  static const std::vector<std::string> pairs = [] {
    const Lexicon table = Lexicon::Load("en/opposites.tsv");
    std::vector<std::string> made;
    for (const Lexicon::Row& row : table.rows()) {
      made.push_back(std::string(row[0]) + '\t' + std::string(row[1]));
      made.push_back(std::string(row[1]) + '\t' + std::string(row[0]));
    }
    std::sort(made.begin(), made.end());
    return made;
  }();
  std::string key(first);
  key += '\t';
  key += second;
  return std::binary_search(pairs.begin(), pairs.end(), key);
}

Tie LookUpTie(std::string_view first, std::string_view second) {
  const Table& table = WordNet();
  if (AreOpposites(first, second)) return Tie::kOpposite;
  std::array<Entry, 4> a{}, b{};
  for (size_t i = 0; i < kPos.size(); ++i) {
    table.Find(first, kPos[i], a[i]);
    table.Find(second, kPos[i], b[i]);
  }
  Tie best = Tie::kNone;
  for (size_t i = 0; i < kPos.size(); ++i) {
    const Tie tie = TieOfSenses(a[i], first, b[i], second);
    if (tie == Tie::kOpposite) return tie;
    best = std::max(best, tie);
  }
  return best;
}

}  // namespace

Senses SensesOf(std::string_view lemma, char pos) {
  Senses senses;
  if (!lemma.empty()) WordNet().Find(lemma, pos, senses);
  return senses;
}

Tie TieOf(std::string_view first, std::string_view second) {
  if (first == second) return Tie::kSame;
  if (first.empty() || second.empty()) return Tie::kNone;
  // Comparing reports asks for the same pairs again and again.
  struct Answer {
    uint64_t pair = 0;
    Tie tie = Tie::kNone;
  };
  constexpr size_t kKept = size_t{1} << 15;
  thread_local std::vector<Answer> answers(kKept);
  const uint64_t pair = HashCombine(Hash64(first), Hash64(second));
  Answer& answer = answers[pair % kKept];
  if (answer.pair != pair) answer = {pair, LookUpTie(first, second)};
  return answer.tie;
}

}  // namespace synoptic
