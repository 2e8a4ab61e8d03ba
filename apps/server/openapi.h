// What is described in YAML beside this file, as JSON, made when the program is built; valid for
// the life of the program.
#ifndef SYNOPTIC_SERVER_OPENAPI_H_
#define SYNOPTIC_SERVER_OPENAPI_H_

#include <string_view>

namespace synoptic {

std::string_view OpenApiJson();   // openapi.yaml
std::string_view McpToolsJson();  // mcp_tools.yaml

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_OPENAPI_H_
