// Ledger entries of a store, which are JSON there, as they stood on a day.
#ifndef SYNOPTIC_ENGINE_ENTRY_AS_OF_H_
#define SYNOPTIC_ENGINE_ENTRY_AS_OF_H_

#include <optional>
#include <string>
#include <string_view>

#include "doc/date.h"
#include "doc/story.h"

namespace synoptic {

// An entry as compare writes it, without its evidence; nullopt where `json` is none.
std::optional<LedgerEntry> ReadLedgerEntry(std::string_view json);

// `json` as it stood at the end of that day (see LedgerAsOf); nullopt where it was not yet made.
std::optional<std::string> EntryAsOf(std::string_view json, Date date);

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_ENTRY_AS_OF_H_
