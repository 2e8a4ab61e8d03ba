#include "reuse/body_words.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/hash.h"

namespace synoptic {
namespace {

uint32_t Mix(uint32_t a, uint32_t b) { return static_cast<uint32_t>(HashCombine(a, b) >> 32); }

void SortUnique(std::vector<uint32_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// Not a line that only carries on the one before.
bool BeginsParagraph(std::string_view text, size_t at) {
  return at < text.size() && !IsLower(text[at]) && text[at] != ' ';
}

// Spans between quotation marks; a quotation ends at its closing mark or with its paragraph.
std::vector<Span> MarkedQuotations(std::string_view text) {
  std::vector<Span> spans;
  size_t open = std::string_view::npos;
  auto close = [&](size_t at) {
    if (open != std::string_view::npos && at > open) {
      spans.push_back({static_cast<uint32_t>(open), static_cast<uint32_t>(at)});
    }
    open = std::string_view::npos;
  };
  for (size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at, 3);
    if (text[at] == '"') {
      open == std::string_view::npos ? void(open = at) : close(at);
    } else if (rest == "\u201C" || rest == "\u201E") {
      close(at);
      open = at;
    } else if (rest == "\u201D") {
      close(at);
    } else if (text[at] == '\n' && BeginsParagraph(text, at + 1)) {
      close(at);
    }
  }
  close(text.size());
  return spans;
}

std::vector<Span> Quotations(const Document& report) {
  std::vector<Span> spans;
  for (const Quote& quote : report.quotes) {
    if (quote.kind != QuoteKind::kDirect && quote.kind != QuoteKind::kMixed) continue;
    spans.insert(spans.end(), quote.content.begin(), quote.content.end());
  }
  if (spans.empty()) return MarkedQuotations(report.text);
  std::sort(spans.begin(), spans.end());
  return spans;
}

// Both are in order of the text.
void MarkQuoted(const std::vector<Span>& quotations, std::vector<LightWord>& words) {
  size_t next = 0;
  for (LightWord& word : words) {
    while (next < quotations.size() && quotations[next].end <= word.begin) ++next;
    if (next < quotations.size() && quotations[next].Contains(word.begin)) {
      word.flags |= LightWord::kQuoted;
    }
  }
}

void FindSentences(BodyWords& wording) {
  wording.sentence_of.reserve(wording.words.size());
  for (uint32_t i = 0; i < wording.words.size(); ++i) {
    if (wording.sentences.empty() || wording.words[i].Is(LightWord::kSentenceStart)) {
      wording.sentences.push_back({i, i});
    }
    wording.sentences.back().end = i + 1;
    wording.sentence_of.push_back(static_cast<uint32_t>(wording.sentences.size() - 1));
  }
}

void FindSeeds(BodyWords& wording) {
  for (uint32_t i = 0; i + kSeed <= wording.words.size(); ++i) {
    wording.seeds.push_back({SeedHash(wording.words, i), i});
  }
  std::sort(wording.seeds.begin(), wording.seeds.end());
}

void FindSpecifics(BodyWords& wording) {
  for (const LightWord& word : wording.words) {
    if (word.Is(LightWord::kNumber)) wording.specifics.push_back(word.hash);
    if (word.Is(LightWord::kName)) wording.specifics.push_back(word.stem);
  }
  SortUnique(wording.specifics);
}

void FindPairs(BodyWords& wording) {
  std::vector<uint32_t> all;
  const LightWord* before = nullptr;
  for (const LightWord& word : wording.words) {
    if (word.Is(LightWord::kFunction)) continue;
    const bool names = before && before->Is(LightWord::kCapital) && word.Is(LightWord::kCapital);
    if (before && !names && !before->Is(LightWord::kQuoted) && !word.Is(LightWord::kQuoted)) {
      all.push_back(Mix(before->stem, word.stem));
    }
    before = &word;
  }
  std::sort(all.begin(), all.end());
  for (size_t i = 0; i < all.size();) {
    size_t next = i;
    while (next < all.size() && all[next] == all[i]) ++next;
    if (next == i + 1) wording.pairs.push_back(all[i]);
    ++wording.pairs_total;
    i = next;
  }
}

void FindPhrases(BodyWords& wording) {
  const auto& words = wording.words;
  for (size_t i = 0; i + 4 <= words.size(); ++i) {
    bool plain = false, quoted = false;
    uint32_t hash = 0;
    for (size_t k = i; k < i + 4; ++k) {
      plain |= words[k].IsContent() && !words[k].Is(LightWord::kCapital);
      quoted |= words[k].Is(LightWord::kQuoted);
      hash = Mix(hash, words[k].stem);
    }
    if (plain && !quoted) wording.phrases.push_back(hash);
  }
  SortUnique(wording.phrases);
}

void Count(BodyWords& wording) {
  for (const LightWord& word : wording.words) {
    wording.unquoted += !word.Is(LightWord::kQuoted);
    wording.content += word.IsContent();
    wording.names += word.Is(LightWord::kName);
  }
}

}  // namespace

uint32_t SeedHash(const std::vector<LightWord>& words, uint32_t at) {
  return Mix(Mix(words[at].hash, words[at + 1].hash), words[at + 2].hash);
}

BodyWords ReadBodyWords(const Document& report) {
  BodyWords wording;
  wording.words = CutReport(report, false);
  MarkNames(wording.words);
  MarkQuoted(Quotations(report), wording.words);
  FindSentences(wording);
  FindSeeds(wording);
  FindSpecifics(wording);
  FindPairs(wording);
  FindPhrases(wording);
  Count(wording);
  return wording;
}

}  // namespace synoptic
