#include "statements/event_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/ascii.h"
#include "doc/labels.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr Index kLongestGap = 6;  // other words between two words of a phrase

using Alternatives = std::vector<std::string_view>;

struct Phrase {
  std::vector<Alternatives> rest;  // the words behind the first
  EventPhrase meaning;
  FactKind fact = FactKind::kEvent;
};

EventTurn TurnFromName(std::string_view name) {
  if (name == "offer") return EventTurn::kOffer;
  if (name == "intend") return EventTurn::kIntend;
  if (name == "refuse") return EventTurn::kRefuse;
  return name == "demand" ? EventTurn::kDemand : EventTurn::kNone;
}

using PhraseTable = std::unordered_map<std::string_view, std::vector<Phrase>>;

// `lexicon` must outlive the table.
PhraseTable LoadPhrases(const Lexicon& lexicon) {
  PhraseTable table;
  for (const auto& row : lexicon.rows()) {
    Phrase phrase;
    phrase.meaning.type = PloverFromName(row[1]);
    phrase.meaning.turn = TurnFromName(row[1]);
    phrase.meaning.strength = row[2].empty() ? 1 : row[2][0] - '0';
    phrase.meaning.mode = row[3];
    phrase.fact = FromLabel<FactKind>(row[1]).value_or(FactKind::kEvent);
    const auto words = Split(row[0], ' ');
    for (size_t i = 1; i < words.size(); ++i) {
      const auto parts = Split(words[i], '|');
      phrase.rest.emplace_back(parts.begin(), parts.end());
    }
    for (const std::string_view first : Split(words[0], '|')) table[first].push_back(phrase);
  }
  return table;
}

bool IsWord(const Document& document, Index i, std::string_view word) {
  return document.tokens[static_cast<size_t>(i)].lemma == word ||
         EqualsIgnoreCase(document.Word(i), word);
}

// The token behind the last word of `phrase`, whose first word is at `first`; kNone if it is not
// there.
Index EndOfPhrase(const Document& document, const Phrase& phrase, Index first, Index end) {
  Index at = first + 1;
  for (const Alternatives& words : phrase.rest) {
    const Index stop = std::min(end, at + kLongestGap + 1);
    const auto here = [&](Index i) {
      return std::any_of(words.begin(), words.end(),
                         [&](std::string_view word) { return IsWord(document, i, word); });
    };
    while (at < stop && !here(at)) {
      const Token& between = document.tokens[static_cast<size_t>(at)];
      const bool mark =
          between.pos == Upos::kPunct && document.Word(at) != "-" && document.Word(at) != ",";
      if (mark || between.pos == Upos::kSconj) return kNone;
      ++at;
    }
    if (at >= stop) return kNone;
    ++at;
  }
  return at;
}

struct FoundPhrase {
  EventPhrase meaning;
  FactKind fact = FactKind::kEvent;
};

// The surest whose first word is token `first`.
std::optional<FoundPhrase> BestPhrase(const PhraseTable& table, const Document& document,
                                      Index first, Index end) {
  const auto found = table.find(document.tokens[static_cast<size_t>(first)].lemma);
  if (found == table.end()) return std::nullopt;
  std::optional<FoundPhrase> best;
  for (const Phrase& phrase : found->second) {
    if (best && best->meaning.strength >= phrase.meaning.strength) continue;
    const Index behind = EndOfPhrase(document, phrase, first, end);
    if (behind == kNone) continue;
    best = FoundPhrase{phrase.meaning, phrase.fact};
    best->meaning.end = behind;
  }
  return best;
}

}  // namespace

const EventWord* FindEventWord(const Token& token) {
  using Table = std::unordered_map<std::string_view, EventWord>;
  static const auto* const tables = [] {
    auto* made = new std::array<Table, 2>;
    static const Lexicon lexicon = Lexicon::Load("en/events.tsv");
    for (const auto& row : lexicon.rows()) {
      const auto type = PloverFromName(row[2]);
      if (type)
        (*made)[row[1] == "noun"][row[0]] = {*type, row[3].empty() ? 1 : row[3][0] - '0', row[4]};
    }
    return made;
  }();
  if (token.pos != Upos::kVerb && token.pos != Upos::kNoun) return nullptr;
  const Table& table = (*tables)[token.pos == Upos::kNoun];
  const auto found = table.find(token.lemma);
  if (found != table.end()) return &found->second;
  if (token.pos != Upos::kVerb || !token.lemma.ends_with('e')) return nullptr;
  const auto shorter = table.find(token.lemma.substr(0, token.lemma.size() - 1));  // "vetoe"
  return shorter == table.end() ? nullptr : &shorter->second;
}

std::optional<EventPhrase> FindEventPhrase(const Document& document, Index first, Index end) {
  static const Lexicon lexicon = Lexicon::Load("en/event_phrases.tsv");
  static const auto* const table = new PhraseTable(LoadPhrases(lexicon));
  const auto best = BestPhrase(*table, document, first, end);
  return best ? std::optional(best->meaning) : std::nullopt;
}

std::optional<FactPhrase> FindFactPhrase(const Document& document, Index first, Index end) {
  static const Lexicon lexicon = Lexicon::Load("en/fact_words.tsv");
  static const auto* const table = new PhraseTable(LoadPhrases(lexicon));
  const auto best = BestPhrase(*table, document, first, end);
  if (!best) return std::nullopt;
  return FactPhrase{best->fact, best->meaning.mode, best->meaning.end};
}

}  // namespace synoptic
