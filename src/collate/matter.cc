#include "collate/matter.h"

#include <algorithm>
#include <numeric>

namespace synoptic {
namespace {

constexpr size_t kBefore = 4, kAround = 7;

}  // namespace

std::vector<WordId> WordsInOrder(const StoryView& story, Index report,
                                 std::span<const Index> tokens) {
  std::vector<WordId> words;
  for (const Index token : tokens) {
    const WordId word = story.words.Of(report, token);
    if (word != kNone && std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(word);
  }
  return words;
}

std::vector<WordId> WordsInOrder(const StoryView& story, Index report, Index first, Index end) {
  std::vector<Index> tokens(static_cast<size_t>(std::max<Index>(0, end - first)));
  std::iota(tokens.begin(), tokens.end(), first);
  return WordsInOrder(story, report, tokens);
}

double TellingShared(const StoryView& story, const std::vector<WordId>& first,
                     const std::vector<WordId>& second, double least) {
  double sum = 0;
  for (const WordId a : first) {
    double best = 0;
    for (const WordId b : second) best = std::max(best, story.words.Nearness(a, b));
    sum += best * std::max(least, story.words.Telling(a));
  }
  return sum;
}

double MutuallyShared(const StoryView& story, const std::vector<WordId>& first,
                      const std::vector<WordId>& second, double least) {
  return std::min(TellingShared(story, first, second, least),
                  TellingShared(story, second, first, least));
}

std::vector<WordId> WordsAround(const StoryView& story, Index report, Index token) {
  const ReportIndex& index = story.at(report);
  const Sentence& sentence = index.doc().sentences[static_cast<size_t>(index.SentenceOf(token))];
  return WordsInOrder(story, report, sentence.first_token, sentence.end_token);
}

Index SubjectNoun(const StoryView& story, const Fact& part) {
  const ReportIndex& index = story.at(part.report);
  Index noun = kNone;
  for (const Index token : part.tokens) {
    const bool is_noun = index.token(token).pos == Upos::kNoun;
    if (token >= part.head || (noun != kNone && !is_noun)) break;
    if (is_noun) noun = token;
  }
  return noun;
}

std::vector<WordId> WordsNear(const StoryView& story, const Fact& part, Index first, Index end) {
  const ReportIndex& index = story.at(part.report);
  std::vector<WordId> near;
  const auto add = [&](Index token) {
    const WordId word = story.words.Of(part.report, token);
    const bool value = index.QuantityOf(token) != kNone || index.TimeOf(token) != kNone;
    if (word != kNone && !value && std::find(near.begin(), near.end(), word) == near.end())
      near.push_back(word);
  };
  for (auto token = part.tokens.rbegin(); token != part.tokens.rend(); ++token) {
    if (*token < first && near.size() < kBefore) add(*token);
  }
  for (const Index token : part.tokens) {
    if (token >= end && near.size() < kAround) add(token);
  }
  if (index.token(part.head).pos == Upos::kVerb) add(part.head);
  if (const Index noun = SubjectNoun(story, part); noun != kNone) add(noun);
  return near;
}

}  // namespace synoptic
