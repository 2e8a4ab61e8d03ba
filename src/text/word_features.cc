#include "text/word_features.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"

namespace synoptic {
namespace {

constexpr size_t kLongestWord = 48;  // bytes; of a longer one the end is seen

uint64_t HashBytes(const char* bytes, size_t size) {
  uint64_t h = 0xCBF29CE484222325ull;
  for (size_t i = 0; i < size; ++i)
    h = (h ^ static_cast<unsigned char>(bytes[i])) * 0x100000001B3ull;
  return h;
}

uint8_t ShapeOf(std::string_view word) {
  size_t upper = 0, lower = 0, digits = 0, other = 0, dots = 0;
  for (const char c : word) {
    upper += IsUpper(c);
    lower += IsLower(c);
    digits += IsDigit(c);
    dots += c == '.';
    other += (c & 0x80) != 0;
  }
  const uint8_t extra =
      (digits > 0 ? kDigitInside : 0) | (dots > 0 && word.size() > 1 ? kDotInside : 0);
  const size_t letters = upper + lower;
  if (letters == 0 && digits > 0) return kShapeNumber | extra;
  if (letters == 0) {
    // Capitals beyond ASCII are told by case mapping elsewhere; letters of other scripts count as
    // such.
    if (other == 0) return kShapeMark;
    const CodePoint first = DecodeAt(word, 0);
    return first.value >= 0x2010 && first.value < 0x2070 ? kShapeMark : kShapeOther;
  }
  if (lower == 0 && other == 0) return (upper > 1 ? kShapeUpper : kShapeCapital) | extra;
  if (upper == 0) return kShapeLower | extra;
  const bool capital = IsUpper(word[0]) && upper == 1;
  return (capital ? kShapeCapital : kShapeMixed) | extra;
}

}  // namespace

WordFeatures DescribeWord(std::string_view word, bool caseless) {
  WordFeatures features;
  features.shape = ShapeOf(word);
  if (word.size() > kLongestWord) word = word.substr(word.size() - kLongestWord);
  char lower[kLongestWord];
  size_t size = 0;
  const bool number = (features.shape & 7) == kShapeNumber;
  for (size_t i = 0; i < word.size(); ++i) {
    if (word.substr(i, 3) == "\xE2\x80\x99" || word.substr(i, 3) == "\xE2\x80\x98") {
      lower[size++] = '\'';
      i += 2;
    } else if (word.substr(i, 3) == "\xE2\x80\x9C" || word.substr(i, 3) == "\xE2\x80\x9D") {
      lower[size++] = '"';
      i += 2;
    } else if (word.substr(i, 2) == "\xE2\x80" && i + 2 < word.size() &&
               (word[i + 2] == '\x93' || word[i + 2] == '\x94')) {
      lower[size++] = '-';
      i += 2;
    } else {
      lower[size++] = number && IsDigit(word[i]) ? '0' : ToLower(word[i]);
    }
  }
  if (caseless && (features.shape & 7) <= kShapeMixed)
    features.shape = kShapeLower | (features.shape & ~7);
  features.word = HashBytes(lower, size);
  for (size_t n = 1; n <= 4; ++n) {
    features.suffix[n - 1] = n <= size ? HashBytes(lower + size - n, n) + n : 0;
    if (n < 4) features.prefix[n - 1] = n <= size ? HashBytes(lower, n) + 77 * n : 0;
    if (n < 4) features.stem[n - 1] = n + 2 <= size ? HashBytes(lower, size - n) : 0;
  }
  return features;
}

}  // namespace synoptic
