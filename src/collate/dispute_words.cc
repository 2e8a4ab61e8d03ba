#include "collate/dispute_words.h"

#include "base/ascii.h"

namespace synoptic {

const DisputeWords& DisputeWords::Get() {
  static const DisputeWords words;
  return words;
}

DisputeWords::DisputeWords() : table_(Lexicon::Load("en/dispute_words.tsv")) {
  for (const Lexicon::Row& row : table_.rows()) {
    for (const std::string_view word : Split(row[2], ' '))
      entries_[word].push_back({row[0], row[1]});
  }
}

std::string_view DisputeWords::ValueIn(std::string_view set, std::string_view lemma) const {
  const auto found = entries_.find(lemma);
  if (found == entries_.end()) return {};
  for (const Entry& entry : found->second) {
    if (entry.set == set) return entry.value;
  }
  return {};
}

std::vector<DisputeWords::Hit> DisputeWords::NamesAt(const Document& doc, Index token) const {
  std::vector<Hit> hits;
  const auto add = [&](std::string_view key, Span span) {
    const auto found = entries_.find(key);
    if (found == entries_.end()) return;
    for (const Entry& entry : found->second) {
      if (IsUpper(entry.set[0])) hits.push_back({entry.set, entry.value, span});
    }
  };
  const Token& word = doc.tokens[static_cast<size_t>(token)];
  if (static_cast<size_t>(token) + 1 < doc.tokens.size() && word.pos != Upos::kPunct) {
    const Token& next = doc.tokens[static_cast<size_t>(token) + 1];
    if (next.pos == Upos::kNoun)
      add(std::string(word.lemma) + "-" + std::string(next.lemma), word.span.Cover(next.span));
  }
  if (hits.empty()) add(word.lemma, word.span);
  return hits;
}

}  // namespace synoptic
