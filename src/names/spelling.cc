#include "names/spelling.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "base/ascii.h"
#include "base/hash.h"
#include "text/fold.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

bool IsVowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// ICU's romanisation; one object, used by one thread at a time.
std::string TransliteratedByIcu(std::string_view name) {
  static std::mutex mutex;
  static const std::unique_ptr<icu::Transliterator> any = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
  }();
  if (!any) return std::string(name);
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  {
    const std::lock_guard<std::mutex> lock(mutex);
    any->transliterate(wide);
  }
  std::string latin;
  wide.toUTF8String(latin);
  return latin;
}

struct Rewrite {
  std::string_view from, to;
};

// Longest first at each place; applied from left to right, once.
constexpr Rewrite kRewrites[] = {
    {"shch", "sh"}, {"schtsch", "sh"}, {"tsch", "ch"}, {"sch", "sh"}, {"tch", "ch"}, {"dzh", "j"},
    {"iye", "ie"},  {"zh", "j"},       {"kh", "h"},    {"gh", "g"},   {"ph", "f"},   {"th", "t"},
    {"ck", "k"},    {"cz", "ch"},      {"sz", "sh"},   {"tz", "ts"},  {"dh", "d"},   {"bh", "b"},
    {"rh", "r"},    {"ou", "u"},       {"oo", "u"},    {"ee", "i"},   {"yi", "i"},   {"iy", "i"},
    {"ii", "i"},    {"ij", "i"},       {"yy", "i"},    {"yj", "i"},   {"ey", "ei"},  {"ay", "ai"},
    {"oy", "oi"},   {"uy", "ui"},      {"ej", "ei"},   {"aj", "ai"},  {"ye", "e"},   {"ya", "ia"},
    {"yu", "iu"},   {"yo", "io"},      {"ja", "ia"},   {"ju", "iu"},  {"jo", "io"},  {"x", "ks"},
    {"w", "v"},     {"q", "k"},        {"y", "i"},     {"qu", "k"},
};

std::string_view RewriteAt(std::string_view word, size_t at, size_t& length) {
  const Rewrite* best = nullptr;
  for (const Rewrite& rewrite : kRewrites) {
    if (word.substr(at).starts_with(rewrite.from) &&
        (!best || rewrite.from.size() > best->from.size()))
      best = &rewrite;
  }
  if (best) {
    length = best->from.size();
    return best->to;
  }
  length = 1;
  if (word[at] == 'c') {
    const char next = at + 1 < word.size() ? word[at + 1] : ' ';
    if (next == 'h') {
      length = 2;
      return "ch";
    }
    return next == 'e' || next == 'i' || next == 'y' ? "s" : "k";
  }
  return word.substr(at, 1);
}

// Cost of reading one letter for the other.
double Substitution(char a, char b) {
  if (a == b) return 0;
  if (IsVowel(a) && IsVowel(b)) return 0.4;
  static constexpr std::string_view kNear[] = {"gh", "gk", "hk", "bp", "bv", "dt", "sz",
                                               "vf", "jz", "js", "mn", "iy", "ij", "ks"};
  for (const std::string_view pair : kNear) {
    if ((pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a)) return 0.6;
  }
  return 1;
}

// Cost of a letter that only one of them has, between `before` and `after`.
double Insertion(char c, char before, char after) {
  if (c == before || c == after) return 0.2;
  if (c == 'i' && (IsVowel(before) || IsVowel(after))) return 0.3;
  if (c == 'h') return 0.4;
  if (IsVowel(c)) return 0.6;
  return 0.9;
}

class Variants {
 public:
  Variants() {
    const Lexicon lexicon = Lexicon::Load("en/name_variants.tsv");
    int row_number = 0;
    for (const Lexicon::Row& row : lexicon.rows()) {
      for (const std::string_view name : Split(row[0], ' ')) {
        if (!name.empty()) rows_[SpellingKey(Romanized(name))].push_back(row_number);
      }
      ++row_number;
    }
  }
  bool Same(std::string_view a, std::string_view b) const {
    const auto x = rows_.find(a), y = rows_.find(b);
    if (x == rows_.end() || y == rows_.end()) return false;
    return std::find_first_of(x->second.begin(), x->second.end(), y->second.begin(),
                              y->second.end()) != x->second.end();
  }

 private:
  std::unordered_map<std::string, std::vector<int>, StringHash, std::equal_to<>> rows_;
};

}  // namespace

std::string Romanized(std::string_view name) {
  std::string folded = Fold(name);
  const auto ascii = [](char c) { return (c & 0x80) == 0; };
  if (!std::all_of(folded.begin(), folded.end(), ascii)) folded = Fold(TransliteratedByIcu(name));
  std::string latin;
  for (const char c : folded) {
    if (IsLower(c) || c == ' ' || c == '-')
      latin += c;
    else if (c == '\'' || c == '`')
      continue;
    else
      latin += c == '.' ? '.' : (c & 0x80) != 0 ? '\0' : ' ';
  }
  std::erase(latin, '\0');
  return latin;
}

std::string SpellingKey(std::string_view word) {
  std::string key;
  for (size_t at = 0, length = 1; at < word.size(); at += length) {
    for (const char c : RewriteAt(word, at, length)) {
      if (key.empty() || key.back() != c) key += c;
    }
  }
  if (key.size() > 3 && (key.ends_with("of") || key.ends_with("ef"))) key.back() = 'v';  // Petroff
  if (key.size() > 3 && key.starts_with("ie")) key.erase(0, 1);  // Iermak, Yermak, Ermak
  return key;
}

double SpellingDistance(std::string_view a, std::string_view b, double limit) {
  constexpr size_t kLongest = 40;
  if (a == b) return 0;
  a = a.substr(0, kLongest);
  b = b.substr(0, kLongest);
  const double apart = a.size() > b.size() ? static_cast<double>(a.size() - b.size())
                                           : static_cast<double>(b.size() - a.size());
  if (apart * 0.2 > limit) return limit + 1;
  std::array<std::array<double, kLongest + 1>, 3> rows;
  const auto at = [](std::string_view word, size_t i) { return i < word.size() ? word[i] : ' '; };
  rows[0][0] = 0;
  for (size_t j = 1; j <= b.size(); ++j)
    rows[0][j] = rows[0][j - 1] + Insertion(b[j - 1], j > 1 ? b[j - 2] : ' ', at(b, j));
  for (size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& last = rows[(i + 2) % 3];
    const double removal = Insertion(a[i - 1], i > 1 ? a[i - 2] : ' ', at(a, i));
    row[0] = last[0] + removal;
    for (size_t j = 1; j <= b.size(); ++j) {
      const double insertion = Insertion(b[j - 1], j > 1 ? b[j - 2] : ' ', at(b, j));
      row[j] = std::min({last[j] + removal, row[j - 1] + insertion,
                         last[j - 1] + Substitution(a[i - 1], b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], rows[(i + 1) % 3][j - 2] + 0.7);
      }
    }
  }
  return rows[a.size() % 3][b.size()];
}

bool AreVariants(std::string_view a_key, std::string_view b_key) {
  static const Variants variants;
  return variants.Same(a_key, b_key);
}

}  // namespace synoptic
