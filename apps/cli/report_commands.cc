// annotate and compare.
#include <fstream>
#include <iterator>

#include "commands.h"
#include "doc/conllu.h"
#include "doc/json.h"
#include "doc/lineage_export.h"
#include "doc/plover_export.h"
#include "doc/prov.h"
#include "doc/tei.h"
#include "doc/timeml.h"
#include "doc/web_annotation.h"
#include "engine/engine.h"
#include "engine/in_order.h"
#include "inputs.h"
#include "reuse/reuse.h"
#include "show/show.h"

namespace synoptic {
namespace {

struct AnnotateOptions : ReportOptions {
  std::string format = "jsonl";
  bool tokens = false;
  bool source_map = false;
  bool explain = false;
};

// A line a join: actor, name, the name it is called by, why; tabs between.
std::string Explanation(std::span<const Document> reports, const Corrections& corrections) {
  std::string lines;
  for (const ActorJoin& join : ExplainJoins(reports, corrections)) {
    lines += join.id + '\t' + join.a + '\t' + join.b + '\t' + join.why + '\n';
  }
  return lines;
}

void RunAnnotate(const AnnotateOptions& options, Session& session) {
  Inputs inputs(options.paths, options.read(), session);
  const Corrections corrections = options.corrections(session);
  const auto render = [&](Document& report) {
    Annotate(report);
    if (!corrections.empty()) JoinActors({&report, 1}, corrections);
    std::string out;
    if (options.explain) {
      out = Explanation({&report, 1}, corrections);
    } else if (options.format == "conllu") {
      ParseAll(report);
      WriteConllu(report, out);
    } else if (options.format == "timeml") {
      WriteTimeml(report, out);
    } else if (options.format == "webannotation") {
      WriteWebAnnotation(report, out);
    } else if (options.format == "plover") {
      WritePlover(report, out);
    } else {
      WriteDocumentJson(report, {options.tokens, options.source_map}, out);
      out += '\n';
    }
    return out;
  };
  const auto write = [&](const std::string& text) {
    session.Progress("reports annotated");
    session.Print(text);
  };
  InOrder<Document>([&] { return inputs.Next(); }, render, write, options.threads);
}

struct CompareOptions : ReportOptions {
  std::string format = "text";
  std::string publishers_file;
  bool explain = false;
};

// The rows of the user's table of publishers; those that are wrong are refused one by one.
std::string ReadPublishers(const std::string& path, Session& session) {
  if (path.empty()) return {};
  std::ifstream file(path, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (!file) {
    session.Refuse(path + ": cannot be read");
    return {};
  }
  for (const std::string& complaint : WrongPublisherRows(text)) {
    session.Refuse(path + ": " + complaint);
  }
  return text;
}

void RunCompare(const CompareOptions& options, Session& session) {
  Inputs inputs(options.paths, options.read(), session);
  std::vector<Document> reports = ReadAll(inputs);
  if (reports.empty()) return session.Refuse("no report could be read: nothing to compare");
  const Corrections corrections = options.corrections(session);
  AnnotateAll(reports, options.threads);
  if (options.explain) return session.Print(Explanation(reports, corrections));
  const std::string publishers = ReadPublishers(options.publishers_file, session);
  const Comparison comparison = Compare(reports, corrections, publishers);
  session.Print(RenderComparison(reports, comparison, options.format));
}

CLI::Option* AddFormat(CLI::App& command, std::string& format, std::vector<std::string> allowed) {
  return command.add_option("--format", format, "Form of the answer")
      ->check(CLI::IsMember(std::move(allowed)))
      ->capture_default_str();
}

void AddExplain(CLI::App& command, bool& explain) {
  command.add_flag("--explain", explain,
                   "Instead: which names became one actor and why, a line each");
}

}  // namespace

std::string RenderComparison(const std::vector<Document>& reports, const Comparison& comparison,
                             const std::string& format) {
  std::string out;
  if (format == "json") {
    WriteComparisonJson(reports, comparison, out);
    out += '\n';
  } else if (format == "html") {
    WriteHtml(reports, comparison, out);
  } else if (format == "dot") {
    WriteLineageDot(reports, comparison.lineage, out);
  } else if (format == "graphml") {
    WriteLineageGraphml(reports, comparison.lineage, out);
  } else if (format == "prov") {
    WriteProvJson(reports, comparison, out);
    out += '\n';
  } else if (format == "tei") {
    WriteTei(reports, comparison, out);
  } else if (format == "md") {
    WriteMarkdown(reports, comparison, out);
  } else {
    WriteText(reports, comparison, {WantsColour(), TerminalWidth()}, out);
  }
  return out;
}

Corrections ReportOptions::corrections(Session& session) const {
  const std::string path = actors_file.empty() ? "actors.toml" : actors_file;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    if (!actors_file.empty()) session.Refuse(path + ": cannot be opened");
    return {};
  }
  const std::string text(std::istreambuf_iterator<char>(file), {});
  Result<Corrections> read = ReadCorrections(text, path);
  if (read) return std::move(*read);
  session.Refuse(read.error().message);
  return {};
}

void ReportOptions::AddTo(CLI::App& command, bool required) {
  const auto is_date = [](const std::string& text) {
    return Moment::Parse(text) ? std::string() : "not an ISO 8601 date: " + text;
  };
  command
      .add_option("--published", published, "When the reports were published, over what they say")
      ->type_name("DATE")
      ->check(is_date);
  command
      .add_option("--actors", actors_file,
                  "Which names are one actor and which are not, as you know better; "
                  "actors.toml of this folder where it is not given")
      ->type_name("FILE");
  command
      .add_option("--offset", offset,
                  "Begin at this byte of a web archive: where a message says a record stands")
      ->type_name("BYTES");
  command.add_option("--threads", threads, "Threads; 0: as many as there are cores")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  command
      .add_option(
          "PATH", paths,
          "Plain text, web page, feed, web archive, .jsonl, .csv, .eml, .docx, PDF; - is stdin")
      ->required(required)
      ->type_name("");
}

void AddAnnotate(CLI::App& app, Session& session) {
  auto options = std::make_shared<AnnotateOptions>();
  CLI::App* command = app.add_subcommand(
      "annotate", "Names, times, quotations and statements of each report, with their places");
  AddFormat(*command, options->format, {"jsonl", "timeml", "conllu", "webannotation", "plover"});
  AddExplain(*command, options->explain);
  command->add_flag("--tokens", options->tokens, "With every token, its part of speech and lemma");
  command->add_flag("--source-map", options->source_map,
                    "With the bytes of the web page that text and quotations were cut from");
  options->AddTo(*command);
  command->callback([options, &session] { RunAnnotate(*options, session); });
}

void AddCompare(CLI::App& app, Session& session) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App* command = app.add_subcommand(
      "compare",
      "Reports of one event side by side: lineage, utterances, findings, ledger, timeline");
  AddFormat(*command, options->format,
            {"text", "html", "json", "md", "dot", "graphml", "prov", "tei"});
  AddExplain(*command, options->explain);
  command
      ->add_option(
          "--publishers", options->publishers_file,
          "Outlets, agencies and the houses they belong to, as you know better: rows in the "
          "form of data/publishers.tsv")
      ->type_name("FILE");
  options->AddTo(*command);
  command->callback([options, &session] { RunCompare(*options, session); });
}

}  // namespace synoptic
