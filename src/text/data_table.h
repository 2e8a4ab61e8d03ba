// The table that cmake/embed.cmake makes; read it through text/data.h.
#ifndef SYNOPTIC_TEXT_DATA_TABLE_H_
#define SYNOPTIC_TEXT_DATA_TABLE_H_

namespace synoptic {

struct DataEntry {
  const char* path;
  const char* begin;
  const char* end;
};

extern const DataEntry kDataTable[];  // sorted by path
extern const unsigned long kDataCount;

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_DATA_TABLE_H_
