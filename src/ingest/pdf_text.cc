#include "ingest/pdf_text.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/ascii.h"
#include "base/hash.h"
#include "text/fold.h"

namespace synoptic {
namespace {

constexpr size_t kEdge = 2;            // lines at the top and the bottom that may be furniture
constexpr size_t kOftenOnPages = 3;    // where a line stands at the edge of one page in so many
constexpr size_t kLongestNumber = 12;  // bytes of a line that is a page's number
constexpr double kShort = 0.7;      // of a block's longest line: ends a paragraph with its sentence
constexpr double kVeryShort = 0.4;  // is a heading or ends a paragraph anyhow
constexpr size_t kLongestWord = 64;  // bytes; longer ones are cut
constexpr size_t kFullLine = 30;     // bytes of a line that may go on behind an empty one

using Lines = std::vector<std::string_view>;

std::vector<Lines> CutPages(std::string_view text) {
  std::vector<Lines> pages;
  for (const std::string_view page : Split(text, '\f')) {
    Lines lines;
    for (const std::string_view line : Split(page, '\n')) lines.push_back(Trim(line));
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    const auto first = std::find_if(lines.begin(), lines.end(),
                                    [](std::string_view line) { return !line.empty(); });
    lines.erase(lines.begin(), first);
    if (!lines.empty()) pages.push_back(std::move(lines));
  }
  return pages;
}

// "Page 3 of 12" -> "Page # of #".
std::string WithoutNumbers(std::string_view line) {
  std::string key;
  for (const char c : line) {
    if (!IsDigit(c)) {
      key += c;
    } else if (key.empty() || key.back() != '#') {
      key += '#';
    }
  }
  return key;
}

bool IsNumberAlone(std::string_view line) {
  return line.size() <= kLongestNumber && std::any_of(line.begin(), line.end(), IsDigit) &&
         std::none_of(line.begin(), line.end(), IsAlpha);
}

// Takes furniture off the edges of pages.
class EdgeCleaner {
 public:
  explicit EdgeCleaner(const std::vector<Lines>& pages) : pages_(pages.size()) {
    for (const Lines& lines : pages) {
      std::unordered_set<std::string> keys;
      for (size_t i = 0; i < std::min(kEdge, lines.size()); ++i) {
        keys.insert(WithoutNumbers(lines[i]));
        keys.insert(WithoutNumbers(lines[lines.size() - 1 - i]));
      }
      for (const std::string& key : keys) ++times_[key];
    }
  }

  void Clean(Lines& lines) {
    size_t first = 0, end = lines.size();
    for (size_t i = 0; i < kEdge && first < end && Drops(lines[first]); ++i) ++first;
    for (size_t i = 0; i < kEdge && first < end && Drops(lines[end - 1]); ++i) --end;
    // Where all is furniture nothing is: slides of a line each.
    if (first == end && !std::all_of(lines.begin(), lines.end(), IsNumberAlone)) return;
    lines = Lines(lines.begin() + static_cast<std::ptrdiff_t>(first),
                  lines.begin() + static_cast<std::ptrdiff_t>(end));
  }

 private:
  bool Drops(std::string_view line) {
    if (line.empty()) return true;
    if (pages_ < 2) return false;
    if (IsNumberAlone(line)) return true;
    const std::string key = WithoutNumbers(line);
    const size_t times = times_[key];
    if (times < 2 || times * kOftenOnPages < pages_) return false;
    return key.find('#') != key.npos || !kept_.insert(key).second;
  }

  size_t pages_;
  std::unordered_map<std::string, size_t> times_;  // pages that have the line at an edge
  std::unordered_set<std::string> kept_;
};

bool BeginsLower(std::string_view line) {
  if (line.empty()) return false;
  if ((line[0] & 0x80) == 0) return IsLower(line[0]);
  const std::string_view first = line.substr(0, 2);  // of Latin, Greek and Cyrillic
  return Lower(first) == first && (line[0] & 0xE0) == 0xC0 && line.substr(0, 2) != "\xC2\xAB";
}

bool EndsSentence(std::string_view line) {
  for (const std::string_view mark : {".", "!", "?", ":", "\"", ")", "”", "»"}) {
    if (line.ends_with(mark)) return true;
  }
  return false;
}

bool IsWordByte(char c) { return IsAlpha(c) || (c & 0x80) != 0; }

std::string_view LastWord(std::string_view text) {
  size_t begin = text.size();
  while (begin > 0 && text.size() - begin < kLongestWord && IsWordByte(text[begin - 1])) --begin;
  return text.substr(begin);
}

std::string_view FirstWord(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && end < kLongestWord && IsWordByte(text[end])) ++end;
  return text.substr(0, end);
}

// Puts lines together to paragraphs.
class Joiner {
 public:
  explicit Joiner(const std::vector<Lines>& pages) {
    for (const Lines& lines : pages) {
      for (const std::string_view line : lines) LearnHyphens(line);
    }
  }

