#include "text/word_kinds.h"

#include <string_view>
#include <vector>

#include "base/data.h"
#include "text/word_features.h"

namespace synoptic {
namespace {

class KindTable {
 public:
  KindTable() : slots_(size_t{1} << kBits) {
    AddWordNet(DataFile("en/wordnet.tsv"));
    AddNames(DataFile("en/given_names.tsv"), kMayBeGivenName);
    AddNames(DataFile("en/family_names.tsv"), kMayBeFamilyName);
    AddNames(DataFile("en/places.tsv"), kMayBePlace);
  }

  uint8_t Find(uint64_t word) const {
    for (size_t at = Home(word);; at = (at + 1) & kMask) {
      if (slots_[at] == 0) return 0;
      if (slots_[at] >> 8 == word >> 8) return static_cast<uint8_t>(slots_[at]);
    }
  }

 private:
  static constexpr uint32_t kBits = 18;  // less than half full
  static constexpr size_t kMask = (size_t{1} << kBits) - 1;

  static size_t Home(uint64_t word) { return word >> (64 - kBits); }

  void Add(std::string_view word, uint8_t kind) {
    const uint64_t hash = DescribeWord(word, false).word;
    for (size_t at = Home(hash);; at = (at + 1) & kMask) {
      if (slots_[at] != 0 && slots_[at] >> 8 != hash >> 8) continue;
      slots_[at] = (hash & ~uint64_t{0xFF}) | (slots_[at] & 0xFF) | kind;
      return;
    }
  }

  // The first cell of every row.
  template <typename Use>
  static void ForFirstCells(std::string_view table, Use use) {
    while (!table.empty()) {
      const size_t end = table.find('\n');
      const std::string_view line = table.substr(0, end);
      table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
      if (!line.empty() && line[0] != '#') use(line.substr(0, line.find('\t')));
    }
  }

  void AddWordNet(std::string_view table) {
    ForFirstCells(table, [&](std::string_view cell) {
      if (cell.size() < 3 || cell[cell.size() - 2] != '.') return;
      const char part = cell.back();
      Add(cell.substr(0, cell.size() - 2), part == 'n'   ? kMayBeNoun
                                           : part == 'v' ? kMayBeVerb
                                           : part == 'a' ? kMayBeAdjective
                                                         : kMayBeAdverb);
    });
  }

  void AddNames(std::string_view table, uint8_t kind) {
    ForFirstCells(table, [&](std::string_view cell) {
      if (cell.find(' ') == std::string_view::npos) Add(cell, kind);
    });
  }

  std::vector<uint64_t> slots_;
};

}  // namespace

uint8_t WordKinds(uint64_t word) {
  static const KindTable table;
  return table.Find(word);
}

}  // namespace synoptic
