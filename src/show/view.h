// View: a comparison made ready for showing, whatever the form: letters, names, origins, order.
// Tolerant: indices that point nowhere are left out, so that a half-filled comparison still shows.
#ifndef SYNOPTIC_SHOW_VIEW_H_
#define SYNOPTIC_SHOW_VIEW_H_

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// Readings of a finding that say the same.
struct Position {
  std::string key;                              // what they have in common
  std::vector<const FindingReading*> readings;  // in the order of the reports
};

class View {
 public:
  // Both must outlive the view.
  View(std::span<const Document> reports, const Comparison& comparison);

  const Comparison& comparison() const { return comparison_; }
  std::span<const Document> reports() const { return reports_; }
  const Document& Report(Index report) const { return reports_[static_cast<size_t>(report)]; }
  bool Has(Index report) const {
    return report >= 0 && static_cast<size_t>(report) < reports_.size();
  }

  // ---- reports
  const std::string& Siglum(Index report) const { return sigla_[static_cast<size_t>(report)]; }
  // Outlet, else the host of its address, else the name of its file, else its id. One line.
  const std::string& Name(Index report) const { return names_[static_cast<size_t>(report)]; }
  // Reports by lineage: origins in order, and in each the earliest first.
  const std::vector<Index>& order() const { return order_; }
  int Rank(Index report) const { return rank_[static_cast<size_t>(report)]; }
  // The report whose headline is the title of the page; kNone without one.
  Index Earliest() const;
  // All reports are of one year, which then need not be repeated.
  bool one_year() const { return one_year_; }
  // "9 June, 11:40"; "undated"
  std::string When(Index report) const;

  // ---- origins: those that count first, then those that do not
  const std::vector<const Origin*>& origins() const { return origins_; }
  size_t counted_origins() const { return counted_; }
  // The report's origin may be counted beside others.
  bool Counts(Index origin) const {
    return origin != kNone && origins_[static_cast<size_t>(origin)]->distinct;
  }
  // Somebody says whose words they are.
  bool Named(Index origin) const {
    return origin != kNone && origins_[static_cast<size_t>(origin)]->known;
  }
  // Place in origins(); kNone for a report that is in none.
  Index OriginOf(Index report) const { return origin_of_[static_cast<size_t>(report)]; }
  // "α", "β" …; "?" for one that does not count.
  std::string OriginMark(Index origin) const;
  std::string OriginName(Index origin) const;
  // "5 reports, 4 origins, all on one statement by …"
  std::string Headcount() const;

  // ---- actors
  // The name of an actor id; the id itself where no report names it.
  std::string_view ActorName(std::string_view id) const;

  // ---- findings, in their order
  std::vector<const Finding*> disputed, updates, corroborated, single;
  size_t between_actors() const;

  // What the readings of a dispute say, grouped by value; in the order of the first of each.
  std::vector<Position> Positions(const Finding& finding) const;
  // One piece of evidence a report, in the order of the reports.
  std::vector<Evidence> OnePerReport(const std::vector<Evidence>& evidence) const;
  std::vector<Evidence> EvidenceOf(const Finding& finding) const;
  // Letters of the reports, "A C".
  std::string Letters(const std::vector<Evidence>& evidence) const;

  // The words of a value where they are short enough to stand alone, else empty.
  std::string_view Value(const FindingReading& reading) const;
  std::string_view Cut(const Evidence& evidence) const {
    return Report(evidence.report).Cut(evidence.span);
  }

 private:
  void NameActors();
  void OrderOrigins();
  void OrderReports();

  std::span<const Document> reports_;
  const Comparison& comparison_;
  std::vector<std::string> sigla_, names_;
  std::vector<Index> order_;
  std::vector<int> rank_;
  std::vector<const Origin*> origins_;
  std::vector<Index> origin_of_;
  size_t counted_ = 0;
  bool one_year_ = true;
  std::map<std::string, std::string, std::less<>> actors_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_SHOW_VIEW_H_
