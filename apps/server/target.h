// The target of a request: path and query, taken apart and checked (RFC 9112, 3.2; RFC 3986).
#ifndef SYNOPTIC_SERVER_TARGET_H_
#define SYNOPTIC_SERVER_TARGET_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace synoptic {

struct Target {
  std::vector<std::string> path;  // decoded: "/api/reports/a%2Fb" gives {"api", "reports", "a/b"}
  std::vector<std::pair<std::string, std::string>> query;  // decoded, in the order given

  // The value of `name`; empty where there is none.
  std::string_view Value(std::string_view name) const;
  bool Has(std::string_view name) const;
};

// Reads "/path?query" as it stands in a request. kInvalid, with the place, for an escape that is
// none, for bytes that are not UTF-8, for control characters, and for the segments "." and "..",
// however they are written. An empty last segment ("/api/") is dropped. No allocation is larger
// than `text`.
Result<Target> ReadTarget(std::string_view text);

// `text` for a path segment or a query value: everything but RFC 3986's unreserved as %XX.
std::string PercentEncoded(std::string_view text);

// "/api/stories?limit=2&cursor=…": `target` again with `name` set to `value`.
std::string TargetWith(const Target& target, std::string_view name, std::string_view value);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_TARGET_H_
