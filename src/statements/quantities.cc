// Numbers of things: how many, of what, of one incident or of all so far.
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/ascii.h"
#include "statements/number_words.h"
#include "statements/statements.h"
#include "text/fold.h"

namespace synoptic {
namespace {

constexpr double kOpen = std::numeric_limits<double>::infinity();
constexpr int kLongestPhrase = 4;     // words of what is counted
constexpr Index kTollReach = 8;       // tokens from "death toll" to its number
constexpr Index kStateReach = 3;      // tokens from "12" to "killed"
constexpr Index kAttributeReach = 8;  // tokens from "magnitude" to its value

class QuantityFinder {
 public:
  explicit QuantityFinder(Document& document) : doc_(document) {}

  void Find() {
    for (const Sentence& sentence : doc_.sentences) {
      first_ = sentence.first_token, end_ = sentence.end_token;
      for (Index i = first_; i < end_;) {
        const Index next = At(i);
        i = next > i ? next : i + 1;
      }
    }
  }

 private:
  const Token& Tok(Index i) const { return doc_.tokens[static_cast<size_t>(i)]; }
  bool Inside(Index i) const { return i >= first_ && i < end_; }
  bool Is(Index i, std::string_view lower) const {
    return Inside(i) && EqualsIgnoreCase(doc_.Word(i), lower);
  }
  bool IsKind(Index i, NumberKind kind) const {
    const NumberWord* word = Inside(i) ? FindNumberWord(doc_.Word(i)) : nullptr;
    return word && word->kind == kind;
  }

  bool InTime(Span span) {
    while (time_ < doc_.times.size() && doc_.times[time_].span.end <= span.begin) ++time_;
    return time_ < doc_.times.size() && doc_.times[time_].span.Overlaps(span);
  }

  // The quantity that begins at token `i`; the token behind it, or `i` where there is none.
  Index At(Index i) {
    if (InTime(Tok(i).span)) return i;
    const auto number = ReadNumber(doc_, i, end_);
    if (number ? number->end == i + 1 : Is(i, "a")) {
      if (const Index end = Fraction(i); end != i) return end;
    }
    if (!number) return i;
    Quantity quantity;
    quantity.low = number->low, quantity.high = number->high;
    quantity.vague = number->vague;
    if (!quantity.vague) quantity.value = number->low;
    Index end = Range(i, *number, quantity);
    const Index last = Percent(end, quantity);
    const Index begin = Modifier(i, quantity);
    quantity.span = Tok(begin).span.Cover(Tok(last - 1).span);
    end = last;
    if (Is(end, "of") && quantity.vague) ++end;
    What(begin, end, *number, quantity);
    if (quantity.of.empty() && !quantity.percent) CountedByState(begin, end, quantity);
    if (quantity.of.empty() && !quantity.percent) ValueOfAttribute(begin, quantity);
    // A bare figure that counts nothing is a name's or a list's.
    if (quantity.of.empty() && !quantity.percent && !quantity.vague) return i + 1;
    Scope(begin, end, quantity);
    doc_.quantities.push_back(std::move(quantity));
    return end;
  }

  // What the figures are of: a unit joined to them, the money of the sign before them, an attribute
  // beside them, or the things counted behind them.
  void What(Index begin, Index end, const ReadValue& number, Quantity& quantity) {
    if (!number.unit.empty()) {
      quantity.span.end = number.unit.begin;
      quantity.of = Lower(doc_.Cut(number.unit));
      quantity.of_span = number.unit;
      return;
    }
    const char* money = Inside(begin - 1) ? MoneyOf(doc_.Word(begin - 1)) : nullptr;
    if (money && !quantity.percent) {
      quantity.of = money;
      quantity.of_span = Tok(begin - 1).span;
      return;
    }
    const Index attribute = quantity.percent ? kNone : AttributeBeside(begin, end);
    if (attribute == kNone) return Counted(end, quantity);
    SetCounted(attribute, attribute + 1, quantity);
  }

