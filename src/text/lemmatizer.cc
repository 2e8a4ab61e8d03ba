#include "text/lemmatizer.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "base/ascii.h"
#include "base/data.h"
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/word_features.h"

namespace synoptic {
namespace {

constexpr size_t kHeader = 16;
constexpr size_t kLongestWord = 64;  // bytes; a longer one is its own lemma

// data/en/lemmas.tsv: what the learnt endings miss. Empty where the word is not there.
std::string_view Exception(std::string_view lower, Upos pos) {
  static const auto* const table = [] {
    auto* lemmas =
        new std::unordered_map<std::string_view, std::vector<std::pair<Upos, std::string_view>>>;
    static const Lexicon lexicon = Lexicon::Load("en/lemmas.tsv");
    for (const auto& row : lexicon.rows()) {
      (*lemmas)[row[0]].emplace_back(UposFromName(row[1]).value_or(Upos::kX), row[2]);
    }
    return lemmas;
  }();
  const auto found = table->find(lower);
  if (found == table->end()) return {};
  for (const auto& [of, lemma] : found->second) {
    if (of == pos) return lemma;
  }
  return {};
}

}  // namespace

uint64_t LemmaKey(std::string_view ending, bool whole, Upos pos) {
  uint64_t h = Mix(0xCBF29CE484222325ull, static_cast<uint64_t>(pos) * 2 + whole);
  for (const char c : ending) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return (Mix(h, ending.size()) >> 16) | 1;
}

Lemmatizer::Lemmatizer(std::string_view weights) {
  if (weights.size() < kHeader || !weights.starts_with(kLemmaMagic)) return;
  uint32_t rules = 0, bits = 0;
  std::memcpy(&rules, weights.data() + 8, 4);
  std::memcpy(&bits, weights.data() + 12, 4);
  if (bits > 24 || rules > 65535 ||
      weights.size() != kHeader + rules * sizeof(LemmaRule) + (sizeof(uint64_t) << bits))
    return;
  rules_ = reinterpret_cast<const LemmaRule*>(weights.data() + kHeader);
  slots_ = reinterpret_cast<const uint64_t*>(weights.data() + kHeader + rules * sizeof(LemmaRule));
  mask_ = (1u << bits) - 1;
}

const Lemmatizer& Lemmatizer::English() {
  static const Lemmatizer lemmatizer(DataFile("en/lemmas.bin"));
  return lemmatizer;
}

int Lemmatizer::Find(uint64_t key) const {
  for (uint32_t at = static_cast<uint32_t>(key) & mask_; slots_[at] != 0; at = (at + 1) & mask_) {
    if (slots_[at] >> 16 == key) return static_cast<int>(slots_[at] & 0xFFFF);
  }
  return -1;
}

int Lemmatizer::RuleOf(std::string_view lower, Upos pos) const {
  if (const int whole = Find(LemmaKey(lower, true, pos)); whole >= 0) return whole;
  for (size_t size = std::min(kLongestEnding, lower.size()); size > 0; --size) {
    const int rule = Find(LemmaKey(lower.substr(lower.size() - size), false, pos));
    if (rule >= 0) return rule;
  }
  return -1;
}

std::string_view Lemmatizer::Lemma(std::string_view word, Upos pos, Arena& arena) const {
  if (word.size() > kLongestWord) return arena.Copy(word);
  char lower[kLongestWord];
  std::transform(word.begin(), word.end(), lower, ToLower);
  const std::string_view low(lower, word.size());
  std::string_view base = pos == Upos::kPropn ? word : low;
  if (const std::string_view lemma = Exception(low, pos); !lemma.empty()) return lemma;
  const bool ascii = std::none_of(word.begin(), word.end(), [](char c) { return (c & 0x80) != 0; });
  if (!slots_) return arena.Copy(base);
  const int number = RuleOf(low, pos);
  if (number < 0)
    return ascii ? arena.Copy(base) : arena.Copy(pos == Upos::kPropn ? word : Lower(word));
  const LemmaRule& rule = rules_[number];
  if (rule.strip > base.size()) return arena.Copy(base);
  const size_t kept = base.size() - rule.strip;
  if (kept + rule.size == 0) return arena.Copy(base);
  char* const place = arena.Allocate(kept + rule.size);
  std::memcpy(place, base.data(), kept);
  std::memcpy(place + kept, rule.append, rule.size);
  return {place, kept + rule.size};
}

}  // namespace synoptic
