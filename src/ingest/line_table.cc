#include "ingest/line_table.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr size_t kFurnitureWords = 16;  // a longer line is prose
constexpr size_t kCreditWords = 60;

}  // namespace

size_t WordsOf(std::string_view line) {
  size_t words = 0;
  bool inside = false;
  for (const char c : line) {
    words += !IsSpace(c) && !inside;
    inside = !IsSpace(c);
  }
  return words;
}

bool EndsLikeProse(std::string_view line) {
  while (!line.empty() && (line.back() == '"' || line.back() == '\'' || line.back() == ')')) {
    line.remove_suffix(1);
  }
  if (line.ends_with("”") || line.ends_with("’")) line.remove_suffix(3);
  return line.ends_with('.') || line.ends_with(':') || line.ends_with(';');
}

bool StartsUpper(std::string_view text) {
  if (text.empty()) return false;
  if (static_cast<unsigned char>(text[0]) < 0x80) return IsUpper(text[0]);
  const std::string_view first = text.substr(0, DecodeAt(text, 0).length);
  return Lower(first) != first;
}

std::string_view Bare(std::string_view line) {
  static constexpr std::string_view kMarks[] = {"(", ")", "[", "]", "*", "•", "·", "»", "«",
                                                "›", "|", "-", "–", "—", "!", "…", "▪", " "};
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view mark : kMarks) {
      if (line.starts_with(mark)) line.remove_prefix(mark.size()), changed = true;
      if (line.ends_with(mark)) line.remove_suffix(mark.size()), changed = true;
    }
  }
  return line;
}

bool LineTable::Matches(const Row& row, std::string_view bare, std::string_view folded,
                        bool bracketed) {
  if (row.where == "whole") return folded == row.phrase;
  if (row.where == "end") {
    return folded.ends_with(row.phrase) ||
           (folded.ends_with('.') && folded.substr(0, folded.size() - 1).ends_with(row.phrase));
  }
  if (!folded.starts_with(row.phrase)) return false;
  const std::string_view rest = folded.substr(row.phrase.size());
  if (!rest.empty() && IsAlnum(rest.front()) && IsAlnum(row.phrase.back())) return false;
  if (row.next != "name" || bracketed) return true;
  // Folding may change lengths, so the word behind the phrase is counted, not cut.
  const size_t words = WordsOf(row.phrase);
  size_t at = 0;
  for (size_t i = 0; i < words; ++i) {
    while (at < bare.size() && !IsSpace(bare[at])) ++at;
    while (at < bare.size() && IsSpace(bare[at])) ++at;
  }
  return StartsUpper(bare.substr(at));
}

LineTable LineTable::Load(std::string_view path) {
  LineTable table;
  // Rows are views into the program's data, which outlives the lexicon.
  const Lexicon lexicon = Lexicon::Load(path);
  for (const auto& row : lexicon.rows())
    table.rows_.push_back(
        {Fold(row[0]), row[1], row[2], row.size() > 3 ? row[3] : std::string_view()});
  return table;
}

std::string_view LineTable::KindOf(std::string_view line) const {
  const size_t words = WordsOf(line);
  if (words == 0 || words > kCreditWords) return "body";
  const std::string_view bare = Bare(line);
  const bool bracketed = line.starts_with('(') || line.starts_with('[');
  if (words > kFurnitureWords && !bracketed) return "body";
  const std::string folded = Fold(bare);
  for (const Row& row : rows_) {
    const bool credit = row.kind == "credit";
    if (!credit && words > kFurnitureWords) continue;
    if (row.kind == "opener" && EndsLikeProse(line)) continue;
    if (Matches(row, bare, folded, bracketed)) return row.kind;
  }
  return "body";
}

}  // namespace synoptic
