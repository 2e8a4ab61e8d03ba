#include "text/light_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "base/ascii.h"
#include "base/hash.h"
#include "text/fold.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr size_t kMaxWord = 64;  // bytes of the folded form that count

uint32_t HashOf(std::string_view word) { return static_cast<uint32_t>(Hash64(word) >> 32); }

bool EndsWith(std::string_view word, std::string_view ending, size_t rest) {
  return word.size() >= ending.size() + rest && word.ends_with(ending);
}

// Cuts common endings; not linguistics, only so that "negotiations" meets "negotiation" and
// "launched" "launch".
std::string_view StemOf(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kEndings = {"ings", "ing", "ed",
                                                               "es",   "s",   "ly"};
  for (const std::string_view ending : kEndings) {
    if (EndsWith(word, ending, 3) && !(ending == "s" && word.ends_with("ss"))) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  if (EndsWith(word, "e", 4)) word.remove_suffix(1);
  return word;
}

// Open addressing over 32-bit hashes: one probe a word on the hot path.
template <typename Value>
class HashTable {
 public:
  void Add(uint32_t key, Value value) {
    if ((size_ + 1) * 2 > slots_.size()) Grow();
    Slot& slot = Find(slots_, key);
    size_ += !slot.used;
    slot = {key, value, true};
  }
  Value Get(uint32_t key, Value otherwise) const {
    const Slot& slot = Find(const_cast<std::vector<Slot>&>(slots_), key);
    return slot.used ? slot.value : otherwise;
  }

 private:
  struct Slot {
    uint32_t key = 0;
    Value value{};
    bool used = false;
  };
  static Slot& Find(std::vector<Slot>& slots, uint32_t key) {
    size_t at = key & (slots.size() - 1);
    while (slots[at].used && slots[at].key != key) at = (at + 1) & (slots.size() - 1);
    return slots[at];
  }
  void Grow() {
    std::vector<Slot> more(slots_.size() * 2);
    for (const Slot& slot : slots_) {
      if (slot.used) Find(more, slot.key) = slot;
    }
    slots_ = std::move(more);
  }
  std::vector<Slot> slots_ = std::vector<Slot>(64);
  size_t size_ = 0;
};

const HashTable<uint8_t>& Classes() {
  static const HashTable<uint8_t> table = [] {
    const Lexicon lexicon = Lexicon::Load("en/light_words.tsv");
    HashTable<uint8_t> made;
    for (const Lexicon::Row& row : lexicon.rows()) {
      const std::string_view kind = row[1];
      made.Add(HashOf(row[0]), kind == "function" ? LightWord::kFunction
                               : kind == "number" ? LightWord::kNumber
                                                  : LightWord::kDate);
    }
    return made;
  }();
  return table;
}

const HashTable<float>& Rarities() {
  static const HashTable<float> table = [] {
    const Lexicon lexicon = Lexicon::Load("en/word_counts.tsv");
    constexpr double kStretches = 2409;  // as the file says
    std::unordered_map<uint32_t, double> counts;
    for (const Lexicon::Row& row : lexicon.rows()) {
      double count = 0;
      std::from_chars(row[1].data(), row[1].data() + row[1].size(), count);
      counts[HashOf(StemOf(row[0]))] += count;
    }
    HashTable<float> made;
    for (const auto& [stem, count] : counts) {
      const double rarity = std::log(kStretches / std::min(count, kStretches));
      made.Add(stem, std::min(kMaxRarity, static_cast<float>(rarity)));
    }
    return made;
  }();
  return table;
}

// What stands between two words: nothing, a break in the line, the end of a sentence.
struct Gap {
  bool full_stop = false;
  bool line = false;
};

class Cutter {
 public:
  Cutter(std::string_view text, Span part, std::vector<LightWord>& words)
      : text_(text), at_(part.begin), end_(part.end), words_(words) {}

  void Run() {
    gap_.line = gap_.full_stop = true;
    while (at_ < end_) {
      if (IsWordByte()) {
        TakeWord();
      } else {
        Skip();
      }
    }
  }

 private:
  unsigned char Byte(size_t at) const {
    return at < end_ ? static_cast<unsigned char>(text_[at]) : 0;
  }

  // Bytes of the punctuation at `at` outside ASCII, 0 where a letter stands.
  size_t OtherPunctuation(size_t at) const {
    const unsigned char first = Byte(at);
    if (first == 0xE2 && (Byte(at + 1) == 0x80 || Byte(at + 1) == 0x81))
      return 3;                                           // U+2000..U+207F
    if (first == 0xC2 && Byte(at + 1) < 0xC0) return 2;   // U+0080..U+00BF
    if (first == 0xE3 && Byte(at + 1) == 0x80) return 3;  // U+3000..U+303F
    return 0;
  }

  bool IsWordByte() const { return IsWordAt(at_); }
  bool IsWordAt(size_t at) const {
    const unsigned char byte = Byte(at);
    if (byte < 0x80) return IsAlnum(static_cast<char>(byte));
    return OtherPunctuation(at) == 0;
  }

  void Skip() {
    const char c = text_[at_];
    if (c == '\n') {
      gap_.line = true;
    } else if (c == '.' || c == '!' || c == '?') {
      gap_.full_stop = true;
    } else if (c == ' ' && gap_.full_stop) {
      stopped_ = true;
    }
    const size_t other = OtherPunctuation(at_);
    at_ += other > 0 ? other : 1;
  }

  // Letters and digits from at_ on; single letters with full stops are one word ("U.S.").
  size_t WordEnd() const {
    size_t end = at_;
    const bool number = IsDigit(text_[at_]);
    while (end < end_ && end - at_ < kMaxWord) {
      if (IsWordAt(end)) {
        end += Byte(end) < 0x80 ? 1 : Utf8Length(end);
      } else if (number && (text_[end] == ',' || text_[end] == '.' || text_[end] == ':') &&
                 IsDigit(static_cast<char>(Byte(end + 1)))) {
        ++end;
      } else if (text_[end] == '.' && IsSingleLetter(end) &&
                 IsAlpha(static_cast<char>(Byte(end + 1))) && Byte(end + 2) == '.') {
        ++end;
      } else {
        break;
      }
    }
    return std::min<size_t>(end, end_);
  }

  // A letter alone stands right before `end`.
  bool IsSingleLetter(size_t end) const {
    return end > at_ && IsAlpha(text_[end - 1]) && (end - 1 == at_ || text_[end - 2] == '.');
  }

  size_t Utf8Length(size_t at) const {
    const unsigned char byte = Byte(at);
    const size_t length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    return std::min(length, end_ - at);
  }

  void TakeWord() {
    const size_t begin = at_, end = WordEnd();
    LightWord word;
    word.begin = static_cast<uint32_t>(begin);
    word.size = static_cast<uint16_t>(end - begin);
    SetHashes(text_.substr(begin, end - begin), word);
    SetPlace(word);
    words_.push_back(word);
    at_ = end;
    gap_ = {};
    stopped_ = false;
    SkipPossessive();
  }

  void SetHashes(std::string_view word, LightWord& out) {
    char buffer[kMaxWord + 4];
    size_t size = 0;
    bool ascii = true;
    for (const char c : word) {
      ascii &= static_cast<unsigned char>(c) < 0x80;
      if (c != '.' || IsDigit(word[0])) buffer[size++] = ToLower(c);
    }
    std::string_view lower(buffer, size);
    std::string folded;
    if (!ascii) lower = folded = Fold(word);
    out.hash = HashOf(lower);
    if (IsUpper(word[0]) || (!ascii && IsUpperOther(word))) out.flags |= LightWord::kCapital;
    if (IsDigit(word[0])) {
      out.flags |= LightWord::kNumber;
      out.stem = out.hash;
      return;
    }
    // "US" and "it" are told apart by case: an abbreviation is no function word.
    const bool abbreviation =
        word.size() > 1 && IsUpper(word[0]) && (IsUpper(word[1]) || word[1] == '.');
    if (!abbreviation) out.flags |= Classes().Get(out.hash, 0);
    out.stem = HashOf(StemOf(lower));
  }

  static bool IsUpperOther(std::string_view word) {
    return static_cast<unsigned char>(word[0]) >= 0x80 &&
           Lower(word.substr(0, 4)) != word.substr(0, 4);
  }

  void SetPlace(LightWord& word) const {
    if (gap_.line &&
        (word.Is(LightWord::kCapital) || IsDigit(text_[word.begin]) || words_.empty())) {
      word.flags |= LightWord::kParagraph | LightWord::kSentenceStart;
    } else if (gap_.full_stop && (stopped_ || gap_.line) && !AfterAbbreviation()) {
      word.flags |= LightWord::kSentenceStart;
    }
  }

  // The word before is a title or initial, whose full stop ends nothing: "Mr.", "Gen.", "J."
  bool AfterAbbreviation() const {
    if (words_.empty()) return false;
    const LightWord& last = words_.back();
    return last.Is(LightWord::kCapital) && (last.size <= 3 || text_[last.begin + 1] == '.') &&
           !last.Is(LightWord::kNumber | LightWord::kFunction) &&
           text_[last.begin + last.size] == '.';
  }

  void SkipPossessive() {
    size_t at = at_;
    if (Byte(at) == '\'') {
      ++at;
    } else if (Byte(at) == 0xE2 && Byte(at + 1) == 0x80 && Byte(at + 2) == 0x99) {
      at += 3;
    } else {
      return;
    }
    if (ToLower(static_cast<char>(Byte(at))) == 's' && !IsWordAt(at + 1)) at_ = at + 1;
  }

  std::string_view text_;
  size_t at_, end_;
  std::vector<LightWord>& words_;
  Gap gap_;
  bool stopped_ = false;  // a blank followed the full stop
};

}  // namespace

