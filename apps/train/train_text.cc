// Trains the weights of the text room from treebanks in CoNLL-U.
//
//   train_text tagger|parser|lemmas OUT.bin TRAIN.conllu… [--test TEST.conllu…]
//   train_text folds N TRAIN.conllu… --test TEST.conllu…
//
// Same input, same bytes. Scores on the test files are printed, gold tokens given. `folds` cuts the
// test files into N parts and scores tagger and parser on each, trained on all the rest.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "text/parser.h"
#include "train_text.h"

namespace synoptic {
namespace {

struct Files {
  std::vector<std::string> train, test;
};

Files ReadArguments(const std::vector<std::string>& args) {
  Files files;
  bool testing = false;
  for (size_t i = 2; i < args.size(); ++i) {
    if (args[i] == "--test") {
      testing = true;
    } else {
      (testing ? files.test : files.train).push_back(args[i]);
    }
  }
  return files;
}

std::vector<size_t> AllSentences(const Document& document, size_t first = 0) {
  std::vector<size_t> all;
  for (size_t i = first; i < document.sentences.size(); ++i) all.push_back(i);
  return all;
}

// Counts of words whose tag, head, and head and relation are right.
struct Score {
  size_t words = 0, tags = 0, heads = 0, labelled = 0;

  void Add(const Document& guess, const Document& gold, const std::vector<size_t>& sentences) {
    for (const size_t s : sentences) {
      const Sentence& sentence = gold.sentences[s];
      for (auto t = static_cast<size_t>(sentence.first_token);
           t < static_cast<size_t>(sentence.end_token); ++t) {
        const Token &a = guess.tokens[t], &b = gold.tokens[t];
        ++words;
        tags += a.pos == b.pos;
        heads += a.head == b.head;
        labelled += a.head == b.head && a.relation == b.relation;
      }
    }
  }

  void Print(const char* what, bool parsed) const {
    const auto share = [&](size_t n) {
      return static_cast<double>(n) / static_cast<double>(words);
    };
    std::printf("%s: %zu words, UPOS %.4f", what, words, share(tags));
    if (parsed) std::printf(", UAS %.4f, LAS %.4f (tags as tagged)", share(heads), share(labelled));
    std::printf("\n");
  }
};

void ParseWith(const std::string& weights, Document& document,
               const std::vector<size_t>& sentences) {
  const Parser parser(weights);
  for (const size_t i : sentences) parser.Parse(document, document.sentences[i]);
}

void Test(const std::string& tagger, const std::string& parser,
          const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    Treebank bank = ReadTreebank({path});
    const Document gold = std::move(ReadTreebank({path}).document);
    const std::vector<size_t> all = AllSentences(gold);
    TagWith(tagger, bank.document, all);
    if (!parser.empty()) ParseWith(parser, bank.document, all);
    Score score;
    score.Add(bank.document, gold, all);
    score.Print(path.c_str(), !parser.empty());
  }
}

std::string Train(const std::string& part, const Files& files) {
  Treebank bank = ReadTreebank(files.train);
  const std::vector<size_t> all = AllSentences(bank.document);
  std::string bytes;
  if (part == "lemmas") {
    bytes = LearnLemmas(bank);
    for (const std::string& path : files.test)
      std::printf("%s: lemmas %.4f (tags given)\n", path.c_str(),
                  ScoreLemmas(bytes, ReadTreebank({path})));
    return bytes;
  }
  const std::string tagger = LearnTagger(bank.document, all);
  if (part == "parser") bytes = LearnParser(bank.document, all);
  Test(tagger, bytes, files.test);
  return part == "parser" ? bytes : tagger;
}

// Sentences of one test file stand together, so that a fold holds whole reports but for its edges.
void ScoreFolds(size_t folds, const Files& files) {
  std::vector<std::string> paths = files.train;
  const size_t first = ReadTreebank(paths).document.sentences.size();
  paths.insert(paths.end(), files.test.begin(), files.test.end());
  const Document gold = std::move(ReadTreebank(paths).document);
  const size_t tested = gold.sentences.size() - first;
  Score score;
  for (size_t fold = 0; fold < folds; ++fold) {
    Treebank bank = ReadTreebank(paths);
    std::vector<size_t> seen, unseen;
    for (size_t i = 0; i < gold.sentences.size(); ++i)
      (i >= first && (i - first) * folds / tested == fold ? unseen : seen).push_back(i);
    TagWith(LearnTagger(bank.document, seen), bank.document, unseen);
    ParseWith(LearnParser(bank.document, seen), bank.document, unseen);
    score.Add(bank.document, gold, unseen);
  }
  score.Print("folds", true);
}

int Run(const std::vector<std::string>& args) {
  const Files files = ReadArguments(args);
  const bool known = !args.empty() && (args[0] == "tagger" || args[0] == "parser" ||
                                       args[0] == "lemmas" || args[0] == "folds");
  if (!known || files.train.empty()) {
    std::cerr
        << "usage: train_text tagger|parser|lemmas OUT.bin TRAIN.conllu… [--test TEST.conllu…]\n"
           "       train_text folds N TRAIN.conllu… --test TEST.conllu…\n";
    return 2;
  }
  if (args[0] == "folds") {
    ScoreFolds(std::stoul(args[1]), files);
    return 0;
  }
  const std::string bytes = Train(args[0], files);
  std::ofstream file(args[1], std::ios::binary);
  file << bytes;
  if (!file.flush()) {
    std::cerr << args[1] << ": cannot be written\n";
    return 1;
  }
  std::cout << args[1] << ": " << bytes.size() << " bytes\n";
  return 0;
}

}  // namespace
}  // namespace synoptic

int main(int argc, char** argv) {
  return synoptic::Run(std::vector<std::string>(argv + 1, argv + argc));
}
