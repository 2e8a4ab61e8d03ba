#include "show/view.h"

#include <algorithm>
#include <climits>
#include <set>
#include <tuple>

#include "base/ascii.h"
#include "base/utf8.h"
#include "doc/labels.h"
#include "show/show.h"
#include "show/wording.h"

namespace synoptic {
namespace {

constexpr std::array<std::string_view, 24> kGreek = {"α", "β", "γ", "δ", "ε", "ζ", "η", "θ",
                                                     "ι", "κ", "λ", "μ", "ν", "ξ", "ο", "π",
                                                     "ρ", "σ", "τ", "υ", "φ", "χ", "ψ", "ω"};

std::string HostOf(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  return std::string(host.starts_with("www.") ? host.substr(4) : host);
}

std::string NameOf(const Document& report) {
  if (report.source && !Trim(*report.source).empty()) return OneLine(*report.source);
  if (report.url) {
    if (std::string host = HostOf(*report.url); !host.empty()) return OneLine(host);
  }
  const size_t slash = report.path.rfind('/');
  const std::string file = slash == std::string::npos ? report.path : report.path.substr(slash + 1);
  // A file of many reports names none of them.
  if (!file.empty() && !file.ends_with(".jsonl")) return OneLine(file);
  return report.id.empty() ? "unnamed report" : OneLine(report.id);
}

int64_t Published(const Document& report) {
  return report.published ? report.published->UnixSeconds() : INT64_MAX;
}

}  // namespace

View::View(std::span<const Document> reports, const Comparison& comparison)
    : reports_(reports), comparison_(comparison), sigla_(Sigla(reports)) {
  const Document* dated = nullptr;
  for (const Document& report : reports) {
    names_.push_back(NameOf(report));
    if (!report.published) continue;
    if (dated && dated->published->date.year != report.published->date.year) one_year_ = false;
    dated = &report;
  }
  OrderOrigins();
  OrderReports();
  NameActors();
  for (const Finding& finding : comparison.findings) {
    if (Positions(finding).empty()) continue;
    auto& list = finding.update                                   ? updates
                 : finding.status == FindingStatus::kDisputed     ? disputed
                 : finding.status == FindingStatus::kCorroborated ? corroborated
                                                                  : single;
    list.push_back(&finding);
  }
}

void View::OrderOrigins() {
  const auto first = [&](const Origin* origin) {
    int64_t earliest = INT64_MAX;
    Index report = INT32_MAX;
    for (const Index each : origin->reports) {
      if (!Has(each)) continue;
      earliest = std::min(earliest, Published(Report(each)));
      report = std::min(report, each);
    }
    return std::make_tuple(!origin->distinct, earliest, report);
  };
  for (const Origin& origin : comparison_.lineage.origins) origins_.push_back(&origin);
  std::stable_sort(origins_.begin(), origins_.end(),
                   [&](const Origin* a, const Origin* b) { return first(a) < first(b); });
  origin_of_.assign(reports_.size(), kNone);
  for (size_t i = 0; i < origins_.size(); ++i) {
    counted_ += origins_[i]->distinct;
    for (const Index report : origins_[i]->reports) {
      if (Has(report)) origin_of_[static_cast<size_t>(report)] = static_cast<Index>(i);
    }
  }
}

void View::OrderReports() {
  for (size_t i = 0; i < reports_.size(); ++i) order_.push_back(static_cast<Index>(i));
  const auto key = [&](Index report) {
    const Index origin = OriginOf(report);
    return std::make_tuple(origin == kNone ? INT32_MAX : origin, Published(Report(report)), report);
  };
  std::sort(order_.begin(), order_.end(), [&](Index a, Index b) { return key(a) < key(b); });
  rank_.resize(reports_.size());
  for (size_t i = 0; i < order_.size(); ++i)
    rank_[static_cast<size_t>(order_[i])] = static_cast<int>(i);
}

// The form that most reports have as the name; of two the longer.
void View::NameActors() {
  std::map<std::string, std::map<std::string, int>> counts;
  for (const Document& report : reports_) {
    for (const Actor& actor : report.actors) {
      if (!actor.name.empty()) ++counts[actor.id][OneLine(actor.name)];
    }
  }
  for (const auto& [id, names] : counts) {
    const auto best =
        std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) {
          return std::make_tuple(a.second, a.first.size()) <
                 std::make_tuple(b.second, b.first.size());
        });
    actors_[id] = best->first;
  }
}