void CutLightWords(std::string_view text, Span part, std::vector<LightWord>& words) {
  part.end = std::min(part.end, static_cast<uint32_t>(text.size()));
  if (part.empty()) return;
  Cutter(text, part, words).Run();
}

std::vector<LightWord> CutReport(const Document& report, bool with_headline) {
  std::vector<LightWord> words;
  if (report.sections.empty()) {
    CutLightWords(report.text, {0, static_cast<uint32_t>(report.text.size())}, words);
    return words;
  }
  Span open;
  SectionKind last = SectionKind::kBoilerplate;
  for (const Section& section : report.sections) {
    if (section.kind != last) {
      CutLightWords(report.text, open, words);
      open = {};
    }
    last = section.kind;
    const bool headline = with_headline && last == SectionKind::kHeadline;
    if (last != SectionKind::kBody && !headline) continue;
    open = open.empty() ? section.span : open.Cover(section.span);
  }
  CutLightWords(report.text, open, words);
  return words;
}

void MarkNames(std::vector<LightWord>& words) {
  constexpr uint8_t kNoName = LightWord::kFunction | LightWord::kNumber | LightWord::kDate;
  std::vector<uint32_t> names;
  for (LightWord& word : words) {
    if (word.Is(LightWord::kCapital) && !word.Is(LightWord::kSentenceStart | kNoName)) {
      word.flags |= LightWord::kName;
      names.push_back(word.hash);
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (LightWord& word : words) {
    if (word.Is(LightWord::kSentenceStart) && word.Is(LightWord::kCapital) && !word.Is(kNoName) &&
        std::binary_search(names.begin(), names.end(), word.hash)) {
      word.flags |= LightWord::kName;
    }
  }
}

uint32_t LightHash(std::string_view word) { return HashOf(Fold(word)); }

uint32_t LightStem(std::string_view word) {
  const std::string folded = Fold(word);
  return HashOf(StemOf(folded));
}

float Rarity(uint32_t stem) { return Rarities().Get(stem, kMaxRarity); }

}  // namespace synoptic
