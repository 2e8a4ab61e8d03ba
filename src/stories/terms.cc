#include "stories/terms.h"

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "text/light_words.h"

namespace synoptic {
namespace {

constexpr size_t kMaxHeadline = 200;  // bytes

bool IsFigureOrName(const LightWord& word) {
  return word.Is(LightWord::kNumber | LightWord::kName);
}

// Words of a title, whose capitals tell nothing where all have them.
void AddTitle(const std::string& title, std::vector<LightWord>& words) {
  std::vector<LightWord> cut;
  CutLightWords(title, {0, static_cast<uint32_t>(title.size())}, cut);
  const auto capitals = std::count_if(
      cut.begin(), cut.end(), [](const LightWord& word) { return word.Is(LightWord::kCapital); });
  for (LightWord& word : cut) {
    const bool tells = 2 * static_cast<size_t>(capitals) < cut.size();
    if (!tells) word.flags &= static_cast<uint8_t>(~LightWord::kCapital);
    words.push_back(word);
  }
}

std::vector<Term> Count(const std::vector<LightWord>& words) {
  std::vector<std::pair<uint32_t, bool>> stems;
  stems.reserve(words.size());
  for (const LightWord& word : words) {
    if (!word.Is(LightWord::kFunction)) stems.emplace_back(word.stem, IsFigureOrName(word));
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
  std::vector<LightWord> words = CutReport(report, true);
  MarkNames(words);
  if (report.title) AddTitle(*report.title, words);
  read.terms = Count(words);
  KeepBest(read.terms);
  return read;
}

}  // namespace synoptic
