// Treebanks for training: CoNLL-U files as Documents whose tokens, heads and relations are gold.
#ifndef SYNOPTIC_TRAIN_TREEBANK_H_
#define SYNOPTIC_TRAIN_TREEBANK_H_

#include <string>
#include <vector>

#include "doc/document.h"

namespace synoptic {

struct Treebank {
  Document document;                // all sentences of all files, words joined by blanks
  std::vector<std::string> lemmas;  // of each token, as the treebank has it
};

// Reads `paths`; ends the program with a line where one cannot be read. Multiword ranges and empty
// nodes are left out.
Treebank ReadTreebank(const std::vector<std::string>& paths);

// Which of `parts` a sentence belongs to, told by its words: one that stands in several files is in
// the same part everywhere.
size_t PartOf(const Document& document, size_t sentence, size_t parts);

}  // namespace synoptic

#endif  // SYNOPTIC_TRAIN_TREEBANK_H_
