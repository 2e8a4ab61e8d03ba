#ifndef SYNOPTIC_TRAIN_TRAIN_TEXT_H_
#define SYNOPTIC_TRAIN_TRAIN_TEXT_H_

#include <string>
#include <vector>

#include "doc/document.h"
#include "treebank.h"

namespace synoptic {

// Each returns the bytes of a weights file learnt from the sentences of those numbers.
std::string LearnTagger(const Document& document, std::vector<size_t> sentences);
// The tags of `document` are replaced on the way by those of taggers that have not seen them.
std::string LearnParser(Document& document, std::vector<size_t> sentences);
std::string LearnLemmas(const Treebank& bank);

// Sets the tags of those sentences.
void TagWith(const std::string& weights, Document& document, const std::vector<size_t>& sentences);

// Share of the bank's words that get their lemma, tags given.
double ScoreLemmas(const std::string& weights, const Treebank& bank);

}  // namespace synoptic

#endif  // SYNOPTIC_TRAIN_TRAIN_TEXT_H_
