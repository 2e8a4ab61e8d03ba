#ifndef SYNOPTIC_SERVER_BASE64_H_
#define SYNOPTIC_SERVER_BASE64_H_

#include <optional>
#include <string>
#include <string_view>

namespace synoptic {

// The bytes of RFC 4648 base64, padding optional; nullopt where it is none.
std::optional<std::string> Base64Decoded(std::string_view text);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_BASE64_H_
