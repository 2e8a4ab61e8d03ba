#include "collate/matter.h"

#include <algorithm>

namespace synoptic {
namespace {

constexpr double kCommon = 2.4;  // StoryWords::Weight of a word in every tenth sentence

}  // namespace

double Telling(const StoryView& story, WordId word) {
  return std::max(0.0, story.words.Weight(word) - kCommon);
}

std::vector<WordId> WordsInOrder(const StoryView& story, Index report, Index first, Index end) {
  std::vector<WordId> words;
  for (Index t = first; t < end; ++t) {
    const WordId word = story.words.Of(report, t);
    if (word != kNone && std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(word);
  }
  return words;
}

double TellingShared(const StoryView& story, const std::vector<WordId>& first,
                     const std::vector<WordId>& second, double least) {
  double sum = 0;
  for (const WordId a : first) {
    double best = 0;
    for (const WordId b : second) best = std::max(best, story.words.Nearness(a, b));
    sum += best * std::max(least, Telling(story, a));
  }
  return sum;
}

}  // namespace synoptic
