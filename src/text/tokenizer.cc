#include "text/tokenizer.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr size_t kLongestAbbreviation = 8;

const std::unordered_map<std::string_view, StopKind>& Abbreviations() {
  static const auto* const table = [] {
    auto* kinds = new std::unordered_map<std::string_view, StopKind>;
    static const Lexicon lexicon = Lexicon::Load("en/abbreviations.tsv");
    for (const auto& row : lexicon.rows()) {
      (*kinds)[row[0]] = row[1] == "title"    ? StopKind::kTitle
                         : row[1] == "number" ? StopKind::kNumber
                                              : StopKind::kPlain;
    }
    return kinds;
  }();
  return *table;
}

// "co-founder", "non-aligned": one word in the treebanks, where "peace-loving" is three.
bool IsJoiningPrefix(std::string_view word) {
  static const auto* const table = [] {
    auto* words = new std::unordered_map<std::string_view, bool>;
    static const Lexicon lexicon = Lexicon::Load("en/hyphen_prefixes.tsv");
    for (const auto& row : lexicon.rows()) (*words)[row[0]] = true;
    return words;
  }();
  constexpr size_t kLongest = 8;
  if (word.size() > kLongest) return false;
  std::array<char, kLongest> lower;
  std::transform(word.begin(), word.end(), lower.begin(), ToLower);
  return table->contains(std::string_view(lower.data(), word.size()));
}

bool IsWordCode(char32_t c) {
  if (c < 0x80) return IsAlnum(static_cast<char>(c));
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c >= 0x2000 && c < 0x2C00)
    return c == 0x200C || c == 0x200D || (c >= 0x2070 && c < 0x20A0) || (c >= 0x2100 && c < 0x2190);
  if (c >= 0x3000 && c < 0x3040) return c == 0x3005;
  if (c >= 0xFF00 && c < 0xFF10) return false;
  if (c >= 0xE000 && c < 0xF900) return false;
  if (c >= 0x1F000) return c >= 0x20000 && c < 0x31000;
  return c != 0xFFFD && c != 0xFEFF;
}

// Space of any kind: 0 where there is none, else its bytes.
size_t SpaceAt(std::string_view text, size_t at) {
  if (IsSpace(text[at])) return 1;
  if ((text[at] & 0x80) == 0) return 0;
  const CodePoint c = DecodeAt(text, at);
  const bool space = c.value == 0xA0 || c.value == 0x1680 ||
                     (c.value >= 0x2000 && c.value <= 0x200B) || c.value == 0x2028 ||
                     c.value == 0x2029 || c.value == 0x202F || c.value == 0x205F ||
                     c.value == 0x3000 || c.value == 0xFEFF;
  return space ? c.length : 0;
}

