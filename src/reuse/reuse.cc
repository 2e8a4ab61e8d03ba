// Main path: words of each report → pairs → what a pair shares → verdict, direction, passages →
// edges → origins.
#include "reuse/reuse.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "reuse/body_words.h"
#include "reuse/candidates.h"
#include "reuse/direction.h"
#include "reuse/judge.h"
#include "reuse/origins.h"
#include "reuse/passages.h"
#include "reuse/provenance.h"

namespace synoptic {
namespace {

constexpr double kLeastConfidence = 0.25;  // of an edge worth telling
constexpr double kDirected = 2;            // weight of the reasons for one way
constexpr size_t kCompareAll = 128;        // reports; of more only candidates are compared
constexpr double kBackground = 0.5;        // share over which it is more than background
constexpr size_t kOpening = 2;             // sentences that tell what is new

std::string Percent(double share) { return std::to_string(static_cast<int>(share * 100 + 0.5)); }

bool SameHouse(const Provenance& a, const Provenance& b) {
  if (a.family.empty() && b.family.empty()) return true;
  return !a.family.empty() && a.family == b.family;
}

PairContext ContextOf(const Candidate& a, const Candidate& b, const Direction& direction) {
  PairContext context;
  if (a.report->published && b.report->published) {
    context.days_apart = b.report->published->date.DaysSince(a.report->published->date);
  }
  context.ordered = std::abs(direction.towards_b) >= kDirected;
  context.later_is_b = direction.towards_b > 0;
  context.same_house = SameHouse(*a.provenance, *b.provenance);
  context.corrects = (context.later_is_b ? b : a).correction;
  return context;
}

// Both outlets hold the dispatch of one agency, and neither is that agency.
bool CreditOneAgency(const Provenance& a, const Provenance& b) {
  return !a.agency.empty() && a.agency == b.agency && a.agency != a.publisher &&
         b.agency != b.publisher && a.publisher != b.publisher;
}

void TurnRound(std::vector<Passage>& passages) {
  for (Passage& passage : passages) std::swap(passage.from, passage.to);
  std::sort(passages.begin(), passages.end(), [](const Passage& x, const Passage& y) {
    return std::pair(x.to, x.from) < std::pair(y.to, y.from);
  });
}

std::vector<Span> UnionOfTo(const std::vector<Passage>& passages) {
  std::vector<Span> spans;
  for (const Passage& passage : passages) {
    if (!spans.empty() && passage.to.begin < spans.back().end) {
      spans.back().end = std::max(spans.back().end, passage.to.end);
    } else {
      spans.push_back(passage.to);
    }
  }
  return spans;
}

// What was told before stands behind an opening that is new.
bool IsBackground(const Edge& edge, const BodyWords& later) {
  if (edge.kind == EdgeKind::kTemplate || edge.confidence < 0.5 || edge.share >= kBackground) {
    return false;
  }
  if (later.sentences.size() <= kOpening || edge.passages.empty()) return false;
  const uint32_t behind = later.words[later.sentences[kOpening].begin].begin;
  return edge.passages.front().to.begin >= behind;
}

std::vector<std::string> ReasonsOf(const Overlap& overlap, const Verdict& verdict,
                                   const Edge& edge) {
  std::vector<std::string> reasons;
  if (edge.kind == EdgeKind::kTemplate) {
    reasons.emplace_back("the same form, filled in with other names and figures");
  }
  if (verdict.retold) {
    reasons.push_back(std::to_string(overlap.retellings.size()) + " sentences told again, " +
                      std::to_string(overlap.in_order) + " of them in the same order");
  }
  if (edge.share > 0) reasons.push_back(Percent(edge.share) + " % of its words stand in the other");
  if (overlap.conflicting > 0) {
    reasons.push_back("but " + std::to_string(static_cast<int>(overlap.conflicting)) +
                      " words stand with other names or figures");
  }
  if (edge.background) reasons.emplace_back("what they share is background: the opening is new");
  return reasons;
}

bool WorthTelling(const Edge& edge) {
  return edge.confidence >= kLeastConfidence || edge.kind == EdgeKind::kTemplate;
}

// The edge between two reports; one not worth telling where they share nothing.
Edge Compare(std::span<const Candidate> reports, Index first, Index second) {
  auto longer = [&](Index x, Index y) {
    const Candidate& a = reports[static_cast<size_t>(x)];
    const Candidate& b = reports[static_cast<size_t>(y)];
    const size_t words_a = a.wording->words.size(), words_b = b.wording->words.size();
    return words_a != words_b ? words_a > words_b : a.report->id < b.report->id;
  };
  if (!longer(first, second)) std::swap(first, second);
  const Candidate& a = reports[static_cast<size_t>(first)];
  const Candidate& b = reports[static_cast<size_t>(second)];
  const Overlap overlap = Measure(*a.wording, *b.wording);
  const Direction direction = FindDirection(a, b, overlap);
  const Verdict verdict = Judge(*a.wording, *b.wording, overlap, ContextOf(a, b, direction));
  Edge edge;
  edge.confidence = verdict.confidence;
  edge.kind = verdict.kind;
  if (!WorthTelling(edge)) return edge;
  const bool form = edge.kind == EdgeKind::kTemplate;
  edge.directed = !form && std::abs(direction.towards_b) >= kDirected;
  if (!form && CreditOneAgency(*a.provenance, *b.provenance)) {
    edge.kind = EdgeKind::kSharedOrigin;
    edge.directed = false;
  }
  edge.passages = FindPassages(*a.wording, *b.wording, overlap, verdict.retold);
  const bool turned = direction.towards_b < 0;
  edge.from = turned ? second : first;
  edge.to = turned ? first : second;
  if (turned) TurnRound(edge.passages);
  const BodyWords& later = *(turned ? a : b).wording;
  edge.share = ShareOutsideQuotations(later, UnionOfTo(edge.passages));
  edge.background = IsBackground(edge, later);
  edge.reasons = ReasonsOf(overlap, verdict, edge);
  if (edge.directed) {
    edge.reasons.insert(edge.reasons.end(), direction.reasons.begin(), direction.reasons.end());
  }
  return edge;
}

std::vector<CandidatePair> AllPairs(uint32_t reports) {
  std::vector<CandidatePair> pairs;
  for (uint32_t i = 0; i < reports; ++i) {
    for (uint32_t j = i + 1; j < reports; ++j) pairs.push_back({i, j});
  }
  return pairs;
}

// By publication, so that a passage printed by many leads back to those who had it first.
std::vector<uint32_t> InOrder(std::span<const Candidate> reports) {
  std::vector<uint32_t> order(reports.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](uint32_t x, uint32_t y) {
    const Document &a = *reports[x].report, &b = *reports[y].report;
    if (a.published.has_value() != b.published.has_value()) return a.published.has_value();
    if (a.published && a.published->UnixSeconds() != b.published->UnixSeconds()) {
      return a.published->UnixSeconds() < b.published->UnixSeconds();
    }
    return std::tie(a.id, a.text, x) < std::tie(b.id, b.text, y);
  });
  return order;
}

std::vector<CandidatePair> PairsToCompare(std::span<const Candidate> reports) {
  if (reports.size() <= kCompareAll) return AllPairs(static_cast<uint32_t>(reports.size()));
  const std::vector<uint32_t> order = InOrder(reports);
  ReuseIndex index;
  std::vector<uint32_t> hashes;
  for (const uint32_t report : order) {
    hashes.clear();
    for (const LightWord& word : reports[report].wording->words) hashes.push_back(word.hash);
    index.Add(hashes);
  }
  std::vector<CandidatePair> pairs = index.Find();
  for (CandidatePair& pair : pairs) {
    const auto [first, second] = std::minmax(order[pair.first], order[pair.second]);
    pair = {first, second};
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

Lineage FindLineage(std::span<const Document> reports, std::string_view publishers) {
  const Publishers table(publishers);
  std::vector<BodyWords> wordings;
  std::vector<Provenance> provenances;
  for (const Document& report : reports) {
    wordings.push_back(ReadBodyWords(report));
    provenances.push_back(FindProvenance(report, table));
  }
  std::vector<Candidate> candidates;
  for (size_t i = 0; i < reports.size(); ++i) {
    candidates.push_back({&reports[i], &wordings[i], &provenances[i], IsCorrection(reports[i])});
  }
  Lineage lineage;
  for (const auto [i, j] : PairsToCompare(candidates)) {
    Edge edge = Compare(candidates, static_cast<Index>(i), static_cast<Index>(j));
    if (WorthTelling(edge)) lineage.edges.push_back(std::move(edge));
  }
  FindOrigins(reports, provenances, lineage);
  return lineage;
}

}  // namespace synoptic
