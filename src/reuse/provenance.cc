#include "reuse/provenance.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "reuse/reuse.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr size_t kCells = 4;   // of a row of publishers
constexpr size_t kEdge = 400;  // bytes at either end of a text in which a remark on it may stand

bool IsWordByte(std::string_view text, size_t at) {
  return at < text.size() && (IsAlnum(text[at]) || (text[at] & 0x80) != 0);
}

bool AllCapitals(std::string_view name) { return std::none_of(name.begin(), name.end(), IsLower); }

// `word` stands in `text` as words of its own; capitals as written, others in any case.
bool ContainsWords(std::string_view text, std::string_view lower, std::string_view word) {
  const bool exact = AllCapitals(word);
  const std::string wanted = exact ? std::string(word) : AsciiLower(word);
  const std::string_view where = exact ? text : lower;
  for (size_t at = where.find(wanted); at != std::string_view::npos;
       at = where.find(wanted, at + 1)) {
    const bool starts = at == 0 || !IsWordByte(where, at - 1);
    if (starts && !IsWordByte(where, at + wanted.size())) return true;
  }
  return false;
}

std::vector<std::string> Parts(std::string_view cell, char separator) {
  std::vector<std::string> parts;
  for (const std::string_view part : Split(cell, separator)) {
    if (!Trim(part).empty()) parts.emplace_back(Trim(part));
  }
  return parts;
}

std::string HostOf(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  if (url.find('.') == std::string_view::npos || url.find(' ') != std::string_view::npos) return {};
  std::string host = AsciiLower(url);
  return host.starts_with("www.") ? host.substr(4) : host;
}

bool IsUnder(std::string_view host, std::string_view domain) {
  if (host == domain) return true;
  return host.size() > domain.size() && host.ends_with(domain) &&
         host[host.size() - domain.size() - 1] == '.';
}

// "(WARCAST)" or "(Tidewire)" in a dateline: the agency's name, known or not.
std::string_view Bracketed(std::string_view dateline) {
  const size_t open = dateline.find('(');
  if (open == std::string_view::npos) return {};
  const size_t close = dateline.find(')', open);
  if (close == std::string_view::npos) return {};
  const std::string_view name = Trim(dateline.substr(open + 1, close - open - 1));
  const bool fits = name.size() >= 2 && name.size() <= 40 && IsUpper(name[0]) &&
                    std::none_of(name.begin(), name.end(), IsDigit);
  return fits ? name : std::string_view();
}

// What the report says of the source of its words: credit, dateline.
std::string CreditText(const Document& report) {
  std::string text = report.credit.value_or("");
  for (const Section& section : report.sections) {
    if (section.kind != SectionKind::kCredit && section.kind != SectionKind::kDateline) continue;
    text += '\n';
    text += report.Cut(section.span);
  }
  return text;
}

const Lexicon& Marks() {
  static const Lexicon marks = Lexicon::Load("en/reuse_marks.tsv");
  return marks;
}

bool HasMark(std::string_view lower, std::string_view where) {
  return std::any_of(Marks().rows().begin(), Marks().rows().end(), [&](const Lexicon::Row& row) {
    if (row[1] != where) return false;
    return where == "title" ? lower.starts_with(row[0]) : lower.find(row[0]) != std::string::npos;
  });
}

// What a row of publishers lacks; empty for a good one.
std::string WhyWrong(const Lexicon::Row& row) {
  if (row.size() > kCells) return "more than names, domains, family and kind";
  if (Parts(row[0], ';').empty()) return "no name in front";
  const std::string_view kind = row.size() == kCells ? Trim(row[kCells - 1]) : "";
  if (kind.empty() || kind == "agency" || kind == "outlet") return {};
  return "kind is '" + std::string(kind.substr(0, 40)) + "', not agency or outlet";
}

void FindAgency(const Document& report, const Publishers& publishers, Provenance& provenance) {
  const std::string credit = CreditText(report);
  provenance.vague = HasMark(AsciiLower(credit), "credit");
  if (const Publisher* agency = publishers.AgencyIn(credit)) {
    provenance.agency = agency->names.front();
    provenance.sign = "credits " + provenance.agency;
    return;
  }
  for (const Section& section : report.sections) {
    if (section.kind != SectionKind::kDateline) continue;
    const std::string_view name = Bracketed(report.Cut(section.span));
    if (name.empty()) continue;
    provenance.agency = name;
    provenance.sign = "its dateline names " + provenance.agency;
    return;
  }
}

