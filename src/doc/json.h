// The JSON forms of doc/formats.md. Writers stream into a string: no tree of the whole output.
// Positions are written in code points. Same document, same bytes.
#ifndef SYNOPTIC_DOC_JSON_H_
#define SYNOPTIC_DOC_JSON_H_

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

struct JsonOptions {
  bool tokens = false;      // write "tokens"
  bool source_map = false;  // write "source_map", and the bytes of quotations beside their places
};

class JsonWriter;

// Writes the list of `runs` of `text`.
void WriteSourceRuns(std::string_view text, const std::vector<SourceRun>& runs, JsonWriter& json);

// Writes "source_map" and its value: null where the report is not of a page. `more` may be null, or
// adds fields to the object.
void WriteSourceMap(const Document& document, JsonWriter& json,
                    const std::function<void()>& more = nullptr);

// Appends one line-free JSON object, without a line break at its end.
void WriteDocumentJson(const Document& document, const JsonOptions& options, std::string& out);

// The answer of `synoptic compare`; `reports` in the order the comparison's indices mean.
void WriteComparisonJson(std::span<const Document> reports, const Comparison& comparison,
                         std::string& out);

// The `ledger` of that answer alone: {"ledger": […]}.
void WriteLedgerJson(std::span<const Document> reports, const std::vector<LedgerEntry>& ledger,
                     std::string& out);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_JSON_H_
