// The query parameters that lists take, checked.
#ifndef SYNOPTIC_SERVER_PARAMS_H_
#define SYNOPTIC_SERVER_PARAMS_H_

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/result.h"
#include "server/target.h"
#include "store/rows.h"

namespace synoptic {

// kInvalid, with its name, where a parameter is none of `known` or stands twice.
Result<void> CheckParameters(const Target& target, std::initializer_list<std::string_view> known);

// `value` is a day ("2031-03-04") or empty; kInvalid, with `name`, otherwise.
Result<void> CheckDay(std::string_view name, std::string_view value);

// limit and cursor.
Result<PageRequest> ReadPage(const Target& target);

// from, to, source, actor, story.
Result<ReportFilter> ReadFilter(const Target& target);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_PARAMS_H_
