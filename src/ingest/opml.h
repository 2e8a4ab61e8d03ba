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

// The feeds that `bytes` name, in their order, each address once: those of an OPML list, those a
// web page offers (<link rel=alternate>), or the feed itself. `url` is where the bytes came from,
// or empty; relative addresses count from there or from what the page or feed says of itself, and
// those that are not http or https then are left out. Total.
std::vector<FeedLink> FindFeeds(std::string_view bytes, std::string_view url);

// The feeds of an OPML list in order, each address once; empty where there is none. Total.
std::vector<FeedLink> ReadOpml(std::string_view bytes);

// The list as OPML. ReadOpml gives it back, but for white space and control characters, which
// become single spaces, and what is no UTF-8.
std::string WriteOpml(const std::vector<FeedLink>& feeds);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_OPML_H_
