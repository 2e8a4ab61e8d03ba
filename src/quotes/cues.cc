#include "quotes/cues.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "base/hash.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr std::pair<std::string_view, Frame> kFrameNames[] = {{"quote", kQuoteFrame},
                                                              {"that", kThatFrame},
                                                              {"whether", kWhetherFrame},
                                                              {"infinitive", kInfinitiveFrame},
                                                              {"gerund", kGerundFrame},
                                                              {"object", kObjectFrame},
                                                              {"complement", kComplementFrame},
                                                              {"as", kAsFrame},
                                                              {"to", kToFrame},
                                                              {"for", kForFrame},
                                                              {"of", kOfFrame},
                                                              {"about", kAboutFrame},
                                                              {"on", kOnFrame},
                                                              {"with", kWithFrame},
                                                              {"address", kAddressFrame}};

constexpr std::string_view kClassNames[] = {"assertive",  "directive", "commissive",
                                            "expressive", "stance",    "mental"};

Frames FramesOf(std::string_view names) {
  Frames frames = 0;
  for (const std::string_view name : Split(names, ' ')) {
    for (const auto& [known, frame] : kFrameNames) {
      if (name == known) frames |= frame;
    }
  }
  return frames;
}

CueClass ClassOf(std::string_view name) {
  const auto found = std::find(std::begin(kClassNames), std::end(kClassNames), name);
  return static_cast<CueClass>(found == std::end(kClassNames) ? 0
                                                              : found - std::begin(kClassNames));
}

class CueTable {
 public:
  CueTable() {
    const Lexicon verbs = Lexicon::Load("en/quote_cues.tsv");
    for (const Lexicon::Row& row : verbs.rows()) Add(row);
    for (auto& [lemma, entries] : verbs_) {
      std::stable_sort(entries.begin(), entries.end(), [](const CueEntry& a, const CueEntry& b) {
        return a.words.size() > b.words.size();
      });
    }
    for (const auto& [lemma, entries] : verbs_) AddForms(lemma);
    const Lexicon nouns = Lexicon::Load("en/quote_nouns.tsv");
    for (const Lexicon::Row& row : nouns.rows()) nouns_[row[0]] |= FramesOf(row[1]);
    for (const Lexicon::Row& row : nouns.rows()) {
      if (row[2] == "finding") findings_[row[0]] = true;
    }
  }

  const CueEntry* Verb(const Document& document, Index token) const {
    const Token& one = document.tokens[static_cast<size_t>(token)];
    auto found = verbs_.find(one.lemma);
    if (found == verbs_.end() && one.pos == Upos::kVerb) {
      const auto form = forms_.find(document.Word(token));
      if (form != forms_.end()) found = verbs_.find(form->second);
    }
    if (found == verbs_.end()) return nullptr;
    for (const CueEntry& entry : found->second) {
      if (Matches(entry, document, token)) return &entry;
    }
    return nullptr;
  }

  Frames Noun(std::string_view lemma) const {
    const auto found = nouns_.find(lemma);
    return found == nouns_.end() ? 0 : found->second;
  }

  bool Finding(std::string_view lemma) const { return findings_.contains(lemma); }

 private:
  void Add(const Lexicon::Row& row) {
    std::vector<std::string_view> words = Split(row[0], ' ');
    std::vector<CueEntry>& of = verbs_[words[0]];
    auto same = std::find_if(of.begin(), of.end(),
                             [&](const CueEntry& entry) { return entry.words == words; });
    if (same == of.end()) {
      of.push_back({words, ClassOf(row[1])});
      same = of.end() - 1;
    }
    Frames& frames = row[3] == "weak"      ? same->weak
                     : row[3] == "finding" ? same->finding
                                           : same->strong;
    frames |= FramesOf(row[2]);
  }

  // Regular forms, for words whose lemma was learnt wrong ("shouted" from "shoute").
  void AddForms(std::string_view lemma) {
    const std::string stem(lemma.ends_with('e') ? lemma.substr(0, lemma.size() - 1) : lemma);
    for (const char* ending : {"ed", "ing"}) forms_.emplace(stem + ending, lemma);
    forms_.emplace(std::string(lemma) + "s", lemma);
  }

  static bool Matches(const CueEntry& entry, const Document& document, Index token) {
    for (size_t i = 1; i < entry.words.size(); ++i) {
      const size_t at = static_cast<size_t>(token) + i;
      if (at >= document.tokens.size()) return false;
      const Token& next = document.tokens[at];
      if (next.lemma != entry.words[i] &&
          !EqualsIgnoreCase(next.span.In(document.text), entry.words[i]))
        return false;
    }
    return true;
  }

  std::unordered_map<std::string_view, std::vector<CueEntry>, StringHash, std::equal_to<>> verbs_;
  std::unordered_map<std::string, std::string_view, StringHash, std::equal_to<>> forms_;
  std::unordered_map<std::string_view, Frames, StringHash, std::equal_to<>> nouns_;
  std::unordered_map<std::string_view, bool, StringHash, std::equal_to<>> findings_;
};

const CueTable& Table() {
  static const CueTable table;
  return table;
}

}  // namespace

const CueEntry* FindCueVerb(const Document& document, Index token) {
  return Table().Verb(document, token);
}

Frames CueNounFrames(std::string_view lemma) { return Table().Noun(lemma); }

bool IsFindingNoun(std::string_view lemma) { return Table().Finding(lemma); }

Frame PrepositionFrame(std::string_view preposition) {
  for (const auto& [name, frame] : kFrameNames) {
    if (name == preposition && frame >= kAsFrame && frame <= kWithFrame) return frame;
  }
  return Frame{};
}

}  // namespace synoptic
