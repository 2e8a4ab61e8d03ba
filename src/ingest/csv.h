// Tables of text: RFC 4180, also with semicolons or tabs.
#ifndef SYNOPTIC_INGEST_CSV_H_
#define SYNOPTIC_INGEST_CSV_H_

#include <string>
#include <vector>

#include "ingest/unpack.h"

namespace synoptic {

// Rows one after the other. A cell in quotes may hold separators, line ends and doubled quotes.
// The separator is the commonest of comma, semicolon and tab in the first row.
class CsvReader {
 public:
  // A row over `limit` bytes is cut. `input` must outlive the reader.
  CsvReader(UnpackedInput& input, size_t limit) : input_(input), limit_(limit) {}
  // False at the end.
  bool Row(std::vector<std::string>& cells);
  size_t line() const { return line_; }  // where the row began, from 1

 private:
  UnpackedInput& input_;
  size_t limit_;
  char separator_ = 0;
  size_t line_ = 0, next_line_ = 1;
  std::string buffer_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_CSV_H_
