#include <algorithm>

#include "collate/agreements.h"
#include "collate/collate.h"
#include "collate/disputes.h"

namespace synoptic {
namespace {

constexpr double kAligned = 0.4;  // likeness under which nothing is compared

double FacetWeight(Facet facet) {
  switch (facet) {
    case Facet::kNumber:
      return 5;
    case Facet::kPolarity:
      return 5;
    case Facet::kWho:
      return 4.5;
    case Facet::kWhen:
      return 4;
    case Facet::kRole:
      return 3.5;
    case Facet::kWhere:
      return 3.5;
    case Facet::kStatus:
      return 2.5;
    case Facet::kMedium:
      return 2;
    case Facet::kNone:
      return 1;
  }
  return 1;
}

// Disputes first, those on hard facets before them; then agreement by the origins behind it.
double Weigh(const Finding& finding) {
  std::vector<Index> reports;
  for (const FindingReading& reading : finding.readings) reports.push_back(reading.report);
  std::sort(reports.begin(), reports.end());
  const auto distinct =
      static_cast<double>(std::unique(reports.begin(), reports.end()) - reports.begin());
  const double facet = FacetWeight(finding.facet) + distinct / 10;
  if (finding.status == FindingStatus::kDisputed) return 10 + facet - (finding.update ? 1 : 0);
  if (finding.status == FindingStatus::kCorroborated) return 3 + finding.origins + facet / 10;
  return facet / 10;
}

// Whether each reading of the first lies within one of the second.
bool IsWithin(const Finding& inner, const Finding& outer) {
  return std::all_of(inner.readings.begin(), inner.readings.end(), [&](const FindingReading& a) {
    return std::any_of(outer.readings.begin(), outer.readings.end(), [&](const FindingReading& b) {
      return a.report == b.report && b.span.Contains(a.span);
    });
  });
}

// Whether each reading of the first stands in a sentence of a reading of the second.
bool IsOfSentences(const StoryView& story, const Finding& inner, const Finding& outer) {
  const auto sentence = [&](const FindingReading& reading) {
    const ReportIndex& index = story.at(reading.report);
    const auto [first, end] = index.TokensIn(reading.span);
    return first < end ? index.SentenceOf(first) : kNone;
  };
  return std::all_of(inner.readings.begin(), inner.readings.end(), [&](const FindingReading& a) {
    return std::any_of(outer.readings.begin(), outer.readings.end(), [&](const FindingReading& b) {
      return a.report == b.report && sentence(a) != kNone && sentence(a) == sentence(b);
    });
  });
}

// "X denied that Y had happened" against "Y happened" is one dispute: who denies is told by that of
// the actors.
bool IsToldByActors(const StoryView& story, const Finding& finding, const Finding& other) {
  return finding.status == FindingStatus::kDisputed && other.status == FindingStatus::kDisputed &&
         finding.facet == Facet::kPolarity && other.facet == Facet::kPolarity &&
         finding.between == Between::kReports && other.between == Between::kActors &&
         IsOfSentences(story, finding, other);
}

// An agreement on a value that a wider agreement holds already says nothing more; nor does a
// dispute that two rules found.
void DropCovered(const StoryView& story, std::vector<Finding>& findings) {
  const auto alike = [&](const Finding& a, const Finding& b) {
    if (a.status != b.status || a.status == FindingStatus::kSingleOrigin) return false;
    return a.status == FindingStatus::kCorroborated ||
           (a.facet == b.facet && a.between == b.between);
  };
  std::vector<bool> covered(findings.size());
  for (size_t i = 0; i < findings.size(); ++i) {
    for (size_t j = 0; j < findings.size() && !covered[i]; ++j) {
      if (j == i || covered[j]) continue;
      covered[i] = IsToldByActors(story, findings[i], findings[j]);
      if (covered[i] || !alike(findings[i], findings[j])) continue;
      const bool same = i < j && IsWithin(findings[j], findings[i]);
      covered[i] = !same && IsWithin(findings[i], findings[j]);
    }
  }
  size_t kept = 0;
  for (size_t i = 0; i < findings.size(); ++i) {
    if (covered[i]) continue;
    if (kept != i) findings[kept] = std::move(findings[i]);
    ++kept;
  }
  findings.resize(kept);
}

void CountOrigins(const StoryView& story, Finding& finding) {
  std::vector<Index> reports;
  for (const FindingReading& reading : finding.readings) reports.push_back(reading.report);
  finding.origins = story.DistinctOrigins(reports);
}

}  // namespace

std::vector<Finding> FindFindings(std::span<const Document> reports, const Lineage& lineage,
                                  const std::vector<Utterance>& utterances) {
  const StoryView story(reports, lineage);
  const std::vector<Match> matches = AlignFacts(story, story.facts, kAligned),
                           parts = AlignFacts(story, story.parts, kAligned);
  Findings findings;
  FindRoleDisputes(story, findings);
  FindResponseDisputes(story, findings);
  FindDenials(story, findings);
  FindHarmDisputes(story, findings);
  FindPresenceDisputes(story, findings);
  FindCountDisputes(story, findings);
  FindMeasureDisputes(story, findings);
  FindTypedDisputes(story, parts, findings);
  FindDateDisputes(story, findings);
  FindSettingDisputes(story, findings);
  FindSpeechDisputes(story, findings);
  FindAccusations(story, findings);
  FindOrderDisputes(story, findings);
  FindConditionDisputes(story, findings);
  FindNamingDisputes(story, findings);
  FindMediumDisputes(story, utterances, findings);
  FindAttributionDisputes(story, matches, findings);
  FindAgreements(story, matches, utterances, findings);
  FindSingles(story, matches, findings);
  DropCovered(story, findings);
  for (Finding& finding : findings) {
    CountOrigins(story, finding);
    finding.weight = Weigh(finding);
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.weight > b.weight; });
  for (size_t i = 0; i < findings.size(); ++i) findings[i].id = "f" + std::to_string(i + 1);
  return findings;
}

}  // namespace synoptic
