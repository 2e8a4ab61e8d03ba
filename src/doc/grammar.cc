#include "doc/grammar.h"

#include <algorithm>

namespace synoptic {
namespace {

template <typename T, size_t n>
std::optional<T> Find(const std::array<std::string_view, n>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<T>(found - names.begin());
}

}  // namespace

std::optional<Upos> UposFromName(std::string_view name) { return Find<Upos>(kUposNames, name); }

std::optional<Relation> RelationFromName(std::string_view name) {
  if (auto exact = Find<Relation>(kRelationNames, name)) return exact;
  return Find<Relation>(kRelationNames, name.substr(0, name.find(':')));
}

}  // namespace synoptic
