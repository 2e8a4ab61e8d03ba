// Atom feeds (RFC 4287).
#ifndef SYNOPTIC_SERVER_ATOM_H_
#define SYNOPTIC_SERVER_ATOM_H_

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

struct AtomEntry {
  std::string id;  // an IRI
  std::string title, link, author, summary;
  std::string updated;  // ISO 8601 day or time; empty: not known
};

// `self`: the address of the feed. Entries stand as given. What XML 1.0 cannot hold is left out;
// links are relative to the address of the feed. Same entries, same bytes.
std::string AtomFeed(std::string_view id, std::string_view title, std::string_view self,
                     const std::vector<AtomEntry>& entries);

// `moment` as RFC 3339 asks: a day gets its midnight, a time without zone UTC; the beginning of
// 1970 where there is none.
std::string AtomTime(std::string_view moment);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_ATOM_H_
