// Terms: what a report is about, as counted words.
#ifndef SYNOPTIC_STORIES_TERMS_H_
#define SYNOPTIC_STORIES_TERMS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"

namespace synoptic {

struct Term {
  uint32_t stem = 0;
  uint16_t count = 0;
  bool name = false;  // a name or figure
  bool operator==(const Term&) const = default;
};

inline constexpr size_t kMaxTerms = 200;  // a report keeps those that say most

struct ReportTerms {
  std::string id;
  std::string headline;  // empty if it has none
  std::optional<Moment> published;
  bool sure = false;  // `published` comes from metadata; a date found in the text moves no clock
  std::vector<Term> terms;  // by stem, unique
};

// Words of title, headline and body but for function words; those of the title and the first 150
// others count twice. Pure, thread-safe, linear.
ReportTerms ReadTerms(const Document& report);

// Appends `terms` to `out` as bytes; and takes them back from the front of `in` into an empty
// `terms`, false where no such bytes stand there.
void PutTerms(const ReportTerms& terms, std::string& out);
bool TakeTerms(std::string_view& in, ReportTerms& terms);

}  // namespace synoptic

#endif  // SYNOPTIC_STORIES_TERMS_H_
