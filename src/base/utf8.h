// UTF-8: decoding, repair, and the map from byte offsets to code points.
// Everything here is total: bytes that are not UTF-8 decode as U+FFFD, one byte at a time.
#ifndef SYNOPTIC_BASE_UTF8_H_
#define SYNOPTIC_BASE_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = 0;
  uint32_t length = 0;  // bytes; 0 only at the end of the text
  bool valid = true;    // false: the byte here is not UTF-8, value is kReplacement, length 1
};

// The code point that begins at byte `at` of `text`.
CodePoint DecodeAt(std::string_view text, size_t at);

// The code point that ends right before byte `at`; length 0 at the start of the text.
CodePoint DecodeBefore(std::string_view text, size_t at);

void AppendUtf8(char32_t code_point, std::string& out);

bool IsValidUtf8(std::string_view text);

// `text` with every invalid byte replaced by U+FFFD; `replaced` counts them.
std::string RepairUtf8(std::string_view text, size_t* replaced = nullptr);

size_t CountCodePoints(std::string_view text);

inline bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// True where a code point of valid UTF-8 `text` begins, and at its end.
inline bool IsBoundary(std::string_view text, size_t at) {
  return at == text.size() || (at < text.size() && !IsContinuation(text[at]));
}

// Code-point offsets of byte offsets into one valid text. Building it costs one pass and a 16th of
// the text in memory (nothing for ASCII); a look-up reads at most 64 bytes. `text` must outlive it.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  // `byte` on a boundary, at most the text's size.
  uint32_t At(size_t byte) const;
  // The byte offset of code point `index`; the text's size where there are fewer.
  size_t ByteOf(uint32_t index) const;

 private:
  static constexpr size_t kStep = 64;
  std::string_view text_;
  bool ascii_ = false;
  std::vector<uint32_t> before_;  // code points before byte i * kStep
};

}  // namespace synoptic

#endif  // SYNOPTIC_BASE_UTF8_H_