  // "a fifth of the crop", "two-thirds of them", "by a quarter": a share; the token behind.
  Index Fraction(Index i) {
    const NumberWord* count = FindNumberWord(doc_.Word(i));
    const bool one = Is(i, "a");
    if (!one && (!count || count->kind != NumberKind::kNumber)) return i;
    const Index part = Is(i + 1, "-") ? i + 2 : i + 1;
    if (!IsKind(part, NumberKind::kPart)) return i;
    const double of = FindNumberWord(doc_.Word(part))->value, parts = one ? 1 : count->value;
    const bool share = Is(part + 1, "of") || Is(i - 1, "by") || IsKind(i - 1, NumberKind::kAbout) ||
                       Is(i - 1, "than");
    if (!share || parts >= of || InTime(Tok(part).span)) return i;
    Quantity quantity;
    quantity.percent = true;
    quantity.low = std::floor(100 * parts / of), quantity.high = std::ceil(100 * parts / of);
    quantity.value = std::round(100 * parts / of);
    const Index begin = Modifier(i, quantity);
    quantity.span = Tok(begin).span.Cover(Tok(part).span);
    if (Is(part + 1, "of")) Counted(part + 1, quantity);
    doc_.quantities.push_back(std::move(quantity));
    return part + 1;
  }

  // "10 to 20", "10-20", "between 10 and 20"; the token behind.
  Index Range(Index first, const ReadValue& low, Quantity& quantity) const {
    const Index join = low.end;
    const bool between = Is(join, "and") && Is(first - 1, "between");
    const bool dash = Is(join, "-") || Is(join, "–");
    if (low.vague || !Inside(join + 1) || (!between && !dash && !Is(join, "to"))) return join;
    const auto high = ReadNumber(doc_, join + 1, end_);
    if (!high || high->vague) return join;
    double from = low.low;
    // "two to three million"
    if (from < high->low / 100 && high->low >= 1000) from *= ScaleOf(high->low);
    if (from >= high->low) return join;
    quantity.low = from, quantity.high = high->low;
    quantity.value.reset();
    return high->end;
  }

  static double ScaleOf(double value) {
    for (const double scale : {1e12, 1e9, 1e6, 1e3}) {
      if (value >= scale) return scale;
    }
    return 1;
  }

  Index Percent(Index end, Quantity& quantity) const {
    const bool two = Is(end, "per") && Is(end + 1, "cent");
    if (!two && !Is(end, "%") && !Is(end, "percent")) return end;
    quantity.percent = true;
    return end + (two ? 2 : 1);
  }

  // "at least", "more than": widens the range, and is part of the expression; its first token.
  Index Modifier(Index i, Quantity& quantity) const {
    const auto two = [&](std::string_view a, std::string_view b) {
      return Is(i - 2, a) && Is(i - 1, b);
    };
    if (two("at", "least") || two("no", "fewer") || two("not", "less")) {
      quantity.high = kOpen;
      return i - 2;
    }
    if (two("more", "than") || Is(i - 1, "over") || Is(i - 1, "above")) {
      quantity.high = kOpen;
      if (quantity.value) quantity.low = std::floor(*quantity.value) + 1, quantity.value.reset();
      return two("more", "than") ? i - 2 : i - 1;
    }
    if (two("less", "than") || two("fewer", "than") || Is(i - 1, "under") || Is(i - 1, "below")) {
      // Of things one fewer is the most, of shares anything below.
      if (quantity.value && !quantity.percent && *quantity.value >= 1)
        quantity.high = std::ceil(*quantity.value) - 1;
      quantity.low = 0;
      quantity.value.reset();
      return Is(i - 1, "than") ? i - 2 : i - 1;
    }
    if (two("up", "to") || two("at", "most")) {
      quantity.low = 0;
      quantity.value.reset();
      return i - 2;
    }
    if (Is(i - 1, "between") || Is(i - 1, "from")) return quantity.value ? i : i - 1;
    if (!IsKind(i - 1, NumberKind::kAbout)) return i;
    quantity.vague = true;
    return i - 1;
  }

  // What is counted: the nouns behind the number, and behind "of the" of a share.
  void Counted(Index i, Quantity& quantity) {
    if (quantity.percent && Is(i, "of")) ++i;
    // "a nine-member team", "a nine-man team" count members.
    if (Is(i, "-") && Inside(i + 1) && Tok(i + 1).pos == Upos::kNoun &&
        Tok(i).span.end == Tok(i + 1).span.begin && Tok(i).span.begin == Tok(i - 1).span.end)
      return SetCounted(i + 1, i + 2, quantity);
    if (Is(i, "the") || Is(i, "its") || Is(i, "their") || Is(i, "other") || Is(i, "more")) ++i;
    const Index begin = i;
    Index last = kNone;
    for (; i < end_ && i - begin < kLongestPhrase; ++i) {
      const Upos pos = Tok(i).pos;
      if (InTime(Tok(i).span)) break;
      if (pos == Upos::kNoun && !IsKind(i, NumberKind::kState)) last = i;
      if (pos != Upos::kNoun && pos != Upos::kAdj && pos != Upos::kPropn) break;
    }
    if (last == kNone) return;
    Index from = begin;
    while (from < last && Tok(from).pos == Upos::kPropn) ++from;
    SetCounted(from, last + 1, quantity);
  }

