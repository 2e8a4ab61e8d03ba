#include "text/lexicon.h"

#include "base/ascii.h"
#include "base/data.h"

namespace synoptic {
namespace {

constexpr std::string_view kFormat = "# FORMAT ";
constexpr std::string_view kExample = "# EXAMPLE ";

}  // namespace

Lexicon Lexicon::Load(std::string_view path) { return Parse(DataFile(path)); }

Lexicon Lexicon::Parse(std::string_view text) {
  Lexicon lexicon;
  for (std::string_view line : Split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with(kFormat)) {
      lexicon.columns_ = Split(line.substr(kFormat.size()), '\t');
    } else if (line.starts_with(kExample)) {
      lexicon.examples_.push_back(line.substr(kExample.size()));
    } else if (!line.empty() && line.front() != '#') {
      Row row = Split(line, '\t');
      if (row.front().empty() ||
          (!lexicon.columns_.empty() && row.size() > lexicon.columns_.size())) {
        lexicon.malformed_.push_back(line);
      }
      if (row.size() < lexicon.columns_.size()) row.resize(lexicon.columns_.size());
      lexicon.rows_.push_back(std::move(row));
    }
  }
  return lexicon;
}

}  // namespace synoptic
