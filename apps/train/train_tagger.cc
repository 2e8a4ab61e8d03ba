#include <cstdio>
#include <iostream>

#include "base/ascii.h"
#include "perceptron.h"
#include "text/tagger.h"
#include "train_text.h"
#include "treebank.h"

namespace synoptic {
namespace {

constexpr uint32_t kBits = 18;
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

void Learn(const Document& document, const Sentence& sentence, Casing casing, Perceptron& model) {
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
    const auto guess = static_cast<size_t>(std::max_element(scores, scores + kTags) - scores);
    const auto gold =
        static_cast<size_t>(document.tokens[static_cast<size_t>(sentence.first_token) + at].pos);
    model.Update(list, gold, guess);
    tags[at] = static_cast<Upos>(guess);
  }
}

void Test(const std::string& bytes, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    Treebank bank = ReadTreebank({path});
    const std::vector<Token> gold = bank.document.tokens;
    const Tagger tagger(bytes);
    std::vector<WordFeatures> words;
    for (const Sentence& sentence : bank.document.sentences) {
      DescribeSentence(bank.document, sentence, words);
      tagger.Tag(bank.document, sentence, words);
    }
    size_t right = 0;
    for (size_t i = 0; i < gold.size(); ++i) right += gold[i].pos == bank.document.tokens[i].pos;
    std::printf("%s: %zu words, UPOS %.4f\n", path.c_str(), gold.size(),
                static_cast<double>(right) / static_cast<double>(gold.size()));
  }
}

}  // namespace

std::string TrainTagger(const std::vector<std::string>& train,
                        const std::vector<std::string>& test) {
  const Treebank bank = ReadTreebank(train);
  std::vector<size_t> order(bank.document.sentences.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  Perceptron model(kBits, kTags);
  Random random(20240601);
  for (int round = 0; round < kRounds; ++round) {
    Shuffle(order, random);
    for (const size_t i : order) {
      const Sentence& sentence = bank.document.sentences[i];
      Learn(bank.document, sentence, Casing::kAsIs, model);
      const size_t die = random.Below(20);
      if (die == 0) Learn(bank.document, sentence, Casing::kUpper, model);
      if (die == 2) Learn(bank.document, sentence, Casing::kLower, model);
    }
    std::cout << "round " << round + 1 << " of " << kRounds << std::endl;
  }
  model.Average();
  std::string bytes = model.Bytes(kTaggerMagic);
  Test(bytes, test);
  return bytes;
}

}  // namespace synoptic
