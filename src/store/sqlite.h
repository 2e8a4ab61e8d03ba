// SQLite with sticky errors: after the first failure of a connection every further step does
// nothing until the error is taken, so that a transaction is checked once, where it commits.
#ifndef SYNOPTIC_STORE_SQLITE_H_
#define SYNOPTIC_STORE_SQLITE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/hash.h"
#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace synoptic {

struct CloseDatabase {
  void operator()(sqlite3* handle) const;
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const;
};
using SqlStatement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

// One connection; one thread at a time. Prepared statements are kept by their text.
class Database {
 public:
  enum class Access { kRead, kWrite, kCreate };

  static Result<std::unique_ptr<Database>> Open(const std::string& path, Access access);

  // Runs one or more statements without parameters.
  void Run(const char* sql);
  // The first value of a statement without parameters; 0 where it gives none.
  int64_t Int(const char* sql);

  bool ok() const { return !error_; }
  // The first error since the last call, and forgets it; within a Transaction it is kept, so that
  // nobody can commit what failed.
  Result<void> Take();
  void Fail(int code, std::string_view what);
  void Fail(Error error);

  int64_t last_row() const;
  int64_t changed_rows() const;
  sqlite3* handle() const { return handle_.get(); }
  const std::string& path() const { return path_; }

 private:
  friend class Query;
  friend class Transaction;
  SqlStatement Prepare(std::string_view sql);
  void GiveBack(std::string_view sql, SqlStatement statement);

  std::string path_;
  std::unique_ptr<sqlite3, CloseDatabase> handle_;
  std::unordered_map<std::string, SqlStatement, StringHash, std::equal_to<>> idle_;
  std::optional<Error> error_;
  bool in_transaction_ = false;
};

// A statement in use. Values are bound from the left; what `Text` and `Blob` return is valid until
// the next Step. `sql` must outlive it.
class Query {
 public:
  Query(Database& database, std::string_view sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  template <typename... Values>
  Query& Bind(const Values&... values) {
    (Put(values), ...);
    return *this;
  }
  Query& BindBlob(std::string_view bytes);

  bool Step();  // true: there is a row
  // Runs to the end and makes it ready to be bound anew.
  void Run();
  void Reset();

  bool IsNull(int column) const;
  int64_t Int(int column) const;
  double Real(int column) const;
  std::string_view View(int column) const;
  std::string Text(int column) const { return std::string(View(column)); }
  std::optional<std::string> TextOrNull(int column) const;

 private:
  void Put(int64_t value);
  void Put(int value) { Put(static_cast<int64_t>(value)); }
  void Put(uint32_t value) { Put(static_cast<int64_t>(value)); }
  void Put(uint64_t value) { Put(static_cast<int64_t>(value)); }
  void Put(bool value) { Put(static_cast<int64_t>(value)); }
  void Put(double value);
  void Put(std::string_view value);
  void Put(const std::string& value) { Put(std::string_view(value)); }
  void Put(const char* value) { Put(std::string_view(value)); }
  void Put(std::nullopt_t);
  template <typename T>
  void Put(const std::optional<T>& value) {
    value ? Put(*value) : Put(std::nullopt);
  }

  Database& database_;
  std::string_view sql_;
  SqlStatement statement_;
  int next_ = 1;
};

// BEGIN IMMEDIATE … COMMIT; rolled back where Commit was not called or failed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Result<void> Commit();

 private:
  Database& database_;
  bool open_ = false;
};

}  // namespace synoptic

#endif  // SYNOPTIC_STORE_SQLITE_H_
