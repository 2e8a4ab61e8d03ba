// Room stories: which reports tell one event?
#ifndef SYNOPTIC_STORIES_STORIES_H_
#define SYNOPTIC_STORIES_STORIES_H_

#include <span>

#include "doc/document.h"

namespace synoptic {

// True where all reports tell one event, by the same measure that clusters a stream. One report does.
bool TellOneEvent(std::span<const Document> reports);

}  // namespace synoptic

#endif  // SYNOPTIC_STORIES_STORIES_H_
