#include "times/atoms.h"

#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace synoptic::times {
namespace {

constexpr uint8_t kMostFigures = 9;

constexpr std::string_view kCurly = "\xE2\x80\x99";

bool IsLetter(char c) { return IsAlpha(c) || (c & 0x80) != 0; }

// General punctuation: dashes and curly quotes.
bool IsMarkAt(std::string_view text, size_t at) { return text.substr(at, 2) == "\xE2\x80"; }

class Cutter {
 public:
  Cutter(const Document& document, std::vector<Atom>& atoms)
      : text_(document.text), words_(TimeWords::Get()), atoms_(atoms) {}

  void Cut(Span span, Index token) {
    token_ = token;
    at_ = span.begin;
    end_ = span.end;
    while (at_ < end_) {
      if (IsDigit(text_[at_])) {
        Figures();
      } else if (LetterAt(at_)) {
        Letters();
      } else {
        Mark();
      }
    }
  }

 private:
  Atom& Emit(size_t end) {
    Atom atom;
    atom.begin = static_cast<uint32_t>(at_);
    atom.end = static_cast<uint32_t>(end);
    atom.token = token_;
    atom.glued = !atoms_.empty() && atoms_.back().end == atom.begin;
    atom.word = &words_.Find({});
    atoms_.push_back(atom);
    at_ = end;
    return atoms_.back();
  }

  void Figures() {
    size_t end = at_;
    int64_t value = 0;
    size_t figures = 0;
    bool grouped = false;
    for (; end < end_; ++end) {
      if (text_[end] == ',' && GroupAt(end + 1)) {
        grouped = true;
        continue;
      }
      if (!IsDigit(text_[end])) break;
      if (++figures <= kMostFigures) value = value * 10 + (text_[end] - '0');
    }
    Atom& atom = Emit(end);
    atom.grouped = grouped;
    if (figures > kMostFigures) return;
    atom.number = static_cast<int32_t>(value);
    atom.figures = static_cast<uint8_t>(figures);
  }

  // Three figures and no more.
  bool GroupAt(size_t at) const {
    for (size_t i = 0; i < 3; ++i) {
      if (at + i >= end_ || !IsDigit(text_[at + i])) return false;
    }
    return at + 3 >= end_ || !IsDigit(text_[at + 3]);
  }

  // Letters, also with apostrophes inside ("o'clock"); "p.m." and "U.S." stay whole and are looked
  // up without stops.
  void Letters() {
    size_t end = at_;
    while (end < end_ &&
           (LetterAt(end) || (text_[end] == '\'' && end + 1 < end_ && LetterAt(end + 1))))
      ++end;
    if (end == at_ + 1 && end < end_ && text_[end] == '.' && end + 1 < end_ &&
        IsAlpha(text_[end + 1])) {
      return Initials();
    }
    const std::string_view word = std::string_view(text_).substr(at_, end - at_);
    Emit(end).word = &words_.Find(word);
  }

  void Initials() {
    std::array<char, 8> letters;
    size_t count = 0, end = at_;
    while (end < end_ && (IsAlpha(text_[end]) || text_[end] == '.')) {
      if (IsAlpha(text_[end]) && count < letters.size()) letters[count++] = text_[end];
      ++end;
    }
    Emit(end).word = &words_.Find({letters.data(), count});
  }

  void Mark() {
    // "'s" is a word of its own.
    if (text_[at_] == '\'' && end_ - at_ > 1 && IsAlpha(text_[at_ + 1])) {
      Emit(end_);
      return;
    }
    if (text_.substr(at_, 3) == kCurly && end_ - at_ > 3 && IsAlpha(text_[at_ + 3])) {
      Emit(end_);
      return;
    }
    Emit(at_ + DecodeAt(text_, at_).length);
  }

  bool LetterAt(size_t at) const { return IsLetter(text_[at]) && !IsMarkAt(text_, at); }

  std::string_view text_;
  const TimeWords& words_;
  std::vector<Atom>& atoms_;
  size_t at_ = 0, end_ = 0;
  Index token_ = kNone;
};

const Atom& NoAtom() {
  static const Atom none = [] {
    Atom atom;
    atom.word = &TimeWords::Get().Find({});
    return atom;
  }();
  return none;
}

}  // namespace

void CutAtoms(const Document& document, Index first, Index end, std::vector<Atom>& atoms) {
  Cutter cutter(document, atoms);
  for (Index i = first; i < end; ++i) cutter.Cut(document.tokens[static_cast<size_t>(i)].span, i);
}

const Atom& Atoms::operator[](int i) const {
  if (i < 0 || i >= size()) return NoAtom();
  return atoms_[static_cast<size_t>(i)];
}

std::string_view Atoms::Text(int i) const {
  const Atom& atom = (*this)[i];
  return std::string_view(document_.text).substr(atom.begin, atom.end - atom.begin);
}

bool Atoms::Is(int i, std::string_view lower) const {
  std::string_view text = Text(i);
  if (text.starts_with(kCurly) && lower.starts_with('\'')) {
    text.remove_prefix(kCurly.size());
    lower.remove_prefix(1);
  }
  if (text.size() != lower.size()) return false;
  for (size_t k = 0; k < text.size(); ++k) {
    if (ToLower(text[k]) != lower[k]) return false;
  }
  return true;
}

bool Atoms::Joint(int i, char c) const {
  return Text(i) == std::string_view(&c, 1) && Glued(i) && Glued(i + 1);
}

bool Atoms::Dash(int i) const {
  const std::string_view text = Text(i);
  return text == "-" || text == "\xE2\x80\x93" || text == "\xE2\x80\x90" || text == "\xE2\x80\x91";
}

bool Atoms::Capital(int i) const {
  const std::string_view text = Text(i);
  return !text.empty() && IsUpper(text.front());
}

Upos Atoms::Pos(int i) const {
  const Index token = (*this)[i].token;
  return token == kNone ? Upos::kX : document_.tokens[static_cast<size_t>(token)].pos;
}

}  // namespace synoptic::times
