// Lines that are not the story, by a table of phrases in data/.
#ifndef SYNOPTIC_INGEST_LINE_TABLE_H_
#define SYNOPTIC_INGEST_LINE_TABLE_H_

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

// Thread-safe once loaded.
class LineTable {
 public:
  // Columns of the file: phrase, where (start, whole, end), kind, next. It is part of the program;
  // one that is missing gives a table in which every line is body.
  static LineTable Load(std::string_view path);

  // "body", or the kind of the first row that fits a line, which is compared in lower case without
  // brackets and marks at its ends. Long lines are body.
  std::string_view KindOf(std::string_view line) const;

 private:
  struct Row {
    std::string phrase;  // folded as lines are
    std::string_view where, kind, next;
  };
  static bool Matches(const Row& row, std::string_view bare, std::string_view folded,
                      bool bracketed);

  std::vector<Row> rows_;
};

size_t WordsOf(std::string_view line);
// Without brackets, bullets and marks of typography at the ends.
std::string_view Bare(std::string_view line);
bool EndsLikeProse(std::string_view line);
bool StartsUpper(std::string_view text);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_LINE_TABLE_H_
