// The tools of `synoptic mcp`; mcp_tools.yaml describes them.
#ifndef SYNOPTIC_SERVER_MCP_TOOLS_H_
#define SYNOPTIC_SERVER_MCP_TOOLS_H_

#include <string>
#include <string_view>

#include "engine/archive.h"
#include "server/json_body.h"

namespace synoptic {

struct ToolAnswer {
  std::string structured;  // JSON that holds to the tool's outputSchema
  std::string text;        // the same in lines, for a reader
  std::string error;       // one line; the others are empty then
};

// `name` is a tool of mcp_tools.yaml and `arguments` hold to its inputSchema.
ToolAnswer RunTool(Archive& archive, std::string_view name, const rapidjson::Value& arguments);

// compare_tool.cc
ToolAnswer CompareTool(Archive& archive, const rapidjson::Value& arguments);

// `arguments`' limit, or the default.
size_t LimitOf(const rapidjson::Value& arguments);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_MCP_TOOLS_H_
