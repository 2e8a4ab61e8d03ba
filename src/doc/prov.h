// Where the words of a story's reports come from, as PROV-JSON (W3C Member Submission of 24 April
// 2013, over PROV-DM, W3C Recommendation of 30 April 2013).
#ifndef SYNOPTIC_DOC_PROV_H_
#define SYNOPTIC_DOC_PROV_H_

#include <span>
#include <string>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// Appends one object. Reports are entities, outlets agents, origins collections of reports; a copy,
// rewriting or update is a derivation (of an unknown way: each is an alternate of the other), what
// two took from a third text a derivation of both from an entity that is not at hand. Findings are
// entities derived from the reports that they rest on. Edges under a confidence of 0.5 are left
// out.
void WriteProvJson(std::span<const Document> reports, const Comparison& comparison,
                   std::string& out);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_PROV_H_
