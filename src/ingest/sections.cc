#include "ingest/sections.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ingest/published.h"
#include "text/fold.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr size_t kFurnitureWords = 16;  // a longer line is prose
constexpr size_t kCreditWords = 60;
constexpr size_t kProseWords = 25;  // a line that ends a block of furniture
constexpr size_t kHeadlineWords = 28;
constexpr size_t kHeadLines = 8;  // how deep byline and date are looked for

struct Furniture {
  std::string_view phrase, where, kind, next;
};

const std::vector<Furniture>& FurnitureTable() {
  static const auto* const table = [] {
    auto* rows = new std::vector<Furniture>;
    static const Lexicon lexicon = Lexicon::Load("en/furniture.tsv");
    for (const auto& row : lexicon.rows()) rows->push_back({row[0], row[1], row[2], row[3]});
    return rows;
  }();
  return *table;
}

size_t CountWords(std::string_view line) {
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

// Without brackets, bullets and marks of typography at the ends.
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

bool Matches(const Furniture& row, std::string_view bare, std::string_view folded, bool bracketed) {
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
  const size_t words = CountWords(row.phrase);
  size_t at = 0;
  for (size_t i = 0; i < words; ++i) {
    while (at < bare.size() && !IsSpace(bare[at])) ++at;
    while (at < bare.size() && IsSpace(bare[at])) ++at;
  }
  return StartsUpper(bare.substr(at));
}

// "KYIV, May 11 (Agency) —" at the front of a paragraph; 0 where there is none. `agency` is what
// stands in the brackets right before the dash.
size_t DatelineLength(std::string_view line, std::string_view* agency) {
  static constexpr std::string_view kDashes[] = {" — ", " – ", " -- ", " - ", "— ", "– "};
  constexpr size_t kLongest = 90;
  size_t dash = std::string_view::npos, length = 0;
  for (const std::string_view mark : kDashes) {
    const size_t at = line.substr(0, kLongest).find(mark);
    if (at < dash) dash = at, length = mark.size();
  }
  if (dash == std::string_view::npos || !StartsUpper(line)) return 0;
  const std::string_view head = Trim(line.substr(0, dash));
  const size_t open = head.rfind('(');
  const bool bracket = head.ends_with(')') && open != std::string_view::npos && open > 0;
  const std::string_view city = head.substr(0, std::min(head.find_first_of(",(/"), head.size()));
  const auto lower = std::count_if(city.begin(), city.end(), IsLower);
  const auto upper = std::count_if(city.begin(), city.end(), IsUpper);
  const bool capitals = upper >= 3 && lower == 0;
  if (!capitals && !(bracket && CountWords(head) <= 6)) return 0;
  if (CountWords(head) > 10) return 0;
  if (bracket) *agency = head.substr(open + 1, head.size() - open - 2);
  return dash + length;
}

void SplitAuthors(std::string_view names, std::vector<std::string>& authors) {
  size_t begin = 0;
  const auto take = [&](size_t end) {
    const std::string_view name = Trim(names.substr(begin, end - begin));
    if (!name.empty() && CountWords(name) <= 6) authors.emplace_back(name);
  };
  for (size_t at = 0; at < names.size(); ++at) {
    const std::string_view rest = names.substr(at);
    const size_t skip = rest.starts_with(" and ")                                              ? 5
                        : rest.starts_with(" AND ")                                            ? 5
                        : rest[0] == ',' || rest[0] == ';' || rest[0] == '&' || rest[0] == '|' ? 1
                                                                                               : 0;
    if (skip == 0) continue;
    take(at);
    begin = at + skip;
    at += skip - 1;
  }
  take(names.size());
}

bool IsByline(std::string_view line) {
  const bool by = line.starts_with("By ") || line.starts_with("BY ");
  const size_t limit = by && StartsUpper(line.substr(3)) ? 20 : 6;  // "By a staff writer"
  return by && CountWords(line) <= limit && !line.ends_with('.');
}

// "(Agency)" as a paragraph of its own.
bool IsAgencyLine(std::string_view line) {
  return line.starts_with('(') && line.ends_with(')') && CountWords(line) <= 4 &&
         StartsUpper(line.substr(1)) && line[line.size() - 2] != '.' &&
         line.find(')') == line.size() - 1;
}

class LayoutFinder {
 public:
  explicit LayoutFinder(std::string_view text) : text_(text) {}

  Layout Find() && {
    CutLines();
    for (size_t i = 0; i < lines_.size(); ++i) Place(i);
    return std::move(layout_);
  }

 private:
  void CutLines() {
    for (size_t at = 0; at <= text_.size();) {
      const size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string_view line = Trim(text_.substr(at, end - at));
      if (!line.empty()) {
        const auto begin = static_cast<uint32_t>(line.data() - text_.data());
        lines_.push_back({begin, begin + static_cast<uint32_t>(line.size())});
      }
      at = end + 1;
    }
  }

  void Add(Span span, SectionKind kind) {
    if (!span.empty()) layout_.sections.push_back({span, kind});
  }

  void Place(size_t i) {
    const Span span = lines_[i];
    const std::string_view line = span.In(text_);
    const std::string_view kind = FurnitureKind(line);
    if (kind == "credit" || (in_body_ && IsAgencyLine(line))) {
      if (!layout_.credit.empty()) layout_.credit += "; ";
      layout_.credit += Bare(line);
      return Add(span, SectionKind::kCredit);
    }
    furniture_ = kind == "opener" || (furniture_ && !IsProse(line));
    if (furniture_ || kind == "boilerplate") return Add(span, SectionKind::kBoilerplate);
    if (!in_body_ && i < kHeadLines && PlaceHead(span, line, i)) return;
    PlaceBody(span, line);
  }

  static bool IsProse(std::string_view line) {
    return CountWords(line) >= kProseWords && EndsLikeProse(line);
  }

  // Headline, byline and date stand before the first paragraph.
  bool PlaceHead(Span span, std::string_view line, size_t i) {
    if (IsByline(line)) {
      if (StartsUpper(line.substr(3))) SplitAuthors(line.substr(3), layout_.authors);
      Add(span, SectionKind::kByline);
      return true;
    }
    if (DateOfLine(line)) {
      if (layout_.dateline.empty()) layout_.dateline = span;
      Add(span, SectionKind::kDateline);
      return true;
    }
    const bool more = i + 1 < lines_.size();
    std::string_view agency;
    const bool title = more && layout_.headline.empty() && !EndsLikeProse(line) &&
                       CountWords(line) <= kHeadlineWords && CountWords(line) >= 2 &&
                       DatelineLength(line, &agency) == 0;
    if (!title) return false;
    layout_.headline = span;
    Add(span, SectionKind::kHeadline);
    return true;
  }

  void PlaceBody(Span span, std::string_view line) {
    std::string_view agency;
    const size_t length = in_body_ ? 0 : DatelineLength(line, &agency);
    in_body_ = true;
    if (length > 0) {
      const std::string_view head = Trim(line.substr(0, length));
      const Span dateline{span.begin, span.begin + static_cast<uint32_t>(head.size())};
      if (layout_.dateline.empty()) layout_.dateline = dateline;
      layout_.agency = agency;
      Add(dateline, SectionKind::kDateline);
      const std::string_view rest = Trim(line.substr(length));
      span.begin = static_cast<uint32_t>(rest.data() - text_.data());
    }
    Add(span, SectionKind::kBody);
  }

  std::string_view text_;
  std::vector<Span> lines_;
  Layout layout_;
  bool in_body_ = false;
  bool furniture_ = false;  // in a block that an opener began
};

}  // namespace

std::string_view FurnitureKind(std::string_view line) {
  const size_t words = CountWords(line);
  if (words == 0 || words > kCreditWords) return "body";
  const std::string_view bare = Bare(line);
  const bool bracketed = line.starts_with('(') || line.starts_with('[');
  if (words > kFurnitureWords && !bracketed) return "body";
  const std::string folded = Fold(bare);
  for (const Furniture& row : FurnitureTable()) {
    const bool credit = row.kind == "credit";
    if (!credit && words > kFurnitureWords) continue;
    if (row.kind == "opener" && EndsLikeProse(line)) continue;
    if (Matches(row, bare, folded, bracketed)) return row.kind;
  }
  return "body";
}

Layout FindLayout(std::string_view text) { return LayoutFinder(text).Find(); }

}  // namespace synoptic
