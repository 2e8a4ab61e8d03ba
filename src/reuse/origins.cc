#include "reuse/origins.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace synoptic {
namespace {

constexpr double kDerived = 0.5;  // confidence of an edge
constexpr double kJoinShare =
    0.15;  // of the words of a report that must come over the edge to make it one origin
constexpr double kMostOfReport = 0.5;  // share that joins groups without further proof
constexpr double kTied =
    0.35;  // confidence over which a report without a source may not count as distinct

using Pair = std::pair<Index, Index>;

Pair Ordered(Index a, Index b) { return {std::min(a, b), std::max(a, b)}; }

// Groups of reports and why they are groups.
class Groups {
 public:
  explicit Groups(size_t reports) : group_(reports), reasons_(reports) {
    std::iota(group_.begin(), group_.end(), 0);
  }

  Index Of(Index report) const { return group_[static_cast<size_t>(report)]; }
  std::vector<Index> Members(Index group) const {
    std::vector<Index> members;
    for (size_t i = 0; i < group_.size(); ++i) {
      if (group_[i] == group) members.push_back(static_cast<Index>(i));
    }
    return members;
  }
  void Join(Index a, Index b, const std::string& reason) {
    const auto [kept, gone] = Ordered(Of(a), Of(b));
    reasons_[static_cast<size_t>(kept)].insert(reason);
    if (kept == gone) return;
    reasons_[static_cast<size_t>(kept)].merge(reasons_[static_cast<size_t>(gone)]);
    std::replace(group_.begin(), group_.end(), gone, kept);
  }
  const std::set<std::string>& Reasons(Index group) const {
    return reasons_[static_cast<size_t>(group)];
  }

 private:
  std::vector<Index> group_;
  std::vector<std::set<std::string>> reasons_;
};

bool JoinsReports(const Edge& edge) {
  return edge.confidence >= kDerived &&
         (edge.share >= kJoinShare || edge.kind == EdgeKind::kRewrite);
}

// Half of the pairs between two groups are joining edges.
bool WellTied(const Groups& groups, const std::set<Pair>& joining, Index a, Index b) {
  size_t pairs = 0, tied = 0;
  for (const Index x : groups.Members(groups.Of(a))) {
    for (const Index y : groups.Members(groups.Of(b))) {
      ++pairs;
      tied += joining.contains(Ordered(x, y));
    }
  }
  return tied * 2 >= pairs;
}

const char* WhyOne(const Edge& edge) {
  switch (edge.kind) {
    case EdgeKind::kCopy:
      return "one holds the words of another";
    case EdgeKind::kRewrite:
      return "one tells the sentences of another in other words";
    case EdgeKind::kUpdate:
      return "versions of one dispatch";
    case EdgeKind::kSharedOrigin:
      return "both hold the words of a third text";
    case EdgeKind::kTemplate:  // joins nothing
      break;
  }
  return "";
}

void JoinByEdges(const Lineage& lineage, Groups& groups) {
  std::vector<const Edge*> edges;
  std::set<Pair> joining;
  for (const Edge& edge : lineage.edges) {
    if (!JoinsReports(edge)) continue;
    edges.push_back(&edge);
    joining.insert(Ordered(edge.from, edge.to));
  }
  std::stable_sort(edges.begin(), edges.end(),
                   [](const Edge* x, const Edge* y) { return x->confidence > y->confidence; });
  for (const Edge* edge : edges) {
    if (edge->share >= kMostOfReport || WellTied(groups, joining, edge->from, edge->to)) {
      groups.Join(edge->from, edge->to, WhyOne(*edge));
    }
  }
}

void JoinByProvenance(std::span<const Provenance> provenances, Groups& groups) {
  std::map<std::string, Index> by_house;
  for (size_t i = 0; i < provenances.size(); ++i) {
    const Provenance& report = provenances[i];
    const auto index = static_cast<Index>(i);
    const std::string& house = report.agency.empty() ? report.family : report.agency;
    if (house.empty()) continue;
    const auto [known, added] = by_house.emplace(house, index);
    if (added) continue;
    groups.Join(known->second, index,
                report.agency.empty() ? "one house publishes them: " + house
                                      : "they credit one agency: " + house);
  }
}

std::string Joined(const std::set<std::string>& reasons) {
  std::string text;
  for (const std::string& reason : reasons) text += (text.empty() ? "" : "; ") + reason;
  return text;
}

// A report outside `group` with which one inside shares more than chance, but too little to be one.
bool TiedOutside(const Lineage& lineage, const Groups& groups, Index group) {
  return std::any_of(lineage.edges.begin(), lineage.edges.end(), [&](const Edge& edge) {
    const bool from = groups.Of(edge.from) == group, to = groups.Of(edge.to) == group;
    return from != to && edge.confidence >= kTied;
  });
}

Origin MakeOrigin(const Lineage& lineage, std::span<const Provenance> provenances,
                  const Groups& groups, Index group) {
  Origin origin;
  origin.reports = groups.Members(group);
  std::string sign;
  for (const Index report : origin.reports) {
    const Provenance& provenance = provenances[static_cast<size_t>(report)];
    if (!provenance.named) continue;
    if (sign.empty() || (origin.name.empty() && !provenance.agency.empty())) {
      sign = provenance.sign;
      origin.name = provenance.agency.empty() ? provenance.publisher : provenance.agency;
    }
    origin.known = true;
  }
  const bool tied = TiedOutside(lineage, groups, group);
  const bool vague = std::any_of(origin.reports.begin(), origin.reports.end(), [&](Index report) {
    return provenances[static_cast<size_t>(report)].vague;
  });
  origin.distinct = origin.known || (!tied && !vague);
  origin.basis = Joined(groups.Reasons(group));
  if (!origin.basis.empty()) return origin;
  if (origin.known) {
    origin.basis =
        sign + (tied ? "; some words shared with others" : "; no words shared with others");
  } else if (vague) {
    origin.basis = "credits agencies it does not name";
  } else {
    origin.basis = tied ? "no source named; some words shared with others"
                        : "no source named; no words shared with others";
  }
  return origin;
}

}  // namespace

void FindOrigins(std::span<const Document> reports, std::span<const Provenance> provenances,
                 Lineage& lineage) {
  Groups groups(reports.size());
  JoinByEdges(lineage, groups);
  JoinByProvenance(provenances, groups);
  lineage.origins.clear();
  lineage.origin_of.assign(reports.size(), kNone);
  for (size_t i = 0; i < reports.size(); ++i) {
    if (groups.Of(static_cast<Index>(i)) != static_cast<Index>(i)) continue;
    Origin origin = MakeOrigin(lineage, provenances, groups, static_cast<Index>(i));
    origin.id = "o" + std::to_string(lineage.origins.size() + 1);
    for (const Index report : origin.reports) {
      lineage.origin_of[static_cast<size_t>(report)] = static_cast<Index>(lineage.origins.size());
    }
    lineage.origins.push_back(std::move(origin));
  }
}

}  // namespace synoptic
