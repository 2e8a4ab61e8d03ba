#include "ingest/page.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ingest/html_meta.h"
#include "ingest/html_source.h"
#include "ingest/html_text.h"
#include "ingest/html_tree.h"
#include "ingest/live_blog.h"
#include "ingest/page_encoding.h"
#include "ingest/sections.h"

namespace synoptic {
namespace {

// Where the page's own markup hides the text, JSON-LD may have it whole.
constexpr double kMissing = 0.5;

constexpr size_t kShortText = 2000;  // bytes; a longer text is no mere opening
constexpr size_t kFirstWords = 60;   // bytes that tell a post from the others

std::string_view FirstWords(std::string_view body) {
  size_t end = std::min(body.size(), kFirstWords);
  while (end > 0 && !IsBoundary(body, end)) --end;
  return body.substr(0, end);
}

std::optional<std::string> OrNull(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

void AddBlock(Document& report, const std::string& text, SectionKind kind) {
  if (!report.text.empty()) report.text += "\n\n";
  const auto begin = static_cast<uint32_t>(report.text.size());
  report.text += text;
  report.sections.push_back({{begin, begin + static_cast<uint32_t>(text.size())}, kind});
}

void Append(const std::vector<SourceRun>& runs, uint32_t begin, std::vector<SourceRun>& out) {
  for (const SourceRun& run : runs)
    out.push_back({{begin + run.span.begin, begin + run.span.end}, run.source, run.kind});
}

// Where the title stands: in a heading, or in the page's head as it is.
std::vector<SourceRun> TitleSource(const HtmlTree& tree, const PageMeta& meta) {
  std::vector<SourceRun> runs;
  if (meta.title.empty()) return runs;
  for (const Node* heading : meta.headings) {
    Gathered gathered;
    Gatherer(gathered).AppendAll(heading);
    const size_t at = gathered.text.find(meta.title);
    if (at == std::string::npos) continue;
    const auto begin = static_cast<uint32_t>(at);
    TraceText(tree, gathered, {begin, begin + static_cast<uint32_t>(meta.title.size())}, runs);
    return runs;
  }
  const size_t at = tree.page().find(meta.title);
  const auto size = static_cast<uint32_t>(meta.title.size());
  const auto begin = static_cast<uint32_t>(at);
  if (at != std::string_view::npos)
    runs.push_back({{0, size}, {begin, begin + size}, SourceKind::kCopied});
  return runs;
}

// Gives the place of each block in the text; a caption has none.
std::vector<Span> AddBlocks(const std::vector<Block>& blocks, Document& report) {
  std::vector<Span> places(blocks.size());
  for (size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (block.caption) continue;
    const bool credit = FurnitureKind(block.text) == "credit";
    if (credit && !report.credit) report.credit = block.text;
    AddBlock(report, block.text, credit ? SectionKind::kCredit : SectionKind::kBody);
    places[i] = report.sections.back().span;
    Append(block.source, places[i].begin, report.source_map.runs);
  }
  return places;
}

// The captions among `blocks`, and their bytes.
void KeepCaptions(const std::vector<Block>& blocks, const HtmlTree& tree,
                  const std::string& encoding, std::string_view bytes, PageDetails& details) {
  std::vector<SourceRun> all;
  std::vector<uint32_t> ends;
  uint32_t end = 0;
  for (const Block& block : blocks) {
    if (!block.caption) continue;
    details.captions.push_back(block.text);
    Append(block.source, end, all);
    ends.push_back(end += static_cast<uint32_t>(block.text.size()));
  }
  CountInBytes(tree.page(), encoding, bytes, all);
  details.caption_sources.resize(ends.size());
  size_t caption = 0;
  for (SourceRun& run : all) {
    while (run.span.begin >= ends[caption]) ++caption;
    const uint32_t begin = caption == 0 ? 0 : ends[caption - 1];
    run.span.begin -= begin, run.span.end -= begin;
    details.caption_sources[caption].push_back(run);
  }
}

// Finds each update of a live blog by the first words of its body; what cannot be found is left
// out.
std::vector<Post> PlacePosts(const std::vector<Update>& updates, const Document& report) {
  std::vector<Post> posts;
  for (const Update& update : updates) {
    const std::string_view first = FirstWords(update.body);
    size_t at = first.empty() ? std::string::npos : report.text.find(first);
    if (at == std::string::npos) continue;
    const std::string head = update.headline + "\n\n";
    if (head.size() > 2 && std::string_view(report.text).substr(0, at).ends_with(head))
      at -= head.size();
    posts.push_back({{static_cast<uint32_t>(at), 0}, update.published});
  }
  std::stable_sort(posts.begin(), posts.end(),
                   [](const Post& a, const Post& b) { return a.span.begin < b.span.begin; });
  const auto same = [](const Post& a, const Post& b) { return a.span.begin == b.span.begin; };
  posts.erase(std::unique(posts.begin(), posts.end(), same), posts.end());
  for (size_t i = 0; i < posts.size(); ++i) {
    const bool last = i + 1 == posts.size();
    const size_t next = last ? report.text.size() : posts[i + 1].span.begin;
    const std::string_view text = std::string_view(report.text).substr(0, next);
    posts[i].span.end = static_cast<uint32_t>(text.find_last_not_of(" \n") + 1);
  }
  return posts;
}

// A time without a day is of the day on which the page was made, if that is one.
std::optional<Date> DayOf(const PageMeta& meta) {
  if (!meta.published || (meta.modified && meta.modified->date != meta.published->date))
    return std::nullopt;
  return meta.published->date;
}

std::vector<Post> PostsOf(const PageMeta& meta, const std::vector<Block>& blocks,
                          const std::vector<Span>& places, const Document& report) {
  if (!meta.updates.empty()) return PlacePosts(meta.updates, report);
  std::vector<Post> posts;
  for (const LivePost& post : FindLivePosts(blocks, meta.live, DayOf(meta))) {
    Span span;
    for (size_t i = post.first; i < std::min(post.end, places.size()); ++i) {
      if (!places[i].empty()) span = span.empty() ? places[i] : span.Cover(places[i]);
    }
    if (!span.empty()) posts.push_back({span, post.published});
  }
  return posts;
}

}  // namespace

Document ReadPage(std::string_view path, std::string_view bytes, std::string_view url,
                  const ReadOptions& options, PageDetails* details) {
  PageText page = DecodePage(bytes, options.charset);
  const HtmlTree tree = HtmlTree::Parse(std::move(page.text));
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
  std::vector<Span> places;
  const std::vector<Block> blocks = FindMainText(tree, meta.title);
  for (const Block& block : blocks) {
    if (!block.caption) found += block.text.size();
  }
  if (static_cast<double>(found) < kMissing * static_cast<double>(meta.body.size())) {
    const HtmlTree body = HtmlTree::Parse(meta.body);
    if (body.root()) AddBlock(report, TextOf(body.root()), SectionKind::kBody);
  } else {
    places = AddBlocks(blocks, report);
  }
  SourceMap& map = report.source_map;
  map.title = TitleSource(tree, meta);
  map.encoding = std::move(page.encoding);
  CountInBytes(tree.page(), map.encoding, bytes, map.runs);
  CountInBytes(tree.page(), map.encoding, bytes, map.title);
  if (meta.paywall && report.text.size() < kShortText)
    report.warnings.emplace_back("behind a paywall; the text may be its opening alone");
  if (details) {
    KeepCaptions(blocks, tree, map.encoding, bytes, *details);
    details->paywall = meta.paywall;
    details->posts = PostsOf(meta, blocks, places, report);
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
