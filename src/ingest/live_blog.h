// Posts of a live blog, as the structure of the page shows them.
#ifndef SYNOPTIC_INGEST_LIVE_BLOG_H_
#define SYNOPTIC_INGEST_LIVE_BLOG_H_

#include <optional>
#include <vector>

#include "doc/date.h"
#include "ingest/html_text.h"
#include "ingest/html_tree.h"

namespace synoptic {

// A post: blocks [first, end) of the article, captions among them, and when it was written.
struct LivePost {
  size_t first = 0, end = 0;
  std::optional<Moment> published;
};

// Elements side by side, each with a time and a paragraph of its own, that call themselves posts of
// a live blog or stand in an element that calls itself one (kLivePart). They must be at least
// three, hold most of the words of the article, and link to no article of their own by a heading;
// else there is none. `live`: the elements of that name in the order of the page. A time without a
// day is of `day`, where that is known. Linear in the page.
std::vector<LivePost> FindLivePosts(const std::vector<Block>& blocks,
                                    const std::vector<Node*>& live, const std::optional<Date>& day);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_LIVE_BLOG_H_
