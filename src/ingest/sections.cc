#include "ingest/sections.h"

#include <algorithm>
#include <unordered_set>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ingest/line_table.h"
#include "ingest/published.h"
#include "text/fold.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr size_t kProseWords = 25;  // a line that ends a block of furniture
constexpr size_t kHeadlineWords = 28;
constexpr size_t kHeadLines = 8;  // how deep byline and date are looked for

// "(Agency)" as a paragraph of its own.
bool IsAgencyLine(std::string_view line) {
  return line.starts_with('(') && line.ends_with(')') && WordsOf(line) <= 4 &&
         StartsUpper(line.substr(1)) && line[line.size() - 2] != '.' &&
         line.find(')') == line.size() - 1;
}

bool IsPlaceName(std::string_view name) {
  static const auto* const places = [] {
    auto* all = new std::unordered_set<std::string_view>;
    for (const char* file : {"en/places.tsv", "en/countries.tsv"}) {
      const Lexicon lexicon = Lexicon::Load(file);
      for (const Lexicon::Row& row : lexicon.rows()) all->insert(row.begin(), row.end());
    }
    return all;
  }();
  return places->contains(name);
}

// A few words that all have a capital: "Dune Post", "The Herald of Sill".
bool IsNameLine(std::string_view line) {
  const auto words = Split(line, ' ');
  return words.size() <= 5 && std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return StartsUpper(word) || word == "of" || word == "the" || word == "and";
         });
}

// "Feb" before its full stop.
bool IsAbbreviated(std::string_view before) {
  const std::string_view word = before.substr(before.rfind(' ') + 1);  // npos + 1 is 0
  return word.size() <= 4 && StartsUpper(word);
}

// What stands between the marks of a line of names and dates: " | ", " – ", ", ", ". " …
std::vector<std::string_view> FieldsOfLine(std::string_view line) {
  static constexpr std::string_view kMarks[] = {", ",  " | ",  " · ", " • ", " – ",
                                                " — ", " -- ", " - ", ". "};
  std::vector<std::string_view> fields;
  size_t begin = 0;
  for (size_t at = 0; at < line.size(); ++at) {
    for (const std::string_view mark : kMarks) {
      if (!line.substr(at).starts_with(mark)) continue;
      if (mark == ". " && IsAbbreviated(line.substr(0, at))) continue;
      fields.push_back(Trim(line.substr(begin, at - begin)));
      begin = at + mark.size(), at = begin - 1;
      break;
    }
  }
  fields.push_back(Trim(line.substr(begin)));
  return fields;
}

struct DateLine {
  std::string_view agency;  // the first name that is no place; may be empty
  std::string_view date;    // the field or fields that tell the day; empty where none does
};

// "Dune Post, 15 March 2031", "The Dune Post | Tuesday 4 March 2031 | Foreign desk", "Tidewire –
// Bergen, 4 March 2031, 09:40 GMT": short fields, of which one is a whole date.
DateLine ReadDateLine(std::string_view line) {
  constexpr size_t kMostFields = 7, kWordsBehind = 8;
  DateLine found;
  const auto fields = FieldsOfLine(line);
  if (fields.size() < 2 || fields.size() > kMostFields) return found;
  for (size_t i = 0; i < fields.size(); ++i) {
    if (found.date.empty()) {
      for (size_t end = fields.size(); end > i && found.date.empty(); --end) {
        const std::string_view last = fields[end - 1];
        const std::string_view all(
            fields[i].data(), static_cast<size_t>(last.data() - fields[i].data()) + last.size());
        if (DateOfLine(all)) found.date = all, i = end - 1;
      }
      if (!found.date.empty()) continue;
      if (!IsNameLine(fields[i])) return {};
      if (found.agency.empty() && !IsPlaceName(fields[i])) found.agency = fields[i];
    } else if (WordsOf(fields[i]) > kWordsBehind) {
      return {};
    }
  }
  return found.date.empty() ? DateLine{} : found;
}

// "May 11" or "11 May", perhaps with the year.
bool IsDay(std::string_view field) {
  return DateOfLine(field) || DateOfLine(std::string(field) + " 2000");
}

