// What the name tagger looks at: features of every word of a report that may belong to a name.
#ifndef SYNOPTIC_NAMES_FEATURES_H_
#define SYNOPTIC_NAMES_FEATURES_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "doc/document.h"

namespace synoptic {

// Labels of the tagger: outside, and begin or inside of each kind.
enum NameLabel : uint8_t { kOut, kBPer, kIPer, kBOrg, kIOrg, kBLoc, kILoc, kBOther, kIOther };
inline constexpr int kNameLabels = 9;
inline constexpr uint16_t kOutOnly = 1u << kOut;
inline constexpr uint16_t kAnyLabel = (1u << kNameLabels) - 1;
inline constexpr uint16_t kInsideOnly =
    kOutOnly | 1u << kIPer | 1u << kIOrg | 1u << kILoc | 1u << kIOther;

// Everything about a spelling that does not depend on where it stands.
struct WordType {
  uint64_t lower = 0;  // hash of the folded word
  uint64_t shape = 0;
  std::array<uint64_t, 6> affixes{};  // prefixes of 2, 3, 4 and suffixes of 2, 3, 4 characters
  uint32_t bits = 0;                  // WordBit
  int16_t country = -1;
  bool upper = false;      // first letter is upper case or caseless
  bool all_upper = false;  // two letters or more, none lower case
  bool digit = false;      // has a digit
  bool punct = false;      // no letter and no digit
  uint32_t seen = 0;       // SeenBit, over the whole report
};

// How a spelling is used elsewhere in the report, a bit each.
enum SeenBit : uint32_t {
  kSeenAfterTitle = 1u << 0,
  kSeenAfterGiven = 1u << 1,
  kSeenBeforeSay = 1u << 2,
  kSeenAfterIn = 1u << 3,
  kSeenLower = 1u << 4,
  kSeenMiddle = 1u << 5,
  kSeenBeforeOrg = 1u << 6,
  kSeenAfterThe = 1u << 7,
  kSeenBracket = 1u << 8,
  kSeenAfterRole = 1u << 9,
  kSeenComma = 1u << 10,  // before a comma and the name of a country or region
  kSeenPossessive = 1u << 11,
  kSeenInitial = 1u << 12,  // after an initial
};
inline constexpr int kSeenBits = 13;

// Views of one document; it must outlive this and not change. Cost: linear.
class NameFeatures {
 public:
  explicit NameFeatures(const Document& document);

  // Labels that token may have, a bit each; kOutOnly for most words.
  uint16_t Allowed(Index token) const { return allowed_[static_cast<size_t>(token)]; }
  // Appends the hashes of the features of `token`, which stands in `sentence`.
  void Append(Index sentence, Index token, std::vector<uint64_t>& out) const;

  const WordType& Type(Index token) const {
    return types_[static_cast<size_t>(type_of_[static_cast<size_t>(token)])];
  }
  // Bits of the known name of several words that this token is part of, shifted by nothing; 0 for
  // none.
  uint32_t NameBits(Index token) const { return name_bits_[static_cast<size_t>(token)]; }
  bool NameBegins(Index token) const { return name_begin_[static_cast<size_t>(token)] != 0; }

 private:
  struct Line {
    bool upper = false;    // no lower-case word but closed-class ones
    bool numbers = false;  // a third of its words or more have digits
    bool title = false;    // most words begin in upper case
    bool short_line = false;
  };
  void MakeTypes();
  int TypeOf(std::string_view word);
  void MarkNames(const Sentence& sentence);
  void MarkLine(const Sentence& sentence);
  void MarkAllowed(const Sentence& sentence);
  void MarkSeen(const Sentence& sentence);
  void AppendWord(Index token, bool upper_line, std::vector<uint64_t>& out) const;
  void AppendAround(const Sentence& sentence, Index token, std::vector<uint64_t>& out) const;
  void AppendKnown(const Sentence& sentence, Index token, std::vector<uint64_t>& out) const;
  void AppendRun(const Sentence& sentence, Index token, std::vector<uint64_t>& out) const;
  bool MayStart(Index token) const;

  const Document& doc_;
  std::vector<WordType> types_;
  std::unordered_map<uint64_t, int> index_;  // by hash of the spelling
  std::vector<int32_t> type_of_;
  std::vector<uint16_t> allowed_;
  std::vector<uint32_t> name_bits_;
  std::vector<uint8_t> name_begin_;
  std::vector<Index> run_begin_, run_end_;  // the run of capitalised words around each token
  std::vector<Line> lines_;                 // of sentences
};

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_FEATURES_H_
