// Trains the weights of the text room from treebanks in CoNLL-U.
//
//   train_text tagger OUT.bin TRAIN.conllu… [--test TEST.conllu…]
//   train_text lemmas OUT.bin TRAIN.conllu… [--test TEST.conllu…]
//
// Same input, same bytes. Scores on the test files are printed, gold tokens given.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "train_text.h"

namespace {

bool Write(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  return static_cast<bool>(file.flush());
}

}  // namespace

int main(int argc, char** argv) {
  using namespace synoptic;
  const std::vector<std::string> args(argv + 1, argv + argc);
  std::vector<std::string> train, test;
  bool testing = false;
  for (size_t i = 2; i < args.size(); ++i) {
    if (args[i] == "--test") {
      testing = true;
    } else {
      (testing ? test : train).push_back(args[i]);
    }
  }
  if (train.empty()) {
    std::cerr << "usage: train_text tagger|lemmas OUT.bin TRAIN.conllu… [--test TEST.conllu…]\n";
    return 2;
  }
  std::string bytes;
  if (args[0] == "tagger") {
    bytes = TrainTagger(train, test);
  } else if (args[0] == "lemmas") {
    bytes = TrainLemmas(train, test);
  } else {
    std::cerr << "no such part: " << args[0] << '\n';
    return 2;
  }
  if (!Write(args[1], bytes)) {
    std::cerr << args[1] << ": cannot be written\n";
    return 1;
  }
  std::cout << args[1] << ": " << bytes.size() << " bytes\n";
  return 0;
}
