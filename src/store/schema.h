// The tables of a store, and how an older store becomes one of today. doc/store.md describes them.
#ifndef SYNOPTIC_STORE_SCHEMA_H_
#define SYNOPTIC_STORE_SCHEMA_H_

#include "store/sqlite.h"

namespace synoptic {

inline constexpr int kApplicationId = 0x53594E4F;  // "SYNO", in the header of the file

// The version this program writes.
int SchemaVersion();

// The version of an open database, 0 of an empty one. An error where it is no store: another
// program's database, no database at all, or a store of a newer program. Writes nothing.
Result<int> ReadSchemaVersion(Database& database);

// What is said of a store of a newer program.
Error NewerStore(const std::string& path, int version);

// Brings an open, writable database from any older version, also 0, to today's. All or nothing.
Result<void> Migrate(Database& database);

}  // namespace synoptic

#endif  // SYNOPTIC_STORE_SCHEMA_H_
