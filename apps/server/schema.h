// JSON Schema, as much of it as the tools of mcp_tools.yaml use: type, enum, required, properties,
// additionalProperties, items, minItems, maxItems, minLength, minimum, maximum.
#ifndef SYNOPTIC_SERVER_SCHEMA_H_
#define SYNOPTIC_SERVER_SCHEMA_H_

#include <optional>
#include <string>

#include "server/json_body.h"

namespace synoptic {

// What is wrong with `value` and where ("/limit: not an integer from 1 to 100"); nullopt where
// nothing is. Recursion goes as deep as the schema.
std::optional<std::string> SchemaFault(const rapidjson::Value& value,
                                       const rapidjson::Value& schema, const std::string& at = "");

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_SCHEMA_H_
