#include "names/person.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/ascii.h"
#include "names/gazetteer.h"
#include "names/spelling.h"
#include "text/fold.h"

namespace synoptic {
namespace {

constexpr size_t kMostParts = 10;

bool IsGeneration(std::string_view word) {
  constexpr std::array<std::string_view, 6> kWords = {"jr", "sr", "ii", "iii", "junior", "senior"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// "VladimirPutin" as two words; "McCain" and "DeVito" stay, since one half is short.
std::string WordsApart(std::string_view name) {
  std::string apart;
  size_t since = 0;
  for (size_t i = 0; i < name.size(); ++i) {
    if (i > 0 && IsUpper(name[i]) && IsLower(name[i - 1]) && since >= 3 && i + 3 < name.size() &&
        IsLower(name[i + 1]) && IsLower(name[i + 2])) {
      apart += ' ';
      since = 0;
    }
    since = name[i] == ' ' || name[i] == '-' ? 0 : since + 1;
    apart += name[i];
  }
  return apart;
}

// "Putin, Vladimir" in the order of speech; "John Smith, Jr." stays.
std::string InOrder(std::string_view name) {
  const size_t comma = name.find(',');
  if (comma == std::string_view::npos) return std::string(name);
  const std::string_view family = Trim(name.substr(0, comma)), rest = Trim(name.substr(comma + 1));
  std::string last = AsciiLower(rest);
  std::erase(last, '.');
  if (rest.empty() || IsGeneration(last)) return std::string(family) + " " + std::string(rest);
  return std::string(rest) + " " + std::string(family);
}

void AddPart(std::string_view word, bool dotted, PersonName& name) {
  const uint32_t bits = Gazetteer::Get().Bits(word);
  if (IsGeneration(word)) {
    name.generation = word == "junior" ? "jr" : word == "senior" ? "sr" : std::string(word);
    return;
  }
  NamePart part;
  part.word = word;
  part.key = SpellingKey(word);
  part.initial = word.size() == 1 || (dotted && word.size() == 2 && !(bits & kGivenName));
  part.given = (bits & kGivenName) != 0;
  name.parts.push_back(std::move(part));
}

// Words without which the name is still a name: titles at its start, particles within.
void DropIdle(PersonName& name) {
  auto& parts = name.parts;
  const Gazetteer& gazetteer = Gazetteer::Get();
  while (parts.size() > 1) {
    const uint32_t bits = gazetteer.Bits(parts.front().word);
    if (!(bits & kTitleWord) || (bits & (kGivenName | kFamilyName))) break;
    parts.erase(parts.begin());
  }
  const auto idle = [&](const NamePart& part) {
    return part.word.size() > 1 && (gazetteer.Bits(part.word) & kParticleWord) != 0;
  };
  const auto full =
      std::count_if(parts.begin(), parts.end(), [&](const NamePart& part) { return !idle(part); });
  if (full > 0) std::erase_if(parts, idle);
}

// ---- comparing ----------------------------------------------------------------------------------

// Cost of taking one word for the other, 0..1; above kApart they are different words.
constexpr double kApart = 0.5;

double PartCost(const NamePart& a, const NamePart& b) {
  if (a.key == b.key) return 0;
  if (a.initial || b.initial) {
    return a.word.front() == b.word.front() || a.key.front() == b.key.front() ? 0.15 : 1;
  }
  if (AreVariants(a.key, b.key)) return 0.1;
  const double length = static_cast<double>(std::max(a.key.size(), b.key.size()));
  const double allowed = length < 4 ? 0.4 : length < 5 ? 0.65 : length < 9 ? 1.0 : 1.5;
  const double distance = SpellingDistance(a.key, b.key, allowed);
  if (distance > allowed) return 1;
  // Two given names that are both common are two names: Maria and Marina, Andrei and Alexei.
  if (a.given && b.given && distance > 0.45) return 1;
  return kApart * distance / allowed;
}

struct Alignment {
  double cost = 0;  // of matched parts, weighted by length
  double weight = 0;
  int matched = 0, full = 0;  // full: neither is an initial
  int fuzzy = 0;              // matched with a typing error rather than a habit of spelling
  std::vector<bool> a_used, b_used;
};

// Pairs parts, cheapest first; ties by position, so that the result does not depend on which name
// is first.
Alignment Align(const PersonName& a, const PersonName& b) {
  struct Pair {
    double cost;
    size_t shift, i, j;
  };
  std::vector<Pair> pairs;
  for (size_t i = 0; i < a.parts.size(); ++i) {
    for (size_t j = 0; j < b.parts.size(); ++j) {
      const double cost = PartCost(a.parts[i], b.parts[j]);
      if (cost <= kApart) pairs.push_back({cost, i > j ? i - j : j - i, i, j});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
    return std::tie(x.cost, x.shift) != std::tie(y.cost, y.shift)
               ? std::tie(x.cost, x.shift) < std::tie(y.cost, y.shift)
               : x.i + x.j < y.i + y.j;
  });
  Alignment alignment;
  alignment.a_used.resize(a.parts.size());
  alignment.b_used.resize(b.parts.size());
  for (const Pair& pair : pairs) {
    if (alignment.a_used[pair.i] || alignment.b_used[pair.j]) continue;
    alignment.a_used[pair.i] = alignment.b_used[pair.j] = true;
    const bool initial = a.parts[pair.i].initial || b.parts[pair.j].initial;
    const double weight =
        static_cast<double>(a.parts[pair.i].key.size() + b.parts[pair.j].key.size());
    alignment.cost += pair.cost * weight;
    alignment.weight += weight;
    ++alignment.matched;
    alignment.full += !initial;
    alignment.fuzzy += !initial && pair.cost > 0.25;
  }
  return alignment;
}

std::string Joined(const PersonName& name) {
  std::string whole;
  for (const NamePart& part : name.parts) whole += part.word;
  return SpellingKey(whole);
}

bool AnyUnused(const std::vector<bool>& used) {
  return std::find(used.begin(), used.end(), false) != used.end();
}

}  // namespace

PersonName TakeApart(std::string_view text) {
  PersonName name;
  const std::string latin = Romanized(WordsApart(InOrder(text)));
  for (size_t at = 0; at < latin.size() && name.parts.size() < kMostParts;) {
    const size_t end = std::min(latin.find_first_of(" -.", at), latin.size());
    const bool dotted = end < latin.size() && latin[end] == '.';
    if (end > at) AddPart(std::string_view(latin).substr(at, end - at), dotted, name);
    at = end + 1;
  }
  DropIdle(name);
  name.whole = Joined(name);
  return name;
}

NameAgreement Agree(const PersonName& a, const PersonName& b) {
  if (a.parts.empty() || b.parts.empty()) return {};
  if (a.generation != b.generation && !(a.generation.empty() && b.generation.empty())) {
    return {Agreement::kDifferent, 0.2, "another generation"};
  }
  if (a.whole == b.whole) return {Agreement::kSame, 1, "one spelling"};
  const Alignment found = Align(a, b);
  const size_t less = std::min(a.parts.size(), b.parts.size()),
               more = std::max(a.parts.size(), b.parts.size());
  const double score = found.weight == 0 ? 0 : 1 - found.cost / found.weight;
  const double share = static_cast<double>(found.matched) / static_cast<double>(more);
  // Words run together or apart.
  if (a.whole.size() > 7 && SpellingDistance(a.whole, b.whole, 1.0) <= 1.0 &&
      a.parts.size() != b.parts.size()) {
    return {Agreement::kSame, 0.9, "one spelling, words parted otherwise"};
  }
  if (found.matched == 0) return {Agreement::kDifferent, 0, "no word in common"};
  if (AnyUnused(found.a_used) && AnyUnused(found.b_used))
    return {Agreement::kDifferent, 0.5 * score * share, "each has a word the other lacks"};
  if (less == 1 && more > 1) return {Agreement::kPartial, 0.5 * score, "one word of the other"};
  if (found.full == 0 || (found.fuzzy > 1))
    return {Agreement::kDifferent, 0.5 * score, "too many differences"};
  return {Agreement::kSame, score * (0.8 + 0.2 * share),
          less == more ? "every word agrees" : "a shorter form"};
}

}  // namespace synoptic
