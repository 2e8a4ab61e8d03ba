// Conditions of a list, put together as SQL with its values beside it.
#ifndef SYNOPTIC_STORE_FILTER_H_
#define SYNOPTIC_STORE_FILTER_H_

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "store/rows.h"
#include "store/sqlite.h"

namespace synoptic {

// What FTS5 is to look for: every word, marked phrases together, word* as a beginning. Whatever is
// typed is valid. Empty where it holds no word.
std::string MatchOf(std::string_view typed);

class Conditions {
 public:
  // `sql` stands in brackets of its own, with a ? for each value.
  template <typename... Values>
  void Add(std::string_view sql, const Values&... values) {
    sql_ += (sql_.empty() ? " WHERE (" : " AND (") + std::string(sql) + ")";
    (values_.emplace_back(values), ...);
  }
  // Conditions on reports, known as `r`.
  void AddReport(const ReportFilter& filter);
  bool empty() const { return sql_.empty(); }

  const std::string& sql() const { return sql_; }
  void Bind(Query& query) const {
    for (const auto& value : values_) {
      std::visit([&query](const auto& one) { query.Bind(one); }, value);
    }
  }
  // The conditions alone, to stand inside of another query.
  std::string Inner() const {
    return sql_.empty() ? "1" : sql_.substr(std::string_view(" WHERE ").size());
  }
  void AddInner(std::string_view before, const Conditions& inner, std::string_view after) {
    Add(std::string(before) + inner.Inner() + std::string(after));
    values_.insert(values_.end(), inner.values_.begin(), inner.values_.end());
  }

 private:
  std::string sql_;
  std::vector<std::variant<int64_t, std::string>> values_;
};

// One state of the store for several queries.
class ReadScope {
 public:
  explicit ReadScope(Database& database) : database_(database) { database_.Run("BEGIN"); }
  ~ReadScope();
  ReadScope(const ReadScope&) = delete;
  ReadScope& operator=(const ReadScope&) = delete;

 private:
  Database& database_;
};

inline constexpr size_t kMostRows = 1000;

// Cursors. Both refuse what they did not write.
Result<uint64_t> OffsetOf(const std::string& cursor);
std::string CursorOf(uint64_t offset);
struct PlaceInTime {
  int64_t moment = 0, row = 0;
};
Result<std::optional<PlaceInTime>> PlaceOf(const std::string& cursor);
std::string CursorOf(PlaceInTime place);

}  // namespace synoptic

#endif  // SYNOPTIC_STORE_FILTER_H_
