#include "quotes/mark_glyphs.h"

#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace synoptic {
namespace {

// Only these bytes can begin a mark.
constexpr std::array<bool, 256> kMayBegin = [] {
  std::array<bool, 256> may{};
  may['"'] = may['\''] = may['`'] = may[0xC2] = may[0xE2] = true;
  return may;
}();

bool IsBlank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x202F || c == 0x3000;
}

bool IsOpeningBracket(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == '/' || c == '<' || c == '>' || c == '*' ||
         c == '_' || c == '=';
}

bool IsDash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

bool IsQuoteGlyph(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB ||
         (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

// A letter or digit of any script: everything that is not a blank, a mark or common punctuation.
bool IsWordChar(char32_t c) {
  if (c < 0x80) return IsAlnum(static_cast<char>(c));
  return !IsBlank(c) && !IsDash(c) && !IsQuoteGlyph(c) && c != 0x2026 && c != 0xA7 && c != 0xB7;
}

struct Glyph {
  uint32_t length = 0;  // 0: no mark here
  bool single = false;
  MarkSide side = MarkSide::kNeutral;
};

Glyph GlyphAt(std::string_view text, size_t at) {
  const auto twice = [&](char c) { return at + 1 < text.size() && text[at + 1] == c; };
  const CodePoint c = DecodeAt(text, at);
  switch (c.value) {
    case '"':
      return {1, false, MarkSide::kNeutral};
    case '\'':
      return twice('\'') ? Glyph{2, false, MarkSide::kNeutral} : Glyph{1, true, MarkSide::kNeutral};
    case '`':
      return twice('`') ? Glyph{2, false, MarkSide::kLeft} : Glyph{1, true, MarkSide::kLeft};
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0xAB:
      return {c.length, false, MarkSide::kLeft};
    case 0x201D:
    case 0xBB:
      return {c.length, false, MarkSide::kRight};
    case 0x2018:
    case 0x201A:
    case 0x201B:
    case 0x2039:
      return {c.length, true, MarkSide::kLeft};
    case 0x2019:
    case 0x203A:
      return {c.length, true, MarkSide::kRight};
    default:
      return {};
  }
}

// 6'2", 5' 10", 12": the number right before says so where nothing was opened by the mark's kind.
bool IsPrime(std::string_view text, size_t at, const Glyph& glyph) {
  if (at == 0 || !IsDigit(text[at - 1])) return false;
  const size_t end = at + glyph.length;
  if (glyph.single) {  // feet: a digit follows, perhaps after a blank, and then inches
    size_t next = end;
    if (next < text.size() && text[next] == ' ') ++next;
    size_t digits = next;
    while (digits < text.size() && digits < next + 2 && IsDigit(text[digits])) ++digits;
    if (digits == next) return false;
    return digits < text.size() && (text[digits] == '"' || text.substr(digits).starts_with("''") ||
                                    text.substr(digits).starts_with("\u201D") || next == end);
  }
  // inches: one or two digits behind a foot mark
  size_t begin = at;
  while (begin > 0 && begin + 2 > at && IsDigit(text[begin - 1])) --begin;
  if (begin > 0 && text[begin - 1] == ' ') --begin;
  if (begin == 0) return false;
  const CodePoint foot = DecodeBefore(text, begin);
  return (foot.value == '\'' || foot.value == 0x2019) && begin > foot.length &&
         IsDigit(text[begin - foot.length - 1]);
}

// ’90s, ’em, ’til: letters left out at the start of a word.
bool IsElision(std::string_view text, size_t end) {
  if (end >= text.size()) return false;
  if (IsDigit(text[end])) {
    return end + 1 < text.size() && IsDigit(text[end + 1]) &&
           (end + 2 >= text.size() || !IsDigit(text[end + 2])) &&
           !text.substr(end + 2).starts_with("%");
  }
  size_t stop = end;
  while (stop < text.size() && stop < end + 6 && IsAlpha(text[stop])) ++stop;
  const std::string_view word = text.substr(end, stop - end);
  for (std::string_view known : {"em", "til", "tis", "twas", "cause", "bout", "n", "round"}) {
    if (EqualsIgnoreCase(word, known)) return true;
  }
  return false;
}

Mark Describe(std::string_view text, Span paragraph, size_t at, const Glyph& glyph) {
  Mark mark{{static_cast<uint32_t>(at), static_cast<uint32_t>(at + glyph.length)},
            glyph.single,
            glyph.side};
  const CodePoint before = at > paragraph.begin ? DecodeBefore(text, at) : CodePoint{' ', 0};
  const CodePoint after =
      at + glyph.length < paragraph.end ? DecodeAt(text, at + glyph.length) : CodePoint{' ', 0};
  const bool free_before = IsBlank(before.value) || IsOpeningBracket(before.value) ||
                           IsDash(before.value) || IsQuoteGlyph(before.value) ||
                           before.value == 0x2026 || before.value == ':' || before.value == ',';
  mark.can_open = free_before && !IsBlank(after.value);
  mark.can_close = !IsBlank(before.value) && (!glyph.single || !IsWordChar(after.value));
  if (!mark.can_open && !mark.can_close &&
      !glyph.single) {  // blanks on both sides, or glued to two words
    mark.can_open = IsBlank(before.value);
    mark.can_close = true;
  }
  return mark;
}

}  // namespace

void ScanMarks(std::string_view text, Span paragraph, std::vector<Mark>& marks) {
  for (size_t at = paragraph.begin; at < paragraph.end;) {
    if (!kMayBegin[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const Glyph glyph = GlyphAt(text, at);
    if (glyph.length == 0 || at + glyph.length > paragraph.end) {
      at += std::max<uint32_t>(1, DecodeAt(text, at).length);
      continue;
    }
    const size_t end = at + glyph.length;
    const Mark mark = Describe(text, paragraph, at, glyph);
    const bool elision =
        glyph.single && glyph.side != MarkSide::kLeft && mark.can_open && IsElision(text, end);
    if ((mark.can_open || mark.can_close) && !elision && !IsPrime(text, at, glyph))
      marks.push_back(mark);
    at = end;
  }
}

}  // namespace synoptic
