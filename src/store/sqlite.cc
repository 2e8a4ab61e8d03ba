#include "store/sqlite.h"

#include <sqlite3.h>

namespace synoptic {
namespace {

constexpr size_t kIdleStatements = 200;
constexpr int kBusyMilliseconds = 30000;

ErrorCode CodeOf(int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return ErrorCode::kFull;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return ErrorCode::kMalformed;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
      return ErrorCode::kUnreadable;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorCode::kConflict;
    case SQLITE_TOOBIG:
      return ErrorCode::kTooLarge;
    default:
      return ErrorCode::kInternal;
  }
}

std::string_view Why(int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return "no space left to write";
    case SQLITE_NOTADB:
      return "not a database";
    case SQLITE_CORRUPT:
      return "damaged";
    case SQLITE_BUSY:
      return "another program has been writing to it for too long";
    case SQLITE_READONLY:
      return "may not be written to";
    case SQLITE_CANTOPEN:
      return "cannot be opened";
    case SQLITE_IOERR:
      return "cannot be written or read: a fault of the disk, or a limit on the size of files";
    default:
      return {};
  }
}

}  // namespace

void CloseDatabase::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
void FinalizeStatement::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<std::unique_ptr<Database>> Database::Open(const std::string& path, Access access) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |= access == Access::kRead ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (access == Access::kCreate) flags |= SQLITE_OPEN_CREATE;
  auto database = std::make_unique<Database>();
  database->path_ = path;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  database->handle_.reset(handle);
  if (code != SQLITE_OK) {
    database->Fail(code, "opening it");
    return *database->error_;
  }
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  return database;
}

void Database::Fail(Error error) {
  if (!error_) error_ = std::move(error);
}

void Database::Fail(int code, std::string_view what) {
  std::string message = path_ + ": ";
  const std::string_view why = Why(code);
  if (!why.empty()) {
    message += why;
  } else {
    message += std::string(handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code)) + " (" +
               std::string(what) + ")";
  }
  Fail(Error{CodeOf(code), std::move(message)});
}

Result<void> Database::Take() {
  if (!error_) return {};
  if (in_transaction_) return *error_;
  Error error = std::move(*error_);
  error_.reset();
  return error;
}

void Database::Run(const char* sql) {
  if (!ok()) return;
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) Fail(code, sql);
}

int64_t Database::Int(const char* sql) {
  Query query(*this, sql);
  return query.Step() ? query.Int(0) : 0;
}

int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }
int64_t Database::changed_rows() const { return sqlite3_changes64(handle_.get()); }

SqlStatement Database::Prepare(std::string_view sql) {
  const auto idle = idle_.find(sql);
  if (idle != idle_.end()) {
    SqlStatement statement = std::move(idle->second);
    idle_.erase(idle);
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) Fail(code, sql);
  return SqlStatement(statement);
}

void Database::GiveBack(std::string_view sql, SqlStatement statement) {
  sqlite3_reset(statement.get());
  sqlite3_clear_bindings(statement.get());
  if (idle_.size() >= kIdleStatements) idle_.clear();
  idle_.insert_or_assign(std::string(sql), std::move(statement));
}

Query::Query(Database& database, std::string_view sql) : database_(database), sql_(sql) {
  if (database_.ok()) statement_ = database_.Prepare(sql);
}

Query::~Query() {
  if (statement_) database_.GiveBack(sql_, std::move(statement_));
}

void Query::Put(int64_t value) {
  if (statement_) sqlite3_bind_int64(statement_.get(), next_++, value);
}
void Query::Put(double value) {
  if (statement_) sqlite3_bind_double(statement_.get(), next_++, value);
}
void Query::Put(std::string_view value) {
  if (!statement_) return;
  const int code = sqlite3_bind_text64(statement_.get(), next_++, value.data() ? value.data() : "",
                                       value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) database_.Fail(code, sql_);
}
void Query::Put(std::nullopt_t) {
  if (statement_) sqlite3_bind_null(statement_.get(), next_++);
}

Query& Query::BindBlob(std::string_view bytes) {
  if (!statement_) return *this;
  const int code = sqlite3_bind_blob64(statement_.get(), next_++, bytes.data() ? bytes.data() : "",
                                       bytes.size(), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) database_.Fail(code, sql_);
  return *this;
}

bool Query::Step() {
  if (!statement_ || !database_.ok()) return false;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.Fail(code, sql_);
  return false;
}

void Query::Run() {
  while (Step()) {
  }
  Reset();
}

void Query::Reset() {
  if (statement_) sqlite3_reset(statement_.get());
  next_ = 1;
}

bool Query::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
int64_t Query::Int(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Query::Real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Query::View(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return {static_cast<const char*>(bytes), bytes ? static_cast<size_t>(size) : 0};
}

std::optional<std::string> Query::TextOrNull(int column) const {
  if (IsNull(column)) return std::nullopt;
  return Text(column);
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.Run("BEGIN IMMEDIATE");
  open_ = database_.in_transaction_ = database_.ok();
}

Transaction::~Transaction() {
  if (!open_) return;
  database_.in_transaction_ = false;
  (void)database_.Take();
  // A failed statement may have ended the transaction already.
  if (!sqlite3_get_autocommit(database_.handle())) {
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

Result<void> Transaction::Commit() {
  database_.Run("COMMIT");
  if (!database_.ok()) {
    Error error = *database_.error_;
    return error;
  }
  open_ = database_.in_transaction_ = false;
  return {};
}

}  // namespace synoptic
