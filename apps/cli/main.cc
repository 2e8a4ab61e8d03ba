#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>

#include "collate/collate.h"
#include "doc/json.h"
#include "doc/json_writer.h"
#include "doc/labels.h"
#include "engine/engine.h"
#include "ingest/ingest.h"
#include "names/names.h"
#include "quotes/quotes.h"
#include "show/show.h"
#include "statements/statements.h"
#include "text/text.h"
#include "times/times.h"

namespace synoptic {
namespace {

std::vector<Document> ReadAll(const std::vector<std::string>& paths, const std::string& published,
                              int& status) {
  std::vector<Document> reports;
  for (const std::string& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto reading = ReadReports(path, std::move(bytes), {Moment::Parse(published)});
    if (!reading) {
      std::cerr << "synoptic: " << reading.error().message << '\n';
      status = 1;
      continue;
    }
    for (const std::string& line : reading->refused)
      std::cerr << "synoptic: " << line << '\n', status = 1;
    for (Document& report : reading->reports) reports.push_back(std::move(report));
  }
  return reports;
}

int Main(int argc, char** argv) {
  CLI::App app("synoptic");
  std::vector<std::string> paths;
  std::string published, format = "jsonl";
  bool tokens = false, pairs = false;
  int threads = 0, status = 0;
  auto* annotate = app.add_subcommand("annotate");
  auto* compare = app.add_subcommand("compare");
  auto* names = app.add_subcommand("names");
  auto* code = app.add_subcommand("code");
  auto* relate = app.add_subcommand("relate");
  for (auto* command : {annotate, compare, names, code, relate}) {
    command->add_option("--format", format);
    command->add_option("--threads", threads);
  }
  annotate->add_flag("--tokens", tokens);
  names->add_flag("--pairs", pairs);
  for (auto* command : {annotate, compare}) {
    command->add_option("--published", published);
    command->add_option("paths", paths)->required();
  }
  app.require_subcommand(1);
  CLI11_PARSE(app, argc, argv);
  std::string out, line;
  if (*annotate) {
    auto reports = ReadAll(paths, published, status);
    AnnotateAll(reports, threads);
    for (const Document& report : reports) WriteDocumentJson(report, {tokens}, out), out += '\n';
  } else if (*compare) {
    auto reports = ReadAll(paths, published, status);
    AnnotateAll(reports, threads);
    const Comparison comparison = Compare(reports);
    if (format == "json" || format == "jsonl")
      WriteComparisonJson(reports, comparison, out), out += '\n';
    if (format == "html") WriteHtml(reports, comparison, out);
    if (format == "text") WriteText(reports, comparison, {}, out);
    if (format == "md") WriteMarkdown(reports, comparison, out);
  } else if (*names) {
    std::vector<std::string> lines;
    while (std::getline(std::cin, line)) {
      if (!line.empty()) lines.push_back(line);
    }
    if (pairs) {
      for (const std::string& row : lines) {
        const size_t tab = row.find('\t');
        const std::string a = row.substr(0, tab),
                          b = tab == std::string::npos ? "" : row.substr(tab + 1);
        const NameMatch match = MatchNames(a, b);
        JsonWriter json(out);
        json.BeginObject();
        json.Field("a", a), json.Field("b", b), json.Field("same", match.same),
            json.Field("score", match.score);
        json.EndObject();
        out += '\n';
      }
    } else {
      const std::vector<std::string_view> views(lines.begin(), lines.end());
      const auto groups = GroupNames(views);
      for (size_t i = 0; i < lines.size(); ++i) {
        JsonWriter json(out);
        json.BeginObject();
        json.Field("name", lines[i]), json.Field("actor", "a" + std::to_string(groups[i]));
        json.EndObject();
        out += '\n';
      }
    }
  } else {
    while (std::getline(std::cin, line)) {
      const size_t tab = line.find('\t');
      const size_t tab2 = tab == std::string::npos ? tab : line.find('\t', tab + 1);
      const std::string first = line.substr(0, tab);
      const std::string second =
          tab == std::string::npos ? "" : line.substr(tab + 1, tab2 - tab - 1);
      const std::string third = tab2 == std::string::npos ? "" : line.substr(tab2 + 1);
      auto document = [](const std::string& text) {
        auto reading = ReadReports("-", text.empty() ? " ." : text, {});
        Document made = std::move(reading->reports.front());
        return made;
      };
      JsonWriter json(out);
      Document a = document(first);
      if (*code) {
        FindTokens(a), FindNames(a), FindTimes(a), FindQuantities(a), FindQuotes(a);
        const EventCode event = CodeEvent(a, second, third);
        json.BeginObject();
        json.FieldOrNull("type", event.type ? Name(*event.type) : "");
        json.FieldOrNull("mode", event.mode);
        json.Field("score", event.score);
      } else {
        Document b = document(second);
        Annotate(a), Annotate(b);
        const ClaimRelation relation = RelateClaims(a, b);
        static constexpr const char* kWords[] = {"agree", "disagree", "unrelated"};
        json.BeginObject();
        json.Field("same_matter", relation.same_matter);
        json.Field("relation", kWords[static_cast<int>(relation.relation)]);
        json.FieldOrNull("facet", Label(relation.facet));
        json.Field("score", relation.score);
      }
      json.EndObject();
      out += '\n';
    }
  }
  std::cout << out << std::flush;
  return status;
}

}  // namespace
}  // namespace synoptic

int main(int argc, char** argv) { return synoptic::Main(argc, argv); }
