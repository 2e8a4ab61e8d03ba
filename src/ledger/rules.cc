#include "ledger/rules.h"

#include "base/ascii.h"
#include "doc/labels.h"

namespace synoptic {
namespace {

Who WhoOf(std::string_view word) {
  if (word == "speaker") return Who::kSpeaker;
  if (word == "both") return Who::kBoth;
  if (word == "from") return Who::kFrom;
  if (word == "parties") return Who::kParties;
  return Who::kSubject;
}

}  // namespace

const LedgerRules& LedgerRules::Get() {
  static const LedgerRules rules;
  return rules;
}

LedgerRules::LedgerRules()
    : rules_(Lexicon::Load("en/ledger.tsv")), words_(Lexicon::Load("en/ledger_words.tsv")) {
  for (const Lexicon::Row& row : words_.rows()) {
    const WordClasses bit = WordClasses{1} << class_bits_.size();
    class_bits_.emplace(row[0], bit);
    for (const std::string_view word : Split(row[1], ' ')) classes_[word] |= bit;
  }
  // "=NAME" is asked of the trigger's own part, ">NAME" of what stands behind it there.
  const auto bits = [&](std::string_view names, char mark) {
    WordClasses made = 0;
    for (const std::string_view name : Split(names, '|')) {
      const bool marked = name.starts_with('=') || name.starts_with('>');
      if (mark ? name.starts_with(mark) : !marked) made |= Class(name.substr(marked ? 1 : 0));
    }
    return made;
  };
  for (const Lexicon::Row& row : rules_.rows()) {
    const auto kind = FromLabel<LedgerKind>(row[0]);
    const auto status = FromLabel<LedgerStatus>(row[5]);
    if (!kind || !status || row[2].empty()) continue;  // the room's test finds such rows
    const size_t space = row[1].find(' ');
    Rule rule;
    rule.kind = *kind, rule.status = *status, rule.who = WhoOf(row[6]);
    rule.pos = row[2][0];
    rule.with = bits(row[3], 0), rule.with_here = bits(row[3], '=');
    rule.with_behind = bits(row[3], '>');
    rule.without = bits(row[4], 0), rule.without_here = bits(row[4], '=');
    if (space != std::string_view::npos) rule.particle = row[1].substr(space + 1);
    by_lemma_[row[1].substr(0, space)].push_back(rule);
  }
}

const std::vector<Rule>* LedgerRules::For(std::string_view lemma) const {
  const auto found = by_lemma_.find(lemma);
  return found == by_lemma_.end() ? nullptr : &found->second;
}

WordClasses LedgerRules::ClassesOf(std::string_view lemma) const {
  const auto found = classes_.find(lemma);
  return found == classes_.end() ? 0 : found->second;
}

bool LedgerRules::NounHas(std::string_view phrase, std::string_view class_name) const {
  const size_t last = phrase.rfind(' ');
  std::string_view noun = phrase.substr(last == std::string_view::npos ? 0 : last + 1);
  const WordClasses wanted = Class(class_name);
  if (ClassesOf(noun) & wanted) return true;
  if (noun.ends_with('s')) noun.remove_suffix(1);
  return (ClassesOf(noun) & wanted) != 0;
}

WordClasses LedgerRules::Class(std::string_view name) const {
  const auto found = class_bits_.find(name);
  return found == class_bits_.end() ? 0 : found->second;
}

}  // namespace synoptic
