#include "fetch/robots.h"

#include "base/ascii.h"

namespace synoptic {
namespace {

constexpr size_t kLongestFile = 500 * 1024;

// Glob with "*" only, greedy with one point of return: linear times the length of the pattern.
bool Matches(std::string_view path, std::string_view pattern) {
  const bool whole = pattern.ends_with('$');
  if (whole) pattern.remove_suffix(1);
  size_t at = 0, in = 0, star = std::string_view::npos, resume = 0;
  while (true) {
    if (in == pattern.size() && (!whole || at == path.size())) return true;
    if (in < pattern.size() && pattern[in] == '*') {
      star = ++in;
      resume = at;
    } else if (in < pattern.size() && at < path.size() && pattern[in] == path[at]) {
      ++in, ++at;
    } else if (star != std::string_view::npos && resume < path.size()) {
      in = star;
      at = ++resume;
    } else {
      return false;
    }
  }
}

}  // namespace

Robots Robots::Parse(std::string_view text, std::string_view product) {
  text = text.substr(0, kLongestFile);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Robots own, any;
  bool for_own = false, for_any = false, named = false, in_agents = false;
  while (!text.empty()) {
    const size_t end = text.find_first_of("\r\n");
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    line = Trim(line.substr(0, line.find('#')));
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view key = Trim(line.substr(0, colon));
    const std::string_view value = Trim(line.substr(colon + 1));
    if (EqualsIgnoreCase(key, "user-agent")) {
      if (!in_agents) for_own = for_any = false;
      in_agents = true;
      // "Synoptic/2.0" is told by its product alone.
      const std::string_view agent = value.substr(0, value.find('/'));
      if (EqualsIgnoreCase(agent, product)) for_own = named = true;
      if (value == "*") for_any = true;
      continue;
    }
    const bool allow = EqualsIgnoreCase(key, "allow");
    if (!allow && !EqualsIgnoreCase(key, "disallow")) continue;
    in_agents = false;
    if (value.empty()) continue;
    if (for_own) own.rules_.push_back({std::string(value), allow});
    if (for_any) any.rules_.push_back({std::string(value), allow});
  }
  return named ? own : any;
}

Robots Robots::AllowNothing() {
  Robots none;
  none.rules_.push_back({"/", false});
  return none;
}

bool Robots::Allows(std::string_view path) const {
  if (path == "/robots.txt") return true;
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    const bool longer = !best || rule.pattern.size() > best->pattern.size() ||
                        (rule.pattern.size() == best->pattern.size() && rule.allow);
    if (longer && Matches(path, rule.pattern)) best = &rule;
  }
  return !best || best->allow;
}

}  // namespace synoptic
