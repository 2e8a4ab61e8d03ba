#include "names/features.h"

#include <algorithm>
#include <bit>
#include <string>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "names/gazetteer.h"
#include "text/fold.h"

namespace synoptic {
namespace {

constexpr int kLongestName = 5;      // words of a known name
constexpr Index kLongestRun = 12;    // words of a run of capitals that are looked at
constexpr size_t kLongestWord = 64;  // bytes; longer ones are not looked up

uint64_t Mix(uint64_t kind, uint64_t value) {
  uint64_t x = value + kind * 0x9E3779B97F4A7C15ull;
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93ull;
  x ^= x >> 32;
  return x;
}

bool IsUpperLetter(char32_t c) {
  if (c < 0x80) return IsUpper(static_cast<char>(c));
  if (c < 0x250) return (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x100 && c % 2 == 0);
  if (c < 0x400) return c < 0x3B1 && c >= 0x386;  // Greek
  if (c < 0x430) return true;                     // Cyrillic capitals
  if (c < 0x460) return false;
  return c < 0x2000 || c > 0x2BFF;  // other scripts: no case, a name as like as not
}

// Classes of characters, runs of one class once: "Xx", "X.X.", "dd-d".
uint64_t ShapeOf(std::string_view word, WordType& type) {
  uint64_t shape = 0;
  char last = 0;
  int letters = 0, lower = 0;
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = DecodeAt(word, at);
    char kind = 'p';
    if (c.value < 0x80) {
      const char a = static_cast<char>(c.value);
      kind = IsUpper(a) ? 'X' : IsLower(a) ? 'x' : IsDigit(a) ? 'd' : a;
    } else if (c.value < 0x2000 || c.value > 0x2BFF) {
      kind = IsUpperLetter(c.value) ? 'X' : 'x';
    }
    if (kind == 'X' || kind == 'x') {
      if (letters == 0 && at == 0) type.upper = kind == 'X';
      ++letters;
      lower += kind == 'x';
      if (kind == 'X' && at > 0) type.upper = type.upper || lower > 0;  // iPhone, McCain
    }
    type.digit = type.digit || kind == 'd';
    if (kind != last) shape = Mix(shape, static_cast<uint64_t>(kind));
    last = kind;
    at += c.length;
  }
  type.all_upper = letters > 1 && lower == 0;
  type.punct = letters == 0 && !type.digit;
  return Mix(shape, letters == 1);
}

void SetAffixes(std::string_view folded, WordType& type) {
  for (size_t i = 0; i < 3; ++i) {
    const size_t length = std::min(i + 2, folded.size());
    type.affixes[i] = Hash64(folded.substr(0, length), i + 1);
    type.affixes[3 + i] = Hash64(folded.substr(folded.size() - length), i + 11);
  }
}

}  // namespace

NameFeatures::NameFeatures(const Document& document) : doc_(document) {
  const size_t n = doc_.tokens.size();
  allowed_.assign(n, kOutOnly);
  name_bits_.assign(n, 0);
  name_begin_.assign(n, 0);
  run_begin_.assign(n, 0);
  run_end_.assign(n, 0);
  MakeTypes();
  for (const Sentence& sentence : doc_.sentences) {
    MarkNames(sentence);
    MarkLine(sentence);
    MarkAllowed(sentence);
    MarkSeen(sentence);
  }
}

int NameFeatures::TypeOf(std::string_view word) {
  const auto [found, fresh] = index_.try_emplace(Hash64(word), static_cast<int>(types_.size()));
  if (!fresh) return found->second;
  WordType type;
  type.shape = ShapeOf(word, type);
  const std::string folded = Fold(word.substr(0, std::min(word.size(), kLongestWord)));
  type.lower = Hash64(folded);
  if (word.size() < kLongestWord) {
    const Gazetteer& gazetteer = Gazetteer::Get();
    type.bits = gazetteer.Bits(folded);
    type.country = static_cast<int16_t>(gazetteer.CountryOf(folded));
  }
  SetAffixes(folded, type);
  types_.push_back(type);
  return found->second;
}

void NameFeatures::MakeTypes() {
  type_of_.reserve(doc_.tokens.size());
  index_.reserve(doc_.tokens.size() / 2);
  for (const Token& token : doc_.tokens) type_of_.push_back(TypeOf(doc_.Cut(token.span)));
}

