#include "engine/ordered_terms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace synoptic {
namespace {

ReportTerms Made(std::mt19937& random) {
  ReportTerms report;
  report.id = "r" + std::to_string(random() % 50);
  report.headline = "Envoys of Velmara meet";
  if (random() % 4 != 0) {
    report.published = Moment::Parse("2031-05-" + std::to_string(10 + random() % 9) + "T0" +
                                     std::to_string(random() % 9) + ":00:00Z");
    report.sure = random() % 3 != 0;
  }
  for (uint32_t i = 0; i < random() % 5; ++i) {
    report.terms.push_back({i * 10, static_cast<uint16_t>(1 + random() % 3), i % 2 == 0});
  }
  return report;
}

std::string Bytes(const ReportTerms& report) {
  std::string bytes;
  PutTerms(report, bytes);
  return bytes;
}

TEST(OrderedTerms, RunsInFilesGiveWhatSortingInMemoryGives) {
  for (const size_t in_memory : {1000, 100, 7, 1}) {
    std::mt19937 random(11);
    std::vector<ReportTerms> expected;
    OrderedTerms ordered(in_memory);
    for (int i = 0; i < 200; ++i) {
      expected.push_back(Made(random));
      ordered.Add(expected.back());
    }
    std::stable_sort(expected.begin(), expected.end(), StreamedBefore);
    for (const ReportTerms& report : expected) {
      const std::optional<ReportTerms> next = ordered.Next();
      ASSERT_TRUE(next);
      EXPECT_EQ(Bytes(*next), Bytes(report)) << "runs of " << in_memory;
    }
    EXPECT_FALSE(ordered.Next());
  }
  EXPECT_FALSE(OrderedTerms().Next());
}

}  // namespace
}  // namespace synoptic