void FindPublisher(const Document& report, const Publishers& publishers, Provenance& provenance) {
  const std::string named = report.source ? *report.source
                            : report.url  ? HostOf(*report.url)
                                          : std::string();
  if (named.empty()) return;
  const Publisher* row = publishers.Find(named);
  if (!row && report.url) row = publishers.Find(*report.url);
  provenance.publisher = row ? row->names.front() : named;
  provenance.family = row ? row->family : named;
}

}  // namespace

Publishers::Publishers(std::string_view users_rows) {
  static const Lexicon shipped = Lexicon::Load("publishers.tsv");
  Add(Lexicon::Parse(users_rows));
  Add(shipped);
}

std::vector<std::string> WrongPublisherRows(std::string_view publishers) {
  std::vector<std::string> complaints;
  size_t number = 0;
  for (const std::string_view line : Split(publishers, '\n')) {
    const std::string where = "line " + std::to_string(++number) + ": ";
    if (Trim(line).empty() || line.front() == '#') continue;
    const std::string why = WhyWrong(Split(line, '\t'));
    if (!why.empty()) complaints.push_back(where + why);
  }
  return complaints;
}

void Publishers::Add(const Lexicon& table) {
  for (Lexicon::Row row : table.rows()) {
    if (!WhyWrong(row).empty()) continue;
    row.resize(kCells);
    Publisher made{Parts(row[0], ';'), Parts(row[1], ' '), std::string(Trim(row[2])),
                   Trim(row[3]) == "agency"};
    if (made.family.empty()) made.family = made.names.front();
    rows_.push_back(std::move(made));
  }
}

const Publisher* Publishers::Find(std::string_view name_or_url) const {
  const std::string host = HostOf(name_or_url);
  for (const Publisher& row : rows_) {
    for (const std::string& name : row.names) {
      if (EqualsIgnoreCase(name, name_or_url)) return &row;
    }
  }
  for (const Publisher& row : rows_) {
    for (const std::string& domain : row.domains) {
      if (!host.empty() && IsUnder(host, domain)) return &row;
    }
  }
  return nullptr;
}

const Publisher* Publishers::AgencyIn(std::string_view credit) const {
  const std::string lower = AsciiLower(credit);
  for (const Publisher& row : rows_) {
    if (!row.agency) continue;
    for (const std::string& name : row.names) {
      if (ContainsWords(credit, lower, name)) return &row;
    }
  }
  return nullptr;
}

Provenance FindProvenance(const Document& report, const Publishers& publishers) {
  Provenance provenance;
  FindPublisher(report, publishers, provenance);
  FindAgency(report, publishers, provenance);
  provenance.named = true;
  if (!provenance.sign.empty()) return provenance;
  const bool byline = !report.authors.empty() ||
                      std::any_of(report.sections.begin(), report.sections.end(),
                                  [](const Section& s) { return s.kind == SectionKind::kByline; });
  if (provenance.vague) {
    provenance.named = false;
    provenance.sign = "credits agencies it does not name";
  } else if (!provenance.publisher.empty()) {
    provenance.sign = "published by " + provenance.publisher;
  } else if (report.credit) {
    provenance.sign = "credits its own reporters";
  } else if (byline) {
    provenance.sign = "names its author";
  } else {
    provenance.named = false;
  }
  return provenance;
}

bool IsCorrection(const Document& report) {
  std::string title = AsciiLower(report.title.value_or(""));
  title.erase(0, title.find_first_not_of("* "));
  if (HasMark(title, "title")) return true;
  const std::string_view text = report.text;
  if (text.size() <= 2 * kEdge) return HasMark(AsciiLower(text), "edges");
  return HasMark(AsciiLower(text.substr(0, kEdge)), "edges") ||
         HasMark(AsciiLower(text.substr(text.size() - kEdge)), "edges");
}

}  // namespace synoptic
