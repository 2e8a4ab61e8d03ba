// StoryWords: the vocabulary of one story, how telling each word is in it, and which of its words
// are near each other in meaning. Made once for all comparisons between the reports of a story.
#ifndef SYNOPTIC_TEXT_STORY_WORDS_H_
#define SYNOPTIC_TEXT_STORY_WORDS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "doc/document.h"

namespace synoptic {

using WordId = int32_t;

class StoryWords {
 public:
  // Cost: linear in tokens, a few look-ups in the thesaurus a word of the vocabulary.
  explicit StoryWords(std::span<const Document> reports);

  // The word of a token; kNone for one that says nothing alone (articles, pronouns, auxiliaries,
  // marks).
  WordId Of(Index report, Index token) const {
    return ids_[static_cast<size_t>(report)][static_cast<size_t>(token)];
  }
  const std::string& Lemma(WordId word) const { return lemmas_[static_cast<size_t>(word)]; }
  // Rarity among the story's sentences, over 0.
  double Weight(WordId word) const { return weights_[static_cast<size_t>(word)]; }
  // How well it tells one matter of the story from the others: 0 for a word of every tenth sentence
  // or more, 2 for one of two sentences, whatever the size of the story.
  double Telling(WordId word) const { return telling_[static_cast<size_t>(word)]; }
  // 1 for the same word, less for synonyms, derived words and kinds, 0 for strangers.
  double Nearness(WordId a, WordId b) const;
  // The word itself and all that are near it.
  std::vector<WordId> NearWords(WordId word) const;

  // Words of `tokens` of one report, each once, sorted.
  std::vector<WordId> Distinct(Index report, std::span<const Index> tokens) const;

  // Weighted share of the words of each side that the other has near: both 0..1.
  struct Overlap {
    double of_first = 0, of_second = 0;
    double weight = 0;  // of what is shared
    size_t shared = 0;  // words of the first that the second has near
    double Dice() const { return (of_first + of_second) / 2; }
  };
  Overlap Compare(const std::vector<WordId>& first, const std::vector<WordId>& second) const;

 private:
  struct Near {
    WordId word;
    double nearness;
  };
  WordId Intern(std::string_view lemma);
  void Count(std::span<const Document> reports);
  void FindNear();
  void LinkAlike();
  void Link(WordId from, std::string_view words, double nearness);

  std::vector<std::vector<WordId>> ids_;
  std::vector<std::string> lemmas_;
  std::vector<double> weights_, telling_;
  std::vector<std::vector<Near>> near_;  // by word, sorted
  std::unordered_map<std::string, WordId, StringHash, std::equal_to<>> index_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_STORY_WORDS_H_
