// What tests of findings share: small reports of two states, and what is found in them as rows.
#ifndef SYNOPTIC_COLLATE_FINDINGS_TESTING_H_
#define SYNOPTIC_COLLATE_FINDINGS_TESTING_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "collate/collate.h"
#include "doc/check.h"
#include "doc/labels.h"
#include "text/mini_document.h"

namespace synoptic {

// What must hold of every finding; named so that the rows below stay short.
inline void CheckFindings(const std::vector<Document>& reports,
                          const std::vector<Finding>& findings) {
  Comparison comparison;
  comparison.lineage = SeparateOrigins(reports.size());
  comparison.findings = findings;
  EXPECT_THAT(BrokenInvariants(reports, comparison), testing::IsEmpty());
  for (const Finding& finding : findings) {
    EXPECT_FALSE(finding.readings.empty());
    for (const FindingReading& reading : finding.readings) {
      EXPECT_TRUE(finding.status != FindingStatus::kDisputed || !reading.value_span.empty())
          << finding.topic;
      EXPECT_TRUE(reading.value_span.empty() || reading.span.Contains(reading.value_span))
          << finding.topic;
    }
  }
}

inline std::vector<Finding> Find(const std::vector<Document>& reports) {
  const Lineage lineage = SeparateOrigins(reports.size());
  std::vector<Finding> findings = FindFindings(reports, lineage, {});
  CheckFindings(reports, findings);
  return findings;
}

// "facet: value | value" of each dispute.
inline std::vector<std::string> Disputes(const std::vector<Finding>& findings) {
  std::vector<std::string> told;
  for (const Finding& finding : findings) {
    if (finding.status != FindingStatus::kDisputed) continue;
    std::string row(Label(finding.facet));
    row += ":";
    for (const FindingReading& reading : finding.readings) row += " " + reading.value + " |";
    row.resize(row.size() - 2);
    told.push_back(std::move(row));
  }
  return told;
}

inline MiniDocument Report(std::string id, std::string_view text) {
  MiniDocument mini(std::move(id), text);
  mini.Published("2031-04-10")
      .Names("Ostrin", "ostrin", ActorType::kState, "OS")
      .Names("Velmara", "velmara", ActorType::kState, "VE");
  return mini;
}

template <typename A, typename B>
std::vector<Document> Two(A&& a, B&& b) {
  std::vector<Document> reports;
  reports.push_back(a.Take());
  reports.push_back(b.Take());
  return reports;
}

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_FINDINGS_TESTING_H_