  // A line of a block whose longest has `longest` bytes; `opens` it.
  void Add(std::string_view line, size_t longest, bool opens) {
    const bool goes_on = BeginsLower(line);
    const bool breaks = opens ? !(goes_on && MayGoOn()) : ended_ && !goes_on;
    if (breaks) {
      if (!text_.empty()) text_ += "\n\n";
      text_ += line;
    } else {
      Append(line);
    }
    last_ = line;
    const double part = static_cast<double>(line.size()) / static_cast<double>(longest);
    ended_ = part < kVeryShort || (part < kShort && EndsSentence(line));
  }

  std::string Take() { return std::move(text_); }

 private:
  void LearnHyphens(std::string_view line) {
    for (size_t at = line.find('-'); at != line.npos; at = line.find('-', at + 1)) {
      const std::string_view before = LastWord(line.substr(0, at));
      const std::string_view behind = FirstWord(line.substr(at + 1));
      if (!before.empty() && !behind.empty())
        hyphenated_.insert(Lower(before) + "-" + Lower(behind));
    }
  }

  bool MayGoOn() const {
    if (last_.size() < kFullLine) return false;
    const char end = last_.back();
    return IsLower(end) || end == ',' || end == '-';
  }

  void Append(std::string_view line) {
    const size_t mark = text_.ends_with("\xC2\xAD")                    ? 2
                        : text_.ends_with("\xE2\x80\x90")              ? 3
                        : text_.ends_with('-') && !LastPart(1).empty() ? 1
                                                                       : 0;
    const std::string_view before = LastPart(mark), behind = FirstWord(line);
    if (mark == 0 || before.empty() || !BeginsLower(line)) {
      if (!text_.empty()) text_ += ' ';
    } else if (!hyphenated_.contains(Lower(before) + "-" + Lower(behind))) {
      text_.resize(text_.size() - mark);
    }
    text_ += line;
  }

  std::string_view LastPart(size_t mark) const {
    return LastWord(std::string_view(text_).substr(0, text_.size() - mark));
  }

  std::string text_;
  std::string_view last_;
  bool ended_ = false;
  std::unordered_set<std::string, StringHash, std::equal_to<>> hyphenated_;  // in mid-line
};

// Latin ligatures, U+FB00 to U+FB06.
std::string WithoutLigatures(std::string_view text) {
  static constexpr std::string_view kLetters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  std::string out;
  size_t kept = 0;
  for (size_t at = text.find("\xEF\xAC"); at != text.npos; at = text.find("\xEF\xAC", at + 2)) {
    const size_t number = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0;
    if (number < 0x80 || number >= 0x80 + std::size(kLetters)) continue;
    out.append(text, kept, at - kept).append(kLetters[number - 0x80]);
    kept = at + 3;
  }
  return out.append(text, kept);
}

}  // namespace

std::string ParagraphsOfPages(std::string_view text) {
  const std::string plain = WithoutLigatures(text);
  std::vector<Lines> pages = CutPages(plain);
  EdgeCleaner cleaner(pages);
  for (Lines& lines : pages) cleaner.Clean(lines);
  Joiner joiner(pages);
  for (const Lines& lines : pages) {
    for (size_t begin = 0; begin < lines.size();) {
      size_t end = begin, longest = 0;
      while (end < lines.size() && !lines[end].empty())
        longest = std::max(longest, lines[end++].size());
      for (size_t i = begin; i < end; ++i) joiner.Add(lines[i], longest, i == begin);
      begin = end + 1;
    }
  }
  return joiner.Take();
}

}  // namespace synoptic
