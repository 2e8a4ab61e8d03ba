#include "reuse/overlap.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace synoptic {
namespace {

constexpr size_t kMaxPlaces = 16;
constexpr uint32_t kPlainSentence = 15;   // words
constexpr uint32_t kShortSentence = 5;    // words; shorter ones say too little
constexpr size_t kMaxSentences = 2000;    // compared by content
constexpr uint32_t kCommonInReport = 40;  // sentences; words in more are not looked up
constexpr float kRetoldShare = 0.25F;

uint32_t Extend(const BodyWords& a, const BodyWords& b, uint32_t i, uint32_t j) {
  uint32_t size = 0;
  while (i + size < a.words.size() && j + size < b.words.size() &&
         a.words[i + size].hash == b.words[j + size].hash) {
    ++size;
  }
  return size;
}

std::span<const Seed> Places(const BodyWords& wording, uint32_t hash) {
  const auto first = std::lower_bound(wording.seeds.begin(), wording.seeds.end(), Seed{hash, 0});
  auto last = first;
  while (last != wording.seeds.end() && last->hash == hash &&
         static_cast<size_t>(last - first) < kMaxPlaces) {
    ++last;
  }
  return {first, last};
}

bool Has(const std::vector<uint32_t>& sorted, uint32_t value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

uint32_t CountShared(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  uint32_t shared = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++shared;
    const bool step = a[i] <= b[j], other = b[j] <= a[i];
    i += step;
    j += other;
  }
  return shared;
}

float Share(size_t part, size_t whole) {
  return whole == 0 ? 0 : static_cast<float>(part) / static_cast<float>(whole);
}

// ---- sentences carried over --------------------------------------------------------------------

// Words of runs in each sentence of b that stand in one sentence of a, the one with most of them.
std::vector<uint32_t> CarriedWords(const BodyWords& a, const BodyWords& b,
                                   const std::vector<Run>& runs) {
  std::vector<uint32_t> best(b.sentences.size(), 0);
  std::vector<std::pair<uint32_t, uint32_t>> votes;  // sentence of b, sentence of a
  for (const Run& run : runs) {
    for (uint32_t k = 0; k < run.size; ++k) {
      if (b.words[run.b + k].Is(LightWord::kQuoted)) continue;
      votes.emplace_back(b.sentence_of[run.b + k], a.sentence_of[run.a + k]);
    }
  }
  std::sort(votes.begin(), votes.end());
  for (size_t i = 0; i < votes.size();) {
    size_t next = i;
    while (next < votes.size() && votes[next] == votes[i]) ++next;
    uint32_t& most = best[votes[i].first];
    most = std::max(most, static_cast<uint32_t>(next - i));
    i = next;
  }
  return best;
}

void WeighSentences(const BodyWords& a, const BodyWords& b, Overlap& overlap) {
  const std::vector<uint32_t> carried = CarriedWords(a, b, overlap.runs);
  for (size_t s = 0; s < b.sentences.size(); ++s) {
    const WordRange range = b.sentences[s];
    const float words = static_cast<float>(carried[s]);
    if (words < 0.4F * static_cast<float>(range.size())) continue;
    uint32_t same = 0, figures = 0, names = 0;
    for (uint32_t i = range.begin; i < range.end; ++i) {
      const LightWord& word = b.words[i];
      if (!word.Is(LightWord::kNumber | LightWord::kName)) continue;
      const uint32_t hash = word.Is(LightWord::kNumber) ? word.hash : word.stem;
      (Has(a.specifics, hash) ? same : word.Is(LightWord::kNumber) ? figures : names) += 1;
    }
    overlap.new_figures += figures;
    if (same + figures + names == 0) {
      if (carried[s] >= kPlainSentence) overlap.plain += words;
    } else if (figures + names == 0) {
      overlap.agreeing += words;
    } else if (figures * 3 + names * 2 <= std::max(same, 2U)) {  // one name may be a typing error
      overlap.agreeing += words / 2;
      overlap.conflicting += words / 2;
    } else {
      overlap.conflicting += words;
    }
  }
}

// ---- sentences told again ----------------------------------------------------------------------

// The content stems of each sentence outside quotations, sorted, unique.
std::vector<std::vector<uint32_t>> ContentOf(const BodyWords& wording) {
  std::vector<std::vector<uint32_t>> sentences;
  for (size_t s = 0; s < std::min(wording.sentences.size(), kMaxSentences); ++s) {
    std::vector<uint32_t>& stems = sentences.emplace_back();
    const WordRange range = wording.sentences[s];
    if (range.size() < kShortSentence) continue;
    for (uint32_t i = range.begin; i < range.end; ++i) {
      const LightWord& word = wording.words[i];
      if (!word.Is(LightWord::kFunction | LightWord::kQuoted)) stems.push_back(word.stem);
    }
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  }
  return sentences;
}

// Stem and sentence, sorted: where each stem stands.
std::vector<std::pair<uint32_t, uint32_t>> Postings(
    const std::vector<std::vector<uint32_t>>& sentences) {
  std::vector<std::pair<uint32_t, uint32_t>> postings;
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    for (const uint32_t stem : sentences[s]) postings.emplace_back(stem, s);
  }
  std::sort(postings.begin(), postings.end());
  return postings;
}

