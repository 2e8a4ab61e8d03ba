#include "stories/terms.h"

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "text/light_words.h"

namespace synoptic {
namespace {

constexpr size_t kMaxHeadline = 200;  // bytes
constexpr size_t kOpening = 150;      // words, which count twice: what happened is told first

bool IsFigureOrName(const LightWord& word) {
  return word.Is(LightWord::kNumber | LightWord::kName);
}

// Words of a title, whose capitals tell nothing where all have them.
std::vector<LightWord> CutTitle(const std::string& title) {
  std::vector<LightWord> cut;
  CutLightWords(title, {0, static_cast<uint32_t>(title.size())}, cut);
  const auto capitals = std::count_if(
      cut.begin(), cut.end(), [](const LightWord& word) { return word.Is(LightWord::kCapital); });
  const bool tells = 2 * static_cast<size_t>(capitals) < cut.size();
  for (LightWord& word : cut) {
    if (!tells) word.flags &= static_cast<uint8_t>(~LightWord::kCapital);
  }
  return cut;
}

// `words` but for function words; the first `opening` count twice.
std::vector<Term> Count(const std::vector<LightWord>& words, size_t opening) {
  std::vector<std::pair<uint32_t, bool>> stems;
  stems.reserve(words.size() + std::min(opening, words.size()));
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].Is(LightWord::kFunction)) continue;
    const size_t times = i < opening ? 2 : 1;
    stems.insert(stems.end(), times, {words[i].stem, IsFigureOrName(words[i])});
  }
  std::sort(stems.begin(), stems.end());
  std::vector<Term> terms;
  for (const auto& [stem, name] : stems) {
    if (terms.empty() || terms.back().stem != stem) terms.push_back({stem, 0, false});
    Term& term = terms.back();
    term.count = static_cast<uint16_t>(std::min<uint32_t>(term.count + 1U, UINT16_MAX));
    term.name |= name;
  }
  return terms;
}

void KeepBest(std::vector<Term>& terms) {
  if (terms.size() <= kMaxTerms) return;
  auto value = [](const Term& term) {
    return (1 + std::log(static_cast<float>(term.count))) * Rarity(term.stem);
  };
  std::vector<std::pair<float, uint32_t>> order;
  for (uint32_t i = 0; i < terms.size(); ++i) order.emplace_back(-value(terms[i]), i);
  std::nth_element(order.begin(), order.begin() + kMaxTerms, order.end());
  order.resize(kMaxTerms);
  std::vector<Term> kept;
  for (const auto& [worth, index] : order) kept.push_back(terms[index]);
  std::sort(kept.begin(), kept.end(), [](const Term& a, const Term& b) { return a.stem < b.stem; });
  terms = std::move(kept);
}

std::string HeadlineOf(const Document& report) {
  std::string headline = report.title.value_or("");
  if (headline.empty()) {
    const auto section =
        std::find_if(report.sections.begin(), report.sections.end(),
                     [](const Section& s) { return s.kind == SectionKind::kHeadline; });
    if (section != report.sections.end()) headline = report.Cut(section->span);
  }
  return headline.size() <= kMaxHeadline ? headline : std::string();
}

}  // namespace

ReportTerms ReadTerms(const Document& report) {
  ReportTerms read;
  read.id = report.id;
  read.published = report.published;
  read.sure = report.published.has_value() && report.published_from != DateSource::kText;
  read.headline = HeadlineOf(report);
  std::vector<LightWord> body = CutReport(report, true);
  MarkNames(body);
  std::vector<LightWord> words = CutTitle(report.title.value_or(""));
  const size_t opening = words.size() + kOpening;
  words.insert(words.end(), body.begin(), body.end());
  read.terms = Count(words, opening);
  KeepBest(read.terms);
  return read;
}

}  // namespace synoptic
