// Which lines of a plain text are the story, and which are what stands around it.
#ifndef SYNOPTIC_INGEST_SECTIONS_H_
#define SYNOPTIC_INGEST_SECTIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace synoptic {

struct Layout {
  std::vector<Section>
      sections;  // by place, apart, without white space at their ends; they cover all words
  std::vector<std::string> authors;  // of the byline
  std::string credit;                // words of the credit lines, without brackets; empty if none
  std::string agency;  // in brackets of the dateline, "(Agency)", or before the date of a line of
                       // its own, "Dune Post, 15 March 2031"; empty if none
  Span headline,
      dateline;  // empty if none; a dateline is "CITY, May 11 (Agency) —" or a line with a date
};

// Sections of `text`, a line or a paragraph a line. Linear; total.
Layout FindLayout(std::string_view text);

// What data/en/furniture.tsv says of one line: "credit", "boilerplate", "opener" or "body".
std::string_view FurnitureKind(std::string_view line);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_SECTIONS_H_
