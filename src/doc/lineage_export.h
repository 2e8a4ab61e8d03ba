// Lineage as a graph for other programs. Both append to `out`; same input, same bytes; everything
// is escaped.
#ifndef SYNOPTIC_DOC_LINEAGE_EXPORT_H_
#define SYNOPTIC_DOC_LINEAGE_EXPORT_H_

#include <span>
#include <string>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// Graphviz: a node a report, a cluster an origin of several, an edge from the earlier words to the
// later; edges whose way is not known have no head, edges under a confidence of 0.5 are dotted.
void WriteLineageDot(std::span<const Document> reports, const Lineage& lineage, std::string& out);

// GraphML (http://graphml.graphdrawing.org): the same with kind, share, confidence and origin as
// data.
void WriteLineageGraphml(std::span<const Document> reports, const Lineage& lineage,
                         std::string& out);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_LINEAGE_EXPORT_H_
