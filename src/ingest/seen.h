// Which reports of a run are copies or later states of earlier ones.
#ifndef SYNOPTIC_INGEST_SEEN_H_
#define SYNOPTIC_INGEST_SEEN_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "doc/document.h"

namespace synoptic {

// `url` as far as it names a page: without scheme, "www.", fragment, marks of campaigns and a slash
// at the end, the host in lower case.
std::string PageKey(std::string_view url);

// Remembers the reports it is shown: about 100 bytes each. Not thread-safe; what it says depends on
// the order of the reports alone.
class SeenReports {
 public:
  // The ids of an earlier report with the same words, or else of the latest from the same address;
  // empty where there is none.
  struct Verdict {
    std::string duplicate_of, revision_of;
  };
  Verdict Judge(const Document& report);

 private:
  std::unordered_map<uint64_t, std::string> by_text_, by_url_;  // -> id
};

// Paragraphs of one text that the other does not have, in their order.
struct TextChange {
  std::vector<std::string> added, removed;
};
TextChange ChangeOf(std::string_view before, std::string_view after);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_SEEN_H_
