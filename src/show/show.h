// Room show: how does a person read what was found? A page, a terminal, a brief. Only selects and
// arranges; every value shown leads to its words.
#ifndef SYNOPTIC_SHOW_SHOW_H_
#define SYNOPTIC_SHOW_SHOW_H_

#include <span>
#include <string>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

// One self-contained HTML page: no request, everything escaped, readable without script. Appends to
// `out`.
void WriteHtml(std::span<const Document> reports, const Comparison& comparison, std::string& out);

struct TextOptions {
  bool colour = false;
  int width = 80;  // columns
};
void WriteText(std::span<const Document> reports, const Comparison& comparison,
               const TextOptions& options, std::string& out);

// A brief of about one page.
void WriteMarkdown(std::span<const Document> reports, const Comparison& comparison,
                   std::string& out);

// The letter that stands for each report, the same everywhere: "A", "B", … unique.
std::vector<std::string> Sigla(std::span<const Document> reports);

}  // namespace synoptic

#endif  // SYNOPTIC_SHOW_SHOW_H_
