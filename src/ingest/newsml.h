// IPTC NewsML-G2, as agencies deliver it.
#ifndef SYNOPTIC_INGEST_NEWSML_H_
#define SYNOPTIC_INGEST_NEWSML_H_

#include <vector>

#include "ingest/formats.h"
#include "ingest/xml_tree.h"

namespace synoptic {

// The text items of a newsMessage, or the one of a newsItem; items of pictures have no text and are
// left out.
std::vector<RawReport> ReadNewsml(XmlNode* root);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_NEWSML_H_
