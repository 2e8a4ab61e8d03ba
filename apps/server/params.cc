#include "server/params.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "doc/date.h"

namespace synoptic {
namespace {

constexpr size_t kMostItems = 200;

Error Wrong(std::string_view name, std::string_view why) {
  return {ErrorCode::kInvalid, "parameter " + std::string(name) + ": " + std::string(why)};
}

}  // namespace

Result<void> CheckParameters(const Target& target, std::initializer_list<std::string_view> known) {
  std::set<std::string_view> seen;
  for (const auto& [name, value] : target.query) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return Wrong(name, "not known here");
    }
    if (!seen.insert(name).second) return Wrong(name, "stands twice");
  }
  return {};
}

Result<void> CheckDay(std::string_view name, std::string_view value) {
  const std::optional<Moment> moment = Moment::Parse(value);
  if (value.empty() || (moment && moment->time.empty())) return {};
  return Wrong(name, "not a day such as 2031-03-04");
}

Result<PageRequest> ReadPage(const Target& target) {
  PageRequest page;
  page.cursor = target.Value("cursor");
  if (!target.Has("limit")) return page;
  const std::string_view limit = target.Value("limit");
  const auto [end, error] = std::from_chars(limit.data(), limit.data() + limit.size(), page.limit);
  if (error != std::errc() || end != limit.data() + limit.size() || page.limit < 1 ||
      page.limit > kMostItems) {
    return Wrong("limit", "not a number from 1 to " + std::to_string(kMostItems));
  }
  return page;
}

Result<ReportFilter> ReadFilter(const Target& target) {
  ReportFilter filter;
  filter.from = target.Value("from");
  filter.to = target.Value("to");
  filter.source = target.Value("source");
  filter.actor = target.Value("actor");
  filter.story = target.Value("story");
  if (auto day = CheckDay("from", filter.from); !day) return day.error();
  if (auto day = CheckDay("to", filter.to); !day) return day.error();
  return filter;
}

}  // namespace synoptic
