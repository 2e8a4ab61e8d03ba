#include "engine/select_quotes.h"

#include <algorithm>
#include <string_view>

#include "text/fold.h"
#include "text/text.h"
#include "text/thesaurus.h"

namespace synoptic {
namespace {

std::vector<std::string> FoldedWords(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : Fold(text) + " ") {
    const bool inside =
        static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (inside) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

bool HoldsAll(const std::vector<std::string>& wanted, std::string_view name) {
  const std::vector<std::string> words = FoldedWords(name);
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  });
}

bool IsSaidBy(const Document& report, const Quote& quote, const std::vector<std::string>& wanted) {
  if (!quote.speaker) return false;
  if (HoldsAll(wanted, report.Cut(quote.speaker->span))) return true;
  if (quote.speaker->actor == kNone) return false;
  const Actor& actor = report.actors[static_cast<size_t>(quote.speaker->actor)];
  return HoldsAll(wanted, actor.name) ||
         std::any_of(actor.aliases.begin(), actor.aliases.end(),
                     [&](const auto& alias) { return HoldsAll(wanted, alias); });
}

// A word of the selection: as typed, and its lemma.
struct Wanted {
  std::string folded, lemma;
};

std::vector<Wanted> WordsAbout(const std::string& about) {
  Document query;
  query.text = about;
  query.sections.push_back({{0, static_cast<uint32_t>(about.size())}, SectionKind::kBody});
  if (!about.empty()) FindTokens(query);
  std::vector<Wanted> wanted;
  for (const Token& token : query.tokens) {
    if (token.pos == Upos::kPunct || token.pos == Upos::kDet || token.pos == Upos::kAdp) continue;
    wanted.push_back({Fold(query.Cut(token.span)), Fold(token.lemma)});
  }
  return wanted;
}

bool Says(const Document& report, const Quote& quote, const Wanted& wanted) {
  for (const Span part : quote.content) {
    auto token = std::lower_bound(report.tokens.begin(), report.tokens.end(), part.begin,
                                  [](const Token& t, uint32_t at) { return t.span.begin < at; });
    for (; token != report.tokens.end() && token->span.begin < part.end; ++token) {
      if (token->lemma == wanted.lemma || Fold(report.Cut(token->span)) == wanted.folded)
        return true;
      if (TieOf(token->lemma, wanted.lemma) >= Tie::kDerived) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<SelectedQuote> SelectQuotes(std::span<const Document> reports,
                                        const QuoteSelection& selection) {
  const std::vector<std::string> speaker = FoldedWords(selection.speaker);
  const std::vector<Wanted> about = WordsAbout(selection.about);
  std::vector<SelectedQuote> selected;
  for (size_t r = 0; r < reports.size(); ++r) {
    for (size_t q = 0; q < reports[r].quotes.size(); ++q) {
      const Quote& quote = reports[r].quotes[q];
      if (quote.kind == QuoteKind::kScare && !quote.speaker && !selection.labels) continue;
      if (!speaker.empty() && !IsSaidBy(reports[r], quote, speaker)) continue;
      const auto says = [&](const Wanted& word) { return Says(reports[r], quote, word); };
      if (!std::all_of(about.begin(), about.end(), says)) continue;
      selected.push_back({static_cast<Index>(r), static_cast<Index>(q)});
    }
  }
  return selected;
}

}  // namespace synoptic
