// Prints the rows of a list of a store, page by page.
#ifndef SYNOPTIC_CLI_STORE_PAGES_H_
#define SYNOPTIC_CLI_STORE_PAGES_H_

#include <algorithm>
#include <string>
#include <type_traits>

#include "base/result.h"
#include "session.h"
#include "store/rows.h"

namespace synoptic {

// Asks for pages until `limit` rows are written. `write` appends a row to a string; where it
// returns a bool, false leaves the row out and it is not counted.
template <typename Row, typename Ask, typename Write>
void PrintPages(size_t limit, Session& session, Ask ask, Write write) {
  constexpr size_t kLeast = 20, kMost = 200;  // rows asked for at once
  PageRequest request;
  size_t left = limit;
  do {
    request.limit = std::min(std::max(left, kLeast), kMost);
    const Result<RowPage<Row>> page = ask(request);
    if (!page) {
      const bool asked_wrong = page.error().code == ErrorCode::kInvalid;
      return asked_wrong ? session.Refuse(page.error().message)
                         : session.NoStore(page.error().message);
    }
    std::string out;
    for (const Row& row : page->items) {
      if (left == 0) break;
      bool written = true;
      if constexpr (std::is_void_v<decltype(write(row, out))>) {
        write(row, out);
      } else {
        written = write(row, out);
      }
      if (written) --left;
    }
    session.Print(out);
    request.cursor = page->next;
  } while (!request.cursor.empty() && left > 0);
}

}  // namespace synoptic

#endif  // SYNOPTIC_CLI_STORE_PAGES_H_