// Known names of several words, the longest at each place.
void NameFeatures::MarkNames(const Sentence& sentence) {
  const Gazetteer& gazetteer = Gazetteer::Get();
  for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
    const WordType& type = Type(i);
    if (!type.upper || !(type.bits & kNameStart)) continue;
    for (Index end = std::min(i + kLongestName, sentence.end_token); end > i + 1; --end) {
      const Span span = doc_.tokens[static_cast<size_t>(i)].span.Cover(
          doc_.tokens[static_cast<size_t>(end - 1)].span);
      if (span.size() > kLongestWord) continue;
      const uint32_t bits =
          gazetteer.Bits(Fold(doc_.Cut(span))) & (kAnyPlace | kDemonym | kSeatName);
      if (bits == 0) continue;
      for (Index k = i; k < end; ++k) name_bits_[static_cast<size_t>(k)] = bits;
      name_begin_[static_cast<size_t>(i)] = 1;
      i = end - 1;
      break;
    }
  }
}

void NameFeatures::MarkLine(const Sentence& sentence) {
  int upper = 0, lower = 0, digits = 0, words = 0, all_upper = 0;
  for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
    const WordType& type = Type(i);
    if (type.punct) continue;
    ++words;
    digits += type.digit;
    all_upper += type.all_upper;
    if (type.upper)
      ++upper;
    else if (!type.digit)
      ++lower;
  }
  Line line;
  line.upper = words > 1 && lower == 0 && all_upper * 2 > upper && all_upper > 1;
  line.numbers = digits * 3 > words;
  line.title = upper > 2 * lower;
  line.short_line = words <= 6;
  lines_.push_back(line);
}

bool NameFeatures::MayStart(Index token) const {
  const WordType& type = Type(token);
  return type.upper && !type.punct;
}

// Capitalised words may be anything; small words between them may only be inside.
void NameFeatures::MarkAllowed(const Sentence& sentence) {
  Index run = sentence.first_token;
  for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
    const size_t at = static_cast<size_t>(i);
    if (!MayStart(i)) {
      run = i + 1;
      run_begin_[at] = i;
      run_end_[at] = i + 1;
      const WordType& type = Type(i);
      const bool after = i > sentence.first_token && allowed_[at - 1] != kOutOnly;
      const bool before = i + 1 < sentence.end_token && MayStart(i + 1);
      if (type.digit) {
        if (before)
          allowed_[at] = kAnyLabel;
        else if (after)
          allowed_[at] = kInsideOnly;
      } else if (type.bits & kJoinWord) {
        const bool soon = before || (i + 2 < sentence.end_token && MayStart(i + 2) &&
                                     (Type(i + 1).bits & kJoinWord));
        if (after && (soon || type.punct))
          allowed_[at] = kInsideOnly;
        else if ((type.bits & kParticleWord) && soon)
          allowed_[at] = kAnyLabel;
      }
      continue;
    }
    allowed_[at] = kAnyLabel;
    if (i - run >= kLongestRun) run = i;
    run_begin_[at] = run;
    for (Index k = run; k <= i; ++k) run_end_[static_cast<size_t>(k)] = i + 1;
  }
}

void NameFeatures::MarkSeen(const Sentence& sentence) {
  const bool upper_line = lines_.back().upper;
  for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
    const size_t at = static_cast<size_t>(i);
    WordType& type = types_[static_cast<size_t>(type_of_[at])];
    if (type.punct || upper_line) continue;
    if (!type.upper) {
      type.seen |= kSeenLower;
      continue;
    }
    uint32_t seen = 0;
    if (i > sentence.first_token) {
      seen |= kSeenMiddle;
      const WordType& before = Type(i - 1);
      if ((before.bits & kTitleWord) && before.upper) seen |= kSeenAfterTitle;
      if ((before.bits & kGivenName) && before.upper && !(before.bits & kAnyPlace))
        seen |= kSeenAfterGiven;
      if (before.bits & kRoleWord) seen |= kSeenAfterRole;
      if (before.bits & kInWord) seen |= kSeenAfterIn;
      const std::string_view word = doc_.Word(i - 1);
      if (EqualsIgnoreCase(word, "the")) seen |= kSeenAfterThe;
      if (word == "(") seen |= kSeenBracket;
      if (word.size() <= 2 && before.upper && (word.size() == 1 || word[1] == '.'))
        seen |= kSeenInitial;
    }
    if (i + 1 < sentence.end_token) {
      const WordType& after = Type(i + 1);
      if ((after.bits & kSayWord) && !after.upper) seen |= kSeenBeforeSay;
      if ((after.bits & (kOrgWord | kOrgLastWord)) && after.upper) seen |= kSeenBeforeOrg;
      const std::string_view word = doc_.Word(i + 1);
      if (word == "'s" || word == "’s") seen |= kSeenPossessive;
      if (word == "," && i + 2 < sentence.end_token &&
          (Type(i + 2).bits & (kCountryName | kRegionName)))
        seen |= kSeenComma;
    }
    type.seen |= seen;
  }
}

