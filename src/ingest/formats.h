// Readers of the forms in which reports come, one .cc each. Every reader is total: what holds no
// report gives one error, what is odd in a report is a warning. No reader fetches anything, and
// entities of XML are never resolved from outside.
#ifndef SYNOPTIC_INGEST_FORMATS_H_
#define SYNOPTIC_INGEST_FORMATS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "doc/document.h"
#include "ingest/ingest.h"

namespace synoptic {

// What a form other than a page says of one report, before it becomes a Document.
struct RawReport {
  std::string id, title, url, source, credit, language;
  std::string published, modified;  // as written
  std::vector<std::string> authors, based_on;
  std::string text;  // plain text or markup
  bool markup = false;
  std::string place;  // "path:line", for messages and for the id where there is none
};

// The Document of a report: text of markup by paragraph, dates read, sections laid out. A report
// without text has its title as text; with neither it is an error.
Result<Document> MakeReport(RawReport raw, std::string_view path, const ReadOptions& options);

// "dir/talks.txt" gives "talks".
std::string Stem(std::string_view path);

// A date of any form that feeds and records use: ISO 8601, RFC 822, "2031-03-04 09:00:00", seconds
// or milliseconds since 1970.
std::optional<Moment> ReadMoment(std::string_view text);

// RSS 0.9x, 1.0 and 2.0, Atom, and news sitemaps: a report an item. True of the first where the
// bytes begin like one of these.
bool LooksLikeXml(std::string_view bytes);
std::vector<Result<Document>> ReadXml(std::string_view path, std::string_view bytes,
                                      const ReadOptions& options);

// One JSON value: a report with the project's fields or those of news-please and passim, IPTC
// ninjs 1 to 3, a JSON Feed (a report an item), or an array of these. `place` is "path:line".
std::vector<Result<Document>> ReadJson(std::string_view path, std::string_view place,
                                       std::string_view json, const ReadOptions& options);

// A message (RFC 5322): its text or HTML part.

Result<Document> ReadMail(std::string_view path, std::string_view bytes,
                          const ReadOptions& options);

// Office Open XML text: paragraphs of word/document.xml, title and date of docProps/core.xml.
Result<Document> ReadDocx(std::string_view path, std::string_view bytes,
                          const ReadOptions& options);

// PDF by pdftotext of poppler-utils, where it is installed; an error that says so where not.
Result<Document> ReadPdf(std::string_view path, std::string_view bytes, const ReadOptions& options);

// A row of CSV (RFC 4180) under the header `names`, which are those of ReadJson.
Result<Document> ReadRow(std::string_view path, std::string_view place,
                         const std::vector<std::string>& names,
                         const std::vector<std::string>& cells, const ReadOptions& options);

// Sections, title, byline, credit and date of a report whose `text` is set.
void ReadLayout(Document& report, const ReadOptions& options);

// A list of one.
std::vector<Result<Document>> Only(Result<Document> report);

// An error of kind kMalformed: "path: why".
Error Malformed(std::string_view path, std::string_view why);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_FORMATS_H_
