#include "treebank.h"

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "base/ascii.h"
#include "base/hash.h"

namespace synoptic {
namespace {

void EndSentence(Document& document, Index first) {
  const auto end = static_cast<Index>(document.tokens.size());
  if (first == end) return;
  Sentence sentence;
  sentence.first_token = first;
  sentence.end_token = end;
  sentence.span =
      document.tokens[static_cast<size_t>(first)].span.Cover(document.tokens.back().span);
  sentence.parsed = true;
  document.sentences.push_back(sentence);
  document.text += '\n';
}

void AddToken(Treebank& bank, const std::vector<std::string_view>& columns, Index first) {
  Document& document = bank.document;
  Token token;
  token.span.begin = static_cast<uint32_t>(document.text.size());
  document.text += columns[1];
  token.span.end = static_cast<uint32_t>(document.text.size());
  document.text += ' ';
  token.pos = UposFromName(columns[3]).value_or(Upos::kX);
  const int head = std::atoi(std::string(columns[6]).c_str());
  token.head = head == 0 ? kNone : first + head - 1;
  token.relation = RelationFromName(columns[7]).value_or(Relation::kDep);
  document.tokens.push_back(token);
  bank.lemmas.emplace_back(columns[2]);
}

void ReadFile(const std::string& path, Treebank& bank) {
  std::ifstream file(path);
  if (!file) {
    std::cerr << path << ": cannot be read\n";
    std::exit(1);
  }
  Document& document = bank.document;
  auto first = static_cast<Index>(document.tokens.size());
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) {
      EndSentence(document, first);
      first = static_cast<Index>(document.tokens.size());
    } else if (line[0] != '#') {
      const auto columns = Split(line, '\t');
      const bool whole =
          columns.size() >= 8 && columns[0].find_first_of("-.") == std::string_view::npos;
      if (whole) AddToken(bank, columns, first);
    }
  }
  EndSentence(document, first);
}

}  // namespace

Treebank ReadTreebank(const std::vector<std::string>& paths) {
  Treebank bank;
  for (const std::string& path : paths) ReadFile(path, bank);
  return bank;
}

size_t PartOf(const Document& document, size_t sentence, size_t parts) {
  return Hash64(document.Cut(document.sentences[sentence].span)) % parts;
}

}  // namespace synoptic