namespace {

// Kinds of features; a number once used stays, since trained weights depend on it.
enum FeatureKind : uint64_t {
  kBias = 1,
  kWord,
  kShape,
  kAffix,
  kPos,
  kWordBit = 20,
  kSeen = 80,
  kWordBefore = 120,
  kWordAfter,
  kWord2Before,
  kWord2After,
  kPairBefore,
  kPairAfter,
  kShapeAround,
  kPosAround,
  kShapeBefore,
  kShapeAfter,
  kBitBefore = 140,
  kBitAfter = 180,
  kKnown = 220,
  kKnownBegins,
  kLine,
  kPlace,
  kRunLast,
  kRunFirst,
  kRunAt,
  kRunBefore,
  kRunAfter,
  kRunHeadBits,
  kRunFirstBits,
  kRunBits,
  kBit2Before,
  kBit2After,
  kSeenAll,
  kBitsPair,
  kWordLine,
  kBitsLine,
  kRunPos,
  kPos2,
  kBracket,
  kRunSize,
  kPosBit,
};

constexpr uint32_t kPeople = kGivenName | kFamilyName;

}  // namespace

void NameFeatures::AppendWord(Index token, bool upper_line, std::vector<uint64_t>& out) const {
  const WordType& type = Type(token);
  out.push_back(Mix(kWord, type.lower));
  for (const uint64_t affix : type.affixes) out.push_back(Mix(kAffix, affix));
  out.push_back(Mix(kShape, upper_line ? 7 : type.shape));
  out.push_back(Mix(kWordLine, Mix(type.lower, upper_line)));
}

void NameFeatures::AppendAround(const Sentence& sentence, Index token,
                                std::vector<uint64_t>& out) const {
  const auto inside = [&](Index i) { return i >= sentence.first_token && i < sentence.end_token; };
  const auto word = [&](Index i) { return inside(i) ? Type(i).lower : i < token ? 1ull : 2ull; };
  const auto shape = [&](Index i) { return inside(i) ? Type(i).shape : 3ull; };
  const auto pos = [&](Index i) {
    return inside(i) ? static_cast<uint64_t>(doc_.tokens[static_cast<size_t>(i)].pos) + 1 : 0ull;
  };
  const uint64_t here = word(token), before = word(token - 1), after = word(token + 1);
  out.push_back(Mix(kWordBefore, before));
  out.push_back(Mix(kWordAfter, after));
  out.push_back(Mix(kWord2Before, word(token - 2)));
  out.push_back(Mix(kWord2After, word(token + 2)));
  out.push_back(Mix(kPairBefore, Mix(here, before)));
  out.push_back(Mix(kPairAfter, Mix(here, after)));
  const uint64_t own = shape(token);
  out.push_back(Mix(kShapeBefore, Mix(own, shape(token - 1))));
  out.push_back(Mix(kShapeAfter, Mix(own, shape(token + 1))));
  out.push_back(Mix(kShapeAround, Mix(own, Mix(shape(token - 1), shape(token + 1)))));
  out.push_back(Mix(kPos, pos(token)));
  out.push_back(Mix(kPosAround, pos(token - 1) * 32 + pos(token)));
  out.push_back(Mix(kPosAround + 1000, pos(token + 1) * 32 + pos(token)));
  out.push_back(Mix(kPos2, pos(token - 1) * 1024 + pos(token) * 32 + pos(token + 1)));
}