// "Bergen, March 4" or "Bergen, March 4, Tidewire": a place, a day, and perhaps who reports.
bool IsPlaceAndDay(std::string_view head, std::string_view* agency) {
  const auto fields = FieldsOfLine(head);
  if (fields.size() < 2 || fields.size() > 4 || !IsNameLine(fields[0])) return false;
  size_t days = 0;
  for (size_t i = 1; i < fields.size(); ++i) {
    if (IsDay(fields[i])) {
      ++days;
    } else if (!IsNameLine(fields[i]) && !DateOfLine("1 May " + std::string(fields[i]))) {
      return false;
    } else if (days > 0 && StartsUpper(fields[i])) {
      *agency = fields[i];
    }
  }
  return days == 1;
}

// "BRENN, March 4. /TIDEWIRE/. ": its length; 0 if there is none.
size_t SlashedDateline(std::string_view line, std::string_view* agency) {
  constexpr size_t kLongest = 60;
  const std::string_view head = line.substr(0, kLongest);
  const size_t open = head.find(" /");
  const size_t close = open == std::string_view::npos ? open : head.find("/.", open + 2);
  if (close == std::string_view::npos || close == open + 2) return 0;
  const std::string_view city = head.substr(0, head.find_first_of(",/"));
  const bool capitals = std::count_if(city.begin(), city.end(), IsUpper) >= 3 &&
                        std::none_of(city.begin(), city.end(), IsLower);
  if (!capitals) return 0;
  *agency = head.substr(open + 2, close - open - 2);
  return close + 2;
}

// "KYIV, May 11 (Agency) —" at the front of a paragraph; 0 where there is none. `agency` is what
// stands in the brackets right before the dash.
size_t DatelineLength(std::string_view line, std::string_view* agency) {
  if (const size_t slashed = SlashedDateline(line, agency)) return slashed;
  static constexpr std::string_view kDashes[] = {" — ", " – ", " -- ", " - ", "— ", "– "};
  constexpr size_t kLongest = 90;
  size_t dash = std::string_view::npos, length = 0;
  for (const std::string_view mark : kDashes) {
    const size_t at = line.substr(0, kLongest).find(mark);
    if (at < dash) dash = at, length = mark.size();
  }
  if (dash == std::string_view::npos) return 0;
  const std::string_view head = Trim(line.substr(0, dash));
  const size_t open = head.rfind('(');
  if (open == 0 && IsAgencyLine(head)) {  // "(Agency) —", without a city
    *agency = head.substr(1, head.size() - 2);
    return dash + length;
  }
  if (!StartsUpper(line)) return 0;
  const bool bracket = head.ends_with(')') && open != std::string_view::npos && open > 0;
  const std::string_view city = head.substr(0, std::min(head.find_first_of(",(/"), head.size()));
  const auto lower = std::count_if(city.begin(), city.end(), IsLower);
  const auto upper = std::count_if(city.begin(), city.end(), IsUpper);
  const bool capitals = upper >= 3 && lower == 0;
  if (!capitals && !(bracket && WordsOf(head) <= 6) && !IsPlaceAndDay(head, agency)) return 0;
  if (WordsOf(head) > 10) return 0;
  if (bracket) *agency = head.substr(open + 1, head.size() - open - 2);
  return dash + length;
}

void SplitAuthors(std::string_view names, std::vector<std::string>& authors) {
  size_t begin = 0;
  const auto take = [&](size_t end) {
    const std::string_view name = Trim(names.substr(begin, end - begin));
    if (!name.empty() && WordsOf(name) <= 6) authors.emplace_back(name);
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
  return by && WordsOf(line) <= limit && !line.ends_with('.');
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
    return WordsOf(line) >= kProseWords && EndsLikeProse(line);
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
    const bool bar = line.find(" | ") != std::string_view::npos;
    if (const DateLine named = ReadDateLine(line); !named.date.empty() && (i > 0 || bar)) {
      if (layout_.dateline.empty()) layout_.dateline = span;
      if (!named.agency.empty()) layout_.agency = named.agency;
      Add(span, SectionKind::kDateline);
      return true;
    }
    const bool more = i + 1 < lines_.size();
    if (more && i > 0 && IsNameLine(line) && DateOfLine(lines_[i + 1].In(text_))) {
      if (!IsPlaceName(line)) layout_.agency = line;
      Add(span, SectionKind::kByline);
      return true;
    }
    std::string_view agency;
    const bool title = more && layout_.headline.empty() && !EndsLikeProse(line) &&
                       WordsOf(line) <= kHeadlineWords && WordsOf(line) >= 2 &&
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
  static const LineTable table = LineTable::Load("en/furniture.tsv");
  return table.KindOf(line);
}

Layout FindLayout(std::string_view text) { return LayoutFinder(text).Find(); }

}  // namespace synoptic
