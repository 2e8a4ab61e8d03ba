// Reports as a client sends them, read by ingest.
#ifndef SYNOPTIC_SERVER_NEW_REPORTS_H_
#define SYNOPTIC_SERVER_NEW_REPORTS_H_

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "doc/document.h"
#include "server/json_body.h"
#include "server/target.h"

namespace synoptic {

// What is wrong, and its JSON Pointer.
struct BodyError {
  int status = 400;
  std::string detail, pointer;
};

// Reads what is at an address of the web. kInvalid: it is none; kConflict: not now; kUnsupported:
// not by this service; everything else: it could not be read.
using ReadAddress = std::function<Result<std::vector<Document>>(const std::string& url)>;

// {"reports": [{"text", …}]}; at most kMostNewReports. One with an url and no text is read by
// `read_address`; where that is empty, it is refused. Whatever is wrong with one refuses all.
inline constexpr size_t kMostNewReports = 1000;
std::variant<std::vector<Document>, BodyError> ReadNewReports(const rapidjson::Value& body,
                                                              const ReadAddress& read_address);

// One file as it is, of any form that ingest reads. `media_type` or the ending of the parameter
// `name` tells the form; published, source, url, title and id say what it does not.
std::variant<std::vector<Document>, BodyError> ReadFile(std::string_view media_type,
                                                        const std::string& body,
                                                        const Target& target);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_NEW_REPORTS_H_
