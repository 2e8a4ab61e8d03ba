// Lexicon: a table of language knowledge, data/<language>/*.tsv.
//
// A file is UTF-8 lines. `# FORMAT a<TAB>b` names its columns, `# EXAMPLE …` lines are cases that
// the room's test executes (their form is the room's own), other `#` lines are remarks, everything
// else is a row of tab-separated cells. Missing cells at the end of a row are empty.
#ifndef SYNOPTIC_TEXT_LEXICON_H_
#define SYNOPTIC_TEXT_LEXICON_H_

#include <string_view>
#include <vector>

namespace synoptic {

class Lexicon {
 public:
  // Parses data/`path`; a missing file gives an empty lexicon. Views point into the program's data.
  static Lexicon Load(std::string_view path);
  // Parses `text`, which must outlive the lexicon.
  static Lexicon Parse(std::string_view text);

  using Row = std::vector<std::string_view>;
  const std::vector<Row>& rows() const { return rows_; }
  const std::vector<std::string_view>& examples() const {
    return examples_;
  }  // text behind "# EXAMPLE "
  const std::vector<std::string_view>& columns() const { return columns_; }
  // Lines whose number of cells is over the number of columns, or without a first cell; for tests.
  const std::vector<std::string_view>& malformed() const { return malformed_; }

 private:
  std::vector<Row> rows_;
  std::vector<std::string_view> examples_, columns_, malformed_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_LEXICON_H_
