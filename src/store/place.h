// Where in a column the words of a search stand: an auxiliary function of FTS5, which knows them.
#ifndef SYNOPTIC_STORE_PLACE_H_
#define SYNOPTIC_STORE_PLACE_H_

#include "store/sqlite.h"

namespace synoptic {

// Adds hit_place(table, column): "begin end from to" in bytes of that column: the closest words
// found, and what to show around them; NULL where the column holds none. Once a connection.
void AddHitPlace(Database& database);

}  // namespace synoptic

#endif  // SYNOPTIC_STORE_PLACE_H_