std::string_view View::ActorName(std::string_view id) const {
  const auto found = actors_.find(id);
  return found == actors_.end() ? id : std::string_view(found->second);
}

Index View::Earliest() const {
  Index best = kNone;
  for (size_t i = 0; i < reports_.size(); ++i) {
    const Document& report = reports_[i];
    if (!report.title || Trim(*report.title).empty()) continue;
    if (best == kNone || Published(report) < Published(Report(best))) best = static_cast<Index>(i);
  }
  return best;
}

std::string View::When(Index report) const {
  const auto& published = Report(report).published;
  return published ? MomentWords(*published, !one_year_) : "undated";
}

std::string View::OriginMark(Index origin) const {
  if (!Counts(origin)) return "?";
  const auto number = static_cast<size_t>(origin);
  if (number < kGreek.size()) return std::string(kGreek[number]);
  return std::string(kGreek[number % kGreek.size()]) + std::to_string(number / kGreek.size() + 1);
}

std::string View::Headcount() const {
  std::string line =
      Count(reports_.size(), "report", "reports") + ", " + Count(counted_, "origin", "origins");
  const std::string& common = comparison_.lineage.common_ground;
  return common.empty() ? line : line + ", " + OneLine(common);
}

std::string View::OriginName(Index origin) const {
  if (origin == kNone) return "origin unknown";
  const Origin& each = *origins_[static_cast<size_t>(origin)];
  if (!each.known) return each.distinct ? "source not named" : "origin unknown";
  if (!each.name.empty()) return OneLine(each.name);
  if (each.reports.empty() || !Has(each.reports.front())) return "an origin";
  return Name(each.reports.front());
}

size_t View::between_actors() const {
  return static_cast<size_t>(
      std::count_if(disputed.begin(), disputed.end(),
                    [](const Finding* finding) { return finding->between == Between::kActors; }));
}

std::string_view View::Value(const FindingReading& reading) const {
  constexpr size_t kLongest = 90;
  if (reading.value_span.empty()) return {};
  const std::string_view words = Report(reading.report).Cut(reading.value_span);
  // A mark alone says nothing to a reader.
  const bool says =
      std::any_of(words.begin(), words.end(), [](char c) { return IsAlnum(c) || (c & 0x80) != 0; });
  return says && words.size() <= kLongest && words != "“" && words != "”" ? words
                                                                          : std::string_view();
}

std::vector<Position> View::Positions(const Finding& finding) const {
  std::vector<Position> positions;
  std::vector<const FindingReading*> readings;
  for (const FindingReading& reading : finding.readings) {
    if (Has(reading.report)) readings.push_back(&reading);
  }
  const bool timed = finding.update;
  std::stable_sort(readings.begin(), readings.end(), [&](const auto* a, const auto* b) {
    if (timed) return Published(Report(a->report)) < Published(Report(b->report));
    return Rank(a->report) < Rank(b->report);
  });
  for (const FindingReading* reading : readings) {
    std::string key = reading->value;
    if (finding.facet == Facet::kPolarity || key.empty()) {
      key += Label(reading->polarity);
      if (finding.facet == Facet::kStatus) key += Label(reading->modality);
    }
    if (finding.between == Between::kActors && !reading->attributed_to.empty()) {
      (key += '\n') += reading->attributed_to.back();
    }
    const auto same = std::find_if(positions.begin(), positions.end(),
                                   [&](const Position& each) { return each.key == key; });
    if (same == positions.end()) {
      positions.push_back({std::move(key), {reading}});
    } else {
      same->readings.push_back(reading);
    }
  }
  return positions;
}

std::vector<Evidence> View::OnePerReport(const std::vector<Evidence>& evidence) const {
  std::vector<Evidence> one;
  std::set<Index> seen;
  for (const Evidence& item : evidence) {
    if (Has(item.report) && seen.insert(item.report).second) one.push_back(item);
  }
  std::sort(one.begin(), one.end(),
            [&](const Evidence& a, const Evidence& b) { return Rank(a.report) < Rank(b.report); });
  return one;
}

std::vector<Evidence> View::EvidenceOf(const Finding& finding) const {
  std::vector<Evidence> evidence;
  for (const FindingReading& reading : finding.readings)
    evidence.push_back({reading.report, reading.span});
  return OnePerReport(evidence);
}

std::string View::Letters(const std::vector<Evidence>& evidence) const {
  std::string letters;
  for (const Evidence& item : OnePerReport(evidence)) {
    if (!letters.empty()) letters += ' ';
    letters += Siglum(item.report);
  }
  return letters;
}

}  // namespace synoptic
