// The rows of one story's comparison.
#ifndef SYNOPTIC_STORE_STORY_ROWS_H_
#define SYNOPTIC_STORE_STORY_ROWS_H_

#include <cstdint>
#include <string_view>

#include "store/sqlite.h"

namespace synoptic {

struct ComparisonCounts {
  int64_t origins = 0;   // distinct ones
  int64_t disputed = 0;  // findings
};

// Replaces all rows of a story by those of `comparison`, JSON of WriteComparisonJson.
ComparisonCounts ReplaceComparison(Database& database, int64_t story, std::string_view comparison);
void DeleteComparison(Database& database, int64_t story);

}  // namespace synoptic

#endif  // SYNOPTIC_STORE_STORY_ROWS_H_
