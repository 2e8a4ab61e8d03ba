// OPML 2.0: lists of feeds, as readers of feeds exchange them.
#ifndef SYNOPTIC_INGEST_OPML_H_
#define SYNOPTIC_INGEST_OPML_H_

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

struct FeedLink {
  std::string title, url, site;  // UTF-8; the last may be empty

  bool operator==(const FeedLink&) const = default;
};

// The feeds of an OPML list in order, each address once; empty where there is none. Total.
std::vector<FeedLink> ReadOpml(std::string_view bytes);

// The list as OPML. ReadOpml gives it back.
std::string WriteOpml(const std::vector<FeedLink>& feeds);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_OPML_H_
