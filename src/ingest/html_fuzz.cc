// Any bytes, read as a page: by themselves and inside one, also as an archive has them. What the
// source map says of a text is decoded again and must give that text.
#include <algorithm>
#include <cstdint>

#include "ingest/fuzz_check.h"
#include "ingest/html_source.h"
#include "ingest/page.h"
#include "ingest/page_encoding.h"

namespace synoptic {
namespace {

// Whether a part of a page of `encoding` can be decoded by itself.
bool IsStateless(const std::string& encoding) {
  return encoding.starts_with("utf-") || encoding.starts_with("windows-") ||
         encoding.starts_with("iso-8859-") || encoding.starts_with("koi8-");
}

std::string Decoded(std::string_view bytes, const SourceRun& run, const std::string& encoding) {
  if (run.kind == SourceKind::kCopied) return std::string(bytes);
  const std::string text = DecodeAs(bytes, encoding);
  if (text.find('&') == text.npos && run.kind == SourceKind::kDecoded) return text;
  // A word on either side keeps white space, of letters that no number goes on with ("&#xfe").
  const HtmlTree tree = HtmlTree::Parse("<p>z" + text + "z");
  Gathered gathered;
  if (tree.root()) Gatherer(gathered).AppendAll(tree.root());
  if (gathered.text.size() < 2) return {};
  return gathered.text.substr(1, gathered.text.size() - 2);
}

void CheckSources(const std::string& text, const std::vector<SourceRun>& runs,
                  const std::string& bytes, const std::string& encoding) {
  for (const SourceRun& run : runs) {
    if (run.source.end > bytes.size()) std::abort();
    if (!IsStateless(encoding)) continue;
    if (Decoded(run.source.In(bytes), run, encoding) != run.span.In(text)) std::abort();
  }
}

void CheckPage(const std::string& bytes, const ReadOptions& options) {
  const Document report =
      ReadPage("input.html", bytes, "https://bay.example/2031/03/04/ferry", options);
  if (!BrokenInvariants(report).empty()) std::abort();
  const SourceMap& map = report.source_map;
  CheckSources(report.text, map.runs, bytes, map.encoding);
  CheckSources(report.title.value_or(""), map.title, bytes, map.encoding);
}

}  // namespace
}  // namespace synoptic

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string page = "<html><body><h1>Ferry</h1>" + bytes;
  synoptic::CheckReading("input.html", page);
  synoptic::CheckPage(bytes, {});
  synoptic::CheckPage(page, {});
  for (const char* charset : {"windows-1251", "shift_jis"}) {
    synoptic::ReadOptions options;
    options.charset = charset;
    synoptic::CheckPage(page, options);
  }
  synoptic::ReadPage("input.html", "<script type=\"application/ld+json\">" + bytes, "", {});
  return 0;
}
