// The table that cmake/embed.cmake makes; read it through base/data.h.
#ifndef SYNOPTIC_BASE_DATA_TABLE_H_
#define SYNOPTIC_BASE_DATA_TABLE_H_

namespace synoptic {

struct DataEntry {
  const char* path;
  const char* begin;
  const char* end;
};

extern const DataEntry kDataTable[];  // sorted by path
extern const unsigned long kDataCount;

}  // namespace synoptic

#endif  // SYNOPTIC_BASE_DATA_TABLE_H_
