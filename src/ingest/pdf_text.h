// The text of a PDF as pdftotext writes it, made into paragraphs.
#ifndef SYNOPTIC_INGEST_PDF_TEXT_H_
#define SYNOPTIC_INGEST_PDF_TEXT_H_

#include <string>
#include <string_view>

namespace synoptic {

// `pages` are lines as they stand on the pages, parted by form feeds. Returns paragraphs with an
// empty line between: lines are joined, words put together that a hyphen parts at the end of a line
// (the hyphen stays where the text has it in mid-line too), ligatures written out. Numbers of pages
// and lines that stand at the edge of many are left out; of lines without a number the first stays,
// which may be the title. Total, UTF-8; bytes that are not stay. Linear.
std::string ParagraphsOfPages(std::string_view pages);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_PDF_TEXT_H_
