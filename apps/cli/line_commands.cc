// names, relate and code: a line in, a line out.
#include <iostream>

#include "base/ascii.h"
#include "base/utf8.h"
#include "collate/collate.h"
#include "commands.h"
#include "doc/json_writer.h"
#include "doc/labels.h"
#include "engine/engine.h"
#include "names/names.h"
#include "statements/statements.h"

namespace synoptic {
namespace {

constexpr size_t kCells = 3;

std::vector<std::string> ReadLines() {
  std::vector<std::string> lines;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(RepairUtf8(line));
  }
  return lines;
}

// The first `kCells` tab-separated cells; missing ones are empty.
std::array<std::string_view, kCells> Cells(std::string_view line) {
  std::array<std::string_view, kCells> cells;
  const auto parts = Split(line, '\t');
  for (size_t i = 0; i < std::min(parts.size(), kCells); ++i) cells[i] = parts[i];
  return cells;
}

Document Sentence(std::string_view text) {
  Document document;
  document.id = "sentence";
  document.text = text;
  if (!text.empty()) {
    document.sections.push_back({{0, static_cast<uint32_t>(text.size())}, SectionKind::kBody});
  }
  return document;
}

template <typename Write>
void PrintObject(Session& session, Write write) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  write(json);
  json.EndObject();
  out += '\n';
  session.Print(out);
}

void RunNames(bool pairs, bool explain, Session& session) {
  std::vector<std::string> lines = ReadLines();
  std::erase_if(lines, [](const std::string& line) { return Trim(line).empty(); });
  if (pairs) {
    for (const std::string& line : lines) {
      const auto [a, b, rest] = Cells(line);
      const NameMatch match = MatchNames(a, b);
      PrintObject(session, [&, a = a, b = b](JsonWriter& json) {
        json.Field("a", a), json.Field("b", b);
        json.Field("same", match.same), json.Field("score", match.score);
        if (explain) json.Field("why", match.why);
      });
    }
    return;
  }
  const std::vector<std::string_view> names(lines.begin(), lines.end());
  const std::vector<int> groups = GroupNames(names);
  for (size_t i = 0; i < names.size(); ++i) {
    PrintObject(session, [&](JsonWriter& json) {
      json.Field("name", names[i]);
      json.Field("actor", "a" + std::to_string(groups[i]));
    });
  }
}

void RunRelate(Session& session) {
  static constexpr std::string_view kWords[] = {"agree", "disagree", "unrelated"};
  for (const std::string& line : ReadLines()) {
    const auto cells = Cells(line);
    Document first = Sentence(cells[0]), second = Sentence(cells[1]);
    Annotate(first);
    Annotate(second);
    const ClaimRelation relation = RelateClaims(first, second);
    PrintObject(session, [&](JsonWriter& json) {
      json.Field("same_matter", relation.same_matter);
      json.Field("relation", kWords[static_cast<size_t>(relation.relation)]);
      json.FieldOrNull("facet", Label(relation.facet));
      json.Field("score", relation.score);
    });
  }
}

void RunCode(Session& session) {
  for (const std::string& line : ReadLines()) {
    const auto cells = Cells(line);
    Document sentence = Sentence(cells[0]);
    Annotate(sentence);
    const EventCode event = CodeEvent(sentence, cells[1], cells[2]);
    PrintObject(session, [&](JsonWriter& json) {
      json.FieldOrNull("type", event.type ? Name(*event.type) : std::string_view());
      json.FieldOrNull("mode", event.mode);
      json.Field("score", event.score);
    });
  }
}

// `--format jsonl` is the only form, and may be said.
void AddJsonl(CLI::App& command) {
  command.add_option("--format", "Form of the answer")
      ->check(CLI::IsMember({"jsonl"}))
      ->expected(1);
}

}  // namespace

void AddNames(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand(
      "names",
      "Which spellings are one person: a name a line from stdin, or two with a tab between");
  auto pairs = std::make_shared<bool>(false);
  command->add_flag("--pairs", *pairs, "Two names a line; say whether they are one person");
  auto explain = std::make_shared<bool>(false);
  command->add_flag("--explain", *explain, "With --pairs: also why");
  AddJsonl(*command);
  command->callback([pairs, explain, &session] { RunNames(*pairs, *explain, session); });
}

void AddRelate(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand(
      "relate", "Do two claims agree? Two a line from stdin, with a tab between");
  AddJsonl(*command);
  command->callback([&session] { RunRelate(session); });
}

void AddCode(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand(
      "code", "PLOVER event of sentence<TAB>source<TAB>target, a line each from stdin");
  AddJsonl(*command);
  command->callback([&session] { RunCode(session); });
}

}  // namespace synoptic
