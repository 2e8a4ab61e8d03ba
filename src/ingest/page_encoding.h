// From the bytes of a web page to UTF-8, and from places in that back to the bytes.
#ifndef SYNOPTIC_INGEST_PAGE_ENCODING_H_
#define SYNOPTIC_INGEST_PAGE_ENCODING_H_

#include <string>
#include <string_view>
#include <vector>

#include "doc/source_map.h"

namespace synoptic {

struct PageText {
  std::string text;      // UTF-8; valid but where `encoding` is not known to ICU
  std::string encoding;  // "utf-8", "utf-16le", "utf-16be", "windows-1252" or a name ICU knows
};

// `bytes` of a page in UTF-8, by byte-order mark, <meta> or what they look like, as browsers decide
// (WHATWG HTML, "determining the character encoding"). `label` is what the transport said, or
// empty. Total.
PageText DecodePage(std::string_view bytes, std::string_view label);

// What a Content-Type calls the encoding, in lower case; empty where it does not.
std::string CharsetOf(std::string_view content_type);

// The text of DecodePage alone.
std::string PageToUtf8(std::string_view bytes, std::string_view label);

// Part of a page, in UTF-8, where the page was of `encoding`. Total.
std::string DecodeAs(std::string_view bytes, const std::string& encoding);

// `runs` that count in `text`, in order of their sources, made to count in the `bytes` of
// `encoding` it was decoded from: a run whose characters take different numbers of bytes becomes
// several. Free where the page is UTF-8, else one more pass over the bytes.
void CountInBytes(std::string_view text, const std::string& encoding, std::string_view bytes,
                  std::vector<SourceRun>& runs);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_PAGE_ENCODING_H_
