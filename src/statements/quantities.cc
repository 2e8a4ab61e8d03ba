// Numbers of things: how many, and of what.
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "base/ascii.h"
#include "statements/statements.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

enum class Kind : uint8_t { kNumber, kScale, kVague };

struct NumberWord {
  Kind kind = Kind::kNumber;
  double value = 0, high = 0;
};

constexpr double kOpen = std::numeric_limits<double>::infinity();
constexpr int kLongestPhrase = 4;  // words of what is counted

double ParseNumber(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

const std::unordered_map<std::string_view, NumberWord>& NumberWords() {
  static const auto* const table = [] {
    auto* words = new std::unordered_map<std::string_view, NumberWord>;
    static const Lexicon lexicon = Lexicon::Load("en/quantities.tsv");
    for (const auto& row : lexicon.rows()) {
      const Kind kind = row[1] == "scale"   ? Kind::kScale
                        : row[1] == "vague" ? Kind::kVague
                                            : Kind::kNumber;
      (*words)[row[0]] = {kind, ParseNumber(row[2]), row[3].empty() ? 0 : ParseNumber(row[3])};
    }
    return words;
  }();
  return *table;
}

class QuantityFinder {
 public:
  explicit QuantityFinder(Document& document) : doc_(document) {}

  void Find() {
    for (const Sentence& sentence : doc_.sentences) {
      end_ = sentence.end_token;
      for (Index i = sentence.first_token; i < end_;) {
        const Index next = At(i, sentence.first_token);
        i = next > i ? next : i + 1;
      }
    }
  }

 private:
  const Token& Tok(Index i) const { return doc_.tokens[static_cast<size_t>(i)]; }
  bool Is(Index i, std::string_view lower) const {
    return i >= 0 && i < end_ && EqualsIgnoreCase(doc_.Word(i), lower);
  }

  const NumberWord* WordAt(Index i) const {
    if (i >= end_) return nullptr;
    const std::string_view word = doc_.Word(i);
    if (word.size() > 9) return nullptr;
    char lower[9];
    for (size_t c = 0; c < word.size(); ++c) lower[c] = ToLower(word[c]);
    const auto found = NumberWords().find({lower, word.size()});
    return found == NumberWords().end() ? nullptr : &found->second;
  }

  // "1,800", "2.5"; false for ordinals, scores and the like.
  static bool ReadFigures(std::string_view word, double* value) {
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

  bool InTime(Span span) {
    while (time_ < doc_.times.size() && doc_.times[time_].span.end <= span.begin) ++time_;
    return time_ < doc_.times.size() && doc_.times[time_].span.Overlaps(span);
  }

  // The quantity that begins at token `i`; the token behind it, or `i` where there is none.
  Index At(Index i, Index first) {
    if (InTime(Tok(i).span)) return i;
    Quantity quantity;
    double value = 0;
    const NumberWord* word = WordAt(i);
    const bool figures = ReadFigures(doc_.Word(i), &value);
    if (!figures && (!word || word->kind == Kind::kScale)) return i;
    if (word && word->kind == Kind::kNumber && Tok(i).pos != Upos::kNum) return i;
    Index end = i + 1;
    if (word && word->kind == Kind::kVague) {
      if (!Is(end, "of") && Tok(i).pos != Upos::kNoun) return i;
      quantity.vague = true;
      quantity.low = word->value;
      quantity.high = word->high;
      const NumberWord* next =
          Is(end, "of") ? WordAt(end + 1) : nullptr;  // "hundreds of thousands"
      if (next && next->kind == Kind::kVague) {
        quantity.low *= next->value;
        quantity.high = kOpen;
        end += 2;
      }
      if (Is(end, "of")) ++end;
    } else {
      if (!figures) value = word->value;
      end = Scale(end, &value);
      quantity.value = quantity.low = quantity.high = value;
    }
    const Index head_end = end;
    if (Is(end, "%") || Is(end, "percent") || Is(end, "per")) {
      quantity.percent = true;
      end += Is(end, "per") && Is(end + 1, "cent") ? 2 : 1;
    }
    const Index begin = Modifier(i, first, quantity);
    Index last = end > head_end ? end : Is(head_end - 1, "of") ? head_end - 1 : head_end;
    quantity.span = Tok(begin).span.Cover(Tok(last - 1).span);
    Counted(end, quantity);
    // A bare figure that counts nothing is a name's or a list's.
    if (quantity.of.empty() && !quantity.percent && !quantity.vague) return i + 1;
    doc_.quantities.push_back(std::move(quantity));
    return end;
  }

  // "two hundred", "2.5 million", "twenty-four".
  Index Scale(Index i, double* value) const {
    for (int words = 0; words < 4; ++words) {
      const bool hyphen = Is(i, "-") && i > 0 && Tok(i - 1).span.end == Tok(i).span.begin;
      const NumberWord* next = WordAt(hyphen ? i + 1 : i);
      if (!next || next->kind == Kind::kVague) return i;
      if (next->kind == Kind::kScale) {
        *value *= next->value;
      } else if (hyphen && *value >= 20 && *value < 100 && next->value < 10) {
        *value += next->value;
      } else {
        return i;
      }
      i += hyphen ? 2 : 1;
    }
    return i;
  }

  // "at least", "more than": widens the range, and is part of the expression.
  Index Modifier(Index i, Index first, Quantity& quantity) const {
    const auto two = [&](std::string_view a, std::string_view b) {
      return i - 2 >= first && Is(i - 2, a) && Is(i - 1, b);
    };
    if (two("at", "least") || two("no", "fewer") || two("not", "less")) {
      quantity.high = kOpen;
      return i - 2;
    }
    if (two("more", "than") || (i - 1 >= first && (Is(i - 1, "over") || Is(i - 1, "above")))) {
      quantity.high = kOpen;
      if (quantity.value) quantity.low = std::floor(*quantity.value) + 1, quantity.value.reset();
      return two("more", "than") ? i - 2 : i - 1;
    }
    if (two("up", "to") || two("at", "most") || two("less", "than") || two("fewer", "than")) {
      quantity.low = 0;
      quantity.value.reset();
      return i - 2;
    }
    const bool about = i - 1 >= first &&
                       (Is(i - 1, "about") || Is(i - 1, "some") || Is(i - 1, "around") ||
                        Is(i - 1, "approximately") || Is(i - 1, "nearly") || Is(i - 1, "roughly"));
    if (about) quantity.vague = true;
    return about ? i - 1 : i;
  }

  // What is counted: the nouns behind the number, and behind "of the" of a share.
  void Counted(Index i, Quantity& quantity) const {
    if (quantity.percent && Is(i, "of")) ++i;
    if (Is(i, "the") || Is(i, "its") || Is(i, "their") || Is(i, "other") || Is(i, "more")) ++i;
    const Index begin = i;
    Index last = kNone;
    for (; i < end_ && i - begin < kLongestPhrase; ++i) {
      const Upos pos = Tok(i).pos;
      if (pos == Upos::kNoun) last = i;
      if (pos != Upos::kNoun && pos != Upos::kAdj && pos != Upos::kPropn) break;
    }
    if (last == kNone) return;
    Index from = begin;
    while (from < last && Tok(from).pos == Upos::kPropn) ++from;
    quantity.of_span = Tok(from).span.Cover(Tok(last).span);
    for (Index k = from; k <= last; ++k) {
      if (k > from) quantity.of += ' ';
      quantity.of += Tok(k).lemma;
    }
  }

  Document& doc_;
  Index end_ = 0;
  size_t time_ = 0;
};

}  // namespace

void FindQuantities(Document& document) {
  document.quantities.clear();
  QuantityFinder(document).Find();
}

}  // namespace synoptic
