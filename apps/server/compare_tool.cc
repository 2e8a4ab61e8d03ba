#include <algorithm>
#include <variant>

#include "doc/json.h"
#include "doc/json_writer.h"
#include "engine/engine.h"
#include "server/mcp_tools.h"
#include "server/new_reports.h"
#include "server/sources.h"

namespace synoptic {
namespace {

using rapidjson::Value;

// The comparison of the story or of the reports given, as JSON.
struct Compared {
  std::string json, error;
};

Compared ComparisonOf(Archive& archive, const Value& arguments) {
  const std::string_view story = StringMember(arguments, "story");
  if (story.empty() == (Member(arguments, "reports") == nullptr)) {
    return {"", "give story or reports, one of them"};
  }
  if (!story.empty()) {
    auto json = archive.StoryJson(story);
    if (!json) return {"", json.error().message};
    if (!*json) return {"", "no story has the id " + std::string(story)};
    return {std::move(**json), ""};
  }
  auto read = ReadNewReports(arguments, nullptr);
  if (const auto* const error = std::get_if<BodyError>(&read)) {
    return {"", error->pointer + ": " + error->detail};
  }
  auto& reports = std::get<std::vector<Document>>(read);
  AnnotateAll(reports, 0);
  const Comparison comparison = Compare(reports);
  Compared compared;
  WriteComparisonJson(reports, comparison, compared.json);
  return compared;
}

class CompareAnswer {
 public:
  CompareAnswer(const Value& comparison, size_t limit)
      : comparison_(comparison), limit_(limit), json_(answer_.structured) {
    book_.Load(comparison);
  }

  ToolAnswer Write() {
    json_.BeginObject();
    for (const std::string_view name : {"story", "title", "notes"}) Copy(comparison_, name);
    WriteReports();
    WriteOrigins();
    WriteList("findings", "readings");
    WriteList("utterances", "readings");
    WriteList("ledger", "evidence");
    WriteList("timeline", "evidence");
    json_.Key("left_out"), json_.BeginObject();
    for (const auto& [name, count] : left_out_) {
      json_.Key(name), json_.Int(static_cast<int64_t>(count));
    }
    json_.EndObject();
    json_.EndObject();
    return std::move(answer_);
  }

 private:
  void Copy(const Value& from, std::string_view name) {
    const Value* const member = Member(from, name);
    if (member == nullptr) return;
    std::string text;
    AppendJson(*member, text);
    json_.Key(name), json_.Raw(text);
  }

  void WriteReports() {
    json_.Key("reports"), json_.BeginArray();
    const Value* const reports = Member(comparison_, "reports");
    for (const Value& report : reports->GetArray()) {
      const std::string_view id = StringMember(report, "id");
      json_.BeginObject();
      for (const std::string_view name : {"id", "title", "source", "published", "url"}) {
        Copy(report, name);
      }
      json_.FieldOrNull("origin", book_.OriginOf(id));
      json_.EndObject();
    }
    json_.EndArray();
    answer_.text += std::to_string(reports->Size()) + " reports";
  }

  void WriteOrigins() {
    const Value& origins = *Member(*Member(comparison_, "lineage"), "origins");
    const auto distinct = std::count_if(origins.Begin(), origins.End(), [](const Value& origin) {
      const Value* const counts = Member(origin, "distinct");
      return counts && counts->IsTrue();
    });
    std::string text;
    AppendJson(origins, text);
    json_.Key("origins"), json_.Raw(text);
    json_.Key("independent_origins"), json_.Int(distinct);
    answer_.text += ", " + std::to_string(distinct) + " independent origins\n";
    for (const Value& origin : origins.GetArray()) {
      answer_.text += "- origin " + std::string(StringMember(origin, "id")) + ": " +
                      std::string(StringMember(origin, "basis")) + "\n";
    }
  }

  void WriteList(std::string_view name, std::string_view spans) {
    const Value* const list = Member(comparison_, name);
    const size_t size = list ? list->Size() : 0;
    const size_t shown = std::min(size, limit_);
    answer_.text += "\n" + std::string(name) + "\n";
    json_.Key(name), json_.BeginArray();
    for (rapidjson::SizeType i = 0; i < shown; ++i) WriteItem((*list)[i], spans);
    json_.EndArray();
    left_out_.emplace_back(name, size - shown);
    if (size > shown) answer_.text += "… and " + std::to_string(size - shown) + " more\n";
  }

  void WriteItem(const Value& item, std::string_view spans) {
    answer_.text += "-";
    for (const std::string_view name :
         {"status", "facet", "topic", "explanation", "speaker", "kind", "when", "what"}) {
      const std::string_view value = StringMember(item, name);
      if (!value.empty()) answer_.text += " " + std::string(value) + ";";
    }
    answer_.text += "\n";
    json_.BeginObject();
    for (const auto& [name, member] : item.GetObject()) {
      if (View(name) != spans) Copy(item, View(name));
    }
    json_.Key(spans), json_.BeginArray();
    for (const Value& span : Member(item, spans)->GetArray()) WriteReading(span);
    json_.EndArray();
    json_.EndObject();
  }

  void WriteReading(const Value& reading) {
    const std::string_view report = StringMember(reading, "report");
    const auto [begin, end] = PositionsOf(reading);
    json_.BeginObject();
    book_.WriteSpan(report, begin, end, json_);
    for (const auto& [name, member] : reading.GetObject()) {
      const std::string_view key = View(name);
      if (key != "report" && key != "begin" && key != "end") Copy(reading, key);
    }
    json_.EndObject();
    answer_.text += "  \"" + book_.Cut(report, begin, end) + "\" (" + book_.Credit(report) +
                    "; report " + std::string(report) + ", " + std::to_string(begin) + "-" +
                    std::to_string(end) + "; origin " + book_.OriginOf(report) + ")\n";
  }

  const Value& comparison_;
  const size_t limit_;
  ToolAnswer answer_;
  JsonWriter json_;
  SourceBook book_;
  std::vector<std::pair<std::string_view, size_t>> left_out_;
};

}  // namespace

ToolAnswer CompareTool(Archive& archive, const Value& arguments) {
  const Compared compared = ComparisonOf(archive, arguments);
  if (!compared.error.empty()) return {"", "", compared.error};
  const auto comparison = ParseJson(compared.json);
  if (!comparison) return {"", "", "the comparison cannot be read"};
  return CompareAnswer(*comparison, LimitOf(arguments)).Write();
}

}  // namespace synoptic
