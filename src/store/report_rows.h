// The rows of one report's annotations.
#ifndef SYNOPTIC_STORE_REPORT_ROWS_H_
#define SYNOPTIC_STORE_REPORT_ROWS_H_

#include <string_view>

#include "store/sqlite.h"

namespace synoptic {

// `annotations`: JSON of WriteDocumentJson.
void InsertAnnotations(Database& database, int64_t report, std::string_view annotations);
void DeleteAnnotations(Database& database, int64_t report);

}  // namespace synoptic

#endif  // SYNOPTIC_STORE_REPORT_ROWS_H_
