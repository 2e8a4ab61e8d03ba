// Any bytes: annotations keep their invariants, content spans cross only where one holds the other,
// line ends make no difference, unfolding keeps all words.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "doc/check.h"
#include "quotes/quotes.h"
#include "text/text.h"

namespace synoptic {
namespace {

Document Annotated(std::string text) {
  Document document;
  document.id = "d";
  document.text = std::move(text);
  if (!document.text.empty()) {
    document.sections.push_back(
        {{0, static_cast<uint32_t>(document.text.size())}, SectionKind::kBody});
  }
  FindTokens(document);
  FindQuotes(document);
  return document;
}

void Check(const Document& document) {
  if (!BrokenInvariants(document).empty()) std::abort();
  std::vector<Span> spans;
  for (const Quote& quote : document.quotes)
    spans.insert(spans.end(), quote.content.begin(), quote.content.end());
  if (spans.size() > 2000) return;
  for (const Span a : spans) {
    for (const Span b : spans) {
      if (a.Overlaps(b) && !a.Contains(b) && !b.Contains(a)) std::abort();
    }
  }
}

std::string WithLineFeeds(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != '\r') out += c;
  }
  return out;
}

std::string WithBoth(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

std::vector<std::string> Contents(const Document& document) {
  std::vector<std::string> contents;
  for (const Quote& quote : document.quotes) {
    for (const Span part : quote.content) contents.push_back(WithLineFeeds(document.Cut(part)));
  }
  return contents;
}

}  // namespace
}  // namespace synoptic

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace synoptic;
  const std::string bytes(reinterpret_cast<const char*>(data), std::min<size_t>(size, 20'000));
  const std::string text = WithLineFeeds(RepairUtf8(bytes));
  Document document = Annotated(text);
  Check(document);
  if (Contents(document) != Contents(Annotated(WithBoth(text)))) std::abort();
  UnfoldQuotes(document);
  Check(document);
  return 0;
}
