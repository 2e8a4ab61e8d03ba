// synoptic mcp: the store over the Model Context Protocol, so that an assistant quotes evidence
// instead of inventing it. JSON-RPC 2.0, a message a line, on stdin and stdout.
// https://modelcontextprotocol.io/specification
#ifndef SYNOPTIC_SERVER_MCP_H_
#define SYNOPTIC_SERVER_MCP_H_

#include <iosfwd>
#include <string>
#include <string_view>

#include "engine/archive.h"
#include "server/json_body.h"

namespace synoptic {

// A longer message is refused, and the next one read.
inline constexpr size_t kLongestMessage = 64u << 20;

// Not thread-safe.
class McpServer {
 public:
  explicit McpServer(Archive& archive);

  // The answer to one message or a batch, without a line break; empty where none is due. Any bytes
  // will do: what is no message gets an error.
  std::string Answer(std::string_view message);

 private:
  void AnswerOne(const rapidjson::Value& message, std::string& out);
  void CallTool(const rapidjson::Value& params, std::string& out, std::string& error);

  Archive& archive_;
  rapidjson::Document tools_;
};

// Answers the messages of `in` until it ends.
void ServeMcp(Archive& archive, std::istream& in, std::ostream& out);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_MCP_H_
