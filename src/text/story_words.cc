#include "text/story_words.h"

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/thesaurus.h"

namespace synoptic {
namespace {

constexpr double kSynonym = 0.9, kDerived = 0.9, kKind = 0.6, kAlike = 0.7;
constexpr double kCommonShare = 0.1, kMostTelling = 3;
constexpr size_t kNearKinds = 3;  // how far up a word still counts as near

bool SaysSomething(const Token& token) {
  switch (token.pos) {
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kVerb:
    case Upos::kAdj:
    case Upos::kAdv:
    case Upos::kNum:
      return true;
    default:
      return false;
  }
}

// "According to" is no accord.
bool IsAccording(std::string_view word) { return word == "according" || word == "According"; }

// "be", "have", "say" … stand in every sentence.
bool IsLight(std::string_view lemma) {
  static const Lexicon table = Lexicon::Load("en/story_light_words.tsv");
  static const std::vector<std::string_view> words = [] {
    std::vector<std::string_view> made;
    for (const Lexicon::Row& row : table.rows()) made.push_back(row[0]);
    std::sort(made.begin(), made.end());
    return made;
  }();
  return std::binary_search(words.begin(), words.end(), lemma);
}

template <typename F>
void ForEachWord(std::string_view words, size_t most, F use) {
  while (!words.empty() && most-- > 0) {
    const size_t space = std::min(words.find(' '), words.size());
    use(words.substr(0, space));
    words.remove_prefix(std::min(space + 1, words.size()));
  }
}

}  // namespace

StoryWords::StoryWords(std::span<const Document> reports) {
  for (const Document& report : reports) {
    std::vector<WordId>& ids = ids_.emplace_back(report.tokens.size(), kNone);
    for (size_t t = 0; t < report.tokens.size(); ++t) {
      const Token& token = report.tokens[t];
      if (!SaysSomething(token) || IsAccording(report.Word(static_cast<Index>(t)))) continue;
      const std::string lemma = Fold(token.lemma);
      if (!lemma.empty() && !IsLight(lemma)) ids[t] = Intern(lemma);
    }
  }
  Count(reports);
  FindNear();
}

WordId StoryWords::Intern(std::string_view lemma) {
  if (const auto found = index_.find(lemma); found != index_.end()) return found->second;
  const WordId id = static_cast<WordId>(lemmas_.size());
  lemmas_.emplace_back(lemma);
  index_.emplace(lemma, id);
  return id;
}

void StoryWords::Count(std::span<const Document> reports) {
  std::vector<int> sentences_with(lemmas_.size()), last(lemmas_.size(), -1);
  int sentences = 0;
  for (size_t r = 0; r < reports.size(); ++r) {
    for (const Sentence& sentence : reports[r].sentences) {
      for (Index t = sentence.first_token; t < sentence.end_token; ++t) {
        const WordId word = ids_[r][static_cast<size_t>(t)];
        if (word == kNone || last[static_cast<size_t>(word)] == sentences) continue;
        last[static_cast<size_t>(word)] = sentences;
        ++sentences_with[static_cast<size_t>(word)];
      }
      ++sentences;
    }
  }
  const auto weight = [&](double with) { return std::log(1.0 + sentences / (with + 0.5)); };
  const double common = weight(kCommonShare * sentences + 2), scale = 2 / (weight(2) - common);
  weights_.resize(lemmas_.size());
  telling_.resize(lemmas_.size());
  for (size_t i = 0; i < lemmas_.size(); ++i) {
    weights_[i] = weight(sentences_with[i]);
    telling_[i] = std::clamp((weights_[i] - common) * scale, 0.0, kMostTelling);
  }
}

void StoryWords::Link(WordId from, std::string_view words, double nearness) {
  ForEachWord(words, nearness == kKind ? kNearKinds : SIZE_MAX, [&](std::string_view word) {
    const auto found = index_.find(word);
    if (found == index_.end() || found->second == from) return;
    near_[static_cast<size_t>(from)].push_back({found->second, nearness});
    near_[static_cast<size_t>(found->second)].push_back({from, nearness});
  });
}

void StoryWords::FindNear() {
  near_.resize(lemmas_.size());
  for (size_t i = 0; i < lemmas_.size(); ++i) {
    for (const char pos : {'n', 'v', 'a', 'r'}) {
      const Senses senses = SensesOf(lemmas_[i], pos);
      Link(static_cast<WordId>(i), senses.synonyms, kSynonym);
      Link(static_cast<WordId>(i), senses.derived, kDerived);
      Link(static_cast<WordId>(i), senses.kinds, kKind);
    }
  }
  static const Lexicon table = Lexicon::Load("en/synonyms.tsv");
  for (const Lexicon::Row& row : table.rows()) {
    if (const auto found = index_.find(row[0]); found != index_.end())
      Link(found->second, row[1], kSynonym);
  }
  LinkAlike();
  for (auto& list : near_) {
    std::sort(list.begin(), list.end(), [](const Near& a, const Near& b) {
      return a.word != b.word ? a.word < b.word : a.nearness > b.nearness;
    });
    list.erase(std::unique(list.begin(), list.end(),
                           [](const Near& a, const Near& b) { return a.word == b.word; }),
               list.end());
  }
}

// Rows of "like" in dispute_words.tsv: words that tell of one kind of happening.
void StoryWords::LinkAlike() {
  static const Lexicon table = Lexicon::Load("en/dispute_words.tsv");
  for (const Lexicon::Row& row : table.rows()) {
    if (row[0] != "like") continue;
    for (const std::string_view word : Split(row[2], ' ')) {
      if (const auto found = index_.find(word); found != index_.end())
        Link(found->second, row[2], kAlike);
    }
  }
}

double StoryWords::Nearness(WordId a, WordId b) const {
  if (a == b) return 1;
  const auto& list = near_[static_cast<size_t>(a)];
  const auto found = std::lower_bound(
      list.begin(), list.end(), b, [](const Near& item, WordId word) { return item.word < word; });
  return found != list.end() && found->word == b ? found->nearness : 0;
}

std::vector<WordId> StoryWords::NearWords(WordId word) const {
  std::vector<WordId> words = {word};
  for (const Near& near : near_[static_cast<size_t>(word)]) words.push_back(near.word);
  return words;
}

std::vector<WordId> StoryWords::Distinct(Index report, std::span<const Index> tokens) const {
  std::vector<WordId> words;
  for (const Index token : tokens) {
    if (const WordId word = Of(report, token); word != kNone) words.push_back(word);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

StoryWords::Overlap StoryWords::Compare(const std::vector<WordId>& first,
                                        const std::vector<WordId>& second) const {
  Overlap overlap;
  double first_total = 0, second_total = 0, first_shared = 0, second_shared = 0;
  std::vector<double> best(second.size());
  for (const WordId a : first) {
    double nearest = 0;
    for (size_t j = 0; j < second.size(); ++j) {
      const double nearness = Nearness(a, second[j]);
      nearest = std::max(nearest, nearness);
      best[j] = std::max(best[j], nearness);
    }
    first_total += Weight(a);
    first_shared += Weight(a) * nearest;
    overlap.shared += nearest > 0;
  }
  for (size_t j = 0; j < second.size(); ++j) {
    second_total += Weight(second[j]);
    second_shared += Weight(second[j]) * best[j];
  }
  if (first_total > 0) overlap.of_first = first_shared / first_total;
  if (second_total > 0) overlap.of_second = second_shared / second_total;
  overlap.weight = std::min(first_shared, second_shared);
  return overlap;
}

}  // namespace synoptic
