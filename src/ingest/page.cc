#include "ingest/page.h"

#include "base/ascii.h"
#include "ingest/html_meta.h"
#include "ingest/html_text.h"
#include "ingest/html_tree.h"
#include "ingest/sections.h"

namespace synoptic {
namespace {

// Where the page's own markup hides the text, JSON-LD may have it whole.
constexpr double kMissing = 0.5;

std::optional<std::string> OrNull(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

void AddBlock(Document& report, const std::string& text, SectionKind kind) {
  if (!report.text.empty()) report.text += "\n\n";
  const auto begin = static_cast<uint32_t>(report.text.size());
  report.text += text;
  report.sections.push_back({{begin, begin + static_cast<uint32_t>(text.size())}, kind});
}

}  // namespace

Document ReadPage(std::string_view path, std::string_view bytes, std::string_view url,
                  const ReadOptions& options) {
  const HtmlTree tree = HtmlTree::Parse(PageToUtf8(bytes, ""));
  const PageMeta meta = FindMeta(tree, url);
  Document report;
  report.path = path;
  report.title = OrNull(meta.title);
  report.source = OrNull(meta.source);
  report.credit = OrNull(meta.credit);
  report.url = OrNull(url.empty() ? meta.canonical : std::string(url));
  report.authors = meta.authors;
  report.based_on = meta.based_on;
  report.language = meta.language;
  report.published = options.published ? options.published : meta.published;
  report.published_from = options.published ? DateSource::kOption
                          : meta.published  ? DateSource::kMetadata
                                            : DateSource::kUnknown;
  if (meta.modified && meta.published && meta.modified->Iso() != meta.published->Iso())
    report.modified = meta.modified;
  size_t found = 0;
  const std::vector<Block> blocks = FindMainText(tree, meta.title);
  for (const Block& block : blocks) found += block.text.size();
  if (!meta.body.empty() &&
      static_cast<double>(found) < kMissing * static_cast<double>(meta.body.size())) {
    const HtmlTree body = HtmlTree::Parse(meta.body);
    if (body.root()) AddBlock(report, TextOf(body.root()), SectionKind::kBody);
    return report;
  }
  for (const Block& block : blocks) {
    const bool credit = FurnitureKind(block.text) == "credit";
    if (credit && !report.credit) report.credit = block.text;
    AddBlock(report, block.text, credit ? SectionKind::kCredit : SectionKind::kBody);
  }
  return report;
}

bool LooksLikeHtml(std::string_view bytes) {
  const std::string head = AsciiLower(Trim(bytes.substr(0, 1024)));
  return head.find("<!doctype html") != std::string::npos ||
         head.find("<html") != std::string::npos || head.find("<head") != std::string::npos ||
         head.find("<body") != std::string::npos;
}

}  // namespace synoptic
