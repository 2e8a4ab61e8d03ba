#include "ingest/html_classes.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/ascii.h"
#include "base/hash.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr size_t kLongestPhrase = 4;  // words
constexpr size_t kLongestName = 300;  // bytes; generated class lists go on for kilobytes

using Table = std::unordered_map<std::string, uint8_t, StringHash, std::equal_to<>>;

struct ClassTable {
  Table kinds;    // of phrases
  Table longest;  // words of the longest phrase that begins with a word
};

const ClassTable& Classes() {
  static const ClassTable* const table = [] {
    auto* classes = new ClassTable;
    static const Lexicon lexicon = Lexicon::Load("web/classes.tsv");
    for (const auto& row : lexicon.rows()) {
      const uint8_t kind = row[1] == "body"      ? kBodyPart
                           : row[1] == "lead"    ? kLeadPart
                           : row[1] == "author"  ? kAuthorPart
                           : row[1] == "date"    ? kDatePart
                           : row[1] == "teaser"  ? kTeaserPart
                           : row[1] == "caption" ? kCaptionPart
                           : row[1] == "live"    ? kLivePart
                           : row[1] == "none"    ? 0
                                                 : kDropPart;
      classes->kinds[std::string(row[0])] |= kind;
      const auto words = Split(row[0], ' ');
      uint8_t& longest = classes->longest[std::string(words[0])];
      longest = std::max(longest, static_cast<uint8_t>(std::min(words.size(), kLongestPhrase)));
    }
    return classes;
  }();
  return *table;
}

// Words in lower case with single spaces between; `|` between classes. A class with a colon holds
// under a condition ("print:hidden", "md:sidebar") and says nothing of the part.
std::string CutWords(std::string_view name) {
  std::string words;
  name = name.substr(0, kLongestName);
  for (size_t begin = 0; begin < name.size();) {
    size_t end = begin;
    bool conditional = false;
    for (; end < name.size() && !IsSpace(name[end]); ++end) conditional |= name[end] == ':';
    if (!conditional && end > begin) {
      if (!words.empty()) words += " | ";
      char before = ' ';
      for (const char c : name.substr(begin, end - begin)) {
        if (!IsAlpha(c) && (c & 0x80) == 0) {
          words += ' ';
        } else {
          if (IsUpper(c) && IsLower(before)) words += ' ';
          words += ToLower(c);
        }
        before = c;
      }
    }
    begin = end + 1;
  }
  return words;
}

// Linear in the length of `name`.
uint8_t Judge(std::string_view name) {
  const std::string words = CutWords(name);
  uint8_t kinds = 0;
  size_t starts[64];
  size_t count = 0;
  std::string clean;
  clean.reserve(words.size());
  for (const std::string_view word : Split(words, ' ')) {
    if (word.empty() || count == std::size(starts)) continue;
    if (!clean.empty()) clean += ' ';
    starts[count++] = clean.size();
    clean += word;
  }
  const auto phrase = [&](size_t first, size_t last) {
    const size_t end = last < count ? starts[last] - 1 : clean.size();
    return std::string_view(clean).substr(starts[first], end - starts[first]);
  };
  const ClassTable& classes = Classes();
  for (size_t first = 0; first < count;) {
    // The longest phrase says what its words are.
    size_t next = first + 1;
    const auto longest = classes.longest.find(phrase(first, first + 1));
    const size_t most = longest == classes.longest.end() ? 0 : longest->second;
    for (size_t last = std::min(count, first + most); last > first; --last) {
      const auto found = classes.kinds.find(phrase(first, last));
      if (found == classes.kinds.end()) continue;
      kinds |= found->second;
      next = last;
      break;
    }
    first = next;
  }
  return kinds;
}

}  // namespace

uint8_t KindsOfName(std::string_view name) {
  if (name.empty()) return 0;
  // Names come again and again, on a page and on the pages of an outlet.
  struct Known {
    uint64_t hash = 0;
    uint8_t kinds = 0;
  };
  thread_local std::array<Known, 4096> known;
  const uint64_t hash = Hash64(name) | 1;
  Known& entry = known[(hash >> 1) % known.size()];
  if (entry.hash != hash) entry = {hash, Judge(name)};
  return entry.kinds;
}

}  // namespace synoptic
