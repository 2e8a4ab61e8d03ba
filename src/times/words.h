// TimeWords: what single words say about time, compiled from data/en/time_*.tsv into one table, and
// the fixed phrases that begin with them. Made once, on first use; immutable, so any number of
// threads may read it.
#ifndef SYNOPTIC_TIMES_WORDS_H_
#define SYNOPTIC_TIMES_WORDS_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "doc/document.h"

namespace synoptic::times {

enum WordClass : uint32_t {
  kMonth = 1U << 0,
  kWeekday = 1U << 1,
  kUnit = 1U << 2,
  kPlural = 1U << 3,   // of a unit, weekday, season or part of the day
  kNumber = 1U << 4,   // "twelve"
  kOrdinal = 1U << 5,  // "twelfth"
  kSeason = 1U << 6,
  kPart = 1U << 7,       // of the day: "morning"
  kDeictic = 1U << 8,    // "yesterday": `offset` days from the anchor
  kDirection = 1U << 9,  // "last", "this", "next": `direction`
  kMeridiem = 1U << 10,  // "a.m.", "pm": `number` is the hours to add
  kZone = 1U << 11,
  kVague = 1U << 12,     // an amount that is not said: "several"
  kPosition = 1U << 13,  // "early", "mid", "late": `position`
  kEvery = 1U << 14,     // "every", "each"
  kOften = 1U << 15,     // "daily": `unit`
  kPhrase = 1U << 16,    // first word of a fixed phrase
  kHoliday = 1U << 17,   // first word of a holiday
  kModifier = 1U << 18,  // first word of a modifier: "at least"
  kArticle = 1U << 19,   // "the", "a"
  kPast = 1U << 20,      // a verb form that tells of what was
  kFuture = 1U << 21,    // a verb form that tells of what will be
  kPresent = 1U << 22,
  kYearWord = 1U << 23,     // "fiscal", "calendar", "year"
  kAbbreviated = 1U << 24,  // may carry a full stop
  kAmbiguous = 1U << 25,    // also a common word: "may", "march", "fall", "sun"
  kReporting = 1U << 26,    // "said": dates itself, not what is said
  kStarter = kMonth | kWeekday | kUnit | kNumber | kOrdinal | kSeason | kPart | kDeictic |
             kDirection | kVague | kPosition | kEvery | kOften | kPhrase | kHoliday | kModifier |
             kArticle | kYearWord,
};

enum class Position : uint8_t { kNone, kStart, kMid, kEnd };

struct WordInfo {
  uint32_t classes = 0;
  int8_t month = 0, weekday = 0, offset = 0, direction = 0;
  char unit = 0;  // Y E(decade) C L(millennium) Q M W D, F fortnight, K weekend, N night; h m s
  Position position = Position::kNone;
  std::array<char, 3> season = {}, part = {};  // "SU", "MO"
  int32_t number = 0, ordinal = 0;

  bool Is(uint32_t any) const { return (classes & any) != 0; }
};

// A fixed phrase, a holiday or a modifier: its words and the other cells of its row.
struct PhraseRow {
  std::vector<std::string_view> words;
  std::vector<std::string_view> cells;
  WordClass kind = kPhrase;
};

class TimeWords {
 public:
  static const TimeWords& Get();

  // What `word` says, whatever its case; an empty WordInfo for a word that says nothing of time. At
  // most one probe for words too long to be in the table.
  const WordInfo& Find(std::string_view word) const;
  // Phrases that begin with `word`, longest first.
  std::span<const PhraseRow> PhrasesFrom(std::string_view word) const;

 private:
  TimeWords();
  void LoadWords();
  void LoadPhrases(std::string_view path, WordClass kind);
  WordInfo& Entry(std::string_view word);
  void Index();

  static constexpr size_t kLongest = 16;
  struct Slot {
    std::array<char, kLongest> word = {};
    uint8_t size = 0;
    WordInfo info;
  };
  std::unordered_map<std::string_view, WordInfo> entries_;  // by word, before Index
  std::vector<Slot> slots_;                                 // open addressing; a power of two
  std::unordered_map<std::string_view, std::vector<PhraseRow>> phrases_;
  WordInfo none_;
};

}  // namespace synoptic::times

#endif  // SYNOPTIC_TIMES_WORDS_H_
