#include "ingest/csv.h"

#include <algorithm>

namespace synoptic {

bool CsvReader::Row(std::vector<std::string>& cells) {
  cells.assign(1, "");
  line_ = next_line_;
  if (!input_.Line(buffer_, limit_)) return false;
  ++next_line_;
  if (separator_ == 0) {
    if (buffer_.starts_with("\xEF\xBB\xBF")) buffer_.erase(0, 3);
    const auto count = [&](char c) { return std::count(buffer_.begin(), buffer_.end(), c); };
    separator_ = ',';
    for (const char c : {';', '\t'}) {
      if (count(c) > count(separator_)) separator_ = c;
    }
  }
  bool quoted = false;
  size_t size = 0;
  while (true) {
    if (buffer_.ends_with('\r')) buffer_.pop_back();
    for (size_t at = 0; at < buffer_.size() && size <= limit_; ++at, ++size) {
      const char c = buffer_[at];
      if (c == '"' && quoted && at + 1 < buffer_.size() && buffer_[at + 1] == '"') {
        cells.back() += '"';
        ++at;
      } else if (c == '"' && (quoted || cells.back().empty())) {
        quoted = !quoted;
      } else if (c == separator_ && !quoted) {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    if (!quoted || size > limit_ || !input_.Line(buffer_, limit_)) return true;
    ++next_line_;
    cells.back() += '\n';
    ++size;
  }
}

}  // namespace synoptic
