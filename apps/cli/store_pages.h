// Prints the rows of a list of a store, page by page.
#ifndef SYNOPTIC_CLI_STORE_PAGES_H_
#define SYNOPTIC_CLI_STORE_PAGES_H_

#include <algorithm>
#include <string>

#include "base/result.h"
#include "session.h"
#include "store/rows.h"

namespace synoptic {

// Asks for pages until `limit` rows are there.
template <typename Row, typename Ask, typename Write>
void PrintPages(size_t limit, Session& session, Ask ask, Write write) {
  PageRequest request;
  size_t left = limit;
  do {
    request.limit = std::min<size_t>(left, 200);
    const Result<RowPage<Row>> page = ask(request);
    if (!page) {
      const bool asked_wrong = page.error().code == ErrorCode::kInvalid;
      return asked_wrong ? session.Refuse(page.error().message)
                         : session.NoStore(page.error().message);
    }
    std::string out;
    for (const Row& row : page->items) write(row, out);
    session.Print(out);
    left -= std::min(left, page->items.size());
    request.cursor = page->next;
  } while (!request.cursor.empty() && left > 0);
}

}  // namespace synoptic

#endif  // SYNOPTIC_CLI_STORE_PAGES_H_