  void SetCounted(Index from, Index end, Quantity& quantity) const {
    quantity.of_span = Tok(from).span.Cover(Tok(end - 1).span);
    quantity.of.clear();
    for (Index k = from; k < end; ++k) {
      if (k > from) quantity.of += ' ';
      quantity.of += Tok(k).lemma;
    }
  }

  // "12 killed", "12 were killed", "killed 12", "the death toll rose to 12".
  void CountedByState(Index begin, Index end, Quantity& quantity) const {
    for (Index i = end; Inside(i) && i < end + kStateReach; ++i) {
      if (IsKind(i, NumberKind::kState)) return SetCounted(i, i + 1, quantity);
      if (Tok(i).pos != Upos::kAux && Tok(i).pos != Upos::kAdv && !Is(i, "others")) break;
    }
    if (IsKind(begin - 1, NumberKind::kState)) return SetCounted(begin - 1, begin, quantity);
    for (Index i = begin - 1; Inside(i) && i >= begin - kTollReach; --i) {
      if (!Is(i, "toll")) continue;
      const bool named = Inside(i - 1) && Tok(i - 1).pos == Upos::kNoun;
      return SetCounted(named ? i - 1 : i, named ? i : i + 1, quantity);
    }
  }

  // "magnitude-6.4", "magnitude 6.4", "6.4-magnitude": the figure is no count of what follows.
  Index AttributeBeside(Index begin, Index end) const {
    const Index before = Is(begin - 1, "-") ? begin - 2 : begin - 1;
    if (IsKind(before, NumberKind::kAttribute) && Tok(before).pos == Upos::kNoun) return before;
    return Is(end, "-") && IsKind(end + 1, NumberKind::kAttribute) ? end + 1 : kNone;
  }

  // "a magnitude of 6.4", "its magnitude was revised to 6.4", "measured 6.4".
  void ValueOfAttribute(Index begin, Quantity& quantity) const {
    for (Index i = begin - 1; Inside(i) && i >= begin - kAttributeReach; --i) {
      if (IsKind(i, NumberKind::kAttribute)) return SetCounted(i, i + 1, quantity);
      const Upos pos = Tok(i).pos;
      if (pos == Upos::kPunct || pos == Upos::kNum || pos == Upos::kPron || pos == Upos::kCconj)
        return;
    }
  }

  // Whether all so far are counted, and as of when.
  void Scope(Index begin, Index end, Quantity& quantity) const {
    for (Index i = begin - 1; Inside(i) && !EndsPart(i); --i) NoteScope(i, quantity);
    for (Index i = end; Inside(i) && !EndsPart(i); ++i) NoteScope(i, quantity);
    // ", as of Tuesday", "As of Tuesday, …" stand behind a comma of their own.
    for (Index i = first_; i + 2 < end_; ++i) {
      if (!Is(i, "as") || !Is(i + 1, "of")) continue;
      quantity.as_of = TimeAt(Tok(i + 2).span);
      quantity.cumulative |= quantity.as_of != kNone;
    }
  }

  bool EndsPart(Index i) const {
    return Is(i, ";") || Is(i, ":") || Is(i, ",") || Is(i, "and") || Is(i, "while");
  }

  void NoteScope(Index i, Quantity& quantity) const {
    const bool so_far = (Is(i, "so") && Is(i + 1, "far")) || (Is(i, "in") && Is(i + 1, "all")) ||
                        (Is(i, "to") && Is(i + 1, "date"));
    quantity.cumulative |= so_far || IsKind(i, NumberKind::kTotal);
  }

  Index TimeAt(Span span) const {
    const auto time = std::lower_bound(
        doc_.times.begin(), doc_.times.end(), span.begin,
        [](const TimeExpression& one, uint32_t from) { return one.span.end <= from; });
    if (time == doc_.times.end() || !time->span.Overlaps(span)) return kNone;
    return static_cast<Index>(time - doc_.times.begin());
  }

  Document& doc_;
  Index first_ = 0, end_ = 0;  // of the sentence
  size_t time_ = 0;
};

}  // namespace

void FindQuantities(Document& document) {
  document.quantities.clear();
  QuantityFinder(document).Find();
}

}  // namespace synoptic
