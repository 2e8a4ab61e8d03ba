// SourceMap: from characters of a report to the bytes of the page that they were cut from.
#ifndef SYNOPTIC_DOC_SOURCE_MAP_H_
#define SYNOPTIC_DOC_SOURCE_MAP_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "doc/span.h"

namespace synoptic {

enum class SourceKind : uint8_t {
  kCopied,   // the bytes are those of the text
  kDecoded,  // an entity, or characters in another encoding
  kSpace,    // white space that became one space
};

// Text and the bytes it was made of. Every character of a run takes as many bytes as the others on
// either side (of a copied run: its own), so that a place within is found by proportion.
struct SourceRun {
  Span span;    // of the text
  Span source;  // bytes of the page
  SourceKind kind = SourceKind::kCopied;
};

// Runs in order of the text, which is the order of the page; they overlap on neither side. What no
// run holds is not of the page: the break between two paragraphs, the space for a <br>, what came
// from data inside a script.
struct SourceMap {
  std::vector<SourceRun> runs;     // of Document::text
  std::vector<SourceRun> title;    // of Document::title, whose place on the page is elsewhere
  std::string encoding;            // of the page: "utf-8", "windows-1252", "utf-16le"
  std::optional<uint64_t> record;  // where in a web archive the record begins whose body, unpacked,
                                   // the bytes are counted in; else they are those of the file,
                                   // unpacked
  bool empty() const { return runs.empty() && title.empty(); }
};

// The bytes from the first to the last character of `span` that have any, with the markup between;
// nullopt where none has. `span` lies on boundaries of characters. Cost: logarithmic in the runs.
std::optional<Span> SourceOf(const std::vector<SourceRun>& runs, Span span);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_SOURCE_MAP_H_
