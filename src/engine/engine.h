// The order of stages. The command line and every later binding call this and nothing below it.
// Start here.
#ifndef SYNOPTIC_ENGINE_ENGINE_H_
#define SYNOPTIC_ENGINE_ENGINE_H_

#include <span>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "doc/story.h"
#include "names/names.h"

namespace synoptic {

// Adds every annotation to one report as ingest left it. Pure and thread-safe.
void Annotate(Document& report);

// Sets heads and relations in every sentence; Annotate parses only those that a stage asks for.
void ParseAll(Document& report);

// Annotates all of `reports`, in parallel.
void AnnotateAll(std::span<Document> reports, int threads);

// Lays annotated reports side by side as one story. First brings them into their own order
// (publication, id, text) and makes their ids unique, so that the answer does not depend on the
// order given; then joins their actors and reads copied and undated times from the day they were
// written on.
//
// `corrections` are the user's word on who is who, over what the names say; `publishers` on which
// outlets are of one house, rows in the form of data/publishers.tsv, over those shipped.
Comparison Compare(std::vector<Document>& reports, const Corrections& corrections = {},
                   std::string_view publishers = {});

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_ENGINE_H_
