#include <algorithm>
#include <cstdio>
#include <map>
#include <tuple>

#include "base/ascii.h"
#include "text/lemmatizer.h"
#include "train_text.h"
#include "treebank.h"

namespace synoptic {
namespace {

using RuleKey = std::pair<uint8_t, std::string>;  // strip, append
using Votes = std::map<RuleKey, int>;

constexpr int kFewest = 3;  // words of one ending before it is believed

std::string Lowered(std::string_view lemma, Upos pos, std::string_view word) {
  // A proper noun's lemma keeps the case of its form.
  if (pos == Upos::kPropn)
    return AsciiLower(lemma) == AsciiLower(word) ? std::string(word) : std::string(lemma);
  return AsciiLower(lemma);
}

std::pair<bool, RuleKey> RuleFor(std::string_view word, std::string_view lemma) {
  size_t same = 0;
  while (same < word.size() && same < lemma.size() && word[same] == lemma[same]) ++same;
  while (same > 0 && same < word.size() && (word[same] & 0xC0) == 0x80) --same;
  const RuleKey rule{static_cast<uint8_t>(word.size() - same), std::string(lemma.substr(same))};
  return {word.size() < 64 && rule.second.size() <= sizeof(LemmaRule::append), rule};
}

RuleKey Best(const Votes& votes, int* most, int* all) {
  RuleKey best;
  *most = *all = 0;
  for (const auto& [rule, count] : votes) {
    *all += count;
    if (count > *most) *most = count, best = rule;
  }
  return best;
}

class Learner {
 public:
  void Count(std::string_view word, Upos pos, std::string_view lemma) {
    const std::string lower = AsciiLower(word);
    const std::string base = pos == Upos::kPropn ? std::string(word) : lower;
    const auto [fits, rule] = RuleFor(base, Lowered(lemma, pos, word));
    if (!fits) return;
    ++words_[{pos, lower}][rule];
  }

  std::string Bytes() {
    LearnEndings();
    for (const auto& [key, votes] : words_) {
      int most = 0, all = 0;
      const RuleKey best = Best(votes, &most, &all);
      if (best != Predicted(key.first, key.second))
        Keep(LemmaKey(key.second, true, key.first), best);
    }
    return Pack();
  }

 private:
  // From short endings to long: one is kept where it tells something that the shorter ones do not.
  void LearnEndings() {
    for (size_t size = 1; size <= kLongestEnding; ++size) {
      std::map<std::pair<Upos, std::string>, Votes> endings;
      for (const auto& [key, votes] : words_) {
        if (key.second.size() < size) continue;
        int most = 0, all = 0;
        // A form counts once, however often it stands: endings are about new words.
        ++endings[{key.first, key.second.substr(key.second.size() - size)}]
                 [Best(votes, &most, &all)];
      }
      for (const auto& [key, votes] : endings) {
        int most = 0, all = 0;
        const RuleKey best = Best(votes, &most, &all);
        if (most < kFewest || most * 2 <= all) continue;
        if (best != Predicted(key.first, key.second)) {
          endings_[key] = best;
          Keep(LemmaKey(key.second, false, key.first), best);
        }
      }
    }
  }

  RuleKey Predicted(Upos pos, const std::string& word) const {
    for (size_t size = std::min(kLongestEnding, word.size()); size > 0; --size) {
      const auto found = endings_.find({pos, word.substr(word.size() - size)});
      if (found != endings_.end()) return found->second;
    }
    return {0, ""};
  }

  void Keep(uint64_t key, const RuleKey& rule) {
    const auto [at, fresh] = numbers_.try_emplace(rule, numbers_.size());
    if (fresh) rules_.push_back(rule);
    table_[key] = at->second;
  }

  std::string Pack() const {
    uint32_t bits = 1;
    while ((size_t{1} << bits) < table_.size() * 2) ++bits;
    const auto count = static_cast<uint32_t>(rules_.size());
    std::string bytes(kLemmaMagic);
    bytes.append(reinterpret_cast<const char*>(&count), 4)
        .append(reinterpret_cast<const char*>(&bits), 4);
    for (const auto& [strip, append] : rules_) {
      LemmaRule rule;
      rule.strip = strip;
      rule.size = static_cast<uint8_t>(append.size());
      std::copy(append.begin(), append.end(), rule.append);
      bytes.append(reinterpret_cast<const char*>(&rule), sizeof rule);
    }
    std::vector<uint64_t> slots(size_t{1} << bits);
    for (const auto& [key, rule] : table_) {
      size_t at = static_cast<uint32_t>(key) & (slots.size() - 1);
      while (slots[at] != 0) at = (at + 1) & (slots.size() - 1);
      slots[at] = key << 16 | rule;
    }
    bytes.append(reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(uint64_t));
    return bytes;
  }

  std::map<std::pair<Upos, std::string>, Votes> words_;
  std::map<std::pair<Upos, std::string>, RuleKey> endings_;
  std::map<RuleKey, size_t> numbers_;
  std::vector<RuleKey> rules_;
  std::map<uint64_t, size_t> table_;
};

}  // namespace

std::string LearnLemmas(const Treebank& bank) {
  Learner learner;
  for (size_t i = 0; i < bank.lemmas.size(); ++i) {
    learner.Count(bank.document.Word(static_cast<Index>(i)), bank.document.tokens[i].pos,
                  bank.lemmas[i]);
  }
  return learner.Bytes();
}

double ScoreLemmas(const std::string& weights, const Treebank& bank) {
  const Lemmatizer lemmatizer(weights);
  Arena arena;
  size_t right = 0;
  for (size_t i = 0; i < bank.lemmas.size(); ++i) {
    const std::string_view word = bank.document.Word(static_cast<Index>(i));
    right += EqualsIgnoreCase(lemmatizer.Lemma(word, bank.document.tokens[i].pos, arena),
                              bank.lemmas[i]);
  }
  return static_cast<double>(right) / static_cast<double>(bank.lemmas.size());
}

}  // namespace synoptic
