// What the class and id of an element say of it, by data/web/classes.tsv.
#ifndef SYNOPTIC_INGEST_HTML_CLASSES_H_
#define SYNOPTIC_INGEST_HTML_CLASSES_H_

#include <cstdint>
#include <string_view>

#include "ingest/html_tree.h"

namespace synoptic {

// Kinds are bits: an element may be several things.
enum PartKind : uint8_t {
  kBodyPart = 1,
  kLeadPart = 2,
  kDropPart = 4,
  kAuthorPart = 8,
  kDatePart = 16,
  kTeaserPart = 32,   // the article's summary, or another article's where it links
  kCaptionPart = 64,  // of a picture: not the article
  kLivePart = 128,    // a live blog, or a post of one
};

// Bits of PartKind for one class or id attribute. Linear in its length.
uint8_t KindsOfName(std::string_view name);

// Of an element's class and id together.
inline uint8_t KindsOf(const Node* element) {
  return KindsOfName(Attribute(element, "class")) | KindsOfName(Attribute(element, "id"));
}

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_HTML_CLASSES_H_
