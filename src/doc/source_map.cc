#include "doc/source_map.h"

#include <algorithm>

namespace synoptic {
namespace {

uint32_t Within(const SourceRun& run, uint32_t at) {
  const uint64_t part = uint64_t{at - run.span.begin} * run.source.size() / run.span.size();
  return run.source.begin + static_cast<uint32_t>(part);
}

}  // namespace

std::optional<Span> SourceOf(const std::vector<SourceRun>& runs, Span span) {
  const auto first = std::partition_point(
      runs.begin(), runs.end(), [&](const SourceRun& run) { return run.span.end <= span.begin; });
  const auto end = std::partition_point(
      first, runs.end(), [&](const SourceRun& run) { return run.span.begin < span.end; });
  if (first == end) return std::nullopt;
  const SourceRun& last = *(end - 1);
  return Span{Within(*first, std::max(span.begin, first->span.begin)),
              Within(last, std::min(span.end, last.span.end))};
}

}  // namespace synoptic
