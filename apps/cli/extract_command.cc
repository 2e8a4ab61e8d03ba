// extract: pages to text.
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/ascii.h"
#include "base/utf8.h"
#include "commands.h"
#include "doc/json.h"
#include "doc/json_writer.h"
#include "engine/in_order.h"
#include "ingest/page.h"
#include "ingest/page_encoding.h"

namespace synoptic {
namespace {

struct ExtractOptions {
  std::string url, list;
  std::vector<std::string> paths, cite;
  int threads = 0;
  bool source_map = false;
};

struct Page {
  std::string path, url, bytes;
};

std::vector<Page> ReadList(const std::string& list, Session& session) {
  std::vector<Page> pages;
  std::ifstream file(list);
  if (!file) session.Refuse(list + ": cannot be opened");
  const size_t slash = list.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : list.substr(0, slash + 1);
  for (std::string line; std::getline(file, line);) {
    if (line.ends_with('\r')) line.pop_back();
    const auto cells = Split(line, '\t');
    if (cells[0].empty()) continue;
    const std::string path(cells[0]);
    pages.push_back({path.starts_with('/') ? path : folder + path,
                     std::string(cells.size() > 1 ? cells[1] : ""), ""});
  }
  return pages;
}

// Positions in code points, as everywhere in output.
void WritePosts(const std::string& text, const std::vector<Post>& posts, JsonWriter& json) {
  json.Key("posts"), json.BeginArray();
  for (const Post& post : posts) {
    const std::string_view all = text;
    json.BeginObject();
    json.Field("begin", static_cast<int>(CountCodePoints(all.substr(0, post.span.begin))));
    json.Field("end", static_cast<int>(CountCodePoints(all.substr(0, post.span.end))));
    json.FieldOrNull("published", post.published ? post.published->Iso() : std::string());
    json.EndObject();
  }
  json.EndArray();
}

// "120:180" as code points; nullopt where it is no span.
std::optional<Span> ReadSpan(std::string_view text) {
  Span span;
  const char* const end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, span.begin);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != ':') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, span.end);
  if (second.ec != std::errc() || second.ptr != end || span.empty()) return std::nullopt;
  return span;
}

// What the page has for each passage that was asked for, as far as the text goes.
void WriteCited(const Document& report, const Page& page, const std::vector<std::string>& asked,
                JsonWriter& json) {
  const CodePointIndex points(report.text);
  json.Key("cited"), json.BeginArray();
  for (const std::string& one : asked) {
    const Span given = *ReadSpan(one);
    const Span span{static_cast<uint32_t>(points.ByteOf(given.begin)),
                    static_cast<uint32_t>(points.ByteOf(given.end))};
    const auto source = span.empty() ? std::nullopt : SourceOf(report.source_map.runs, span);
    json.BeginObject();
    json.Field("begin", static_cast<int>(points.At(span.begin)));
    json.Field("end", static_cast<int>(points.At(span.end)));
    json.Field("text", report.Cut(span));
    for (const bool begin : {true, false}) {
      json.Key(begin ? "source_begin" : "source_end");
      source ? json.Int(begin ? source->begin : source->end) : json.Null();
    }
    json.FieldOrNull("markup", source ? DecodeAs(source->In(page.bytes), report.source_map.encoding)
                                      : std::string());
    json.EndObject();
  }
  json.EndArray();
}

void WriteSources(const Document& report, const PageDetails& details, JsonWriter& json) {
  WriteSourceMap(report, json, [&] {
    json.Key("captions"), json.BeginArray();
    for (size_t i = 0; i < details.captions.size(); ++i)
      WriteSourceRuns(details.captions[i], details.caption_sources[i], json);
    json.EndArray();
  });
}

std::string Answer(const Page& page, const ExtractOptions& options) {
  PageDetails details;
  const Document report = ReadPage(page.path, page.bytes, page.url, {}, &details);
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("path", page.path);
  json.Field("url", report.url);
  json.Field("title", report.title);
  json.Field("authors", report.authors);
  json.FieldOrNull("published", report.published ? report.published->Iso() : std::string());
  json.Field("source", report.source);
  json.FieldOrNull("language", report.language);
  if (!details.captions.empty()) json.Field("captions", details.captions);
  if (details.paywall) json.Field("paywall", true);
  json.Field("text", report.text);
  if (!details.posts.empty()) WritePosts(report.text, details.posts, json);
  if (options.source_map) WriteSources(report, details, json);
  if (!options.cite.empty()) WriteCited(report, page, options.cite, json);
  json.EndObject();
  return out += '\n';
}

void RunExtract(const ExtractOptions& options, Session& session) {
  std::vector<Page> pages;
  if (!options.list.empty()) pages = ReadList(options.list, session);
  for (const std::string& path : options.paths) pages.push_back({path, options.url, ""});
  size_t next = 0;
  const auto read = [&]() -> std::optional<Page> {
    if (next == pages.size()) return std::nullopt;
    Page page = std::move(pages[next++]);
    std::ifstream file(page.path, std::ios::binary);
    std::error_code unknown;
    const auto size = std::filesystem::file_size(page.path, unknown);
    if (!unknown && size <= kLargestReport) {
      page.bytes.resize(size);
      file.read(page.bytes.data(), static_cast<std::streamsize>(size));
      page.bytes.resize(static_cast<size_t>(file.gcount()));
    } else if (unknown) {
      page.bytes.assign(std::istreambuf_iterator<char>(file), {});
    }
    if (!file.is_open() || file.bad()) {
      session.Refuse(page.path + ": cannot be read");
    } else if ((!unknown && size > kLargestReport) || page.bytes.size() > kLargestReport) {
      session.Refuse(page.path + ": too large for a page");
      page.bytes.clear();
    }
    return page;
  };
  const auto write = [&](const std::string& text) {
    session.Progress("pages read");
    session.Print(text);
  };
  const auto answer = [&](const Page& page) { return Answer(page, options); };
  InOrder<Page>(read, answer, write, options.threads);
}

}  // namespace

void AddExtract(CLI::App& app, Session& session) {
  auto options = std::make_shared<ExtractOptions>();
  CLI::App* command = app.add_subcommand(
      "extract", "Text, title, date and authors of saved web pages, as JSON Lines");
  command->add_option("--url", options->url, "Where the page came from")->type_name("URL");
  command->add_option("--list", options->list, "A file with path<TAB>url a line")
      ->type_name("FILE");
  command->add_option("--threads", options->threads, "Threads; 0: as many as there are cores")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  command->add_flag("--source-map", options->source_map,
                    "With the bytes of the page that title, text and captions were cut from");
  command
      ->add_option("--cite", options->cite,
                   "With the bytes of the page for this passage of the text, in code points")
      ->type_name("BEGIN:END")
      ->allow_extra_args(false)
      ->check([](const std::string& text) {
        return ReadSpan(text) ? std::string() : "not BEGIN:END: " + text;
      });
  command->add_option("PATH", options->paths, "HTML files")->type_name("");
  command->callback([options, &session] {
    if (options->list.empty() && options->paths.empty()) throw CLI::RequiredError("--list or PATH");
    RunExtract(*options, session);
  });
}

}  // namespace synoptic