std::pair<size_t, size_t> Find(const std::vector<std::pair<uint32_t, uint32_t>>& postings,
                               uint32_t stem) {
  const auto first = std::lower_bound(postings.begin(), postings.end(), std::pair{stem, 0U});
  auto last = first;
  while (last != postings.end() && last->first == stem && last - first <= kCommonInReport) ++last;
  return {first - postings.begin(), last - postings.begin()};
}

uint32_t LongestChain(const std::vector<SentencePair>& pairs) {
  std::vector<uint32_t> tails;
  for (const SentencePair& pair : pairs) {
    const auto at = std::upper_bound(tails.begin(), tails.end(), pair.a);
    at == tails.end() ? tails.push_back(pair.a) : void(*at = pair.a);
  }
  return static_cast<uint32_t>(tails.size());
}

// A word weighs by its rarity in English and in the two reports: what both repeat is their subject.
void WeighRetelling(const BodyWords& a, const BodyWords& b, Overlap& overlap) {
  const auto in_a = ContentOf(a), in_b = ContentOf(b);
  const auto postings_a = Postings(in_a), postings_b = Postings(in_b);
  std::vector<float> weight(in_a.size(), 0);
  std::vector<uint32_t> shared(in_a.size(), 0), touched;
  double all = 0, covered = 0;
  for (uint32_t s = 0; s < in_b.size(); ++s) {
    float total = 0;
    touched.clear();
    for (const uint32_t stem : in_b[s]) {
      const auto [first, last] = Find(postings_a, stem);
      const auto [first_b, last_b] = Find(postings_b, stem);
      const float here = static_cast<float>(std::max<size_t>(1, last - first));
      const float there = static_cast<float>(std::max<size_t>(1, last_b - first_b));
      const float word = Rarity(stem) / std::sqrt(here * there);
      total += word;
      for (size_t p = first; p < last; ++p) {
        const uint32_t other = postings_a[p].second;
        if (shared[other]++ == 0) touched.push_back(other);
        weight[other] += word;
      }
    }
    all += total;
    SentencePair best{0, s, 0};
    std::sort(touched.begin(), touched.end());
    for (const uint32_t other : touched) {
      const float share = weight[other] / total;
      if (shared[other] >= 3 && share > best.share) best.a = other, best.share = share;
      weight[other] = 0;
      shared[other] = 0;
    }
    if (best.share < kRetoldShare) continue;
    covered += best.share * total;
    overlap.retellings.push_back(best);
  }
  overlap.retold = all > 0 ? static_cast<float>(covered / all) : 0;
  overlap.in_order = LongestChain(overlap.retellings);
}

}  // namespace

std::vector<Run> FindRuns(const BodyWords& a, const BodyWords& b) {
  std::vector<Run> runs;
  for (uint32_t j = 0; j + kSeed <= b.words.size();) {
    const uint32_t hash = SeedHash(b.words, j);
    Run best{0, j, 0};
    auto consider = [&](uint32_t i) {
      const uint32_t size = Extend(a, b, i, j);
      if (size > best.size) best.a = i, best.size = size;
    };
    if (!runs.empty()) {
      const Run& last = runs.back();
      const uint32_t onward = last.a + (j - last.b);
      if (onward < a.words.size()) consider(onward);
    }
    for (const Seed& seed : Places(a, hash)) consider(seed.at);
    if (best.size >= kSeed) {
      runs.push_back(best);
      j += best.size;
    } else {
      ++j;
    }
  }
  return runs;
}

Overlap Measure(const BodyWords& a, const BodyWords& b) {
  Overlap overlap;
  overlap.words = static_cast<uint32_t>(b.words.size());
  overlap.runs = FindRuns(a, b);
  for (const Run& run : overlap.runs) {
    if (run.size > kSeed) overlap.matched += run.size;
    uint32_t unquoted = 0;
    for (uint32_t k = 0; k < run.size; ++k) {
      unquoted = b.words[run.b + k].Is(LightWord::kQuoted) ? 0 : unquoted + 1;
      overlap.longest = std::max(overlap.longest, unquoted);
    }
  }
  WeighSentences(a, b, overlap);
  WeighRetelling(a, b, overlap);
  overlap.pairs = CountShared(a.pairs, b.pairs);
  overlap.pair_share = Share(overlap.pairs, std::min(a.pairs_total, b.pairs_total));
  overlap.phrase_share =
      Share(CountShared(a.phrases, b.phrases), std::min(a.phrases.size(), b.phrases.size()));
  if (!b.specifics.empty()) {
    overlap.figures_kept = Share(CountShared(a.specifics, b.specifics), b.specifics.size());
  }
  return overlap;
}

}  // namespace synoptic
