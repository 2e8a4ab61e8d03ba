// The file: opening it, its one writer, its pool of readers.
#include "store/store.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/hash.h"
#include "store/place.h"
#include "store/schema.h"

namespace synoptic {
namespace {

constexpr size_t kIdleReaders = 64;
constexpr size_t kHeader = 100;  // bytes; https://www.sqlite.org/fileformat.html
constexpr size_t kUserVersionAt = 60, kApplicationAt = 68;

uint32_t BigEndian(const std::array<char, kHeader>& header, size_t at) {
  uint32_t value = 0;
  for (size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(header[at + i]);
  return value;
}

// Looks at the first bytes alone: even opening a database may write to its folder.
Result<void> Peek(const std::string& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return Error{ErrorCode::kUnreadable,
                 path + ": " + (errno ? std::strerror(errno) : "cannot be opened")};
  }
  std::array<char, kHeader> header{};
  file.read(header.data(), kHeader);
  if (file.gcount() == 0) return {};
  static constexpr std::string_view kMagic("SQLite format 3\0", 16);
  const bool whole = file.gcount() == static_cast<std::streamsize>(kHeader);
  if (!whole || std::string_view(header.data(), kMagic.size()) != kMagic) {
    return Error{ErrorCode::kMalformed, path + ": not a store: no SQLite database"};
  }
  const uint32_t application = BigEndian(header, kApplicationAt);
  if (application != static_cast<uint32_t>(kApplicationId)) {
    if (application == 0 && BigEndian(header, kUserVersionAt) == 0) return {};  // maybe empty
    return Error{ErrorCode::kMalformed,
                 path + ": an SQLite database of another program, not a store"};
  }
  const auto version = static_cast<int>(BigEndian(header, kUserVersionAt));
  if (version > SchemaVersion()) return NewerStore(path, version);
  return {};
}

Result<std::unique_ptr<Database>> OpenWriter(const std::string& path, bool create) {
  auto database =
      Database::Open(path, create ? Database::Access::kCreate : Database::Access::kWrite);
  if (!database) return database;
  Database& db = **database;
  const Result<int> version = ReadSchemaVersion(db);
  if (!version) return version.error();
  AddHitPlace(db);
  // FULL: what is committed is on the disk, not only handed to the system.
  db.Run(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
      "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA journal_size_limit = "
      "67108864");
  if (auto set = db.Take(); !set) return set.error();
  if (*version < SchemaVersion()) {
    if (auto done = Migrate(db); !done) return done.error();
    db.Run("PRAGMA wal_checkpoint(TRUNCATE)");  // so that the file's header tells the version
    if (auto done = db.Take(); !done) return done.error();
  }
  return database;
}

Result<std::unique_ptr<Database>> OpenReader(const std::string& path) {
  // Not read-only: such a connection cannot take the log's index away when it is the last.
  auto database = Database::Open(path, Database::Access::kWrite);
  if (!database) return database;
  AddHitPlace(**database);
  (*database)->Run("PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192");
  if (auto set = (*database)->Take(); !set) return set.error();
  return database;
}

}  // namespace

Result<std::unique_ptr<Store>> Store::Open(const std::string& path, OpenMode mode) {
  std::error_code error;
  const bool exists = std::filesystem::exists(path, error);
  if (!exists && mode != OpenMode::kCreate) {
    return Error{ErrorCode::kNotFound, path + ": no such store"};
  }
  if (exists) {
    if (std::filesystem::is_directory(path, error)) {
      return Error{ErrorCode::kMalformed, path + ": a folder, not a store"};
    }
    if (auto peeked = Peek(path); !peeked) return peeked.error();
  }
  std::unique_ptr<Store> store(new Store(path));
  store->mode_ = mode;
  if (mode != OpenMode::kRead) {
    auto writer = OpenWriter(path, mode == OpenMode::kCreate);
    if (!writer) return writer.error();
    store->writer_ = std::move(*writer);
    return store;
  }
  auto reader = OpenReader(path);
  if (!reader) return reader.error();
  const Result<int> version = ReadSchemaVersion(**reader);
  if (!version) return version.error();
  if (*version < SchemaVersion()) {
    auto writer = OpenWriter(path, false);
    if (!writer) return writer.error();
  }
  store->pool_.push_back(std::move(*reader));
  return store;
}

Store::~Store() = default;

Result<std::unique_ptr<Store::ReadLease>> Store::Read() {
  std::unique_ptr<Database> database;
  {
    const std::lock_guard lock(pool_mutex_);
    if (!pool_.empty()) {
      database = std::move(pool_.back());
      pool_.pop_back();
    }
  }
  if (!database) {
    auto opened = OpenReader(path_);
    if (!opened) return opened.error();
    database = std::move(*opened);
  }
  return std::make_unique<ReadLease>(*this, std::move(database));
}

void Store::GiveBack(std::unique_ptr<Database> database) {
  (void)database->Take();
  const std::lock_guard lock(pool_mutex_);
  if (pool_.size() < kIdleReaders) pool_.push_back(std::move(database));
}

Result<std::unique_ptr<Store::WriteLease>> Store::Write() {
  if (!writer_) return Error{ErrorCode::kInvalid, path_ + ": opened for reading alone"};
  return std::make_unique<WriteLease>(*this);
}

std::string ContentKey(const Document& report) {
  const std::string_view place = report.url      ? std::string_view(*report.url)
                                 : report.source ? std::string_view(*report.source)
                                                 : std::string_view();
  const uint64_t of_text = Hash64(report.text);
  const uint64_t first = HashCombine(Hash64(place), of_text);
  const uint64_t second = HashCombine(Hash64(report.text, 1), Hash64(place, 1));
  return HexDigest(first) + HexDigest(second);
}

}  // namespace synoptic
