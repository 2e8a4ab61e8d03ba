#include <algorithm>

#include "base/ascii.h"
#include "linear_model.h"
#include "text/tagger.h"
#include "train_text.h"

namespace synoptic {
namespace {

constexpr uint32_t kBits = 17;
constexpr int kRounds = 8;

enum class Casing { kAsIs, kUpper, kTitle, kLower };

// The sentence with its words' case changed: headlines and sloppy text are like that.
std::vector<WordFeatures> Recased(const Document& document, const Sentence& sentence,
                                  Casing casing) {
  Document copy;
  Sentence whole;
  for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
    std::string word(document.Word(i));
    if (casing == Casing::kUpper) {
      for (char& c : word) c = ToUpper(c);
    } else if (casing == Casing::kTitle) {
      word[0] = ToUpper(word[0]);
    } else if (casing == Casing::kLower) {
      for (char& c : word) c = ToLower(c);
    }
    Token token;
    token.span.begin = static_cast<uint32_t>(copy.text.size());
    copy.text += word;
    token.span.end = static_cast<uint32_t>(copy.text.size());
    copy.text += ' ';
    copy.tokens.push_back(token);
  }
  whole.end_token = static_cast<Index>(copy.tokens.size());
  std::vector<WordFeatures> words;
  DescribeSentence(copy, whole, words);
  return words;
}

void Learn(const Document& document, const Sentence& sentence, Casing casing, LinearModel& model) {
  std::vector<WordFeatures> words;
  if (casing == Casing::kAsIs) {
    DescribeSentence(document, sentence, words);
  } else {
    words = Recased(document, sentence, casing);
  }
  std::vector<Upos> tags(words.size());
  TagFeatureList list;
  float scores[kTags];
  for (size_t at = 0; at < words.size(); ++at) {
    TagFeatures(words, tags, at, list);
    model.Score(list, scores);
    tags[at] = static_cast<Upos>(std::max_element(scores, scores + kTags) - scores);
    const auto gold =
        static_cast<size_t>(document.tokens[static_cast<size_t>(sentence.first_token) + at].pos);
    model.Learn(list, gold, scores);
  }
}

}  // namespace

std::string LearnTagger(const Document& document, std::vector<size_t> sentences) {
  LinearModel model(kBits, kTags);
  Random random(20240601);
  for (int round = 0; round < kRounds; ++round) {
    Shuffle(sentences, random);
    for (const size_t i : sentences) {
      const Sentence& sentence = document.sentences[i];
      Learn(document, sentence, Casing::kAsIs, model);
      const size_t die = random.Below(20);
      if (die == 0) Learn(document, sentence, Casing::kUpper, model);
      if (die == 2) Learn(document, sentence, Casing::kLower, model);
    }
  }
  std::string bytes(kTaggerMagic);
  bytes.append(reinterpret_cast<const char*>(&kBits), sizeof kBits).resize(16);
  return bytes + model.Rows();
}

void TagWith(const std::string& weights, Document& document, const std::vector<size_t>& sentences) {
  const Tagger tagger(weights);
  std::vector<WordFeatures> words;
  for (const size_t i : sentences) {
    const Sentence& sentence = document.sentences[i];
    DescribeSentence(document, sentence, words);
    tagger.Tag(document, sentence, words);
  }
}

}  // namespace synoptic
