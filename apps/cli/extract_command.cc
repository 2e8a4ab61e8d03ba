// extract: pages to text.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/ascii.h"
#include "base/utf8.h"
#include "commands.h"
#include "doc/json_writer.h"
#include "engine/in_order.h"
#include "ingest/page.h"

namespace synoptic {
namespace {

struct ExtractOptions {
  std::string url, list;
  std::vector<std::string> paths;
  int threads = 0;
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

std::string Answer(const Page& page) {
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
  InOrder<Page>(read, Answer, write, options.threads);
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
  command->add_option("PATH", options->paths, "HTML files")->type_name("");
  command->callback([options, &session] {
    if (options->list.empty() && options->paths.empty()) throw CLI::RequiredError("--list or PATH");
    RunExtract(*options, session);
  });
}

}  // namespace synoptic
