#include "server/openapi.h"

extern "C" const char synoptic_openapi[], synoptic_openapi_end[];
extern "C" const char synoptic_mcp_tools[], synoptic_mcp_tools_end[];

namespace synoptic {
namespace {

std::string_view Between(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
}

}  // namespace

std::string_view OpenApiJson() { return Between(synoptic_openapi, synoptic_openapi_end); }
std::string_view McpToolsJson() { return Between(synoptic_mcp_tools, synoptic_mcp_tools_end); }

}  // namespace synoptic