// Straight or curly apostrophe: its bytes, or 0.
size_t ApostropheAt(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '\'') return 1;
  return text.substr(at, 3) == "\xE2\x80\x99" ? 3 : 0;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span span, std::vector<Token>& tokens)
      : text_(text.substr(0, span.end)), at_(span.begin), tokens_(tokens) {}

  void Run() {
    while (at_ < text_.size()) {
      if (const size_t space = SpaceAt(text_, at_)) {
        at_ += space;
        continue;
      }
      if (TakeAddress() || TakeWord() || TakeRun()) continue;
      Emit(at_ + DecodeAt(text_, at_).length);
    }
  }

 private:
  void Emit(size_t end) {
    Token token;
    token.span = {static_cast<uint32_t>(at_), static_cast<uint32_t>(end)};
    tokens_.push_back(token);
    at_ = end;
  }

  bool WordAt(size_t at, size_t* length) const {
    if (at >= text_.size()) return false;
    const CodePoint c = DecodeAt(text_, at);
    *length = c.length;
    return IsWordCode(c.value) || IsMark(c.value);
  }

  static bool IsMark(char32_t c) {
    return (c >= 0x300 && c < 0x370) || (c >= 0x1AB0 && c < 0x1B00) || (c >= 0xFE00 && c < 0xFE10);
  }

  // The end of the run of letters and digits at `at`.
  size_t WordEnd(size_t at) const {
    size_t length = 0;
    while (WordAt(at, &length)) at += length;
    return at;
  }

  // URLs, mail addresses, domains, @handles and #tags. Their last mark of punctuation is not
  // theirs.
  bool TakeAddress() {
    const std::string_view rest = text_.substr(at_);
    const bool tagged = rest.size() > 1 && (rest[0] == '@' || rest[0] == '#') &&
                        (IsAlnum(rest[1]) || rest[1] == '_');
    const bool url =
        rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    if (!tagged && !url && !LooksLikeMail()) return false;
    size_t end = at_ + 1;
    while (end < text_.size() && !SpaceAt(text_, end) && (text_[end] & 0x80) == 0 &&
           AddressChar(text_[end], tagged))
      ++end;
    while (end > at_ + 1 &&
           std::string_view(".,;:!?)'\"]").find(text_[end - 1]) != std::string_view::npos)
      --end;
    if (tagged && rest[0] == '#' &&
        std::all_of(rest.begin() + 1, rest.begin() + static_cast<long>(end - at_), IsDigit)) {
      return false;  // "#3" is a mark and a number
    }
    Emit(end);
    return true;
  }

  static bool AddressChar(char c, bool tagged) {
    if (tagged) return IsAlnum(c) || c == '_';
    return c != '"' && c != '<' && c != '>' && c != '(' && c != '{' && c != '}';
  }

  // name@host.tld within the next 64 bytes.
  bool LooksLikeMail() const {
    if (!IsAlnum(text_[at_])) return false;
    size_t at = at_;
    const auto local = [](char c) {
      return IsAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+';
    };
    while (at < text_.size() && at - at_ < 64 && local(text_[at])) ++at;
    return at < text_.size() && text_[at] == '@' && at + 1 < text_.size() && IsAlnum(text_[at + 1]);
  }

  bool TakeWord() {
    size_t end = WordEnd(at_);
    if (end == at_) return false;
    if (IsDigit(text_[at_])) end = NumberEnd(end);
    const bool joins = end + 1 < text_.size() && text_[end] == '-' && IsAlpha(text_[end + 1]) &&
                       IsJoiningPrefix(text_.substr(at_, end - at_));
    if (joins) end = WordEnd(end + 1);
    end = DottedEnd(end);
    if (joins || end == WordEnd(at_)) {
      if (TakeClitic(end)) return true;
      end = AbbreviationEnd(end);
    }
    Emit(end);
    return true;
  }

  // 1,800; 3.5; 10:30; 1/2; 2025-05-11 is cut at its dashes by the hyphen rule, but "3.5m" stays
  // whole.
  size_t NumberEnd(size_t end) const {
    while (end + 1 < text_.size() && IsDigit(text_[end + 1]) && IsDigit(text_[end - 1]) &&
           (text_[end] == ',' || text_[end] == '.' || text_[end] == ':' || text_[end] == '/')) {
      end = WordEnd(end + 1);
    }
    return end;
  }

  // "U.S.", "p.m.", "J.", "a.k.a.", "Pravda.ru": letters with stops between, and the last stop
  // where all are single.
  size_t DottedEnd(size_t end) const {
    if (end >= text_.size() || text_[end] != '.' || IsDigit(text_[at_])) return end;
    const bool initial = end - at_ == 1 && IsUpper(text_[at_]);
    size_t last = end, letters = end - at_ == 1 && IsAlpha(text_[at_]) ? 1 : 0, parts = 1;
    while (last + 1 < text_.size() && text_[last] == '.' && IsAlpha(text_[last + 1])) {
      const size_t next = WordEnd(last + 1);
      // "ended.The" is two sentences that lost their space.
      if (next - last > 2 && IsUpper(text_[last + 1])) break;
      letters += next - last == 2;
      ++parts;
      last = next;
    }
    if (parts > 1 && letters == parts)
      return last < text_.size() && text_[last] == '.' ? last + 1 : last;
    if (parts > 1 && letters == 0 && last - end <= 5 && parts == 2) return last;  // "Pravda.ru"
    if (parts > 1 && letters + 1 == parts && text_.substr(at_, 3) == "Ph.")
      return last < text_.size() && text_[last] == '.' ? last + 1 : last;
    if (initial && parts == 1) return end + 1;
    return end;
  }

  size_t AbbreviationEnd(size_t end) const {
    if (end >= text_.size() || text_[end] != '.') return end;
    return KindOfStop(text_.substr(at_, end + 1 - at_)) != StopKind::kNone ? end + 1 : end;
  }

  // "do|n't", "Korea|'s", "can|not". Emits both parts.
  bool TakeClitic(size_t end) {
    const std::string_view word = text_.substr(at_, end - at_);
    if (EqualsIgnoreCase(word, "cannot")) return Emit(at_ + 3), Emit(end), true;
    if (EqualsIgnoreCase(word, "gonna") || EqualsIgnoreCase(word, "wanna"))
      return Emit(at_ + 3), Emit(end), true;
    const size_t mark = ApostropheAt(text_, end);
    if (mark == 0) return false;
    const size_t tail = WordEnd(end + mark);
    const std::string_view rest = text_.substr(end + mark, tail - end - mark);
    if (EqualsIgnoreCase(rest, "t") && word.size() > 1 && ToLower(word.back()) == 'n') {
      const size_t cut = EqualsIgnoreCase(word, "can") ? end : end - 1;
      if (cut > at_) {
        if (cut == end) return Emit(end - 1), Emit(tail), true;  // ca|n't
        return Emit(cut), Emit(tail), true;
      }
    }
    for (const std::string_view clitic : {"s", "re", "ve", "ll", "d", "m"}) {
      if (EqualsIgnoreCase(rest, clitic)) return Emit(end), Emit(tail), true;
    }
    if (rest.empty()) return false;
    // O'Brien, o'clock, d'Or: one word.
    Emit(tail);
    return true;
  }

  // Marks that belong together: "...", "--", "``", "''", "?!", and clitics that lost their word.
  bool TakeRun() {
    const char c = text_[at_];
    if (const size_t mark = ApostropheAt(text_, at_)) {
      const size_t tail = WordEnd(at_ + mark);
      const std::string_view rest = text_.substr(at_ + mark, tail - at_ - mark);
      const bool glued = at_ > 0 && !IsSpace(text_[at_ - 1]);
      if (glued && (EqualsIgnoreCase(rest, "s"))) return Emit(tail), true;
      if (rest.size() == 2 && IsDigit(rest[0])) return Emit(tail), true;  // '90
      if (rest.size() == 3 && IsDigit(rest[0]) && rest[2] == 's') return Emit(tail), true;
    }
    if (c != '.' && c != '-' && c != '`' && c != '\'' && c != '!' && c != '?' && c != '*' &&
        c != '_' && c != '=')
      return false;
    size_t end = at_ + 1;
    const bool mixed = c == '!' || c == '?';
    while (end < text_.size() &&
           (text_[end] == c || (mixed && (text_[end] == '!' || text_[end] == '?'))))
      ++end;
    if (c == '\'' || c == '`') end = std::min(end, at_ + 2);
    Emit(end);
    return true;
  }

  std::string_view text_;
  size_t at_;
  std::vector<Token>& tokens_;
};

}  // namespace

void Tokenize(std::string_view text, Span span, std::vector<Token>& tokens) {
  Tokenizer(text, span, tokens).Run();
}

StopKind KindOfStop(std::string_view word) {
  if (word.size() < 2 || word.back() != '.') return StopKind::kNone;
  word.remove_suffix(1);
  if (word.find('.') != std::string_view::npos) return StopKind::kDotted;
  if (word.size() == 1) return IsUpper(word[0]) ? StopKind::kDotted : StopKind::kNone;
  if (word.size() > kLongestAbbreviation) return StopKind::kNone;
  std::array<char, kLongestAbbreviation> lower;
  std::transform(word.begin(), word.end(), lower.begin(), ToLower);
  const auto found = Abbreviations().find(std::string_view(lower.data(), word.size()));
  if (found == Abbreviations().end()) return StopKind::kNone;
  // Words of the language ("no", "mass", "art") are abbreviations only with a capital.
  const bool word_too = found->second != StopKind::kTitle && !IsUpper(word[0]) && word != "etc" &&
                        word != "al" && word != "vs";
  return word_too ? StopKind::kNone : found->second;
}

}  // namespace synoptic
