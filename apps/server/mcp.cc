#include "server/mcp.h"

#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>

#include "doc/json_writer.h"
#include "server/mcp_tools.h"
#include "server/openapi.h"
#include "server/problem.h"
#include "server/schema.h"

namespace synoptic {
namespace {

using rapidjson::Value;

// Revisions of the protocol whose tools have this form, the newest first.
constexpr std::string_view kRevisions[] = {"2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"};

constexpr int kNotJson = -32700;
constexpr int kNoRequest = -32600;
constexpr int kNoMethod = -32601;
constexpr int kBadParams = -32602;

constexpr std::string_view kInstructions =
    "Synoptic lays news reports of one event side by side. Every answer rests on spans of reports: "
    "quote `text` as it stands and name its report. Reports of one origin count once; an origin "
    "without a name is not known to be independent. What is disputed is to be told as disputed.";

void WriteId(const Value* id, JsonWriter& json) {
  json.Key("id");
  if (id && id->IsString())
    json.String(View(*id));
  else if (id && id->IsInt64())
    json.Int(id->GetInt64());
  else if (id && id->IsNumber())
    json.Number(id->GetDouble());
  else
    json.Null();
}

void WriteError(const Value* id, int code, std::string_view what, std::string& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Field("jsonrpc", "2.0");
  WriteId(id, json);
  json.Key("error"), json.BeginObject();
  json.Field("code", code);
  json.Field("message", Clipped(what));
  json.EndObject();
  json.EndObject();
}

void WriteResult(const Value* id, std::string_view result, std::string& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Field("jsonrpc", "2.0");
  WriteId(id, json);
  json.Key("result"), json.Raw(result);
  json.EndObject();
}

std::string Initialized(const Value& params) {
  const std::string_view asked = StringMember(params, "protocolVersion");
  const auto* const known = std::find(std::begin(kRevisions), std::end(kRevisions), asked);
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("protocolVersion", known == std::end(kRevisions) ? kRevisions[0] : *known);
  json.Key("capabilities"), json.Raw(R"({"tools":{"listChanged":false}})");
  json.Key("serverInfo"), json.BeginObject();
  json.Field("name", "synoptic");
  json.Field("title", "Synoptic");
  json.Field("version", SYNOPTIC_VERSION);
  json.EndObject();
  json.Field("instructions", kInstructions);
  json.EndObject();
  return out;
}

std::string ToolList(const Value& tools) {
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Key("tools"), json.BeginArray();
  for (const Value& tool : tools.GetArray()) {
    json.BeginObject();
    for (const auto& [name, member] : tool.GetObject()) {
      std::string text;
      AppendJson(member, text);
      json.Key(View(name)), json.Raw(text);
    }
    json.Key("annotations");
    json.Raw(R"({"readOnlyHint":true,"idempotentHint":true,"openWorldHint":false})");
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return out;
}

// A line without its end; nullopt at the end of `in`. What is over the limit is read and dropped.
std::optional<std::string> ReadLine(std::istream& in, bool& too_long) {
  std::string line;
  too_long = false;
  std::streambuf& bytes = *in.rdbuf();
  constexpr auto kEnd = std::char_traits<char>::eof();
  int c = bytes.sbumpc();
  if (c == kEnd) return std::nullopt;
  for (; c != kEnd && c != '\n'; c = bytes.sbumpc()) {
    too_long = too_long || line.size() >= kLongestMessage;
    if (!too_long) line += static_cast<char>(c);
  }
  return line;
}

}  // namespace

McpServer::McpServer(Archive& archive) : archive_(archive) {
  auto tools = ParseJson(McpToolsJson());
  if (tools) tools_ = std::move(*tools);
}

void McpServer::CallTool(const Value& params, std::string& out, std::string& error) {
  static const Value kNoArguments(rapidjson::kObjectType);
  const std::string_view name = StringMember(params, "name");
  const Value& list = *Member(tools_, "tools");
  const auto* const tool = std::find_if(list.Begin(), list.End(), [&](const Value& item) {
    return StringMember(item, "name") == name;
  });
  if (tool == list.End()) {
    error = "no such tool: " + std::string(name);
    return;
  }
  const Value* const given = Member(params, "arguments");
  const Value& arguments = given ? *given : kNoArguments;
  ToolAnswer answer;
  if (auto fault = SchemaFault(arguments, (*tool)["inputSchema"])) {
    answer.error = std::move(*fault);
  } else {
    answer = RunTool(archive_, name, arguments);
  }
  JsonWriter json(out);
  json.BeginObject();
  json.Key("content"), json.BeginArray(), json.BeginObject();
  json.Field("type", "text");
  json.Field("text", answer.error.empty() ? answer.text : Clipped(answer.error));
  json.EndObject(), json.EndArray();
  if (answer.error.empty()) json.Key("structuredContent"), json.Raw(answer.structured);
  json.Field("isError", !answer.error.empty());
  json.EndObject();
}

void McpServer::AnswerOne(const Value& message, std::string& out) {
  static const Value kNoParams(rapidjson::kObjectType);
  const Value* const id = Member(message, "id");
  const std::string_view method = StringMember(message, "method");
  if (!message.IsObject() || StringMember(message, "jsonrpc") != "2.0") {
    return WriteError(id, kNoRequest, "not a JSON-RPC 2.0 message", out);
  }
  if (method.empty()) {
    // An answer to what this server never asks is passed over.
    if (Member(message, "result") || Member(message, "error")) return;
    return WriteError(id, kNoRequest, "no method", out);
  }
  if (!message.HasMember("id")) return;  // a notification
  const Value* const given = Member(message, "params");
  const Value& params = given ? *given : kNoParams;
  if (!params.IsObject()) return WriteError(id, kBadParams, "params: not an object", out);
  if (method == "initialize") return WriteResult(id, Initialized(params), out);
  if (method == "ping") return WriteResult(id, "{}", out);
  if (method == "tools/list") return WriteResult(id, ToolList(*Member(tools_, "tools")), out);
  if (method != "tools/call") {
    return WriteError(id, kNoMethod, "no such method: " + std::string(method), out);
  }
  std::string result, error;
  CallTool(params, result, error);
  error.empty() ? WriteResult(id, result, out) : WriteError(id, kBadParams, error, out);
}

std::string McpServer::Answer(std::string_view message) {
  std::string out;
  const auto read = ParseJson(message);
  if (!read) {
    WriteError(nullptr, kNotJson, read.error().message, out);
    return out;
  }
  if (!read->IsArray()) {
    AnswerOne(*read, out);
    return out;
  }
  if (read->Empty()) {
    WriteError(nullptr, kNoRequest, "an empty batch", out);
    return out;
  }
  for (const Value& one : read->GetArray()) {
    std::string answer;
    AnswerOne(one, answer);
    if (!answer.empty()) out += (out.empty() ? "[" : ",") + answer;
  }
  return out.empty() ? out : out + "]";
}

void ServeMcp(Archive& archive, std::istream& in, std::ostream& out) {
  McpServer server(archive);
  bool too_long = false;
  while (const auto line = ReadLine(in, too_long)) {
    std::string answer;
    if (too_long) {
      WriteError(nullptr, kNoRequest,
                 "a message has at most " + std::to_string(kLongestMessage) + " bytes", answer);
    } else if (line->find_first_not_of(" \t\r") != std::string::npos) {
      answer = server.Answer(*line);
    }
    if (!answer.empty()) out << answer << '\n' << std::flush;
  }
}

}  // namespace synoptic
