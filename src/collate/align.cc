#include "collate/align.h"

#include <algorithm>

namespace synoptic {
namespace {

constexpr size_t kMaxPostings = 400;  // facts that one word may propose to each other
constexpr double kSidesShare = 0.2;   // of the likeness that the sides decide

double SidesShared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return -1;
  size_t both = 0;
  for (const std::string& side : a) both += std::binary_search(b.begin(), b.end(), side);
  return static_cast<double>(both) / static_cast<double>(std::min(a.size(), b.size()));
}

}  // namespace

double Likeness(const StoryView& story, const Fact& a, const Fact& b) {
  const auto overlap = story.words.Compare(a.words, b.words);
  const double least = std::min(overlap.of_first * static_cast<double>(a.words.size()),
                                overlap.of_second * static_cast<double>(b.words.size()));
  if (least < 1.3 && overlap.shared < 2) return 0;
  const double words = std::max(
      overlap.Dice(), 0.9 * std::max(overlap.of_first, overlap.of_second) - (least < 2 ? 0.2 : 0));
  const double sides = SidesShared(a.sides, b.sides);
  return sides < 0 ? words : (1 - kSidesShare) * words + kSidesShare * sides;
}

std::vector<Match> AlignFacts(const StoryView& story, const std::vector<Fact>& facts,
                              double enough) {
  std::vector<std::vector<int32_t>> postings;
  for (size_t f = 0; f < facts.size(); ++f) {
    for (const WordId word : facts[f].words) {
      for (const WordId near : story.words.NearWords(word)) {
        if (postings.size() <= static_cast<size_t>(near))
          postings.resize(static_cast<size_t>(near) + 1);
        if (auto& list = postings[static_cast<size_t>(near)];
            list.empty() || list.back() != static_cast<int32_t>(f)) {
          list.push_back(static_cast<int32_t>(f));
        }
      }
    }
  }
  std::vector<Match> matches;
  std::vector<int32_t> seen(facts.size(), -1);
  for (size_t f = 0; f < facts.size(); ++f) {
    const Fact& fact = facts[f];
    for (const WordId word : fact.words) {
      const auto& list = postings[static_cast<size_t>(word)];
      if (list.size() > kMaxPostings) continue;
      for (const int32_t other : list) {
        if (other <= static_cast<int32_t>(f) ||
            seen[static_cast<size_t>(other)] == static_cast<int32_t>(f))
          continue;
        seen[static_cast<size_t>(other)] = static_cast<int32_t>(f);
        const Fact& second = facts[static_cast<size_t>(other)];
        if (second.report == fact.report) continue;
        const double score = Likeness(story, fact, second);
        if (score >= enough) matches.push_back({static_cast<int32_t>(f), other, score});
      }
    }
  }
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  });
  return matches;
}

}  // namespace synoptic
