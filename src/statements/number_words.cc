#include "statements/number_words.h"

#include <charconv>
#include <limits>
#include <unordered_map>

#include "base/ascii.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr double kOpen = std::numeric_limits<double>::infinity();
constexpr size_t kLongestWord = 16;
constexpr int kMostScales = 4;  // "two hundred thousand million"

double ParseNumber(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

NumberKind KindFromName(std::string_view name) {
  if (name == "scale") return NumberKind::kScale;
  if (name == "vague") return NumberKind::kVague;
  if (name == "few") return NumberKind::kFew;
  if (name == "about") return NumberKind::kAbout;
  if (name == "state") return NumberKind::kState;
  if (name == "attribute") return NumberKind::kAttribute;
  if (name == "unit") return NumberKind::kUnit;
  if (name == "part") return NumberKind::kPart;
  return name == "total" ? NumberKind::kTotal : NumberKind::kNumber;
}

// "1,800", "2.5"; false for ordinals, scores and the like.
bool ReadFigures(std::string_view word, double* value) {
  char plain[24];
  size_t size = 0;
  for (const char c : word) {
    if (c == ',') continue;
    if ((!IsDigit(c) && c != '.') || size == sizeof plain) return false;
    plain[size++] = c;
  }
  if (size == 0 || !IsDigit(plain[0]) || !IsDigit(plain[size - 1])) return false;
  const auto read = std::from_chars(plain, plain + size, *value);
  return read.ec == std::errc() && read.ptr == plain + size;
}

class NumberReader {
 public:
  NumberReader(const Document& document, Index end) : doc_(document), end_(end) {}

  std::optional<ReadValue> Read(Index first) const {
    ReadValue number;
    if (const Index scale = ScaleBehindArticle(first); scale != kNone) {  // "a dozen"
      number.low = number.high = FindNumberWord(doc_.Word(scale))->value;
      number.end = scale + 1;
      return number;
    }
    if (Is(first, "half") && ScaleBehindArticle(first + 1) != kNone) {
      const Index scale = ScaleBehindArticle(first + 1);
      number.low = number.high = FindNumberWord(doc_.Word(scale))->value / 2;
      number.end = scale + 1;
      return number;
    }
    if (const auto few = Few(first)) return few;
    const NumberWord* word = WordAt(first);
    if (word && word->kind == NumberKind::kVague) return Vague(first, *word);
    double value = 0;
    if (const auto glued = Glued(first)) return glued;
    if (!ReadFigures(doc_.Word(first), &value)) {
      if (!word || word->kind != NumberKind::kNumber || Pos(first) != Upos::kNum)
        return std::nullopt;
      value = word->value;
    }
    number.end = Scale(first + 1, &value);
    number.low = number.high = value;
    return number;
  }

 private:
  Upos Pos(Index i) const { return doc_.tokens[static_cast<size_t>(i)].pos; }
  bool Is(Index i, std::string_view lower) const {
    return i < end_ && EqualsIgnoreCase(doc_.Word(i), lower);
  }
  const NumberWord* WordAt(Index i) const {
    return i < end_ ? FindNumberWord(doc_.Word(i)) : nullptr;
  }
  bool IsScale(Index i) const {
    const NumberWord* word = WordAt(i);
    return word && word->kind == NumberKind::kScale;
  }

  // "275kg", "295bn"; of one letter, "3.2m", only behind a sign of money.
  std::optional<ReadValue> Glued(Index i) const {
    const std::string_view word = doc_.Word(i);
    if (word.empty() || !IsDigit(word[0])) return std::nullopt;
    size_t digits = word.size();
    while (digits > 0 && !IsDigit(word[digits - 1])) --digits;
    const std::string_view suffix = word.substr(digits);
    ReadValue number;
    if (suffix.empty() || !ReadFigures(word.substr(0, digits), &number.low)) return std::nullopt;
    const NumberWord* known = FindNumberWord(suffix);
    const bool money = i > 0 && MoneyOf(doc_.Word(i - 1)) != nullptr;
    if (!known || (suffix.size() == 1 && !money)) return std::nullopt;
    if (known->kind == NumberKind::kScale) {
      number.low *= known->value;
    } else if (known->kind == NumberKind::kUnit) {
      const Span token = doc_.tokens[static_cast<size_t>(i)].span;
      number.unit = {token.begin + static_cast<uint32_t>(digits), token.end};
    } else {
      return std::nullopt;
    }
    number.high = number.low;
    number.end = i + 1;
    return number;
  }

  // The scale of "a dozen" at `i`; kNone where there is none.
  Index ScaleBehindArticle(Index i) const { return Is(i, "a") && IsScale(i + 1) ? i + 1 : kNone; }

  // "several dozen", "a few hundred".
  std::optional<ReadValue> Few(Index i) const {
    if (Is(i, "a")) ++i;
    const NumberWord* few = WordAt(i);
    if (!few || few->kind != NumberKind::kFew) return std::nullopt;
    if (Is(i + 1, "of")) ++i;  // "a couple of hundred"
    if (!IsScale(i + 1)) return std::nullopt;
    const double scale = WordAt(i + 1)->value;
    // Up to where the next larger word would have been taken.
    const double high = scale == 12 ? 99 : scale * (few->high + 1) - 1;
    return ReadValue{few->value * scale, high, true, i + 2};
  }

  // "dozens", "hundreds of thousands".
  std::optional<ReadValue> Vague(Index i, const NumberWord& word) const {
    if (!Is(i + 1, "of") && Pos(i) != Upos::kNoun && Pos(i) != Upos::kNum) return std::nullopt;
    ReadValue number{word.value, word.high, true, i + 1};
    const NumberWord* next = Is(i + 1, "of") ? WordAt(i + 2) : nullptr;
    if (next && next->kind == NumberKind::kVague) {
      number.low *= next->value;
      number.high = kOpen;
      number.end = i + 3;
    }
    return number;
  }

  // "two hundred", "2.5 million", "twenty-four".
  Index Scale(Index i, double* value) const {
    for (int words = 0; words < kMostScales; ++words) {
      const bool hyphen = Is(i, "-") && doc_.tokens[static_cast<size_t>(i - 1)].span.end ==
                                            doc_.tokens[static_cast<size_t>(i)].span.begin;
      const NumberWord* next = WordAt(hyphen ? i + 1 : i);
      if (!next) return i;
      if (next->kind == NumberKind::kScale) {
        *value *= next->value;
      } else if (next->kind == NumberKind::kNumber && hyphen && *value >= 20 && *value < 100 &&
                 next->value < 10) {
        *value += next->value;
      } else {
        return i;
      }
      i += hyphen ? 2 : 1;
    }
    return i;
  }

  const Document& doc_;
  Index end_;
};

}  // namespace

const char* MoneyOf(std::string_view sign) {
  if (sign == "$" || sign == "US$") return "dollar";
  if (sign == "€") return "euro";
  if (sign == "£") return "pound";
  return sign == "¥" ? "yuan" : nullptr;
}

const NumberWord* FindNumberWord(std::string_view word) {
  static const auto* const table = [] {
    auto* words = new std::unordered_map<std::string_view, NumberWord>;
    static const Lexicon lexicon = Lexicon::Load("en/quantities.tsv");
    for (const auto& row : lexicon.rows())
      (*words)[row[0]] = {KindFromName(row[1]), ParseNumber(row[2]), ParseNumber(row[3])};
    return words;
  }();
  if (word.size() > kLongestWord) return nullptr;
  char lower[kLongestWord];
  for (size_t c = 0; c < word.size(); ++c) lower[c] = ToLower(word[c]);
  const auto found = table->find({lower, word.size()});
  return found == table->end() ? nullptr : &found->second;
}

std::optional<ReadValue> ReadNumber(const Document& document, Index first, Index end) {
  return NumberReader(document, end).Read(first);
}

}  // namespace synoptic
