// PLOVER event records as JSON Lines (Political Language Ontology for Verifiable Event Records,
// Open Event Data Alliance, manual of 2021/22).
#ifndef SYNOPTIC_DOC_PLOVER_EXPORT_H_
#define SYNOPTIC_DOC_PLOVER_EXPORT_H_

#include <span>
#include <string>
#include <string_view>

#include "doc/document.h"

namespace synoptic {

// The modes that the ontology knows of a type.
std::span<const std::string_view> PloverModes(PloverType type);

// "verbal cooperation" and so on.
std::string_view QuadName(Quad quad);

// Appends a record a line for each event of the report; other facts have no place in the ontology.
// Positions in code points. `date` is the first day that the event's clause tells in full, else
// null.
void WritePlover(const Document& document, std::string& out);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_PLOVER_EXPORT_H_
