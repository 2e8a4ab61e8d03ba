// The invariants of Document and Comparison, for tests and fuzz targets.
#ifndef SYNOPTIC_DOC_CHECK_H_
#define SYNOPTIC_DOC_CHECK_H_

#include <span>
#include <string>
#include <vector>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// A line for every broken invariant; empty if all hold. Cost: linear in text and annotations.
std::vector<std::string> BrokenInvariants(const Document& document);
std::vector<std::string> BrokenInvariants(std::span<const Document> reports,
                                          const Comparison& comparison);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_CHECK_H_
