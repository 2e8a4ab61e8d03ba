// The order of stages. The command line, the server and every binding call this and nothing below
// it.
#ifndef SYNOPTIC_ENGINE_ENGINE_H_
#define SYNOPTIC_ENGINE_ENGINE_H_

#include <span>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// Adds every annotation to one report as ingest left it. Pure and thread-safe.
void Annotate(Document& report);

// Annotates reports in parallel on at most `threads` threads (0: the cores there are).
void AnnotateAll(std::span<Document> reports, int threads);

// Lays annotated reports side by side as one story. Joins their actors and re-anchors copied dates,
// so `reports` change.
Comparison Compare(std::span<Document> reports);

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_ENGINE_H_
