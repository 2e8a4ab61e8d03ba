#include "doc/plover.h"

#include <algorithm>

namespace synoptic {

std::optional<PloverType> PloverFromName(std::string_view name) {
  const auto found = std::find(kPloverNames.begin(), kPloverNames.end(), name);
  if (found == kPloverNames.end()) return std::nullopt;
  return static_cast<PloverType>(found - kPloverNames.begin());
}

Quad QuadOf(PloverType type) {
  switch (type) {
    case PloverType::kAgree:
    case PloverType::kConsult:
    case PloverType::kSupport:
    case PloverType::kConcede:
      return Quad::kVerbalCooperation;
    case PloverType::kCooperate:
    case PloverType::kAid:
    case PloverType::kRetreat:
      return Quad::kMaterialCooperation;
    case PloverType::kRequest:
    case PloverType::kAccuse:
    case PloverType::kReject:
    case PloverType::kThreaten:
      return Quad::kVerbalConflict;
    default:
      return Quad::kMaterialConflict;
  }
}

}  // namespace synoptic