void NameFeatures::AppendKnown(const Sentence& sentence, Index token,
                               std::vector<uint64_t>& out) const {
  const auto bits = [&](Index i) {
    if (i < sentence.first_token || i >= sentence.end_token) return 1u << 30;
    return (Type(i).bits & ~kNameStart) | (Type(i).upper ? 1u << 29 : 0u);
  };
  const auto each = [&](uint64_t kind, uint32_t set) {
    for (; set != 0; set &= set - 1)
      out.push_back(Mix(kind + static_cast<uint64_t>(std::countr_zero(set)), 1));
  };
  const uint32_t own = Type(token).bits & ~kNameStart, seen = Type(token).seen;
  each(kWordBit, own);
  each(kBitBefore, bits(token - 1));
  each(kBitAfter, bits(token + 1));
  each(kSeen, seen);
  constexpr uint32_t kStrong = kTitleWord | kRoleWord | kOrgWord | kOrgLastWord | kPlaceWord |
                               kPeople | kAnyPlace | kDemonym | kSayWord | kInWord | kCalendarWord |
                               kTeamWord;
  out.push_back(Mix(kBit2Before, bits(token - 2) & kStrong));
  out.push_back(Mix(kBit2After, bits(token + 2) & kStrong));
  out.push_back(Mix(kBitsPair, Mix(own & kStrong, bits(token - 1) & kStrong)));
  out.push_back(Mix(kBitsPair + 1000, Mix(own & kStrong, bits(token + 1) & kStrong)));
  out.push_back(Mix(kSeenAll, seen));
  out.push_back(
      Mix(kPosBit, Mix(own & kStrong, seen & (kSeenLower | kSeenAfterTitle | kSeenAfterGiven |
                                              kSeenAfterIn | kSeenBeforeSay))));
  out.push_back(Mix(kKnown, Mix(NameBits(token), NameBegins(token))));
}

// The run of capitalised words around the token: what ends it, what begins it, what stands around
// it.
void NameFeatures::AppendRun(const Sentence& sentence, Index token,
                             std::vector<uint64_t>& out) const {
  const size_t at = static_cast<size_t>(token);
  const Index begin = run_begin_[at], end = run_end_[at];
  const uint64_t place =
      static_cast<uint64_t>(std::min(token - begin, 3) * 4 + std::min(end - 1 - token, 3));
  const auto word = [&](Index i) {
    return i >= sentence.first_token && i < sentence.end_token ? Type(i).lower : 1ull;
  };
  const auto bits = [&](Index i) {
    return i >= sentence.first_token && i < sentence.end_token ? Type(i).bits & ~kNameStart
                                                               : 1u << 30;
  };
  uint32_t all = 0;
  for (Index i = begin; i < end; ++i) all |= Type(i).bits;
  all &= kOrgWord | kOrgLastWord | kPlaceWord | kEventWord | kTitleWord | kRoleWord | kGivenName |
         kDemonym;
  out.push_back(Mix(kRunAt, place));
  out.push_back(Mix(kRunBits, Mix(all, place)));
  if (end - begin > 1) {
    out.push_back(Mix(kRunLast, word(end - 1)));
    out.push_back(Mix(kRunFirst, word(begin)));
    out.push_back(Mix(kRunHeadBits, bits(end - 1)));
    out.push_back(Mix(kRunFirstBits, Mix(bits(begin), place)));
  }
  out.push_back(Mix(kRunBefore, Mix(word(begin - 1), place)));
  out.push_back(Mix(kRunAfter, Mix(word(end), place)));
  out.push_back(Mix(kRunBefore + 1000, word(begin - 1)));
  out.push_back(Mix(kRunAfter + 1000, word(end)));
  out.push_back(Mix(kRunSize, static_cast<uint64_t>(end - begin)));
}

void NameFeatures::Append(Index sentence_index, Index token, std::vector<uint64_t>& out) const {
  const Sentence& sentence = doc_.sentences[static_cast<size_t>(sentence_index)];
  const Line& line = lines_[static_cast<size_t>(sentence_index)];
  out.push_back(kBias);
  AppendWord(token, line.upper, out);
  AppendAround(sentence, token, out);
  AppendKnown(sentence, token, out);
  if (!line.upper) AppendRun(sentence, token, out);
  const uint64_t kind = line.upper + 2 * line.numbers + 4 * line.title + 8 * line.short_line;
  const uint64_t place = token == sentence.first_token     ? 1
                         : token + 1 == sentence.end_token ? 2
                                                           : 0;
  out.push_back(Mix(kLine, kind * 4 + place));
  out.push_back(
      Mix(kBitsLine, Mix(Type(token).bits & (kAnyPlace | kPeople | kDemonym), kind * 4 + place)));
}

}  // namespace synoptic
