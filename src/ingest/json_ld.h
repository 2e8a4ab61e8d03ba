// schema.org metadata of a news page, as JSON-LD.
#ifndef SYNOPTIC_INGEST_JSON_LD_H_
#define SYNOPTIC_INGEST_JSON_LD_H_

#include <string>

#include "ingest/html_meta.h"

namespace synoptic {

// Adds to `meta` what the first article in `json` says; fields that are set already stay. Text that
// is not JSON is mended where pages often break it (comments, control characters) and passed over
// otherwise.
void ReadJsonLd(std::string json, PageMeta& meta);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_JSON_LD_H_
