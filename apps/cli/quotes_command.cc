// quotes: who said what, by speaker and by what it is about.
#include <algorithm>

#include "base/utf8.h"
#include "commands.h"
#include "doc/json_writer.h"
#include "doc/labels.h"
#include "engine/engine.h"
#include "engine/select_quotes.h"
#include "inputs.h"
#include "store_options.h"

namespace synoptic {
namespace {

struct QuotesOptions : ReportOptions {
  QuoteSelection selection;
  StoreOptions store;
  StoreFilterOptions rows;
};

std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

std::string WordsOf(const Document& report, const Quote& quote) {
  std::string words;
  for (const Span part : quote.content) {
    if (!words.empty()) words += " … ";
    words += OneLine(report.Cut(part));
  }
  return quote.kind == QuoteKind::kDirect || quote.kind == QuoteKind::kScare ? "“" + words + "”"
                                                                             : words;
}

std::string SpeakerOf(const Document& report, const Quote& quote) {
  if (!quote.speaker) return "somebody";
  std::string speaker = OneLine(report.Cut(quote.speaker->span));
  if (quote.speaker->actor == kNone) return speaker;
  const std::string& name = report.actors[static_cast<size_t>(quote.speaker->actor)].name;
  return speaker == name ? name : name + " (" + speaker + ")";
}

// "talks: Ana Velm (she), on Telegram: “We will go,”"
void PrintText(const Document& report, const Quote& quote, std::string& out) {
  out += report.id + ": " + SpeakerOf(report, quote);
  if (quote.reporter) out += ", quoted by " + OneLine(report.Cut(quote.reporter->span));
  if (!quote.channel.empty()) out += " [" + OneLine(quote.channel) + "]";
  if (quote.cue) out += ", " + OneLine(report.Cut(*quote.cue));
  out += ": " + WordsOf(report, quote) + "\n";
}

void PrintJson(const Document& report, const CodePointIndex& points, const Quote& quote,
               std::string& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Field("report", report.id);
  json.Field("quote", quote.id);
  json.Field("kind", Label(quote.kind));
  json.Key("speaker");
  quote.speaker ? json.String(report.Cut(quote.speaker->span)) : json.Null();
  json.Key("actor");
  const bool known = quote.speaker && quote.speaker->actor != kNone;
  known ? json.String(report.actors[static_cast<size_t>(quote.speaker->actor)].name) : json.Null();
  json.FieldOrNull("channel", quote.channel);
  json.Key("content"), json.BeginArray();
  for (const Span part : quote.content) {
    json.BeginObject();
    json.Field("begin", static_cast<int>(points.At(part.begin)));
    json.Field("end", static_cast<int>(points.At(part.end)));
    json.Field("text", report.Cut(part));
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  out += '\n';
}

void RunQuotes(const QuotesOptions& options, Session& session) {
  Inputs inputs(options.paths, options.read(), session);
  std::vector<Document> reports = ReadAll(inputs);
  AnnotateAll(reports, options.threads);
  const Corrections corrections = options.corrections(session);
  if (!corrections.empty()) JoinActors(reports, corrections);
  std::vector<CodePointIndex> points;
  for (const Document& report : reports) points.emplace_back(report.text);
  std::string out;
  for (const SelectedQuote& one : SelectQuotes(reports, options.selection)) {
    const Document& report = reports[static_cast<size_t>(one.report)];
    const Quote& quote = report.quotes[static_cast<size_t>(one.quote)];
    if (options.rows.format == "jsonl") {
      PrintJson(report, points[static_cast<size_t>(one.report)], quote, out);
    } else {
      PrintText(report, quote, out);
    }
  }
  session.Print(out);
}

}  // namespace

void AddQuotes(CLI::App& app, Session& session) {
  auto options = std::make_shared<QuotesOptions>();
  CLI::App* command = app.add_subcommand(
      "quotes",
      "Who said what: the quotations of reports, or of a store, with speaker and channel");
  command
      ->add_option("--speaker", options->selection.speaker,
                   "Only what this one says, in any spelling of the name")
      ->type_name("NAME");
  command
      ->add_option("--about", options->selection.about,
                   "Only what holds all these words, or words that mean them")
      ->type_name("WORDS");
  command->add_flag("--labels", options->selection.labels,
                    "Also quoted words that nobody is said to say");
  command->add_option("--format", options->rows.format, "Form of the answer")
      ->check(CLI::IsMember(std::vector<std::string>{"text", "jsonl"}))
      ->capture_default_str();
  options->AddTo(*command, false);
  CLI::Option* store = options->store.AddTo(*command);
  options->rows.AddTo(*command);
  command->get_option("PATH")->excludes(store);
  command->callback([options, &session] {
    if (!options->paths.empty()) return RunQuotes(*options, session);
    RunStoreQuotes(options->store, options->rows, options->selection.speaker,
                   options->selection.about, session);
  });
}

}  // namespace synoptic
