#include "text/tagger.h"

#include <algorithm>
#include <cstring>

#include "base/ascii.h"
#include "base/data.h"
#include "text/word_kinds.h"

namespace synoptic {
namespace {

constexpr size_t kHeader = 16;

// What a word may be; of an inflected one what its stem may be, each in bits of its own.
uint64_t KindsOf(const WordFeatures& word) {
  uint64_t kinds = WordKinds(word.word);
  for (size_t n = 0; n < 3; ++n)
    kinds |= static_cast<uint64_t>(WordKinds(word.stem[n]) & 15) << (8 + 4 * n);
  return kinds;
}

// The particle of an infinitive and that of a possessor share a tag, but not what follows them.
uint64_t TagBefore(Upos tag, const WordFeatures& word) {
  static const uint64_t to = DescribeWord("to", false).word;
  return tag == Upos::kPart && word.word == to ? kTags + 1 : static_cast<uint64_t>(tag) + 1;
}

}  // namespace

void TagFeatures(std::span<const WordFeatures> words, std::span<const Upos> tags, size_t at,
                 TagFeatureList& list) {
  static constexpr WordFeatures kOutside;
  const auto word = [&](size_t i) -> const WordFeatures& {
    return i < words.size() ? words[i] : kOutside;
  };
  const WordFeatures& w = words[at];
  const WordFeatures& left = at > 0 ? words[at - 1] : kOutside;
  const WordFeatures& left2 = at > 1 ? words[at - 2] : kOutside;
  const WordFeatures& right = word(at + 1);
  const WordFeatures& right2 = word(at + 2);
  const uint64_t t1 = at > 0 ? TagBefore(tags[at - 1], left) : 0;
  const uint64_t t2 = at > 1 ? TagBefore(tags[at - 2], left2) : 0;
  const uint64_t start = at == 0;
  size_t n = 0;
  const auto add = [&](uint64_t value) {
    list[n] = Mix(value, n);
    ++n;
  };
  add(w.word);
  add(w.suffix[0]);
  add(w.suffix[1]);
  add(w.suffix[2]);
  add(w.suffix[3]);
  add(w.prefix[0]);
  add(w.prefix[1]);
  add(w.prefix[2]);
  add(w.shape * 2 + start);
  add(Mix(w.suffix[2], w.shape * 2 + start));
  add(Mix(w.shape, right.shape));
  add(left.word);
  add(right.word);
  add(left2.word);
  add(right2.word);
  add(right.suffix[2]);
  add(right.suffix[1]);
  add(left.suffix[2]);
  add(t1);
  add(Mix(t1, t2));
  add(Mix(t1, w.word));
  add(Mix(t1, w.suffix[2]));
  add(Mix(t1, right.word));
  add(Mix(w.word, right.word));
  add(Mix(w.word, left.word));
  add(Mix(Mix(t1, w.shape), left.shape));
  add(Mix(right.suffix[2], w.suffix[2]));
  add(Mix(w.word, w.shape * 2 + start));
  add(Mix(Mix(left.shape, right.shape), w.shape * 2 + start));
  const uint64_t kinds = w.kinds;
  add(kinds);
  add(Mix(kinds, w.shape * 2 + start));
  add(Mix(Mix(kinds, w.shape * 2 + start), Mix(right.shape, right.kinds)));
  add(Mix(Mix(kinds, w.shape * 2 + start), Mix(t1, left.kinds)));
  add(Mix(kinds, w.suffix[1]));
  add(Mix(t1, kinds));
  add(Mix(Mix(t1, kinds), right.kinds));
}

void DescribeSentence(const Document& document, const Sentence& sentence,
                      std::vector<WordFeatures>& words) {
  words.clear();
  size_t long_words = 0, capitals = 0;
  for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
    const std::string_view word = document.Word(i);
    if (word.size() < 4 || !IsAlpha(word[0])) continue;
    ++long_words;
    capitals += IsUpper(word[0]);
  }
  const bool caseless = long_words >= 4 && capitals * 10 >= long_words * 8;
  for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
    words.push_back(DescribeWord(document.Word(i), caseless));
    words.back().kinds = KindsOf(words.back());
  }
}

Tagger::Tagger(std::string_view weights) {
  if (weights.size() < kHeader || !weights.starts_with(kTaggerMagic)) return;
  std::memcpy(&bits_, weights.data() + 8, sizeof bits_);
  if (bits_ == 0 || bits_ > 28 || weights.size() != kHeader + (kTags << bits_)) return;
  rows_ = reinterpret_cast<const int8_t*>(weights.data() + kHeader);
}

const Tagger& Tagger::English() {
  static const Tagger tagger(DataFile("en/tagger.bin"));
  return tagger;
}

void Tagger::Tag(Document& document, const Sentence& sentence,
                 std::span<const WordFeatures> words) const {
  if (!rows_) return;
  thread_local std::vector<Upos> tags;
  tags.assign(words.size(), Upos::kX);
  TagFeatureList list;
  for (size_t at = 0; at < words.size(); ++at) {
    TagFeatures(words, tags, at, list);
    int32_t scores[kTags] = {};
    for (const uint64_t feature : list) {
      const int8_t* row = rows_ + (feature >> (64 - bits_)) * kTags;
      for (size_t tag = 0; tag < kTags; ++tag) scores[tag] += row[tag];
    }
    tags[at] = static_cast<Upos>(std::max_element(scores, scores + kTags) - scores);
    document.tokens[static_cast<size_t>(sentence.first_token) + at].pos = tags[at];
  }
}

}  // namespace synoptic
