#include "reuse/reuse.h"

namespace synoptic {

Lineage FindLineage(std::span<const Document> reports) {
  Lineage lineage;
  for (size_t i = 0; i < reports.size(); ++i) {
    lineage.origins.push_back({"o" + std::to_string(i + 1), {static_cast<Index>(i)}, "no shared words", true, ""});
    lineage.origin_of.push_back(static_cast<Index>(i));
  }
  return lineage;
}

}  // namespace synoptic
