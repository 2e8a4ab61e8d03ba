#include "times/words.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/ascii.h"
#include "text/lexicon.h"

namespace synoptic::times {
namespace {

int ToInt(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::array<char, 3> Code(std::string_view text) { return {text[0], text[1], 0}; }

using Set = void (*)(WordInfo&, std::string_view);

struct ClassRow {
  std::string_view name;
  uint32_t classes;
  Set set;
};

void SetNothing(WordInfo&, std::string_view) {}
void SetMonth(WordInfo& w, std::string_view v) { w.month = static_cast<int8_t>(ToInt(v)); }
void SetWeekday(WordInfo& w, std::string_view v) { w.weekday = static_cast<int8_t>(ToInt(v)); }
void SetUnit(WordInfo& w, std::string_view v) { w.unit = v[0]; }
void SetNumber(WordInfo& w, std::string_view v) { w.number = ToInt(v); }
void SetOrdinal(WordInfo& w, std::string_view v) { w.ordinal = ToInt(v); }
void SetSeason(WordInfo& w, std::string_view v) { w.season = Code(v); }
void SetPart(WordInfo& w, std::string_view v) { w.part = Code(v); }
void SetOffset(WordInfo& w, std::string_view v) { w.offset = static_cast<int8_t>(ToInt(v)); }
void SetDirection(WordInfo& w, std::string_view v) { w.direction = static_cast<int8_t>(ToInt(v)); }
void SetPosition(WordInfo& w, std::string_view v) {
  w.position = v == "start" ? Position::kStart : v == "mid" ? Position::kMid : Position::kEnd;
}

constexpr ClassRow kClasses[] = {
    {"month", kMonth, SetMonth},
    {"weekday", kWeekday, SetWeekday},
    {"weekdays", kWeekday | kPlural, SetWeekday},
    {"unit", kUnit, SetUnit},
    {"units", kUnit | kPlural, SetUnit},
    {"number", kNumber, SetNumber},
    {"ordinal", kOrdinal, SetOrdinal},
    {"season", kSeason, SetSeason},
    {"seasons", kSeason | kPlural, SetSeason},
    {"part", kPart, SetPart},
    {"parts", kPart | kPlural, SetPart},
    {"deictic", kDeictic, SetOffset},
    {"direction", kDirection, SetDirection},
    {"meridiem", kMeridiem, SetNumber},
    {"zone", kZone, SetNothing},
    {"vague", kVague, SetNothing},
    {"position", kPosition, SetPosition},
    {"every", kEvery, SetNothing},
    {"often", kOften, SetUnit},
    {"article", kArticle, SetNothing},
    {"past", kPast, SetNothing},
    {"future", kFuture, SetNothing},
    {"reporting", kReporting, SetNothing},
    {"present", kPresent, SetNothing},
    {"yearword", kYearWord, SetNothing},
    {"abbreviated", kAbbreviated, SetNothing},
    {"ambiguous", kAmbiguous, SetNothing},
};

uint32_t Mix(std::string_view lower) {
  uint32_t hash = 2166136261U;
  for (const char c : lower) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15);
}

}  // namespace

const TimeWords& TimeWords::Get() {
  static const TimeWords* const words = new TimeWords;
  return *words;
}

TimeWords::TimeWords() {
  LoadWords();
  LoadPhrases("en/time_phrases.tsv", kPhrase);
  LoadPhrases("en/time_holidays.tsv", kHoliday);
  LoadPhrases("en/time_modifiers.tsv", kModifier);
  Index();
}

WordInfo& TimeWords::Entry(std::string_view word) { return entries_[word]; }

void TimeWords::LoadWords() {
  for (const std::string_view path :
       {"en/time_words.tsv", "en/time_numbers.tsv", "en/time_tenses.tsv"}) {
    const Lexicon lexicon = Lexicon::Load(path);
    for (const auto& row : lexicon.rows()) {
      const auto* known = std::find_if(std::begin(kClasses), std::end(kClasses),
                                       [&](const ClassRow& c) { return c.name == row[1]; });
      if (known == std::end(kClasses)) continue;
      for (const std::string_view word : Split(row[0], ' ')) {
        WordInfo& entry = Entry(word);
        entry.classes |= known->classes;
        known->set(entry, row[2]);
      }
    }
  }
}

void TimeWords::LoadPhrases(std::string_view path, WordClass kind) {
  const Lexicon lexicon = Lexicon::Load(path);
  for (const auto& row : lexicon.rows()) {
    PhraseRow phrase;
    phrase.words = Split(row[0], ' ');
    phrase.cells.assign(row.begin() + 1, row.end());
    phrase.kind = kind;
    const std::string_view first = phrase.words.front();
    Entry(first).classes |= kind;
    phrases_[first].push_back(std::move(phrase));
  }
}

void TimeWords::Index() {
  for (auto& [first, rows] : phrases_) {
    std::stable_sort(rows.begin(), rows.end(), [](const PhraseRow& a, const PhraseRow& b) {
      return a.words.size() > b.words.size();
    });
  }
  size_t size = 64;
  while (size < entries_.size() * 3) size *= 2;
  slots_.resize(size);
  for (const auto& [word, info] : entries_) {
    if (word.size() > kLongest) continue;
    size_t at = Mix(word) & (size - 1);
    while (slots_[at].size != 0) at = (at + 1) & (size - 1);
    std::copy(word.begin(), word.end(), slots_[at].word.begin());
    slots_[at].size = static_cast<uint8_t>(word.size());
    slots_[at].info = info;
  }
}

const WordInfo& TimeWords::Find(std::string_view word) const {
  if (word.size() > kLongest || word.empty()) return none_;
  std::array<char, kLongest> lower;
  std::transform(word.begin(), word.end(), lower.begin(), ToLower);
  const std::string_view key(lower.data(), word.size());
  for (size_t at = Mix(key) & (slots_.size() - 1); slots_[at].size != 0;
       at = (at + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[at];
    if (slot.size == word.size() && std::memcmp(slot.word.data(), lower.data(), word.size()) == 0)
      return slot.info;
  }
  return none_;
}

std::span<const PhraseRow> TimeWords::PhrasesFrom(std::string_view word) const {
  const std::string lower = AsciiLower(word);
  const auto found = phrases_.find(lower);
  if (found == phrases_.end()) return {};
  return found->second;
}

}  // namespace synoptic::times
