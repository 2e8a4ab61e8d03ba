#include "server/mcp_tools.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "doc/json_writer.h"
#include "server/params.h"
#include "server/row_json.h"
#include "server/sources.h"

namespace synoptic {
namespace {

using rapidjson::Value;

ToolAnswer Failed(const Error& error) { return {"", "", error.message}; }

// What the list tools share.
struct ListArguments {
  ReportFilter filter;
  PageRequest page;
  std::string error;

  explicit ListArguments(const Value& arguments) {
    const auto text = [&](std::string_view name) {
      return std::string(StringMember(arguments, name));
    };
    filter = {text("from"), text("to"), text("source"), text("actor"), text("story")};
    page = {LimitOf(arguments), text("cursor")};
    for (const auto& [name, day] : {std::pair("from", filter.from), std::pair("to", filter.to)}) {
      if (auto checked = CheckDay(name, day); !checked) error = checked.error().message;
    }
  }
};

// {"items","next","total"} with `write` for each row, which adds a line of text too.
template <typename Row, typename Write>
ToolAnswer PageTool(const Result<RowPage<Row>>& page, Write write) {
  if (!page) return Failed(page.error());
  ToolAnswer answer;
  answer.text = std::to_string(page->total) + " in all, " + std::to_string(page->items.size()) +
                " here" + (page->next.empty() ? "\n" : ", more with cursor " + page->next + "\n");
  JsonWriter json(answer.structured);
  json.BeginObject();
  json.Key("items"), json.BeginArray();
  for (const Row& row : page->items) write(row, json, answer.text);
  json.EndArray();
  json.FieldOrNull("next", page->next);
  json.Key("total"), json.Int(static_cast<int64_t>(page->total));
  json.EndObject();
  return answer;
}

std::string Place(const SourceBook& book, std::string_view report, uint32_t begin, uint32_t end) {
  const std::string origin = book.OriginOf(report);
  return "(" + book.Credit(report) + "; report " + std::string(report) + ", " +
         std::to_string(begin) + "-" + std::to_string(end) + "; origin " +
         (origin.empty() ? "not known" : origin) + ")";
}

// Lines for each of a list of {"report","begin","end"}.
void AppendPlaces(const SourceBook& book, const Value& list, std::string& text) {
  for (const Value& item : list.GetArray()) {
    const auto [begin, end] = PositionsOf(item);
    const std::string_view report = StringMember(item, "report");
    text += "  \"" + book.Cut(report, begin, end) + "\" " + Place(book, report, begin, end) + "\n";
  }
}

ToolAnswer StoriesTool(Archive& archive, const Value& arguments) {
  const ListArguments list(arguments);
  if (!list.error.empty()) return {"", "", list.error};
  return PageTool(archive.Stories(list.filter, StringMember(arguments, "q"), list.page),
                  [](const StoryRow& row, JsonWriter& json, std::string& text) {
                    WriteRow(row, json);
                    const auto count = [](const std::optional<uint64_t>& number) {
                      return number ? std::to_string(*number) : std::string("?");
                    };
                    text += "- " + row.id + ": " + row.title + " (" + std::to_string(row.reports) +
                            " reports, " + count(row.origins) + " origins, " + count(row.disputed) +
                            " disputed; " + row.first + " to " + row.last + ")\n";
                  });
}

ToolAnswer SearchTool(Archive& archive, const Value& arguments) {
  const ListArguments list(arguments);
  if (!list.error.empty()) return {"", "", list.error};
  SearchIn in = SearchIn::kAll;
  for (const SearchIn place : {SearchIn::kText, SearchIn::kQuotes, SearchIn::kActors}) {
    if (StringMember(arguments, "in") == SearchPlace(place)) in = place;
  }
  SourceBook book;
  return PageTool(archive.Search(StringMember(arguments, "q"), in, list.filter, list.page),
                  [&](const SearchHit& row, JsonWriter& json, std::string& text) {
                    book.LoadStory(archive, row.story);
                    json.BeginObject();
                    json.Field("story", row.story);
                    book.WriteSpan(row.report, row.begin, row.end, json);
                    json.Field("snippet", row.snippet);
                    json.Field("in", SearchPlace(row.in));
                    json.EndObject();
                    text += "- " + row.snippet + " " + Place(book, row.report, row.begin, row.end) +
                            "\n";
                  });
}

ToolAnswer QuotesTool(Archive& archive, const Value& arguments) {
  const ListArguments list(arguments);
  if (!list.error.empty()) return {"", "", list.error};
  SourceBook book;
  return PageTool(archive.Quotes(StringMember(arguments, "speaker"),
                                 StringMember(arguments, "about"), list.filter, list.page),
                  [&](const QuoteHit& row, JsonWriter& json, std::string& text) {
                    book.LoadStory(archive, row.story);
                    json.BeginObject();
                    json.Field("story", row.story);
                    json.FieldOrNull("speaker", row.speaker);
                    json.FieldOrNull("channel", row.channel);
                    json.Field("text", row.text);
                    json.Key("evidence"), json.BeginArray();
                    std::string place;
                    const auto quote = ParseJson(row.quote);
                    const Value* const content = quote ? Member(*quote, "content") : nullptr;
                    for (rapidjson::SizeType i = 0; content && i < content->Size(); ++i) {
                      const auto [begin, end] = PositionsOf((*content)[i]);
                      json.BeginObject();
                      book.WriteSpan(row.report, begin, end, json);
                      json.EndObject();
                      if (i == 0) place = Place(book, row.report, begin, end);
                    }
                    json.EndArray();
                    json.EndObject();
                    text += "- " + (row.speaker.empty() ? "speaker not named" : row.speaker) +
                            ": \"" + row.text + "\" " + place + "\n";
                  });
}

// A ledger or timeline entry with the words of its evidence.
void WriteEntry(Archive& archive, SourceBook& book, const std::string& story,
                const std::string& entry, JsonWriter& json, std::string& text) {
  book.LoadStory(archive, story);
  const auto read = ParseJson(entry);
  json.BeginObject();
  json.Field("story", story);
  if (read && read->IsObject()) {
    for (const auto& [name, member] : read->GetObject()) {
      json.Key(View(name));
      if (View(name) == "evidence") {
        book.WriteEvidence(member, json);
        continue;
      }
      std::string value;
      AppendJson(member, value);
      json.Raw(value);
    }
    const auto part = [&](std::string_view name) {
      const std::string_view value = StringMember(*read, name);
      return value.empty() ? std::string() : std::string(name) + " " + std::string(value) + "; ";
    };
    text += "- " + part("kind") + part("status") + part("when") +
            std::string(StringMember(*read, "what")) + "\n";
    if (const Value* const evidence = Member(*read, "evidence")) {
      AppendPlaces(book, *evidence, text);
    }
  }
  json.EndObject();
}

// Ledger and timeline tell of stories as last compared: compares first those that are asked for, or
// some of those that wait. Says in the answer how many still do.
void CompareWaiting(Archive& archive, const std::string& story) {
  constexpr size_t kMost = 20;
  if (!story.empty()) {
    [[maybe_unused]] const auto compared = archive.StoryJson(story);
  } else {
    [[maybe_unused]] const auto compared = archive.Refresh(kMost);
  }
}

ToolAnswer WithWaiting(Archive& archive, ToolAnswer answer) {
  const auto counts = archive.Counts();
  if (answer.error.empty() && counts && counts->stale > 0) {
    answer.text +=
        std::to_string(counts->stale) + " stories have changed since they were compared\n";
  }
  return answer;
}

ToolAnswer LedgerTool(Archive& archive, const Value& arguments) {
  const ListArguments list(arguments);
  if (!list.error.empty()) return {"", "", list.error};
  CompareWaiting(archive, list.filter.story);
  SourceBook book;
  const LedgerFilter which{std::string(StringMember(arguments, "kind")),
                           std::string(StringMember(arguments, "status"))};
  return WithWaiting(archive,
                     PageTool(archive.Ledger(which, list.filter, list.page),
                              [&](const LedgerHit& row, JsonWriter& json, std::string& text) {
                                WriteEntry(archive, book, row.story, row.entry, json, text);
                              }));
}

ToolAnswer TimelineTool(Archive& archive, const Value& arguments) {
  const ListArguments list(arguments);
  if (!list.error.empty()) return {"", "", list.error};
  CompareWaiting(archive, list.filter.story);
  SourceBook book;
  return WithWaiting(archive,
                     PageTool(archive.Timeline(list.filter, list.page),
                              [&](const TimelineHit& row, JsonWriter& json, std::string& text) {
                                WriteEntry(archive, book, row.story, row.entry, json, text);
                              }));
}

struct Tool {
  std::string_view name;
  ToolAnswer (*run)(Archive&, const Value&);
};
constexpr Tool kTools[] = {
    {"compare", CompareTool}, {"stories", StoriesTool}, {"search", SearchTool},
    {"quotes", QuotesTool},   {"ledger", LedgerTool},   {"timeline", TimelineTool},
};

}  // namespace

size_t LimitOf(const Value& arguments) {
  const Value* const limit = Member(arguments, "limit");
  return limit ? static_cast<size_t>(limit->GetInt64()) : 20;
}

ToolAnswer RunTool(Archive& archive, std::string_view name, const Value& arguments) {
  const auto* const tool = std::find_if(std::begin(kTools), std::end(kTools),
                                        [name](const Tool& item) { return item.name == name; });
  if (tool == std::end(kTools)) return {"", "", "no such tool: " + std::string(name)};
  return tool->run(archive, arguments);
}

}  // namespace synoptic
